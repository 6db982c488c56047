"""Why there is no rota at all: pins that the rules cannot hold together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from ortools.sat.python import cp_model

from constraints import BarringRule, Rule
from rostering.build import build
from rostering.domain import Mode, Pin, PinKind, Place, Problem, Shift
from rostering.domain.time import day_in_words
from rostering.eligibility import Reason, reasons_against

NEAR = timedelta(days=8)
"""How far from a pin the shifts lie that are tried first."""
PINS = "PIN-01"


@dataclass(frozen=True, slots=True)
class Clash:
    """A smallest set of pins and rules that cannot hold together.

    Dropping any one of them makes a rota possible, as far as these pins go.
    """

    pins: tuple[Pin, ...]
    rules: tuple[str, ...]
    sentence: str
    places: tuple[Place, ...]


def clashes(problem: Problem, rules: Sequence[Rule]) -> tuple[Clash, ...]:
    """Clashes that have no pin in common; none where a rota is possible."""
    hard = [rule for rule in rules if rule.mode is Mode.HARD]
    found: list[Clash] = []
    pins = problem.pins
    while True:
        clash = _next_clash(problem, hard, pins)
        if clash is None:
            return tuple(found)
        found.append(clash)
        pins = tuple(pin for pin in pins if pin not in clash.pins)


def _next_clash(
    problem: Problem, rules: Sequence[Rule], pins: Sequence[Pin]
) -> Clash | None:
    for pin in pins:
        reasons = _bars(problem, rules, pin)
        if reasons:
            return _barred(problem, pin, reasons)
    if not pins or _is_possible(problem, rules, pins, problem.shifts):
        return None
    few = _smallest_pins(problem, rules, pins)
    shifts = _near(problem, few)
    if _is_possible(problem, rules, few, shifts):
        shifts = problem.shifts
    return _said(problem, few, _smallest_rules(problem, rules, few, shifts))


def _bars(problem: Problem, rules: Sequence[Rule], pin: Pin) -> tuple[Reason, ...]:
    """Why the pinned person can be in no post of the pinned car that day."""
    if pin.kind is PinKind.OFF:
        return ()
    person = problem.person[pin.person]
    barring = [rule for rule in rules if isinstance(rule, BarringRule)]
    reasons: list[Reason] = []
    for shift in problem.shifts_on.get(pin.day, ()):
        for post in shift.crew.posts:
            if shift.unit != pin.unit or not post.admits(person.role):
                continue
            against = tuple(reasons_against(problem, barring, person, shift, post))
            if not against:
                return ()
            reasons.extend(against)
    if reasons:
        return tuple(dict.fromkeys(reasons))
    said = f"{pin.unit} has no shift that day with a post for a {person.role}"
    return (Reason("POST-01", said, pin.place, ""),)


def _barred(problem: Problem, pin: Pin, reasons: Sequence[Reason]) -> Clash:
    name = problem.person[pin.person].name
    first = reasons[0]
    sentence = (
        f"{_words(pin, name)} is pinned at {pin.place}, but: "
        f"{first.because} ({first.rule}, {first.place})"
    )
    codes = (PINS, first.rule)
    return Clash((pin,), codes, sentence, (pin.place, first.place))


def _smallest_pins(
    problem: Problem, rules: Sequence[Rule], pins: Sequence[Pin]
) -> tuple[Pin, ...]:
    """Drop each pin in turn that the clash does not need."""
    kept = list(pins)
    for pin in pins:
        rest = [other for other in kept if other is not pin]
        if not _is_possible(problem, rules, rest, problem.shifts):
            kept = rest
    return tuple(kept)


def _smallest_rules(
    problem: Problem,
    rules: Sequence[Rule],
    pins: Sequence[Pin],
    shifts: Sequence[Shift],
) -> tuple[str, ...]:
    """Drop each rule in turn that the clash does not need."""
    kept = list(rules)
    for code in dict.fromkeys(rule.code for rule in rules):
        rest = [rule for rule in kept if rule.code != code]
        if code != PINS and not _is_possible(problem, rest, pins, shifts):
            kept = rest
    return tuple(dict.fromkeys(rule.code for rule in kept))


def _is_possible(
    problem: Problem,
    rules: Sequence[Rule],
    pins: Sequence[Pin],
    shifts: Sequence[Shift],
) -> bool:
    """Whether some rota keeps the rules with these pins; never asks which is best."""
    asked = replace(problem, pins=tuple(pins))
    decisions = build(asked, rules, shifts=shifts)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(decisions.model)
    if status == cp_model.MODEL_INVALID:
        raise AssertionError(decisions.model.validate())
    return status != cp_model.INFEASIBLE


def _near(problem: Problem, pins: Sequence[Pin]) -> tuple[Shift, ...]:
    return tuple(
        shift
        for shift in problem.shifts
        if any(abs(shift.day - pin.day) <= NEAR for pin in pins)
    )


def _said(problem: Problem, pins: Sequence[Pin], rules: Sequence[str]) -> Clash:
    facts = "; ".join(
        f"{_words(pin, problem.person[pin.person].name)} ({pin.place})" for pin in pins
    )
    codes = ", ".join(code for code in rules if code != PINS)
    sentence = (
        f"These pins cannot all hold: {facts}. Against them: {codes or 'each other'}"
    )
    return Clash(tuple(pins), tuple(rules), sentence, tuple(p.place for p in pins))


def _words(pin: Pin, name: str) -> str:
    on = "on" if pin.kind is PinKind.ON else "off"
    return f"{name} {on} {pin.unit or 'any car'} on {day_in_words(pin.day)}"
