"""The answer to why somebody is on a car, or is not."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from constraints import Rule
from rostering.domain import Fill, Problem
from rostering.domain.time import day_in_words
from rostering.explain.words import cells
from rostering.report.console.cars import short_day
from rostering.report.console.screen import (
    DONE,
    DOUBTFUL,
    FAINT,
    OPEN,
    counted,
    heading,
    table,
)
from rostering.report.people import names_in

if TYPE_CHECKING:
    from rostering.explain.options import Objection, Option
    from rostering.explain.why import Why


def why_shown(why: "Why", rules: Sequence[Rule]) -> Iterator[RenderableType]:
    """Where the person is, what stops whom, and what the other way would cost."""
    problem = why.given.problem
    yield heading(_where(why))
    if why.broken is not None:
        yield Text()
        yield Text("This place breaks what must hold:", style=OPEN)
        yield _objection_table([why.broken], problem, "car")
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
        places = " and ".join(f"{_car(fill)} as {fill.post}" for fill in why.fills)
        return f"{who} is on {places} on {day}"
    cars = " or ".join(f"{shift.unit} {shift.turn}" for shift in shifts)
    return f"{who} is not on {cars} on {day}"


def _options(why: "Why") -> Iterator[RenderableType]:
    problem = why.given.problem
    if not why.is_there:
        yield Text("As everybody else stands:", style=FAINT)
        yield _objection_table(why.options, problem, "car")
    elif why.options:
        yield Text("Who else could have been there, as the rota stands:", style=FAINT)
        ordered = sorted(why.options, key=lambda option: len(option.objections))
        yield _objection_table(ordered, problem, "name")
    else:
        yield Text("Nobody else in the book could have been there.")


def _objection_table(
    options: Sequence["Option"], problem: Problem, first: str
) -> Table:
    """One row a reason; whoever has none is free."""
    made = table(first, "rule", "what is against it")
    for column in made.columns[:2]:
        column.no_wrap = True
    for option in options:
        name = problem.person[option.fill.person].name
        head = name if first == "name" else f"{_car(option.fill)}, {option.fill.post}"
        if not option.objections:
            made.add_row(Text(head), "", Text(_free(option, problem, first)))
        for objection in option.objections:
            told = _because(objection, option, problem) + cells([objection.place])
            made.add_row(Text(head), objection.rule, Text(told))
            head = ""
    return made


def _free(option: "Option", problem: Problem, first: str) -> str:
    """That nothing is against it, and in whose place where that is not plain."""
    if option.instead_of is None or first == "name":
        return "nothing: free"
    return f"nothing: free to be there for {problem.person[option.instead_of].name}"


def _because(objection: "Objection", option: "Option", problem: Problem) -> str:
    """The rule's words, with whom they are about unless it is the person alone."""
    if objection.subject in (option.fill.person, option.fill.shift.id):
        return objection.because
    return f"{names_in(objection.subject, problem)}: {objection.because}"


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
    return f"{short_day(fill.shift.day)} {_car(fill)} as {fill.post}"


def _car(fill: Fill) -> str:
    return f"{fill.shift.unit} {fill.shift.turn}"
