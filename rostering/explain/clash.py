"""Why there is no rota at all: pins that the rules cannot hold together."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from constraints import BarringRule, Rule
from rostering.build import build
from rostering.decisions import Decisions, Row
from rostering.domain import Mode, Pin, PinKind, Place, Problem
from rostering.domain.time import day_in_words
from rostering.eligibility import Reason, reasons_against
from rostering.explain.options import PINS
from rostering.solve.worker import run

if TYPE_CHECKING:
    from ortools.sat.python.cp_model_helper import Literal


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
    asked = problem
    while True:
        clash = _next_clash(asked, hard)
        if clash is None:
            return tuple(found)
        found.append(clash)
        left = tuple(pin for pin in asked.pins if pin not in clash.pins)
        asked = replace(asked, pins=left)


def _next_clash(problem: Problem, rules: Sequence[Rule]) -> Clash | None:
    for pin in problem.pins:
        reasons = _bars(problem, rules, pin)
        if reasons:
            return _barred(problem, pin, reasons)
    rows = _Conflict(build(problem, rules)).smallest() if problem.pins else None
    return None if rows is None else _said(problem, rows)


class _Conflict:
    """A model without an objective in which every required row can be let go.

    The solver's own core is exact only so, and not smallest: it is where the
    dropping of one row after another begins.
    """

    def __init__(self, decisions: Decisions) -> None:
        self._model = decisions.model
        self._literals: dict[Row, Literal] = {}
        for index, row in decisions.rows.items():
            if row not in self._literals:
                self._literals[row] = self._model.new_bool_var("")
            switch = self._literals[row].index
            self._model.proto.constraints[index].enforcement_literal.append(switch)

    def smallest(self) -> tuple[Row, ...] | None:
        """Rows that cannot hold together, each of them needed; None if all can."""
        core = self._core(self._literals)
        if core is None:
            return None
        for row in list(core):
            if row in core:
                core = self._core(core - {row}) or core
        return tuple(sorted(core))

    def _core(self, rows: Collection[Row]) -> set[Row] | None:
        """Some of these rows that cannot hold together; None if all of them can."""
        self._model.clear_assumptions()
        self._model.add_assumptions([self._literals[row] for row in rows])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        if run(solver, self._model) != cp_model.INFEASIBLE:
            return None
        found = set(solver.sufficient_assumptions_for_infeasibility())
        return {row for row in rows if self._literals[row].index in found}


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


def _said(problem: Problem, rows: Sequence[Row]) -> Clash:
    subjects = {row.subject for row in rows if row.rule == PINS}
    pins = tuple(p for p in problem.pins if p.id in subjects)
    others = [row for row in rows if row.rule != PINS]
    facts = "; ".join(
        f"{_words(pin, problem.person[pin.person].name)} ({pin.place})" for pin in pins
    )
    against = "; ".join(f"{row.rule} {row.subject}" for row in others)
    sentence = f"These pins cannot all hold: {facts}. Against them: {against}"
    codes = tuple(dict.fromkeys(row.rule for row in rows))
    return Clash(pins, codes, sentence, tuple(pin.place for pin in pins))


def _words(pin: Pin, name: str) -> str:
    on = "on" if pin.kind is PinKind.ON else "off"
    return f"{name} {on} {pin.unit or 'any car'} on {day_in_words(pin.day)}"
