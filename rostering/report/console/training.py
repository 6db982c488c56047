"""Tickets that run out and the courses that renew them, on the screen."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Problem
from rostering.domain.time import day_in_words
from rostering.explain.words import cells
from rostering.report.console.cars import short_day
from rostering.report.console.forecast import FIRST_FEW, dependences_shown
from rostering.report.console.screen import (
    DONE,
    DOUBTFUL,
    FAINT,
    OPEN,
    counted,
    heading,
    table,
)

if TYPE_CHECKING:
    from rostering.explain.forecast.dependences import Dependence
    from rostering.lookahead.training import Placing, Placings

A_SHIFT = 100
"""What cover charges for one shift, but for the order of cars."""


def training_shown(
    placings: "Placings", alone: "Sequence[Dependence]", problem: Problem
) -> Iterator[RenderableType]:
    """The courses to book, what no course renews in time, and who is alone."""
    until = day_in_words(placings.last)
    if not placings.placed:
        yield Text(f"No ticket runs out unrenewed until {until}.", style=DONE)
    else:
        number = counted(len(placings.placed), "ticket")
        yield heading(f"{number} to renew until {until}")
        booked = [placing for placing in placings.placed if placing.chosen]
        if booked:
            yield _table(booked, problem)
            yield _harm(placings)
        yield from _without(placings, problem)
    if placings.renewed:
        said = f"{counted(len(placings.renewed), 'more')} are booked in time already."
        yield Text(said, style=FAINT)
    if alone:
        yield Text()
        yield from dependences_shown(alone, problem, FIRST_FEW)


def _table(booked: "Sequence[Placing]", problem: Problem) -> Table:
    made = table("runs out", "name", "skill", "book on", "the rota")
    for column in (made.columns[0], made.columns[3]):
        column.no_wrap = True
    for placing in booked:
        lapse, chosen = placing.lapse, placing.chosen
        assert chosen is not None
        course = f"{chosen.course.id}, {short_day(chosen.course.first)}"
        late = f"\nnot {lapse.course.id}: too late" if lapse.course else ""
        made.add_row(
            short_day(lapse.last),
            Text(problem.person[lapse.person].name),
            Text(lapse.skill),
            Text(f"{course}{late}"),
            _effect(placing),
        )
    return made


def _effect(placing: "Placing") -> Text:
    """What the course does to the rota, if nobody else were booked."""
    chosen = placing.chosen
    assert chosen is not None
    where = cells(chosen.course.places)
    if chosen.moves_nothing:
        return Text(f"stays as it is{where}")
    if not chosen.harm.found:
        return Text(f"changes, none is lost{where}", style=DOUBTFUL)
    shifts = -(-chosen.harm.found // A_SHIFT)
    return Text(f"loses {counted(shifts, 'shift')}{where}", style=OPEN)


def _harm(placings: "Placings") -> Text:
    """What all of them do together."""
    if not placings.harm.found:
        return Text("All together cost no cover.", style=DONE)
    shifts = counted(-(-placings.harm.found // A_SHIFT), "shift")
    proof = " No choice of dates costs less." if placings.is_proved else ""
    return Text(f"All together cost the cover of {shifts}.{proof}", style=OPEN)


def _without(placings: "Placings", problem: Problem) -> Iterator[RenderableType]:
    """By skill: whose ticket no course of the book renews in time."""
    groups: defaultdict[str, list[Placing]] = defaultdict(list)
    for placing in placings.placed:
        if placing.chosen is None:
            groups[placing.lapse.skill].append(placing)
    for skill, alike in sorted(groups.items()):
        first = min(placing.lapse.last for placing in alike)
        names = [problem.person[placing.lapse.person].name for placing in alike]
        lost = sum(len(placing.lapse.lost) for placing in alike)
        yield Text()
        number = counted(len(alike), "ticket")
        said = f"No course renews {number} of {skill} in time"
        cost = f", and {counted(lost, 'shift')} of this rota with them" if lost else ""
        yield Text(f"{said}: the first runs out on {day_in_words(first)}{cost}.")
        yield Text(f"A row of Courses with a date before then: {', '.join(names)}.")
