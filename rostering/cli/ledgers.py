"""The ledger of a book, and its versions as commands name them: `kent@3`."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.exits import fail

if TYPE_CHECKING:
    from rostering.ledger import Ledger, Version

_NAMED = re.compile(r"(?P<book>.+)@(?P<number>\d*)")


@contextmanager
def refusals_told(*, as_json: bool = False) -> Iterator[None]:
    """End in a sentence where a ledger cannot be read or written.

    Whoever waits for another program meanwhile is told so.
    """
    from rostering.ledger import Refusal
    from rostering.ledger.waiting import told_of_waits

    try:
        with told_of_waits(_tell_wait):
            yield
    except Refusal as refusal:
        fail(str(refusal), refusal.advice, as_json=as_json)


def _tell_wait(path: Path, seconds: float) -> None:
    """Say at once why nothing happens; it is no part of an answer in JSON."""
    from rostering.report.console import screen

    screen(stderr=True).print(
        f"Another program is writing to {path.name}; waiting for it, up to "
        f"{seconds:.0f} s."
    )


def ledger_of(book: Path, *, as_json: bool = False) -> "Ledger":
    """The ledger of a book; end where nothing was published of it."""
    from rostering.ledger import Ledger

    _see_book(book, as_json=as_json)
    with refusals_told(as_json=as_json):
        return Ledger.beside(book)


def version_named(path: Path, *, as_json: bool = False) -> "Version | None":
    """The version that is meant by `kent@3`, or by `kent@` for the last one.

    None where the words are of a file or folder; end where there is no such version.
    """
    named = _NAMED.fullmatch(str(path))
    if named is None or path.exists():
        return None
    ledger = ledger_of(Path(named["book"]), as_json=as_json)
    with refusals_told(as_json=as_json):
        versions = ledger.versions()
        number = int(named["number"] or len(versions))
        return ledger.version(number)


def _see_book(book: Path, *, as_json: bool) -> None:
    if not book.exists():
        fail(
            f"There is no book {book}.",
            "Give the path of the book; a version of it is BOOK@3, the last BOOK@.",
            as_json=as_json,
        )
