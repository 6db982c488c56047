"""A swap on the screen: whether it may be, and what it does to both."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from rostering.domain import Fill, Problem, Tier
from rostering.explain.words import cells
from rostering.report.console.cars import short_day
from rostering.report.console.objections import car
from rostering.report.console.screen import (
    DONE,
    DOUBTFUL,
    FAINT,
    OPEN,
    heading,
    indented,
    table,
)
from rostering.report.people import names_in
from rostering.report.swap import effects

if TYPE_CHECKING:
    from rostering.repair.swap import Side, Swap


def swap_shown(swap: "Swap") -> Iterator[RenderableType]:
    """Yes or no with every reason, then both sides, then what is told and owed."""
    problem = swap.before.problem
    yield heading(" and ".join(_gives(side, problem) for side in swap.sides))
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
    yield from _notices(swap, problem)


def _gives(side: "Side", problem: Problem) -> str:
    return f"{problem.person[side.person].name} gives {_place(side.gives)}"


def _place(fill: Fill) -> str:
    return f"{car(fill)} on {short_day(fill.shift.day)}"


def _effects(swap: "Swap", problem: Problem) -> RenderableType:
    names = [problem.person[side.person].name for side in swap.sides]
    made = table("", f"{names[0]} now", "then", f"{names[1]} now", "then")
    first, second = (list(effects(side)) for side in swap.sides)
    for (measure, *one), (_, *other) in zip(first, second, strict=True):
        made.add_row(measure, *map(Text, (*one, *other)))
    return made


def _wishes(swap: "Swap") -> Text:
    """What everybody's wishes gain or lose, tier by tier."""
    told = []
    for tier in Tier:
        its = [charge for charge in swap.charges if charge.tier is tier]
        total = sum(charge.then - charge.now for charge in its)
        if total:
            rules = ", ".join(dict.fromkeys(charge.rule for charge in its))
            better = "better" if total < 0 else "worse"
            told.append(f"{tier.title} {abs(total)} {better} ({rules})")
    said = "; ".join(told) or "as good as before"
    return Text(f"For the whole rota: {said}.", style=FAINT)


def _notices(swap: "Swap", problem: Problem) -> Iterator[RenderableType]:
    """Who is told with how much notice, and what is owed."""
    for change in swap.changes:
        name = problem.person[change.person].name
        said = f"{name}, {short_day(change.day)}: {change.kind.value}"
        late = change.notice is not None and change.notice < 0
        notice = "told too late" if late else f"{change.notice} clear days"
        yield Text(f"{said}, {notice}", style=DOUBTFUL if change.owed else "")
        for owed in change.owed:
            yield indented(Text(f"{owed.words} ({owed.source})", style=FAINT))
