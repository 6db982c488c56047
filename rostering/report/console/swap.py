"""A swap on the screen: whether it may be, and what it does to both."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from rostering.domain import Problem
from rostering.domain.time import day_in_words
from rostering.explain.words import cells
from rostering.report.console.screen import (
    DONE,
    FAINT,
    OPEN,
    heading,
    indented,
    table,
)
from rostering.report.console.told import told_shown
from rostering.report.gains import worth_in_words
from rostering.report.people import names_in
from rostering.report.swap import effects, swap_in_words

if TYPE_CHECKING:
    from rostering.repair.swap import Swap


def swap_shown(swap: "Swap") -> Iterator[RenderableType]:
    """Yes or no with every reason, then both sides, then what is told and owed."""
    problem = swap.before.problem
    yield heading(swap_in_words(swap))
    yield Text()
    if swap.is_allowed:
        yield Text("Yes: it breaks nothing that must hold.", style=DONE)
    else:
        yield Text("No:", style=OPEN)
    for side in swap.sides:
        for objection in side.against:
            about = names_in(objection.subject, problem)
            said = f"{objection.rule} {about}: {objection.because}"
            yield indented(Text(f"{said}{cells([objection.place])}"))
    yield Text()
    yield _effects(swap, problem)
    yield Text()
    yield _wishes(swap)
    yield Text(f"Notice is counted from {day_in_words(swap.told_on)}.", style=FAINT)
    yield Text()
    yield from told_shown(swap.changes, (problem,))


def _effects(swap: "Swap", problem: Problem) -> RenderableType:
    names = [problem.person[side.person].name for side in swap.sides]
    made = table("", f"{names[0]} now", "then", f"{names[1]} now", "then")
    first, second = (list(effects(side)) for side in swap.sides)
    for (measure, *one), (_, *other) in zip(first, second, strict=True):
        made.add_row(measure, *map(Text, (*one, *other)))
    return made


def _wishes(swap: "Swap") -> Text:
    """What everybody's wishes gain or lose, tier by tier."""
    said = worth_in_words(swap.charges) or "as good as before"
    return Text(f"For the whole rota: {said}.", style=FAINT)
