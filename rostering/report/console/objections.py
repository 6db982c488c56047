"""What the rules have against one person or another in one post, as a table."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from rostering.domain import Fill, Problem
from rostering.explain.words import cells
from rostering.report.console.screen import table
from rostering.report.people import names_in

if TYPE_CHECKING:
    from rostering.explain.options import Objection, Option

NEVER = "POST-01"
"""The rule by which somebody is for other posts, or other cars, on every day."""
FEW = 6
"""Up to so many people or cars a row names before it counts them."""


def nearest_first(options: Sequence["Option"]) -> "list[Option]":
    """By how much is against it; of what never may be, where other things may, why.

    Whoever is for another post, or for another car, need not read what else is so.
    """
    found = sorted(options, key=lambda option: len(option.objections))
    if all(map(_never, found)):
        return found
    kept = [
        replace(option, objections=_never(option)) for option in found if _never(option)
    ]
    return [*(option for option in found if not _never(option)), *kept]


def _never(option: "Option") -> "tuple[Objection, ...]":
    """What the person's role and cars have against it."""
    return tuple(each for each in option.objections if each.rule == NEVER)


def objection_table(options: Sequence["Option"], problem: Problem, first: str) -> Table:
    """One row a reason; whoever has none is free, and whoever has the same share it."""
    made = table(first, "rule", "what is against it")
    made.columns[1].no_wrap = True
    groups: dict[tuple[tuple[str, str], ...], list[Option]] = {}
    for option in options:
        groups.setdefault(_told(option, problem, first), []).append(option)
    for told, alike in groups.items():
        head = _head(alike, problem, first)
        for rule, said in told:
            made.add_row(Text(head), rule, Text(said))
            head = ""
    return made


def _told(
    option: "Option", problem: Problem, first: str
) -> tuple[tuple[str, str], ...]:
    """Each rule and what it has against the option, with its cell."""
    if not option.objections:
        return (("", _free(option, problem, first)),)
    return tuple(
        (each.rule, objection_in_words(each, option, problem))
        for each in option.objections
    )


def _head(alike: "Sequence[Option]", problem: Problem, first: str) -> str:
    """Who they are, or which cars and posts: the first few."""
    if first == "name":
        heads = [problem.person[option.fill.person].name for option in alike]
    else:
        heads = [f"{car(option.fill)}, {option.fill.post}" for option in alike]
    more = f"and {len(heads) - FEW} more" if len(heads) > FEW else ""
    return "\n".join(filter(None, [*heads[:FEW], more]))


def _free(option: "Option", problem: Problem, first: str) -> str:
    """That nothing is against it, and in whose place where that is not plain."""
    if option.instead_of is None or first == "name":
        return "nothing: free"
    return f"nothing: free to be there for {problem.person[option.instead_of].name}"


def objection_in_words(
    objection: "Objection", option: "Option", problem: Problem
) -> str:
    """The rule's words and cell, with whom they are about unless it is the person."""
    said = objection.because + cells([objection.place])
    if objection.subject in (option.fill.person, option.fill.shift.id):
        return said
    return f"{names_in(objection.subject, problem)}: {said}"


def car(fill: Fill) -> str:
    """The car and its turn: `JR-04 late`."""
    return f"{fill.shift.unit} {fill.shift.turn}"
