"""The answer to why somebody is on a car, or is not."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from constraints import Rule
from rostering.domain import Fill
from rostering.domain.time import day_in_words
from rostering.report.console.cars import short_day
from rostering.report.console.objections import car, nearest_first, objection_table
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
    from rostering.explain.why import Why


def why_shown(why: "Why", rules: Sequence[Rule]) -> Iterator[RenderableType]:
    """Where the person is, what stops whom, and what the other way would cost."""
    problem = why.given.problem
    yield heading(_where(why))
    if why.broken is not None:
        yield Text()
        yield Text("This place breaks what must hold:", style=OPEN)
        yield objection_table([why.broken], problem, "car")
    for pin in why.held:
        yield Text(f"Pinned there: {pin.place}" if pin.place else "Pinned there.")
    yield Text()
    yield from _options(why)
    yield Text()
    yield from _verdict(why, rules)


def _where(why: "Why") -> str:
    person = why.given.problem.person[why.supposed.person]
    who = f"{person.name} ({person.id}, {person.role})"
    shifts = why.supposed.shifts
    day = day_in_words(shifts[0].day)
    if why.is_there:
        places = " and ".join(f"{car(fill)} as {fill.post}" for fill in why.fills)
        return f"{who} is on {places} on {day}"
    if len(shifts) > 1:
        return f"{who} is on no car on {day}"
    return f"{who} is not on {shifts[0].unit} {shifts[0].turn} on {day}"


def _options(why: "Why") -> Iterator[RenderableType]:
    problem = why.given.problem
    if not why.is_there:
        yield Text("As everybody else stands:", style=FAINT)
        yield objection_table(nearest_first(why.options), problem, "car")
    elif why.options:
        yield Text("Who else could have been there, as the rota stands:", style=FAINT)
        yield objection_table(nearest_first(why.options), problem, "name")
    else:
        yield Text("Nobody else in the book could have been there.")


def _verdict(why: "Why", rules: Sequence[Rule]) -> Iterator[RenderableType]:
    name = why.given.problem.person[why.supposed.person].name
    otherwise = f"Without {name} there" if why.is_there else f"With {name} there"
    said, style = _SAID[why.verdict.value]
    yield Text(f"{otherwise}: {said}", style=style)
    yield from _comparison(why, rules)
    if why.before.hard and why.otherwise.rota is not None:
        broken = counted(len(why.before.hard), "breach")
        said = (
            f"The rota as it stands has {broken} (`rota audit` shows them); the other "
        )
        said += "has none, and part of what differs may come from that."
        yield Text(said, style=DOUBTFUL)
    if why.verdict == "worse":
        yield _proof(why)


_SAID = {
    "forbidden": ("forbidden. No rota that keeps the rules has it so.", OPEN),
    "worse": ("allowed, but worse.", DOUBTFUL),
    "just as good": ("just as good. Nothing gets worse.", DONE),
    "better": ("a better rota exists.", DONE),
    "undecided": ("nothing was found in the time; give a larger --seconds.", DOUBTFUL),
}
"""What each verdict says, and its style."""


def _comparison(why: "Why", rules: Sequence[Rule]) -> Iterator[RenderableType]:
    titles = {rule.code: rule.title for rule in rules}
    if why.charges:
        costs = table("tier", "rule", "charge now", "then")
        for column in costs.columns[2:]:
            column.justify = "right"
        for charge in why.charges:
            rule = Text(f"{charge.rule} {titles.get(charge.rule, '')}")
            costs.add_row(charge.tier.title, rule, str(charge.now), str(charge.then))
        yield costs
    if why.changes:
        yield Text()
        yield Text("What would change:", style=FAINT)
        yield _change_table(why)


def _change_table(why: "Why") -> Table:
    made = table("name", "comes off", "goes on")
    for change in why.changes:
        made.add_row(
            Text(why.given.problem.person[change.person].name),
            Text("\n".join(map(_place, change.leaves))),
            Text("\n".join(map(_place, change.joins))),
        )
    return made


def _proof(why: "Why") -> Text:
    if why.otherwise.outcome == "optimal":
        return Text("Proved: no rota that has it so is worse by less.", style=FAINT)
    said = "Not proved: a rota further from this one may be worse by less."
    return Text(said, style=FAINT)


def _place(fill: Fill) -> str:
    return f"{short_day(fill.shift.day)} {car(fill)} as {fill.post}"
