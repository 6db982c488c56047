"""Whether pins, rules and the facts of cells can hold together, some of them let go.

A *part* is what can be let go: a pin, a rule as it is set, or all that one cell says.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from ortools.sat.python import cp_model

from constraints import BarringRule, Rule
from constraints.average_week import AverageWeek
from constraints.overtime import Overtime
from constraints.pins import ANY_CAR, Pins
from constraints.rolling_week import RollingWeek
from rostering.build import build
from rostering.decisions import Decisions
from rostering.domain import (
    Fill,
    Mode,
    PairKind,
    Person,
    Pin,
    Place,
    Problem,
    Shift,
)
from rostering.eligibility import Eligibility, Reason, eligibility
from rostering.explain.clash.facts import let_go, without
from rostering.explain.clash.smallest import smallest
from rostering.solve import Outcome
from rostering.solve.worker import run, worker

Part: TypeAlias = Pin | Rule | Place

SUMS = (RollingWeek, Overtime, AverageWeek)
"""Rules on sums of hours, which tell less than what goes against a rule on a day."""
EFFORT = 20.0
"""The most work of one run, in the solver's units; hardly any needs a hundredth."""


@dataclass(frozen=True)
class Case:
    """Shifts, some of which must be crewed if so said, and what speaks against it.

    Shifts that are left out are taken to stay empty, which no rule forbids.
    """

    problem: Problem
    rules: tuple[Rule, ...]
    """Rules that must hold; wishes never stand in the way."""
    wanted: tuple[Shift, ...] = ()
    least: int = 0
    """How many of the wanted shifts must be crewed, besides what pins ask."""

    @classmethod
    def of(
        cls,
        problem: Problem,
        rules: Sequence[Rule],
        *,
        shifts: Collection[Shift],
        wanted: Sequence[Shift] = (),
        least: int = 0,
    ) -> "Case":
        """The case of some of the shifts only."""
        kept = tuple(shift for shift in problem.shifts if shift in shifts)
        hard = tuple(rule for rule in rules if rule.mode is Mode.HARD)
        few = replace(problem, shifts=kept, people=_concerned(problem, kept))
        return cls(few, hard, tuple(wanted), least)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything that can be let go."""
        return (*self.firm, *self.places)

    @cached_property
    def firm(self) -> tuple[Part, ...]:
        """The pins and the rules, the most telling first."""
        rules = [rule for rule in self.rules if not isinstance(rule, Pins)]
        return (*self.pins, *sorted(rules, key=_telling))

    def smallest(self, given: Sequence[Part] = ()) -> tuple[Part, ...]:
        """Parts that cannot hold together, each needed, where all of them cannot.

        Facts come first: mostly none is needed, which one question tells. But a few
        rules ask more where less is on record; where one of them misleads the search,
        pins and rules come first, beside all facts. What is given holds besides.
        """
        known = frozenset(given)
        places = [place for place in self.places if place not in known]
        firm = [part for part in self.firm if part not in known]
        facts = smallest(places, self.is_impossible, [*given, *firm])
        found = smallest(firm, self.is_impossible, [*given, *facts])
        if not self.is_impossible([*given, *found, *places]):
            found = smallest(firm, self.is_impossible, [*given, *places])
            facts = smallest(places, self.is_impossible, [*given, *found])
        return *found, *facts

    def is_impossible(self, parts: Collection[Part]) -> bool:
        """Whether it is proved that these parts cannot hold together."""
        return self.outcome(parts) is Outcome.INFEASIBLE

    @cached_property
    def eligible(self) -> Eligibility:
        """Who is barred from what, nothing being let go."""
        return eligibility(self.problem, self.rules)

    def reasons_at(self, place: Place) -> Iterator[tuple[Fill, Reason]]:
        """What the cell has against people in posts of these shifts."""
        for fill, reasons in self.eligible.reasons.items():
            for reason in reasons:
                if reason.place == place:
                    yield fill, reason

    def outcome(self, parts: Collection[Part]) -> Outcome:
        """Whether these parts can hold together, all others being let go."""
        status = run(solver_of_cases(), self.model(parts).model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Outcome.FEASIBLE
        is_known = status == cp_model.INFEASIBLE
        return Outcome.INFEASIBLE if is_known else Outcome.UNDECIDED

    def model(self, parts: Collection[Part]) -> Decisions:
        """The model, without an objective, in which these parts hold."""
        kept = frozenset(parts)
        gone = frozenset(self.places) - kept
        problem = replace(
            without(self.problem, gone),
            pins=tuple(pin for pin in self.pins if pin in kept),
        )
        rules = [rule for rule in self.rules if rule in kept or isinstance(rule, Pins)]
        decisions = build(problem, rules, eligible=let_go(problem, rules, gone))
        self.demand(decisions)
        return decisions

    def demand(self, decisions: Decisions) -> None:
        """Have as many of the wanted shifts crewed as must be."""
        crewed = [decisions.crewed(shift) for shift in self.wanted]
        decisions.model.add(cp_model.LinearExpr.sum(crewed) >= self.least)

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The pins that must hold."""
        period = self.problem.period
        binding = [rule for rule in self.rules if isinstance(rule, Pins)]
        return tuple(
            pin
            for pin in self.problem.pins
            if pin.day in period and any(rule.binds(pin.person) for rule in binding)
        )

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The cells of all that restrains the people who could be on these shifts."""
        problem = self.problem
        people = problem.person.keys()
        cars = {shift.unit for shift in problem.shifts}
        teams = problem.members
        places = [
            *(leave.place for leave in problem.leave if leave.person in people),
            *(x.place for x in problem.courses if not people.isdisjoint(x.booked)),
            *(off.place for off in problem.off_road if off.unit in cars),
            *(x.place for x in problem.pairs if {x.first, x.second} <= people),
            *(duty.place for duty in problem.history if duty.person in people),
            *(team.place for team in problem.teams if team.name in teams),
            *(r.place for reasons in self.eligible.reasons.values() for r in reasons),
        ]
        return tuple(dict.fromkeys(places))


def shifts_of(problem: Problem, pin: Pin) -> list[Shift]:
    """The shifts that the pin is about."""
    todays = problem.shifts_on.get(pin.day, ())
    return [s for s in todays if pin.unit in ANY_CAR or s.unit == pin.unit]


def solver_of_cases(effort: float = EFFORT) -> cp_model.CpSolver:
    """A solver for models without an objective."""
    return worker(effort, seed=0, deadline=float("inf"))


def _concerned(problem: Problem, shifts: Sequence[Shift]) -> tuple[Person, ...]:
    """Whoever could be on the shifts or is pinned, their mentors and their teams."""
    people = {person.id for shift in shifts for person in problem.candidates(shift)}
    people |= {pin.person for pin in problem.pins}
    mentors = (pair for pair in problem.pairs if pair.kind is PairKind.MENTOR)
    people |= {pair.first for pair in mentors if pair.second in people}
    teams = {problem.person[person].team for person in people} - {""}
    return tuple(p for p in problem.people if p.id in people or p.team in teams)


def _telling(rule: Rule) -> int:
    """How far back the rule stands among those that explain."""
    if isinstance(rule, BarringRule):
        return 0
    return SUMS.index(type(rule)) + 2 if isinstance(rule, SUMS) else 1
