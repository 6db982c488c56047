"""Rows and columns of days: dates, day numbers or weekdays that follow each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from inputs.intake.cells import Cell
from inputs.intake.fields import WHO
from inputs.intake.shapes.areas import Area
from inputs.intake.shapes.headers import header_of
from inputs.intake.shapes.marks import Mark, mark_of
from inputs.intake.shapes.runs import LEAST, LEAST_HEADED, Run, runs_in
from inputs.intake.values.dates import Order


@dataclass(frozen=True, eq=False)
class Axis:
    """Days along a row: what each column's heading says, and where weekdays stand."""

    row: int
    marks: Mapping[int, Mark]
    """By column; with the weekday that the row of labels says."""
    labels: int = 0
    """The row of weekday labels; 0 for none."""
    odd: tuple[int, ...] = ()
    """Columns between the days whose own day does not follow."""

    @property
    def first(self) -> int:
        """Its first column."""
        return min(self.marks)

    @property
    def last(self) -> int:
        """Its last column."""
        return max(self.marks)

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of its headings, in order."""
        return tuple(sorted({self.row, self.labels or self.row}))

    @property
    def has_numbers(self) -> bool:
        """Whether it tells more than weekdays."""
        return any(mark.day for mark in self.marks.values())


def axes_in(area: Area) -> tuple[Axis, ...]:
    """Every row of days, those side by side apart, from top to bottom."""
    found = [axis for n, cells in area.rows.items() for axis in _in_row(n, cells)]
    dated = [axis for axis in found if axis.has_numbers]
    weekly = [axis for axis in found if not axis.has_numbers]
    labelled = [_with_labels(axis, area) for axis in dated]
    spent = {axis.labels for axis in labelled}
    others = [axis for axis in weekly if axis.row not in spent]
    return tuple(sorted([*labelled, *others], key=lambda axis: (axis.row, axis.first)))


def _in_row(number: int, cells: Mapping[int, Cell]) -> Iterator[Axis]:
    own = {c: cell for c, cell in cells.items() if not cell.is_spread}
    for order in Order:
        marks = {
            column: mark
            for column, cell in own.items()
            if (mark := mark_of(cell.value, order))
        }
        if len(marks) < LEAST_HEADED:
            return
        least = LEAST if len(marks) >= LEAST else _least(own, marks)
        if len(marks) < least:
            return
        runs = runs_in(list(marks.items()), least)
        yield from (_axis(number, run, marks) for run in runs)
        if runs:
            return


def _least(cells: Mapping[int, Cell], marks: Mapping[int, Mark]) -> int:
    """How many days make an axis: fewer where only headings of people stand before."""
    others = {c: cell.value for c, cell in cells.items() if c not in marks}
    told = [value for value in others.values() if value is not None]
    first = min(marks)
    if not any(column < first for column in others):
        return LEAST
    is_of_people = False
    for value in told:
        header = header_of(value) if isinstance(value, str) else None
        if header is None:
            return LEAST
        is_of_people = is_of_people or bool(WHO & set(header.fields))
    return LEAST_HEADED if is_of_people else LEAST


def _axis(number: int, run: Run, marks: Mapping[int, Mark]) -> Axis:
    days = dict(run.days)
    first, last = min(days), max(days)
    odd = (c for c in marks if first < c < last and c not in days)
    return Axis(number, days, odd=tuple(odd))


def _with_labels(axis: Axis, area: Area) -> Axis:
    """The axis with the weekdays of the row above or below it, if there is one."""
    for row in (axis.row - 1, axis.row + 1):
        cells = area.rows.get(row, {})
        labels = {
            column: mark.weekdays
            for column in axis.marks
            if column in cells
            and (mark := mark_of(cells[column].value))
            and not mark.day
        }
        if len(labels) > len(axis.marks) / 2:
            marks = {
                column: replace(mark, weekdays=labels.get(column, mark.weekdays))
                for column, mark in axis.marks.items()
            }
            return replace(axis, marks=marks, labels=row)
    return axis
