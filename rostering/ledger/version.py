"""Published rotas, whoever signed them, and what else a ledger notes."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

from rostering.domain import Period, Signatory
from rostering.ledger.chain import Facts, sha256
from rostering.saved.reading import SavedRota, rota_in

VERSION, SIGNATURE = "version", "signature"
"""The kinds of entry in a ledger that are no notes."""


def now() -> datetime:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True)
class Signature:
    """Somebody's word, for an employer, that a version may stand."""

    employer: str
    author: str
    at: datetime = field(default_factory=now)


@dataclass(frozen=True)
class Draft:
    """A rota about to be published."""

    period: Period
    author: str
    reason: str
    rota: bytes
    """rota.csv as it was written."""
    document: bytes
    """rota.json."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The files of its book, by name."""
    at: datetime = field(default_factory=now)
    told_on: date | None = None
    """The day on which people are told of it; None for the day of publishing."""
    effective: date | None = None
    """The first day for which it stands; None for all of its period."""
    signatories: tuple[Signatory, ...] = ()
    """The employers who must sign before it stands."""

    @property
    def inputs(self) -> dict[str, str]:
        """The SHA-256 of each file of its book."""
        return {name: sha256(content) for name, content in self.files.items()}


@dataclass(frozen=True)
class Version:
    """One published rota, as the ledger keeps it for good."""

    number: int
    """1 for the first."""
    period: Period
    effective: date
    """The first day for which it stands."""
    at: datetime
    """When it was published, in UTC."""
    told_on: date
    """The day on which people are told of it, from which notice is counted."""
    author: str
    reason: str
    inputs: Mapping[str, str]
    """The SHA-256 of each file of its book; the ledger keeps the contents."""
    signatories: tuple[Signatory, ...]
    """The employers who must sign before it stands."""
    rota_sha256: str
    document_sha256: str
    previous: str
    """The hash of the entry before it, of whatever kind."""
    hash: str
    signatures: tuple[Signature, ...]
    book: Path
    """Where the book stands to which it belongs."""
    content: Callable[[str], bytes] = field(repr=False, compare=False)
    """What the ledger keeps under a SHA-256."""

    @cached_property
    def rota(self) -> bytes:
        """rota.csv as it was written."""
        return self.content(self.rota_sha256)

    @cached_property
    def document(self) -> bytes:
        """rota.json."""
        return self.content(self.document_sha256)

    @property
    def name(self) -> str:
        """What it is called on the command line: `kent@3`."""
        return f"{self.book.name or self.book}@{self.number}"

    @property
    def days(self) -> Period:
        """The days for which it stands, once everybody has signed."""
        return Period(max(self.effective, self.period.first), self.period.last)

    @property
    def awaited(self) -> tuple[str, ...]:
        """The employers whose signatures are missing."""
        signed = {signature.employer for signature in self.signatures}
        return tuple(
            each.employer for each in self.signatories if each.employer not in signed
        )

    @property
    def is_published(self) -> bool:
        """Whether everybody has signed who must."""
        return not self.awaited

    def saved(self) -> SavedRota:
        """The rota as if it were read from files beside its book.

        Raises:
            BadInputs: It cannot be understood.
            Refusal: The ledger is damaged.
        """
        path = self.book.parent / self.name
        read = rota_in(path, self.rota, self.document)
        book = os.path.relpath(self.book, path.parent)
        document = {**read.document, "book": book}
        return replace(read, document=document, written=self.at)


@dataclass(frozen=True)
class Note:
    """Something else that happened, as others keep it in the ledger."""

    position: int
    """Where it stands among all that the ledger holds."""
    kind: str
    facts: Facts
    author: str
    at: datetime
