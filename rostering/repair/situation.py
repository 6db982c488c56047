"""Where a repair begins: what was published, what is so now, and what is past."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from constraints import Rule
from rostering.audit import audit
from rostering.domain import (
    Audit,
    Breach,
    Crew,
    Duty,
    DutyKind,
    Fill,
    Mode,
    Person,
    PersonId,
    Post,
    Problem,
    Rota,
    Shift,
)
from rostering.domain.published import standing
from rostering.eligibility import Eligibility, eligibility
from rostering.saved.lines import RotaLine, State


def published_rota(problem: Problem, lines: Sequence[RotaLine]) -> Rota:
    """What the lines say was published, though the book may know it no longer.

    People and shifts that are no longer in the book, and shifts whose hours are other
    ones now, are as the lines have them.
    """
    shifts = {shift.id: shift for shift in problem.shifts}
    people = dict(problem.person)
    fills = set()
    for line in lines:
        if line.state is not State.FILLED:
            continue
        shift = shifts.get(line.shift_id)
        if shift is None or shift.span != line.span:
            shift = shifts[line.shift_id] = _shift_told(line)
        person = PersonId(line.person)
        people.setdefault(person, Person(person, line.name, line.role))
        fills.add(Fill(person, shift, line.post))
    then = replace(
        problem, people=tuple(people.values()), shifts=tuple(shifts.values())
    )
    return Rota(then, frozenset(fills))


def _shift_told(line: RotaLine) -> Shift:
    post = Post(line.post, (frozenset({line.role}),))
    return Shift(line.day, line.unit, line.turn, line.span, Crew(line.crew, (post,)))


@dataclass(frozen=True)
class Situation:
    """A published rota and the facts of now, from which it is repaired.

    Days before `today` are past: they stay as they were published, whatever the rules
    say of them now.
    """

    before: Rota
    facts: Problem
    rules: tuple[Rule, ...]
    today: date
    is_past_doubted: bool = False
    """Whether to look for days gone by that the rules forbid by now; it takes time."""

    @cached_property
    def problem(self) -> Problem:
        """The facts of now, with what is published and when people are told."""
        return replace(self.facts, published=self.before.fills, told_on=self.today)

    @cached_property
    def wishes(self) -> tuple[Rule, ...]:
        """The rules that need not hold."""
        return tuple(rule for rule in self.rules if rule.mode is Mode.WISH)

    @cached_property
    def wished_before(self) -> Audit:
        """The wishes that the published rota missed, before anything happened."""
        return audit(self.before, self.wishes)

    @cached_property
    def as_it_is(self) -> Rota:
        """What is left of the published rota if nobody does anything."""
        stands = standing(self.problem)
        left = (
            f for days in stands.kept.values() for fills in days.values() for f in fills
        )
        barred = self.eligible.barred
        return Rota(
            self.problem, frozenset(fill for fill in left if fill not in barred)
        )

    @property
    def lost(self) -> tuple[Shift, ...]:
        """The published shifts that would not be crewed if nobody does anything."""
        return tuple(
            shift
            for shift in self.before.crews
            if self.before.is_crewed(shift) and not self.as_it_is.is_crewed(shift)
        )

    @cached_property
    def past(self) -> frozenset[Fill]:
        """What was published for days gone by, of shifts and people still known."""
        return frozenset(
            fill
            for fill in self.before.fills
            if fill.shift.day < self.today
            and fill.person in self.facts.person
            and fill.shift.id in self.facts.shift
            and fill.post in self.facts.shift[fill.shift.id].crew.by_name
        )

    @cached_property
    def beyond_help(self) -> frozenset[Fill]:
        """Places gone by that the rules forbid by now, and that no plan can mend."""
        if not self.is_past_doubted:
            return frozenset()
        hard = [rule for rule in self.rules if rule.mode is Mode.HARD]
        left, gone = self.past, set[Fill]()
        while left:
            rota = Rota(self.problem, left)
            broken = {
                fill
                for breach in audit(rota, hard).hard
                if breach.day is None or breach.day < self.today
                for fill in _in_breach(rota, breach)
            }
            if not broken:
                break
            gone |= broken
            left -= broken
        return frozenset(gone)

    @cached_property
    def planned(self) -> Problem:
        """The problem for the solver, which is asked for nothing of the days gone by.

        What is beyond help is on record, and pins of the past are not to be kept.
        """
        pins = tuple(pin for pin in self.problem.pins if pin.day >= self.today)
        duties = (
            self.problem.shift_duty(fill.person, fill.shift)
            for fill in sorted(self.beyond_help)
        )
        worked = [duty._replace(kind=DutyKind.WORKED) for duty in duties]
        kept = self.problem.published - self.beyond_help
        history = (*self.problem.history, *_once(worked))
        return replace(self.problem, published=kept, history=history, pins=pins)

    @cached_property
    def eligible(self) -> Eligibility:
        """Who may fill which post, by the facts of now."""
        return eligibility(self.planned, self.rules)

    @property
    def settled(self) -> frozenset[Fill]:
        """The past that the solver keeps."""
        return self.past - self.beyond_help

    def rota(self, fills: frozenset[Fill]) -> Rota:
        """The whole rota of what was planned and what is past."""
        return Rota(self.problem, fills | self.beyond_help)


def _once(duties: Sequence[Duty]) -> Iterator[Duty]:
    yield from dict.fromkeys(duties)


def _in_breach(rota: Rota, breach: Breach) -> Iterator[Fill]:
    """The places that a breach is about; of a person with no day, all of them."""
    parts = breach.subject.split(" and ")
    for fill in rota.fills:
        team = rota.problem.person[fill.person].team
        is_named = fill.shift.id in parts or team in parts
        is_then = breach.day is None or fill.shift.day == breach.day
        if fill.person in parts or (is_named and is_then):
            yield fill
