"""The sheet Pairs: who should, or should not, crew with whom."""

from dataclasses import dataclass
from datetime import date

from inputs._book import Book
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE, LAST_DATE
from inputs._faults import Faults
from inputs._kinds import Kind
from inputs._repeats import collisions
from inputs._values import NAME, TEXT, choice
from inputs.people import PERSON
from rostering.domain import DateRange, Pair, PairKind, PersonId

PAIR_KIND: Kind[PairKind] = choice(PairKind)
_TOGETHER = frozenset({PairKind.PREFER, PairKind.MENTOR})


@dataclass(frozen=True, kw_only=True)
class PairRow(Row):
    """Two people."""

    one: str = required(
        "first", NAME, "An id from People; in a mentor pair, the mentor.", refers=PERSON
    )
    other: str = required("second", NAME, "Another id.", refers=PERSON)
    kind: PairKind = required("kind", PAIR_KIND, "What is wished for the two.")
    first: date | None = optional("from", DATE, "From this day.")
    last: date | None = optional("to", LAST_DATE, "Until this day.")
    reason: str = optional(
        "reason", TEXT, "For the manager alone; it is never shown.", default=""
    )

    @property
    def days(self) -> DateRange:
        """The days on which it holds."""
        return DateRange(self.first, self.last)


PAIRS = SheetForm("Pairs", "Who should, or should not, crew together.", PairRow)


def pairs_in(book: Book, faults: Faults) -> tuple[Pair, ...]:
    """The pairs by people, kind and day."""
    rows = [row for row in book.rows(PAIRS) if _is_two(row, faults)]
    for earlier, later in collisions(
        rows,
        lambda row: frozenset({row.one, row.other}),
        lambda a, b: a.days.overlaps(b.days),
    ):
        other = f"{earlier.kind.value} in {earlier.place('kind')}"
        if (earlier.kind in _TOGETHER) is (later.kind in _TOGETHER):
            wanted = f"each pair once at a time; there is {other}"
            faults.add(later.warning("kind", wanted))
        else:
            faults.add(later.error("kind", f"a wish that agrees with {other}"))
    return tuple(sorted(map(_pair, rows), key=_standing))


def _is_two(row: PairRow, faults: Faults) -> bool:
    if row.one == row.other:
        faults.add(row.error("second", "another person than the first"))
    return row.one != row.other


def _pair(row: PairRow) -> Pair:
    first, second = PersonId(row.one), PersonId(row.other)
    return Pair(first, second, row.kind, row.days, row.place("kind"))


def _standing(pair: Pair) -> tuple[str, str, str, date, date]:
    first, last = pair.days.first or date.min, pair.days.last or date.max
    return pair.first, pair.second, pair.kind.value, first, last
