"""The rules that bind somebody: of a book, or usually whoever has a role."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from constraints import Rule
    from rostering.cli.opened import OpenedBook

USUAL_ROLES = {
    "paramedic": "Ann:paramedic",
    "physiotherapist": "Pat:physiotherapist",
    "regular": "Bob@A",
    "special": "Sam:special\nterms Sam job=9-17",
}
"""The roles that are known without a book, each with somebody who usually has it."""


def binding(opened: "OpenedBook", whom: str) -> "tuple[Rule, ...]":
    """The rules that bind some of those meant; none where nobody is.

    The name of a car or an area asks for the rules about cars and crews.
    """
    from rostering.rulebook.scopes import Scopes

    scopes = Scopes(opened.problem)
    units = scopes.units(whom)
    people = frozenset() if units else scopes.people(whom)
    meant = [opened.problem.person[person] for person in people]
    return tuple(
        rule
        for rule in opened.rules
        if (not rule.binds_cars and any(map(rule.measures, meant)))
        or (units and rule.binds_cars and (rule.units is None or rule.units & units))
    )


def usually_binding(role: str) -> "tuple[Rule, ...]":
    """The rules that bind whoever has the role where no book sets them."""
    from constraints import RULES
    from rostering.drawing import parse

    (person,) = parse(USUAL_ROLES[role]).problem.people
    rules = (rule() for rule in RULES.values() if not rule.binds_cars)
    return tuple(rule for rule in rules if rule.measures(person))
