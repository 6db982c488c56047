"""Grids of hours with days across and hours down, for one person named above them."""

from collections.abc import Iterator, Mapping

from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt
from inputs.intake.entries import Block, Entry, Heading, Shape
from inputs.intake.fields import Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.areas import Area, Found
from inputs.intake.shapes.axes import Axis, axes_in
from inputs.intake.shapes.dating import Dated, dated
from inputs.intake.shapes.hours import ODD, Hours, hours_in
from inputs.intake.shapes.ticks import are_refusals, are_ticks, is_told
from inputs.intake.shapes.titles import (
    NOBODY,
    as_who,
    hints_above,
    person_above,
)

_NEAR = 2
"""How many rows below the days the first hour stands at most."""


def hours_down_in(area: Area, recipe: Recipe) -> Iterator[Found]:
    """Every grid of the area with hours down, from top to bottom."""
    axes = axes_in(area)
    before = 0
    for number, axis in enumerate(axes):
        following = [
            each.rows[0] for each in axes[number + 1 :] if each.rows[0] > axis.row
        ]
        end = min(following, default=area.sheet.height + 1) - 1
        for column in range(axis.first - 1, 0, -1):
            hours = _hours(area, axis, column, end)
            if hours is not None:
                grid = _HoursDown(area, axis, column, hours)
                if grid.is_one:
                    yield grid.found(before, recipe, is_alone=len(axes) == 1)
                    before = max(hours.spans)
                break


def _hours(area: Area, axis: Axis, column: int, end: int) -> Hours | None:
    """The hours down the column, where they begin right below the days."""
    below = area.below(axis.rows[-1], end)
    cells = {row: cells[column] for row, cells in below if column in cells}
    hours = hours_in(cells)
    is_near = hours is not None and min(hours.spans) - axis.rows[-1] <= _NEAR
    return hours if is_near else None


class _HoursDown:
    """One grid with hours down being read."""

    def __init__(self, area: Area, axis: Axis, column: int, hours: Hours) -> None:
        self.area = area
        self.axis = axis
        self.column = column
        self.hours = hours
        self.columns = sorted([*axis.marks, *axis.odd])
        self.squares = {day: self._told(day) for day in self.columns}

    @property
    def is_one(self) -> bool:
        """Whether marks stand in the squares, and the hours are no numbers of lines."""
        told = [cell for cells in self.squares.values() for cell in cells.values()]
        return are_ticks(told) and not self.hours.are_numbers

    def found(self, before: int, recipe: Recipe, *, is_alone: bool) -> Found:
        """The grid as a block.

        Args:
            before: The last row that belongs to another grid.
            recipe: What somebody said of the year.
            is_alone: Whether it is the sheet's only one.
        """
        area, axis = self.area, self.axis
        above = person_above(area, before, axis.rows[0])
        hints = hints_above(area, before, axis.rows[0], is_alone=is_alone)
        days = dated(axis, area.rows[axis.row], hints, recipe)
        head = area.rows[axis.row][axis.first]
        open_doubts = [] if above else [Doubt(head.place, head.text, NOBODY)]
        strays = [area.at(row, self.column) for row in self.hours.odd]
        open_doubts += [Doubt(cell.place, cell.text, ODD) for cell in strays]
        entries = tuple(self._entries(as_who(above), days, open_doubts))
        heads = dict(self._headings())
        block = Block(
            area.sheet,
            Shape.HOUR_GRID,
            entries,
            tuple(heads.values()),
            doubts=tuple(dict.fromkeys([*open_doubts, *days.doubts.values()])),
        )
        squares = {(n, c) for c, cells in self.squares.items() for n in cells}
        named = above if entries else {}
        return Found(block, frozenset({*squares, *heads, *named}))

    def _told(self, column: int) -> Mapping[int, Cell]:
        """The squares of a day in which anything stands, by row."""
        return {
            row: cell
            for row in self.hours.spans
            if is_told(cell := self.area.at(row, column))
        }

    def _headings(self) -> Iterator[tuple[tuple[int, int], Heading]]:
        """The hours, and what stands over them and over the days."""
        for row in self.axis.rows:
            for column, cell in self.area.rows[row].items():
                if self.column <= column <= self.axis.last:
                    is_day = column in self.squares
                    yield (row, column), Heading(cell, Field.DATE if is_day else None)
        for row in self.hours.spans:
            yield (
                (row, self.column),
                Heading(self.area.at(row, self.column), Field.START),
            )

    def _entries(
        self, who: Mapping[Field, Cell], days: Dated, open_doubts: list[Doubt]
    ) -> Iterator[Entry]:
        """One entry for each hour that is told of; all of a day that offers none."""
        for column, told in self.squares.items():
            waits = [*open_doubts, *filter(None, [days.doubts.get(column)])]
            is_refused = bool(told) and are_refusals(told.values())
            for row in self.hours.spans if is_refused else told:
                cell = self.area.at(row, column)
                cells = {**who, Field.CODE: cell}
                words = self.hours.words(row)
                yield Entry(cells, cell, days.days.get(column), words, tuple(waits))
