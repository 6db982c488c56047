"""Opening a saved rota against its book, for whatever is asked of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import bad_input, fail, put_right
from rostering.cli.ledgers import refusals_told, version_named
from rostering.cli.opened import OpenedBook, open_book
from rostering.cli.weights import weights_of

if TYPE_CHECKING:
    from rostering.domain import Fault, Rota
    from rostering.domain.time import DateRange
    from rostering.saved.reading import SavedRota as Saved

A_WEEK = 7

OfBook = Annotated[
    Path | None,
    typer.Option(
        "--book",
        metavar="BOOK",
        help="The book that it belongs to; without it the one that the rota names.",
    ),
]


@dataclass(frozen=True)
class OpenedRota:
    """A saved rota that was read and found to fit its book."""

    path: Path
    rota: "Rota"
    opened: OpenedBook
    faults: "tuple[Fault, ...]"
    """Warnings: what the book gives differently, and files that have changed."""
    saved: "Saved"
    """It as it is kept: lines, and what is known of them."""


def open_saved(
    path: Path,
    *,
    book: Path | None = None,
    first: date | None = None,
    weeks: int | None = None,
    as_json: bool = False,
) -> OpenedRota:
    """Read a saved rota and its book; end with all faults if they do not fit."""
    from rostering.domain import Severity
    from rostering.saved.rebuild import rebuilt

    if book is not None and is_chart(path):
        saved, opened = _open_chart(path, book, first, weeks, as_json=as_json)
    else:
        saved = read_saved(path, as_json=as_json)
        where = book or book_of_saved(saved, as_json=as_json)
        start, length = _weeks_of(days_of(saved))
        opened = open_book(
            where,
            first=first or start,
            weeks=weeks or length,
            as_json=as_json,
            weights=weights_of(saved.document),
        )
    rota, faults = rebuilt(opened.problem, saved)
    if any(fault.severity is Severity.ERROR for fault in faults):
        bad_input(faults, as_json=as_json)
    told = (*saved.faults, *faults, *_changed(opened.files, saved))
    return OpenedRota(saved.path, rota, opened, told, saved)


def is_chart(path: Path) -> bool:
    """Whether it is a spreadsheet that can be read, and no rota of ours."""
    from inputs import BadInputs
    from inputs.intake.opening import open_source
    from rostering.saved.reading import WORKBOOKS
    from rostering.saved.workbook import is_rota

    if path.suffix.lower() not in (*WORKBOOKS, ".xls") or not path.is_file():
        return False
    try:
        return not is_rota(open_source(path))
    except BadInputs:
        return False


def _open_chart(
    path: Path, book: Path, first: date | None, weeks: int | None, *, as_json: bool
) -> "tuple[Saved, OpenedBook]":
    """A wall-chart in the team's own layout, with the book for its days."""
    from inputs import BadInputs
    from rostering.domain.time import DateRange, monday_of
    from rostering.saved.chart import read_chart, saved_chart

    try:
        chart = read_chart(path, book)
    except BadInputs as bad:
        bad_input(bad.faults, as_json=as_json)
    days = chart.days
    begin = None if days.first is None else monday_of(days.first)
    start, length = _weeks_of(DateRange(begin, days.last))
    opened = open_book(
        book, first=first or start, weeks=weeks or length, as_json=as_json
    )
    return saved_chart(chart, opened.problem), opened


def read_saved(path: Path, *, as_json: bool = False) -> "Saved":
    """Read a saved rota by itself; end with all faults if there are any."""
    from inputs import BadInputs
    from rostering.saved.reading import read_rota

    version = version_named(path, as_json=as_json)
    try:
        with refusals_told(as_json=as_json):
            return read_rota(path) if version is None else version.saved()
    except BadInputs as bad:
        advice = f"{put_right(bad.faults)}, or make a rota anew: rota build BOOK"
        if not path.exists():
            advice = "Name the folder of a rota, or build one: rota build BOOK"
        bad_input(bad.faults, as_json=as_json, advice=advice)


def named(path: Path, saved: "Saved") -> str:
    """What a rota is called in a record: as it was typed, or the version that it is."""
    return str(path) if path.exists() else saved.path.name


def book_of_saved(saved: "Saved", *, as_json: bool) -> Path:
    """The book that a saved rota names; end where it names none that is there."""
    from rostering.saved.origin import book_of

    book = book_of(saved.document, saved.path)
    if book is None or not book.exists():
        unsaid = f"{saved.path} does not say which book it belongs to."
        fail(
            f"The book of {saved.path} is not at {book}." if book else unsaid,
            "Say which: --book BOOK",
            as_json=as_json,
        )
    return book


def days_of(saved: "Saved") -> "DateRange":
    """Its days, as rota.json says or as the dates of the rows show."""
    from rostering.domain.time import ALWAYS, DateRange, monday_of

    period = saved.document.get("period")
    said = period if isinstance(period, Mapping) else {}
    try:
        first, last = (date.fromisoformat(str(said[name])) for name in ("from", "to"))
    except (KeyError, ValueError):
        days = [line.day for line in saved.lines]
        if not days:
            return ALWAYS
        first, last = monday_of(min(days)), max(days)
    return DateRange(first, last)


def _weeks_of(days: "DateRange") -> tuple[date | None, int | None]:
    """First day and weeks."""
    if days.first is None or days.last is None:
        return None, None
    return days.first, (days.last - days.first).days // A_WEEK + 1


def _changed(files: Mapping[str, str], saved: "Saved") -> "list[Fault]":
    """A warning for each file of the book that differs from when the rota was built."""
    from rostering.saved.rebuild import changed_files

    return list(changed_files(files, saved.document.get("inputs")))
