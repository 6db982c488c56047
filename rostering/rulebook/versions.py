"""One rule as often as it is set differently, each time for those it then binds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from constraints import Rule
from inputs import likely
from rostering.domain import Fault, Mode, RuleSetting
from rostering.rulebook.rows import changes
from rostering.rulebook.scopes import Scopes


def versions(
    kind: type[Rule],
    rows: Sequence[RuleSetting],
    scopes: Scopes,
    faults: list[Fault],
) -> Iterator[Rule]:
    """One rule for each setting, the most specific first; each takes those left."""
    groups = _by_word(kind, rows, scopes)
    general = changes(kind, groups[""], faults)
    bound_by: dict[Rule, frozenset[str] | None] = {}
    taken: frozenset[str] = frozenset()
    for word in scopes.narrowest_first(groups, of_cars=kind.binds_cars):
        own = changes(kind, groups[word], faults) if word else {}
        bound = _bound(kind, word, groups[word], scopes, faults)
        if bound is None and taken:
            bound = scopes.everybody(of_cars=kind.binds_cars)
        rule = _made(kind, {**general, **own}, groups[word], faults)
        left = None if bound is None else bound - taken
        taken |= bound or frozenset()
        if rule is not None and (left is None or left):
            earlier = bound_by.get(rule) or frozenset()
            bound_by[rule] = None if left is None else left | earlier
    for rule, left in bound_by.items():
        scope: dict[str, Any] = {"units" if kind.binds_cars else "people": left}
        yield replace(rule, **scope)


def _by_word(
    kind: type[Rule], rows: Sequence[RuleSetting], scopes: Scopes
) -> defaultdict[str, list[RuleSetting]]:
    """The rows for each word of `applies to`; a row with several is in several."""
    groups: defaultdict[str, list[RuleSetting]] = defaultdict(list)
    groups[""] = []
    for row in rows:
        for word in scopes.words(row.applies_to, of_cars=kind.binds_cars):
            groups[word].append(row)
    return groups


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
        people = "a person, role, employer, or the call sign or area of a home car"
        wanted = "a call sign or area" if of_cars else people
        near = likely(word, scopes.names(of_cars=of_cars))
        faults.extend(
            Fault(row.place, f"applies to {row.applies_to}", wanted, near)
            for row in rows
        )
    return bound


def _made(
    kind: type[Rule],
    changed: Mapping[str, Any],
    rows: Sequence[RuleSetting],
    faults: list[Fault],
) -> Rule | None:
    """The rule so changed; None where it is off."""
    fields = {name: value for name, value in changed.items() if name != "on"}
    if fields.get("mode") is Mode.HARD and not kind.may_be_hard:
        wanted = "wish: no rota can promise it"
        hard = (row.place for row in rows if row.mode is Mode.HARD)
        faults.extend(Fault(place, f"{kind.code} hard", wanted) for place in hard)
        return None
    return kind(**fields) if changed.get("on", kind.is_usual) else None
