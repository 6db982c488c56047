"""The rota week by week: a row a car, a column a day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rostering.domain.time import DAY, monday_of
from rostering.report.built import BuiltRota
from rostering.report.console.cars import week_title
from rostering.saved.lines import RotaLine, State

SATURDAY = 5

Shifts = Mapping[tuple[str, date], "Sequence[ShiftShown]"]


@dataclass(frozen=True, slots=True)
class DayShown:
    """The head of one column."""

    day: date
    holiday: str
    """What is said of a bank holiday; nothing on other days."""
    is_planned: bool

    @property
    def is_weekend(self) -> bool:
        """Whether it is a Saturday or a Sunday."""
        return self.day.weekday() >= SATURDAY


@dataclass(frozen=True, slots=True)
class ShiftShown:
    """One shift with its places."""

    lines: tuple[RotaLine, ...]

    @property
    def is_crewed(self) -> bool:
        """Whether the car goes out."""
        return all(line.state is not State.OPEN for line in self.lines)

    @property
    def people(self) -> list[str]:
        """The ids of whoever is on it."""
        return [line.person for line in self.lines if line.state is State.FILLED]


@dataclass(frozen=True, slots=True)
class WeekShown:
    """One table: the days across, the cars down."""

    title: str
    days: tuple[DayShown, ...]
    cars: tuple[tuple[str, tuple[Sequence[ShiftShown], ...]], ...]
    """Each car with its shifts on each day."""


def weeks(built: BuiltRota) -> Iterator[WeekShown]:
    """Every week in which some shift begins."""
    shifts = _shifts(built.lines)
    for monday in sorted({monday_of(day) for _, day in shifts}):
        days = tuple(monday + offset * DAY for offset in range(7))
        cars = (
            (unit, tuple(shifts.get((unit, day), ()) for day in days))
            for unit in sorted(built.wanted)
        )
        heads = (_head(built, day) for day in days)
        yield WeekShown(week_title(monday), tuple(heads), tuple(cars))


def _head(built: BuiltRota, day: date) -> DayShown:
    problem = built.rota.problem
    name = problem.bank_holidays.get(day)
    said = "" if name is None else f"Bank holiday: {name}" if name else "Bank holiday"
    return DayShown(day, said, day in problem.period)


def _shifts(lines: Sequence[RotaLine]) -> Shifts:
    turns: defaultdict[tuple[str, date, str], list[RotaLine]] = defaultdict(list)
    for line in lines:
        turns[line.unit, line.day, line.turn].append(line)
    shifts: defaultdict[tuple[str, date], list[ShiftShown]] = defaultdict(list)
    for (unit, day, _), places in turns.items():
        shifts[unit, day].append(ShiftShown(tuple(places)))
    return shifts
