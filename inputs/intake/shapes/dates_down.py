"""Dates down the side of a sheet, each checked against its neighbours and weekday."""

from collections.abc import Mapping
from dataclasses import replace

from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.axes import Axis
from inputs.intake.shapes.dating import Dated, Hints, dated
from inputs.intake.shapes.marks import Mark, mark_of
from inputs.intake.values.dates import Order, order_of, weekdays_meant

_WANTED = "the date of this row"


def days_down(
    dates: Mapping[int, Cell],
    weekdays: Mapping[int, Cell],
    hints: Hints,
    recipe: Recipe,
) -> Dated:
    """The day of every row that has a date, and a doubt for each that is unclear.

    Args:
        dates: The cells of the dates by row.
        weekdays: The cells of the weekdays beside them, by row.
        hints: What titles and names say of months and years.
        recipe: What somebody said of the year.
    """
    labels = {row: weekdays[row].text if row in weekdays else "" for row in dates}
    found = order_of([(cell.value, labels[row]) for row, cell in dates.items()])
    marks = {
        row: _labelled(mark, labels[row])
        for row, cell in dates.items()
        if (mark := mark_of(cell.value, found.order or Order.DAY_FIRST)) and mark.day
    }
    turns = _turns(marks)
    heads = {turns[row]: dates[row] for row in reversed(marks)}
    if not marks:
        return Dated({}, {row: _doubt(cell) for row, cell in dates.items()})
    axis = Axis(0, {turn: marks[row] for row, turn in turns.items()})
    days = dated(axis, heads, hints, recipe)
    doubts = {row: _doubt(cell) for row, cell in dates.items() if row not in marks}
    doubts |= {r: days.doubts[t] for r, t in turns.items() if t in days.doubts}
    return Dated({r: days.days[t] for r, t in turns.items() if t in days.days}, doubts)


def _labelled(mark: Mark, label: str) -> Mark:
    """The mark with the weekday beside it, where it names none itself."""
    return mark if mark.weekdays else replace(mark, weekdays=weekdays_meant(label))


def _turns(marks: Mapping[int, Mark]) -> dict[int, int]:
    """Which day of the sheet each row's is: rows of one date share their turn."""
    turns: dict[int, int] = {}
    before = None
    for row, mark in marks.items():
        turns[row] = max(turns.values(), default=0) + (mark != before)
        before = mark
    return turns


def _doubt(cell: Cell) -> Doubt:
    return Doubt(cell.place, cell.text or "nothing", _WANTED)
