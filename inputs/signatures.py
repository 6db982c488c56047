"""The sheet Signatures: without whose word no published rota stands."""

from dataclasses import dataclass

from inputs._book import Book
from inputs._columns import Reference, Row, SheetForm, optional, required
from inputs._faults import Faults
from inputs._repeats import once
from inputs._values import NAME, NAMES
from rostering.domain import Signatory


@dataclass(frozen=True, kw_only=True)
class SignatureRow(Row):
    """One employer who must sign."""

    employer: str = required(
        "employer",
        NAME,
        "A trust or force, as People has it.",
        refers=Reference("People", "employer"),
    )
    names: tuple[str, ...] = optional(
        "names", NAMES, "Who may sign for it; blank for anybody.", default=()
    )


SIGNATURES = SheetForm(
    "Signatures",
    "Who must sign a published rota before it stands; nobody where it is empty.",
    SignatureRow,
)


def signatories_in(book: Book, faults: Faults) -> tuple[Signatory, ...]:
    """The employers who must sign, in order."""
    rows = once(book.rows(SIGNATURES), lambda row: row.employer, "employer", faults)
    rows.sort(key=lambda row: row.employer)
    return tuple(Signatory(row.employer, row.names) for row in rows)
