"""From the Rules sheet to rules: who is bound by what, and how strictly."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from constraints import RULES, Rule
from rostering.domain import Fault, Mode, Problem, RuleSetting, Severity
from rostering.rulebook.parameters import write_parameter
from rostering.rulebook.rows import by_code, row_changes, spaced
from rostering.rulebook.scopes import Scopes
from rostering.rulebook.versions import versions
from rostering.rulebook.waivers import waiver_faults

__all__ = [
    "days_recalled",
    "default_settings",
    "remembering",
    "rulebook",
    "set_looser",
    "setting_faults",
    "write_parameter",
]


def rulebook(problem: Problem) -> tuple[tuple[Rule, ...], tuple[Fault, ...]]:
    """The rules as the book sets them, and everything doubtful about the settings.

    A rule that is set differently for some people, roles, employers or cars comes
    once for each setting; the most specific setting binds a person. A rule that is
    set looser than a law is a warning where the row names its source, else an error.
    """
    faults: list[Fault] = []
    rows = by_code(problem.settings, faults)
    scopes = Scopes(problem)
    rules = [
        rule
        for code, kind in RULES.items()
        for rule in versions(kind, rows[code], scopes, faults)
    ]
    faults += waiver_faults(problem.waivers)
    return tuple(rules), tuple(dict.fromkeys(faults))


def remembering(problem: Problem, rules: Sequence[Rule]) -> Problem:
    """The problem with as many weeks before the period as its rules look back on."""
    weeks = max((rule.weeks_remembered for rule in rules), default=0)
    return replace(problem, memory_weeks=max(weeks, problem.memory_weeks))


def days_recalled(problem: Problem, rules: Sequence[Rule]) -> frozenset[date]:
    """The days before the remembered weeks on which some rule must know who worked."""
    return frozenset().union(*(rule.days_recalled(problem) for rule in rules))


def setting_faults(settings: Sequence[RuleSetting]) -> tuple[Fault, ...]:
    """What is wrong with settings in themselves, whomever they are for."""
    faults: list[Fault] = []
    for code, rows in by_code(settings, faults).items():
        for row in rows:
            list(row_changes(RULES[code], row, faults))
    return tuple(faults)


def set_looser(settings: Sequence[RuleSetting]) -> tuple[Fault, ...]:
    """The settings that are looser than a law by a source that their rows name."""
    faults = setting_faults(settings)
    return tuple(each for each in faults if each.severity is Severity.WARNING)


def default_settings() -> tuple[RuleSetting, ...]:
    """Every rule as it is set when a book says nothing of it, one row a parameter."""
    return tuple(row for rule in RULES.values() for row in _rows(rule()))


def _rows(rule: Rule) -> Iterator[RuleSetting]:
    row = RuleSetting(
        rule.code,
        on=rule.is_usual,
        mode=rule.mode,
        tier=rule.tier if rule.mode is Mode.WISH else None,
        weight=rule.weight if rule.mode is Mode.WISH else None,
    )
    names = list(rule.parameters())
    for name in names[:1] or [""]:
        yield replace(row, parameter=spaced(name), value=_text_of(rule, name))
    for name in names[1:]:
        value = _text_of(rule, name)
        yield RuleSetting(rule.code, parameter=spaced(name), value=value)


def _text_of(rule: Rule, parameter: str) -> str:
    return write_parameter(getattr(rule, parameter)) if parameter else ""
