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
    words_of = {row: scopes.words(row.applies_to, of_cars=of_cars) for row in rows}
    words = {word for some in words_of.values() for word in some if word}

    def reach(word: str) -> frozenset[str]:
        return scopes.units(word) if of_cars else scopes.people(word)

    ordered = scopes.narrowest_first(words, of_cars=of_cars)
    own = {next((w for w in ordered if who in reach(w)), "") for who in bound or ()}
    return tuple(row for row in rows if {"", *own} & set(words_of[row]))


def telling_cell(row: RuleSetting) -> Place:
    """The cell that sets the rule: its mode, or else the figure, or else its code."""
    if row.mode is Mode.HARD:
        return row.mode_place
    return row.value_place if row.value else row.place
