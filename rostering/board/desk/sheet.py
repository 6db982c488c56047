"""The rota as a grid: rows of cars' places or of people, and columns of days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from rostering.domain import DutyKind, PersonId, Problem
from rostering.domain.busy import Busy, busy_with
from rostering.domain.time import DAY, monday_of
from rostering.report.console.marks import Marks
from rostering.report.console.signs import turn_styles
from rostering.saved.lines import RotaLine, State

WEEK = 7


class By(StrEnum):
    """What the rows are."""

    CAR = "car"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Row:
    """The nth place of a car on every day, or one person."""

    key: str
    """The car's call sign, or the person's id."""
    label: str
    group: str
    """The car to which it belongs, or the person's role."""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Picked:
    """One cell."""

    row: int
    day: date


@dataclass(frozen=True)
class Sheet:
    """What the grid shows where."""

    by: By
    rows: tuple[Row, ...]
    cells: Mapping[tuple[str, date], tuple[RotaLine, ...]]
    """The places of a car, or those that a person fills, on a day."""
    first: date
    """A Monday."""
    last: date
    """A Sunday."""
    marks: Marks
    turns: Mapping[str, str]
    """The colour of each turn."""

    def at(self, picked: Picked) -> tuple[RotaLine, ...]:
        """What stands in a cell: one place of a car, or all of a person's."""
        row = self.rows[picked.row]
        lines = self.cells.get((row.key, picked.day), ())
        if self.by is By.CAR:
            return lines[row.number : row.number + 1]
        return lines

    @cached_property
    def mondays(self) -> tuple[date, ...]:
        """The first day of every week."""
        weeks = ((self.last - self.first).days + 1) // WEEK
        return tuple(self.first + n * WEEK * DAY for n in range(weeks))

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Cars or roles, each with the numbers of its rows."""
        numbered = groupby(enumerate(self.rows), key=lambda each: each[1].group)
        return tuple((group, tuple(n for n, _ in its)) for group, its in numbered)

    def row_of(self, key: str, number: int = 0) -> int | None:
        """The row of a car's nth place, or of a person."""
        wanted = ((n, row) for n, row in enumerate(self.rows) if row.key == key)
        return next((n for n, row in wanted if row.number == number), None)


def sheet_of(lines: Sequence[RotaLine], by: By, problem: Problem | None) -> Sheet:
    """The grid of a rota.

    Args:
        lines: Every place of it.
        by: What the rows are.
        problem: Everybody there is; None where only the lines are known.
    """
    days = [line.day for line in lines]
    if problem is not None:
        days += [problem.period.first, problem.period.last]
    first, last = monday_of(min(days)), monday_of(max(days)) + (WEEK - 1) * DAY
    is_by_car = by is By.CAR
    cells = _by_car(lines) if is_by_car else _by_person(lines)
    rows = _car_rows(cells) if is_by_car else _person_rows(lines, problem)
    return Sheet(by, tuple(rows), cells, first, last, Marks(lines), turn_styles(lines))


def _by_car(
    lines: Iterable[RotaLine],
) -> dict[tuple[str, date], tuple[RotaLine, ...]]:
    found: defaultdict[tuple[str, date], list[RotaLine]] = defaultdict(list)
    for line in lines:
        found[line.unit, line.day].append(line)
    return {
        key: tuple(sorted(its, key=lambda line: (line.span.start, line.turn)))
        for key, its in found.items()
    }


def _by_person(
    lines: Iterable[RotaLine],
) -> dict[tuple[str, date], tuple[RotaLine, ...]]:
    found: defaultdict[tuple[str, date], list[RotaLine]] = defaultdict(list)
    for line in lines:
        if line.state is State.FILLED and line.is_named:
            found[line.person, line.day].append(line)
    return {key: tuple(its) for key, its in found.items()}


def _car_rows(cells: Mapping[tuple[str, date], tuple[RotaLine, ...]]) -> list[Row]:
    most: defaultdict[str, int] = defaultdict(int)
    for (unit, _), places in cells.items():
        most[unit] = max(most[unit], len(places))
    return [
        Row(unit, unit, unit, number)
        for unit in sorted(most)
        for number in range(most[unit])
    ]


def _person_rows(lines: Iterable[RotaLine], problem: Problem | None) -> list[Row]:
    """By role and name; without a book, those whom the lines name."""
    people = {(x.role, x.name, x.person) for x in lines if x.is_named}
    if problem is not None:
        people |= {(p.role, p.name, str(p.id)) for p in problem.people}
    return [Row(who, name, role) for role, name, who in sorted(people)]


def off_cars(problem: Problem, person: PersonId, day: date) -> Busy | str:
    """What keeps somebody off the cars: leave and the like, or the team's own turn."""
    turn = ""
    for duty in problem.fixed_duties(person):
        first, last = duty.span.local_start.date(), duty.span.local_end.date()
        busy = busy_with(duty)
        if busy is not None and (first == day or first < day < last):
            return busy
        if duty.kind is DutyKind.TEAM and duty.day == day:
            turn = duty.what.split()[-1]
    return turn
