"""Versions opened with the book of their time, as the ledger keeps it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rostering.cli.opened import OpenedBook, understood
from rostering.cli.saved import OpenedRota
from rostering.cli.weights import weights_of

if TYPE_CHECKING:
    from rostering.ledger import Version
    from rostering.memory import Record

A_WEEK = 7


@contextmanager
def kept_book(version: "Version") -> Iterator[Path]:
    """The files of a version's book, in a folder for the time being."""
    with TemporaryDirectory(prefix="rota-") as folder:
        book = Path(folder) / version.book.stem
        book.mkdir()
        for name, mark in version.inputs.items():
            (book / Path(name).name).write_bytes(version.content(mark))
        yield book


def as_published(version: "Version", *, known: "Record | None" = None) -> OpenedRota:
    """A version against the book of its time.

    Args:
        version: The version.
        known: What is on record of the time before it, where that matters.

    Raises:
        BadInputs: This rota does not understand that book, or the two do not fit.
        Refusal: The ledger is damaged.
    """
    from inputs import BadInputs
    from rostering.domain import Severity
    from rostering.saved.rebuild import rebuilt

    saved = version.saved()
    with kept_book(version) as book:
        opened = opened_for(version, book, known=known)
    rota, faults = rebuilt(opened.problem, saved)
    if any(fault.severity is Severity.ERROR for fault in faults):
        raise BadInputs(faults)
    return OpenedRota(saved.path, rota, opened, faults, saved)


def opened_for(
    version: "Version", book: Path, *, known: "Record | None" = None
) -> OpenedBook:
    """A book, opened for the days of a version.

    Raises:
        BadInputs: It is not understood.
    """
    weeks = -(-len(version.period.days) // A_WEEK)
    return understood(
        book,
        first=version.period.first,
        weeks=weeks,
        known=known,
        weights=weights_of(version.saved().document),
    )
