"""Reading a book as it would be after an import, to find what cannot stand in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from inputs._book import Book, book_of
from inputs._cells import Line, Table
from inputs._columns import Row
from inputs._faults import Faults, in_order
from inputs._problem import problem_in
from inputs._references import settle_references
from inputs._repeats import overlapping
from inputs.forms import SHEETS
from inputs.history import HISTORY
from inputs.intake.doubts import Doubt
from inputs.intake.items import (
    TRIAL,
    Item,
    in_senders_cells,
    trial_table,
    tried_in,
)
from inputs.intake.standing import Standing
from inputs.period import period_of
from rostering.domain import Fault, Severity

_ANY_DAY = date(2027, 1, 1)
"""What is today in a trial: a book that tells no period has no faults in one."""


def refusals(
    standing: Standing, items: Sequence[Item], without: Collection[Row]
) -> dict[int, Doubt]:
    """Which of the items cannot stand in the book beside its rows, and why.

    Args:
        standing: The book.
        items: What would be added to it.
        without: Rows of the book that would no longer be there.

    Returns:
        Doubts by the index of their item.
    """
    tried: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        tried[item.wanted.sheet].append(number)
    rows = {
        sheet: [items[number].wanted for number in numbers]
        for sheet, numbers in tried.items()
    }
    tables = [
        *_tables_without(standing.tables, without),
        *(trial_table(sheet, wanted) for sheet, wanted in rows.items()),
    ]
    doubts: dict[int, Doubt] = {}
    for fault in _faults_in(tables):
        wanted = in_senders_cells(fault.wanted, rows)
        for sheet, index in _blamed(fault):
            place = rows[sheet][index].places[0]
            doubt = Doubt(place, fault.found, wanted, fault.likely)
            doubts.setdefault(tried[sheet][index], doubt)
    return doubts


def _tables_without(
    tables: Iterable[Table], without: Collection[Row]
) -> Iterator[Table]:
    lost = {(row.line.file, row.line.sheet, row.line.number) for row in without}

    def stays(line: Line) -> bool:
        return (line.file, line.sheet, line.number) not in lost

    for table in tables:
        yield replace(table, lines=tuple(filter(stays, table.lines)))


def _faults_in(tables: Sequence[Table]) -> Iterator[Fault]:
    """What would stop the work, and work on record that overlaps other work."""
    faults = Faults()
    book = book_of(tables, SHEETS, faults)
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


def _blamed(fault: Fault) -> Iterator[tuple[str, int]]:
    """The sheet and the index of the row that is at fault, if an import brings it."""
    if fault.place.file == TRIAL:
        yield fault.place.sheet, in_order(fault.place)[2] - 2
    else:
        yield from tried_in(fault.wanted)
