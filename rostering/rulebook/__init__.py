"""From the Rules sheet to rules: who is bound by what, and how strictly."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from constraints import RULES, Rule
from inputs import likely
from rostering.domain import Fault, Mode, Place, Problem, RuleSetting
from rostering.rulebook.parameters import (
    NotUnderstood,
    parse_parameter,
    write_parameter,
)
from rostering.rulebook.scopes import Scopes

__all__ = [
    "default_settings",
    "remembering",
    "rulebook",
    "setting_faults",
    "write_parameter",
]


def rulebook(problem: Problem) -> tuple[tuple[Rule, ...], tuple[Fault, ...]]:
    """The rules as the book sets them, and everything wrong with the settings.

    A rule that is set differently for some people, roles, employers or cars comes
    once for each setting; the most specific setting binds a person.
    """
    faults: list[Fault] = []
    rows = _by_code(problem.settings, faults)
    scopes = Scopes(problem)
    rules = [
        rule
        for code, kind in RULES.items()
        for rule in _versions(kind, rows[code], scopes, faults)
    ]
    return tuple(rules), tuple(faults)


def remembering(problem: Problem, rules: Sequence[Rule]) -> Problem:
    """The problem with as many weeks before the period as its rules look back on."""
    weeks = max((rule.weeks_remembered for rule in rules), default=0)
    return replace(problem, memory_weeks=max(weeks, problem.memory_weeks))


def setting_faults(settings: Sequence[RuleSetting]) -> tuple[Fault, ...]:
    """What is wrong with settings in themselves, whomever they are for."""
    faults: list[Fault] = []
    for code, rows in _by_code(settings, faults).items():
        for row in rows:
            _changes(RULES[code], [row], faults)
    return tuple(faults)


def default_settings() -> tuple[RuleSetting, ...]:
    """Every rule as it is set when a book says nothing of it, one row a parameter."""
    return tuple(row for rule in RULES.values() for row in _rows(rule()))


def _by_code(
    settings: Sequence[RuleSetting], faults: list[Fault]
) -> defaultdict[str, list[RuleSetting]]:
    """The settings of each rule; a fault for each code that no rule has."""
    rows: defaultdict[str, list[RuleSetting]] = defaultdict(list)
    for setting in settings:
        if setting.code in RULES:
            rows[setting.code].append(setting)
        else:
            wanted = "the code of a rule; `rota rules` lists them"
            near = likely(setting.code, RULES)
            faults.append(Fault(setting.place, setting.code, wanted, near))
    return rows


def _rows(rule: Rule) -> Iterator[RuleSetting]:
    row = RuleSetting(
        rule.code,
        on=True,
        mode=rule.mode,
        tier=rule.tier if rule.mode is Mode.WISH else None,
        weight=rule.weight if rule.mode is Mode.WISH else None,
    )
    names = list(rule.parameters())
    for name in names[:1] or [""]:
        yield replace(row, parameter=_spaced(name), value=_text_of(rule, name))
    for name in names[1:]:
        value = _text_of(rule, name)
        yield RuleSetting(rule.code, parameter=_spaced(name), value=value)


def _text_of(rule: Rule, parameter: str) -> str:
    return write_parameter(getattr(rule, parameter)) if parameter else ""


def _spaced(name: str) -> str:
    """A parameter's name as people read it."""
    return name.replace("_", " ")


def _versions(
    kind: type[Rule],
    rows: Sequence[RuleSetting],
    scopes: Scopes,
    faults: list[Fault],
) -> Iterator[Rule]:
    """One rule for each setting, the most specific first; each takes those left."""
    groups: defaultdict[str, list[RuleSetting]] = defaultdict(list)
    for row in rows:
        groups[row.applies_to.casefold()].append(row)
    groups.setdefault("", [])
    general = _changes(kind, groups[""], faults)
    of_cars = kind.binds_cars
    words = sorted(
        groups, key=lambda word: (-scopes.narrowness(word, of_cars=of_cars), word)
    )
    taken: frozenset[str] = frozenset()
    for word in words:
        own = _changes(kind, groups[word], faults) if word else {}
        bound = _bound(kind, word, groups[word], scopes, faults)
        if bound is None and taken:
            everybody = scopes.problem.unit if of_cars else scopes.problem.person
            bound = frozenset(everybody)
        rule = _made(kind, {**general, **own}, groups[word], faults)
        left = None if bound is None else bound - taken
        taken |= bound or frozenset()
        if rule is not None and (left is None or left):
            scope: dict[str, Any] = {"units" if of_cars else "people": left}
            yield replace(rule, **scope)


def _bound(
    kind: type[Rule],
    word: str,
    rows: Sequence[RuleSetting],
    scopes: Scopes,
    faults: list[Fault],
) -> frozenset[str] | None:
    """Whom a group of rows binds; None for everybody."""
    if not word:
        return None
    of_cars = kind.binds_cars
    bound: frozenset[str] = scopes.units(word) if of_cars else scopes.people(word)
    if not bound:
        wanted = "a call sign or area" if of_cars else "a person, role or employer"
        near = likely(word, scopes.names(of_cars=of_cars))
        faults.extend(
            Fault(row.place, f"applies to {row.applies_to}", wanted, near)
            for row in rows
        )
    return bound


def _changes(
    kind: type[Rule], rows: Sequence[RuleSetting], faults: list[Fault]
) -> dict[str, Any]:
    """What the rows of one group change, by the name of the rule's field."""
    changes: dict[str, Any] = {}
    for row in rows:
        for name, value in _row_changes(kind, row, faults):
            if changes.setdefault(name, value) != value:
                found = f"{row.code} {name} {write_parameter(value)}"
                wanted = f"one setting; it is {write_parameter(changes[name])} above"
                faults.append(Fault(row.place, found, wanted))
    return changes


def _row_changes(
    kind: type[Rule], row: RuleSetting, faults: list[Fault]
) -> Iterator[tuple[str, Any]]:
    plain = {"on": row.on, "mode": row.mode, "tier": row.tier, "weight": row.weight}
    yield from ((name, value) for name, value in plain.items() if value is not None)
    parameters = {_spaced(name): value for name, value in kind.parameters().items()}
    parameter = _spaced(row.parameter.casefold())
    if parameter and parameter not in parameters:
        wanted = "a parameter of this rule: " + (", ".join(parameters) or "it has none")
        near = likely(row.parameter, parameters)
        faults.append(Fault(row.value_place, row.parameter, wanted, near))
    elif parameter and row.value:
        try:
            value = parse_parameter(row.value, parameters[parameter])
            yield parameter.replace(" ", "_"), value
        except NotUnderstood as wanted_text:
            faults.append(Fault(row.value_place, row.value, str(wanted_text)))


def _made(
    kind: type[Rule],
    changes: Mapping[str, Any],
    rows: Sequence[RuleSetting],
    faults: list[Fault],
) -> Rule | None:
    """The rule so changed; None where it is switched off."""
    fields = {name: value for name, value in changes.items() if name != "on"}
    if fields.get("mode") is Mode.HARD and not kind.may_be_hard:
        place = next(
            (row.place for row in rows if row.mode is Mode.HARD),
            Place("", "Rules", "A1"),
        )
        faults.append(Fault(place, f"{kind.code} hard", "wish: no rota can promise it"))
        return None
    return kind(**fields) if changes.get("on", True) else None
