"""Rows and columns of days: dates, day numbers or weekdays that follow each other."""

from collections.abc import Iterator, Mapping, Sequence
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
    least = LEAST_HEADED if _begins_with_people(own) else LEAST
    if len(own) < least:
        return
    for order in Order:
        marks = [
            (column, mark)
            for column, cell in own.items()
            if (mark := mark_of(cell.value, order))
        ]
        runs = runs_in(marks, least) if len(marks) >= least else []
        yield from (_axis(number, run, marks) for run in runs)
        if runs or len(marks) < least:
            return


def _begins_with_people(cells: Mapping[int, Cell]) -> bool:
    """Whether the row holds days and headings alone, one of people before the days."""
    told = [cell for _, cell in sorted(cells.items()) if cell.value is not None]
    if not told or mark_of(told[0].value):
        return False
    heads = [header_of(cell.text) for cell in told if not mark_of(cell.value)]
    return all(heads) and any(head and WHO & set(head.fields) for head in heads)


def _axis(number: int, run: Run, marks: Sequence[tuple[int, Mark]]) -> Axis:
    days = dict(run.days)
    first, last = min(days), max(days)
    odd = (c for c, _ in marks if first < c < last and c not in days)
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
