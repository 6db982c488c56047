"""Base rotas: lines 1 to N by week and weekday, which people are put on elsewhere."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from inputs._dates import WEEKDAYS
from inputs.intake.cells import Cell
from inputs.intake.fields import Field
from inputs.intake.shapes.axes import Axis
from inputs.intake.shapes.dating import Hints
from inputs.intake.shapes.readings import reading_from
from inputs.intake.shapes.runs import WEEK

LINES = frozenset({Field.LINE, Field.WEEK})
_ANY_MONDAY = date(2024, 1, 1)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Square:
    """A day of a base rota's cycle."""

    week: int
    """Counted from 1."""
    weekday: int
    """0 for Monday."""
    start: date | None = None
    """The day in the first round of the cycle, where a title tells its start."""

    def words(self, beside: Mapping[Field, Cell]) -> Mapping[Field, str]:
        """What it tells of a cell, with the line or the week of the cell's row."""
        told = {name: _number(beside[name].text) for name in LINES if name in beside}
        week = {} if Field.WEEK in told else {Field.WEEK: str(self.week)}
        return {**told, **week, Field.WEEKDAY: WEEKDAYS[self.weekday]}

    def day(self, beside: Mapping[Field, Cell]) -> date | None:
        """The first day on which a line's people do what the cell says."""
        week = beside.get(Field.WEEK)
        number = "1" if week is None else _number(week.text)
        if self.start is None or not number.isdigit():
            return None
        return self.start + timedelta(weeks=int(number) - 1)


def squares_of(
    axis: Axis, fields: Iterable[Field | None], hints: Hints
) -> Mapping[int, Square] | None:
    """The days of a cycle by column; None for a grid that is no base rota."""
    told = set(fields)
    if axis.has_numbers or axis.odd or not told & LINES:
        return None
    starts = (_ANY_MONDAY + _ONE_DAY * step for step in range(WEEK))
    readings = [each for start in starts if (each := reading_from(axis, start))]
    if len(readings) != 1:
        return None
    days = readings[0]
    first = min(days.values())
    begun = _start(hints, first.weekday())
    return {
        column: Square(
            (day - first).days // WEEK + 1,
            day.weekday(),
            None if begun is None else begun + (day - first),
        )
        for column, day in days.items()
    }


def _start(hints: Hints, weekday: int) -> date | None:
    """The only day that the titles name, if it is such a weekday."""
    days = {day for mention in hints.near if (day := mention.whole)}
    fits = len(days) == 1 and {day.weekday() for day in days} == {weekday}
    return days.pop() if fits else None


def _number(text: str) -> str:
    """The number in `Line 3`; the text itself where there is none."""
    found = re.search("[0-9]+", text)
    return str(int(found[0])) if found else text
