"""One unit of slack in a rule: the same rules, but for one figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta
from typing import Any

from constraints import Rule
from rostering.domain import Kind, Mode, Problem
from rostering.domain.time import HOUR, MINUTE
from rostering.explain.repairs.diaries import LendOneMore
from rostering.rulebook import write_parameter

STRENGTH = "TEAM-01"
"""The rule whose figure stands on another sheet: each team's least on duty."""
QUARTER = 15 * MINUTE
_DAY = 24 * 60


@dataclass(frozen=True)
class Slack:
    """Rules, or facts, that ask for one unit less in one place."""

    code: str
    what: str
    """The parameter; empty where the rule is left out altogether."""
    was: str
    now: str
    problem: Problem
    rules: tuple[Rule, ...]


def without(problem: Problem, rules: Sequence[Rule], code: str) -> Slack:
    """The rule left out altogether."""
    others = tuple(rule for rule in rules if not _is_hard(rule, code))
    return Slack(code, "", "", "", problem, others)


def units(
    problem: Problem, rules: Sequence[Rule], code: str
) -> Iterator[tuple[Slack, ...]]:
    """Each figure of the rule one unit up and one unit down.

    One of the two is looser; which of them, the solver tells.
    """
    own = [rule for rule in rules if _is_hard(rule, code)]
    for name in own[0].parameters():
        moved = (_moved(problem, rules, code, name, way) for way in (1, -1))
        if found := tuple(slack for slack in moved if slack is not None):
            yield found
    if code == STRENGTH and any(team.least_on_duty for team in problem.teams):
        yield (_one_fewer(problem, rules),)


def is_for_sale(rule: type[Rule]) -> bool:
    """Whether it may be loosened at all: no law, and nothing that keeps people safe."""
    return rule.kind not in (Kind.LAW, Kind.SAFETY)


def _is_hard(rule: Rule, code: str) -> bool:
    return rule.code == code and rule.mode is Mode.HARD


def _moved(
    problem: Problem, rules: Sequence[Rule], code: str, name: str, way: int
) -> Slack | None:
    """The parameter one unit on, in each version of the rule that has room for it."""
    made: list[Rule] = []
    for rule in rules:
        value = _stepped(getattr(rule, name), way) if _is_hard(rule, code) else None
        changed: dict[str, Any] = {name: value}
        made.append(rule if value is None else replace(rule, **changed))
    if made == list(rules) or any(
        rule.weeks_remembered > problem.memory_weeks for rule in made
    ):
        return None
    was, now = (_texts(each, code, name) for each in (rules, made))
    return Slack(code, name.replace("_", " "), was, now, problem, tuple(made))


def _stepped(value: object, way: int) -> object:
    """The value one unit on; None where it has no unit, or no room."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value + way if value + way >= 0 else None
    if isinstance(value, timedelta):
        step = way * (HOUR if value >= 2 * HOUR else QUARTER)
        return value + step if value + step >= timedelta() else None
    if isinstance(value, time):
        minutes = value.hour * 60 + value.minute + 60 * way
        return time(*divmod(minutes, 60)) if 0 <= minutes < _DAY else None
    return None


def _texts(rules: Sequence[Rule], code: str, name: str) -> str:
    """The value, or all of them where the rule is set differently for some."""
    values = [write_parameter(getattr(r, name)) for r in rules if _is_hard(r, code)]
    return " or ".join(dict.fromkeys(values))


def _one_fewer(problem: Problem, rules: Sequence[Rule]) -> Slack:
    """Every team lends one more."""
    for team in problem.teams:
        if team.least_on_duty:
            problem = LendOneMore(team.name).applied(problem)
    was, now = "as on the sheet Teams", "one fewer"
    return Slack(STRENGTH, "least on duty", was, now, problem, tuple(rules))
