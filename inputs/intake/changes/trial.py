"""Reading a book as it would be after an import, to find what cannot stand in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from inputs._book import Book
from inputs._columns import Row
from inputs._faults import Faults
from inputs._problem import problem_in
from inputs._references import settle_references
from inputs._repeats import overlapping
from inputs._rows import Rows
from inputs.forms import SHEETS
from inputs.history import HISTORY
from inputs.intake.changes.taking import Taker, Tried
from inputs.intake.doubts import Doubt
from inputs.intake.standing import FORMS, Standing
from inputs.period import period_of
from rostering.domain import Fault, Severity

_ANY_DAY = date(2027, 1, 1)
"""What is today in a trial: a book that tells no period has no faults in one."""


def refusals(
    standing: Standing, taker: Taker, rows: Sequence[Row], without: Collection[Row]
) -> dict[Tried, Doubt]:
    """Which of the rows cannot stand in the book, and why.

    Args:
        standing: The book.
        taker: What has read the rows.
        rows: What would be added to the book.
        without: Rows of the book that would no longer be there.

    Returns:
        Doubts by where the row was read.
    """
    doubts: dict[Tried, Doubt] = {}
    for fault in _faults_in(_book_with(standing, rows, without)):
        for spot in taker.blamed(fault):
            doubts.setdefault(spot, taker.doubt(spot, fault))
    return doubts


def _book_with(standing: Standing, rows: Iterable[Row], without: Iterable[Row]) -> Book:
    """The book as it would be; new rows stand last, so that they are to blame."""
    new: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        new[row.line.sheet].append(row)
    lost = set(map(id, without))
    sheets = {}
    for sheet, its in new.items():
        old = standing.book.sheet(sheet)
        stay = tuple(row for row in old.rows if id(row) not in lost)
        seen = {
            column.name: [
                *old.seen.get(column.name, ()),
                *(getattr(row, column.field) for row in its),
            ]
            for column in FORMS[sheet].columns
        }
        is_whole = old.is_whole or not old.rows
        sheets[sheet] = Rows((*stay, *its), seen, is_whole)
    return standing.book.with_sheets(sheets)


def _faults_in(book: Book) -> Iterator[Fault]:
    """What would stop the work, and work on record that overlaps other work."""
    faults = Faults()
    settle_references(book, SHEETS, faults)
    period = period_of(book, first=None, weeks=None, today=_ANY_DAY)
    problem_in(book, period, faults)
    for fault in faults:
        if fault.severity is Severity.ERROR:
            yield fault
    yield from _overlaps(book)


def _overlaps(book: Book) -> Iterator[Fault]:
    """Work on record that overlaps other work: hours that would count twice."""
    for earlier, later in overlapping(
        book.rows(HISTORY), lambda row: row.person, lambda row: row.span
    ):
        other = earlier.place("date")
        yield later.error("date", f"time that does not overlap {other}")
