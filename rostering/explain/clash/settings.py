"""The rows of the Rules sheet behind a rule, and the cell that tells most."""

from constraints import Rule
from rostering.domain import Mode, Place, Problem, RuleSetting
from rostering.rulebook.scopes import Scopes


def settings_of(rule: Rule, problem: Problem) -> tuple[RuleSetting, ...]:
    """The rows of the Rules sheet that make the rule what it is."""
    scopes = Scopes(problem)
    of_cars = rule.binds_cars
    bound: frozenset[str] | None = rule.units if of_cars else rule.people
    rows = [row for row in problem.settings if row.code == rule.code]
    words = {row.applies_to for row in rows if row.applies_to}

    def reach(word: str) -> frozenset[str]:
        return scopes.units(word) if of_cars else scopes.people(word)

    own = [word for word in words if bound and bound <= reach(word)]
    narrowest = max(
        own, key=lambda w: scopes.narrowness(w, of_cars=of_cars), default=""
    )
    return tuple(row for row in rows if row.applies_to in ("", narrowest))


def telling_cell(row: RuleSetting) -> Place:
    """The cell that sets the rule: its mode, or else the figure, or else its code."""
    if row.mode is Mode.HARD:
        return row.mode_place
    return row.value_place if row.value else row.place
