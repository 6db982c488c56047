"""Portugal's emergency medical service after Vermuyten and others: whole numbers."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from benchmarks.public.case import (
    COST,
    FLOOR,
    HARD,
    MONDAY,
    WISH,
    Case,
    crew,
    person,
    span,
)
from constraints import Rule
from constraints.least_hours import LeastHours
from constraints.least_of_a_turn import LeastOfATurn
from constraints.longest_run_off import LongestRunOff
from constraints.most_hours import MostHours
from constraints.most_weekends import MostWeekends
from constraints.numbers_wanted import NumbersWanted
from constraints.one_shift_a_day import OneShiftADay
from constraints.own_group import OwnGroup
from constraints.post import RightPost
from constraints.run_of_days import RunOfDays
from constraints.turns_that_follow import TurnsThatFollow
from constraints.whole_weekends import WholeWeekends
from rostering.domain import Period, PersonId, Problem, Rota, Shift, Unit
from rostering.domain.time import DAY

Grid = list[list[int]]
TURNS = ("night", "morning", "afternoon")
"""In the order of a day: they begin at 0, 8 and 16 o'clock."""
DISPATCH, VEHICLES = (100, 10), (1000, 10000)
"""What a missing person costs, and one too many."""
LENT_BY_DISPATCH, LENT = 10, 20


class Sizes(NamedTuple):
    """The first line of a file."""

    people: int
    groups: int
    dispatch_groups: int
    tasks: int
    dispatch_tasks: int
    days: int
    holidays: int
    start_day: int


class Instance(NamedTuple):
    """A file's numbers; the wanted people are by task, day and turn."""

    sizes: Sizes
    person_group: Grid
    person_task: Grid
    group_task: Grid
    wanted: list[Grid]
    hours: list[int]


def load(path: Path) -> Case:
    """The instance in the file; each task is a unit with three turns a day."""
    found = _read(path)
    sizes = found.sizes
    first = MONDAY + sizes.start_day * DAY
    problem = Problem(
        Period(first, first + (sizes.days - 1) * DAY),
        people=tuple(
            person(_name(nth), _units(tasks))
            for nth, tasks in enumerate(found.person_task)
        ),
        units=tuple(Unit(_unit(task)) for task in range(sizes.tasks)),
        shifts=tuple(
            Shift(
                day := first + nth * DAY,
                _unit(task),
                turn,
                span(day, 8 * begin, 60 * found.hours[task]),
                crew(found.wanted[task][nth][begin], sizes.people),
            )
            for nth in range(sizes.days)
            for begin, turn in enumerate(TURNS)
            for task in range(sizes.tasks)
        ),
    )

    def lines(rota: Rota) -> list[list[str]]:
        return [
            [
                fill.person[1:],
                str(int(fill.shift.unit[1:])),
                str((fill.shift.day - first).days),
                str(TURNS.index(fill.shift.turn)),
            ]
            for fill in sorted(rota.fills)
        ]

    return Case("inem", path.stem, problem, tuple(_rules(found)), lines)


def _read(path: Path) -> Instance:
    numbers = map(int, path.read_text("utf-8").split())

    def grid(rows: int, columns: int) -> Grid:
        return [[next(numbers) for _ in range(columns)] for _ in range(rows)]

    sizes = Sizes(*(next(numbers) for _ in Sizes._fields))
    return Instance(
        sizes,
        grid(sizes.people, sizes.groups),
        grid(sizes.people, sizes.tasks),
        grid(sizes.groups, sizes.tasks),
        [grid(sizes.days, len(TURNS)) for _ in range(sizes.tasks)],
        [next(numbers) for _ in range(sizes.tasks)],
    )


def _name(person: int) -> str:
    return f"p{person}"


def _unit(task: int) -> str:
    return f"T{task:03d}"


def _units(row: list[int]) -> tuple[str, ...]:
    """The tasks of a row of ones and noughts; a person without any may do nothing."""
    return tuple(_unit(task) for task, is_one in enumerate(row) if is_one) or ("none",)


def _rules(found: Instance) -> Iterator[Rule]:
    sizes = found.sizes
    yield RightPost()
    yield OneShiftADay(mode=HARD)
    yield TurnsThatFollow(mode=HARD, turns=("afternoon",), not_next=TURNS[:2])
    yield TurnsThatFollow(mode=HARD, turns=("morning",), not_next=TURNS[:1])
    yield RunOfDays(mode=HARD, most=6)
    yield LongestRunOff(mode=WISH, tier=FLOOR, most=5)
    sundays = len(range(6 - sizes.start_day, sizes.days, 7))
    yield MostWeekends(mode=HARD, days=("Sun",), most=3 * sundays // 4)
    for turn in TURNS:
        yield LeastOfATurn(mode=WISH, tier=FLOOR, turns=(turn,), least=2)
    target = int(140 / 28 * sizes.days + 0.5) - 7 * sizes.holidays
    yield LeastHours(mode=WISH, tier=COST, least=timedelta(hours=target))
    yield MostHours(mode=WISH, tier=COST, most=timedelta(hours=target))
    yield WholeWeekends(mode=WISH, tier=COST, weight=10)
    yield from _prices(found)
    yield from _groups(found)


def _prices(found: Instance) -> Iterator[Rule]:
    sizes, units = found.sizes, [_unit(task) for task in range(found.sizes.tasks)]
    dispatch, vehicles = units[: sizes.dispatch_tasks], units[sizes.dispatch_tasks :]
    for (below, above), named in ((DISPATCH, dispatch), (VEHICLES, vehicles)):
        bound = frozenset(named)
        yield NumbersWanted(tier=COST, units=bound, below=below, above=above)


def _groups(found: Instance) -> Iterator[Rule]:
    members = defaultdict[int, set[PersonId]](set)
    for nth, row in enumerate(found.person_group):
        for group, is_in in enumerate(row):
            if is_in:
                members[group].add(PersonId(_name(nth)))
    for group, people in members.items():
        is_dispatch = group < found.sizes.dispatch_groups
        yield OwnGroup(
            tier=COST,
            weight=LENT_BY_DISPATCH if is_dispatch else LENT,
            people=frozenset(people),
            cars=_units(found.group_task[group]),
        )
