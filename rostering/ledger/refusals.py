"""What keeps a ledger from being read or written, in sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Refusal(Exception):
    """Why something cannot be done with a ledger, and what to do next."""

    def __init__(self, said: str, advice: str) -> None:
        super().__init__(said)
        self.advice = advice
        """The next step."""


class NoLedger(Refusal):
    """Nothing of this book was published yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no {path.name} beside the book: nothing is published yet.",
            "Publish a rota first: rota publish ROTA",
        )


class NotALedger(Refusal):
    """The file is something else, or damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not a ledger that rota wrote, or it is damaged.",
            "Move it away and put back a copy of the ledger; without a copy, publish "
            "the rota that stands anew.",
        )


class NewerLedger(Refusal):
    """A later rota wrote the file, in a form that this one does not know."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was written by a newer rota than this one.",
            "Install the newer rota; nothing in the ledger was changed.",
        )


class Unwritable(Refusal):
    """The ledger cannot be opened or written just now."""


class Overtaken(Refusal):
    """Somebody else published since the last look."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Version {number} was published in the meantime; nothing was written.",
            "Look at what it changes, then publish again.",
        )
        self.number = number


class NoVersion(Refusal):
    """The ledger has no version of the number."""

    def __init__(self, number: int, last: int) -> None:
        known = f"The last one is {last}." if last else "It has none yet."
        super().__init__(f"The ledger has no version {number}. {known}", _LIST)


class NotForSigning(Refusal):
    """The signature is not one that the version asks for."""


_LIST = "`rota history BOOK` lists them."


@contextmanager
def in_sentences(path: Path) -> Iterator[None]:
    """Say in a sentence what the database says in its own words.

    Raises:
        NotALedger: The file is damaged, or no database.
        Unwritable: The disk is full, the folder is closed, or another holds the file.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        # What is damaged may be no text, and then has no words of its own.
        raise _refusal(path, getattr(error, "sqlite_errorname", "")) from error


def _refusal(path: Path, name: str) -> Refusal:
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return Unwritable(
            f"{path} could not be read or written to its end: the disk is full or "
            "failing. What stood in it stands.",
            "Make room on the disk, then give the command again.",
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return Unwritable(
            f"{path} cannot be opened or written to.",
            "See that you may write in its folder, then give the command again.",
        )
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Unwritable(
            f"{path} is in use by another program.",
            "Wait until it is done, then give the command again.",
        )
    return NotALedger(path)
