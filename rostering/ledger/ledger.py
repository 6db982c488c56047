"""The ledger of a book: everything published, for good."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from rostering.domain import Period
from rostering.ledger.bodies import (
    note_body,
    note_in,
    signature_body,
    version_body,
    version_in,
)
from rostering.ledger.chain import Entry, Facts, append, entries
from rostering.ledger.checking import flaws
from rostering.ledger.contents import Damaged, keep, kept
from rostering.ledger.file import reading, writing
from rostering.ledger.refusals import (
    NoLedger,
    NotALedger,
    NoVersion,
    Overtaken,
)
from rostering.ledger.standing import see_wanted
from rostering.ledger.version import (
    SIGNATURE,
    VERSION,
    Draft,
    Note,
    Signature,
    Version,
    now,
)
from rostering.saved.beside import ledger_path


@dataclass(frozen=True)
class Ledger:
    """Versions and notes, each chained to all before it; nothing is ever changed.

    Every call opens the file, and closes it when it is done.
    """

    path: Path
    book: Path

    @classmethod
    def beside(cls, book: Path, *, create: bool = False) -> "Ledger":
        """The ledger of the book.

        Raises:
            NoLedger: There is none yet, and none is to be made.
        """
        path = ledger_path(book)
        if not create and not path.exists():
            raise NoLedger(path)
        ledger = cls(path, book)
        if create:
            with writing(path, create=True):
                pass
        return ledger

    def versions(self) -> tuple[Version, ...]:
        """Every version, oldest first."""
        with self._reading() as database:
            return self._versions(database)

    def version(self, number: int) -> Version:
        """The version of the number.

        Raises:
            NoVersion: There is none.
        """
        return _of_number(self.versions(), number)

    def standing(self, day: date) -> Version | None:
        """The version that counts on the day: the last published that has it."""
        return _last(v for v in self.versions() if v.is_published and day in v.days)

    def last(self, period: Period) -> Version | None:
        """The last published version that has any day of the period."""
        return _last(
            version
            for version in self.versions()
            if version.is_published
            and version.days.first <= period.last
            and period.first <= version.days.last
        )

    def publish(self, draft: Draft, *, after: int | None) -> Version:
        """Keep a draft for good; `after` is the last version that its author saw.

        Raises:
            Overtaken: Another version came since.
            Unwritable: It cannot be written; nothing is.
        """
        with self._writing() as database:
            before = self._versions(database)
            number = before[-1].number if before else 0
            if number != (after or 0):
                raise Overtaken(number)
            marks = keep(database, draft.rota), keep(database, draft.document)
            inputs = {n: keep(database, file) for n, file in draft.files.items()}
            body = version_body(draft, number + 1, marks, inputs)
            entry = append(database, VERSION, body)
        return version_in(entry, (), self.book, self.content)

    def sign(self, number: int, signature: Signature) -> Version:
        """Put an employer's signature under a version.

        Raises:
            NoVersion: There is none of the number.
            NotForSigning: The signature is not asked for, was given, or comes too late.
        """
        with self._writing() as database:
            versions = self._versions(database)
            version = _of_number(versions, number)
            see_wanted(version, versions, signature)
            append(database, SIGNATURE, signature_body(version, signature))
        return self.version(number)

    def content(self, mark: str) -> bytes:
        """What is kept under the SHA-256.

        Raises:
            NotALedger: It is gone or altered.
        """
        with self._reading() as database:
            return kept(database, mark)

    def note(
        self, kind: str, facts: Facts, *, author: str, at: datetime | None = None
    ) -> int:
        """Keep a note of another kind; the answer is its place in the ledger."""
        if kind in (VERSION, SIGNATURE):
            raise ValueError(f"a note cannot be a {kind}")
        with self._writing() as database:
            return append(
                database, kind, note_body(facts, author, at or now())
            ).position

    def notes(self, kind: str) -> tuple[Note, ...]:
        """The notes of the kind, oldest first."""
        with self._reading() as database, _sensible():
            return tuple(note_in(entry) for entry in entries(database, kind))

    def flaws(self) -> tuple[str, ...]:
        """A sentence for each thing in it that is not as it was written.

        Raises:
            Refusal: It is so damaged that it cannot be read at all.
        """
        return flaws(self.path)

    def entries(self) -> tuple[Entry, ...]:
        """All that it holds, in the order in which it came."""
        with self._reading() as database:
            return entries(database)

    def _versions(self, database: sqlite3.Connection) -> tuple[Version, ...]:
        with _sensible():
            signed = entries(database, SIGNATURE)
            return tuple(
                version_in(entry, signed, self.book, self.content)
                for entry in entries(database, VERSION)
            )

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with _undamaged(self.path), reading(self.path) as database:
            yield database

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with _undamaged(self.path), writing(self.path) as database:
            yield database


@contextmanager
def _sensible() -> Iterator[None]:
    """Call damaged what makes no sense."""
    try:
        yield
    except (ValueError, KeyError, AssertionError) as nonsense:
        raise Damaged(str(nonsense)) from nonsense


@contextmanager
def _undamaged(path: Path) -> Iterator[None]:
    try:
        yield
    except Damaged as damage:
        raise NotALedger(path) from damage


def _of_number(versions: tuple[Version, ...], number: int) -> Version:
    for version in versions:
        if version.number == number:
            return version
    raise NoVersion(number, len(versions))


def _last(versions: Iterator[Version]) -> Version | None:
    return max(versions, key=lambda version: version.number, default=None)
