"""The solver's choices in the words of rotas: who fills which post."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ortools.sat.python import cp_model

from rostering.decisions.changed import days_changed
from rostering.decisions.choices import Choices
from rostering.decisions.claims import Claim, Terms, parted
from rostering.decisions.days import Days, Rides
from rostering.domain import (
    Duty,
    DutyKind,
    Fill,
    Person,
    PersonId,
    Post,
    Problem,
    Shift,
)
from rostering.domain.grouping import grouped
from rostering.domain.published import Standing, standing

if TYPE_CHECKING:
    from datetime import date


class Possible(NamedTuple):
    """A duty that a person has, or may be given, and the claim that it is so."""

    duty: Duty
    claim: Claim
    is_choice: bool
    """Whether it is a shift to be planned; otherwise it stands unless replaced."""


class Decisions(Choices):
    """All the choices of one model, in the only vocabulary that rules have.

    `shifts` narrows the model to one component of the problem. `barred` are fills
    that eligibility has ruled out; no decision is made for them.
    """

    def __init__(
        self,
        problem: Problem,
        *,
        shifts: Sequence[Shift] | None = None,
        barred: AbstractSet[Fill] = frozenset(),
    ) -> None:
        """Make one decision for each fill that is not barred."""
        super().__init__(problem.waivers)
        self.problem = problem
        self.shifts = tuple(problem.shifts if shifts is None else shifts)
        self.fill_claims = self._decide(barred)
        self.people = self._people(barred)
        """Whoever could be on a shift; those who can be on none are in one model."""
        self._crewed: dict[Shift, Claim] = {}
        self._duties: dict[PersonId, tuple[Possible, ...]] = {}
        self._days_changed: dict[PersonId, Mapping[date, Claim]] = {}
        self._days_of: dict[PersonId, Days] = {}
        self._work_by_day: dict[PersonId, Mapping[date, tuple[Possible, ...]]] = {}
        self._rides: dict[PersonId, Rides] = {}

    def fills(self, person: PersonId, shift: Shift, post: str) -> Claim:
        """The claim that the person fills the post."""
        return self.fill_claims.get(Fill(person, shift, post), False)

    def works(self, person: PersonId, shift: Shift) -> Claim:
        """The claim that the person is on the shift, in whatever post."""
        claims = self._claims_of[person].get(shift, ())
        return claims[0] if len(claims) == 1 else self.any_of(claims)

    def rides(self, person: PersonId) -> Rides:
        """The shifts that the person could be on, each with the claim that they are."""
        if person not in self._rides:
            shifts = self._claims_of.get(person, {}).items()
            self._rides[person] = [
                (shift, claims[0] if len(claims) == 1 else self.any_of(claims))
                for shift, claims in shifts
            ]
        return self._rides[person]

    def shifts_of(self, person: PersonId) -> tuple[Shift, ...]:
        """The shifts that the person could be on, in order of time."""
        return self._shifts_of.get(person, ())

    def begun(self, shift: Shift) -> Claim:
        """The claim that somebody is on the shift."""
        posts = (self.takers(shift, post.name) for post in shift.crew.posts)
        return self.any_of(claim for takers in posts for _, claim in takers)

    def crewed(self, shift: Shift) -> Claim:
        """The claim that every post of the shift has its least."""
        if shift not in self._crewed:
            lacking = [
                self.negation(self._reached(shift, post))
                for post in shift.crew.posts
                if post.least
            ]
            self._crewed[shift] = self.negation(self.any_of(lacking))
        return self._crewed[shift]

    def _reached(self, shift: Shift, post: Post) -> Claim:
        """The claim that the post has its least."""
        claims = (claim for _, claim in self.takers(shift, post.name))
        return self.reaches(((claim, 1) for claim in claims), post.least)

    def reaches(self, terms: Terms, least: int) -> Claim:
        """The claim that a weighted sum of claims is at least so much."""
        claims, weights, fixed = parted(terms)
        if fixed + sum(min(0, weight) for weight in weights) >= least:
            return True
        if fixed + sum(max(0, weight) for weight in weights) < least:
            return False
        if min(weights) > 0 and fixed + min(weights) >= least:
            return self.any_of(claims)
        total = cp_model.LinearExpr.weighted_sum(claims, weights)
        reached = self.follows(claims)
        self.model.add(total >= least - fixed).only_enforce_if(reached)
        self.model.add(total < least - fixed).only_enforce_if(~reached)
        return reached

    def takers(
        self, shift: Shift, post: str
    ) -> Sequence[tuple[PersonId, cp_model.IntVar]]:
        """Everybody who could fill the post, with the claim that they do."""
        return self._takers.get((shift, post), ())

    def duties(self, person: PersonId) -> tuple[Possible, ...]:
        """All that occupies or may occupy the person, in order of time.

        Of someone with two rows these are the duties of both.
        """
        if person not in self._duties:
            self._duties[person] = self._possible_duties(person)
        return self._duties[person]

    def work_by_day(self, person: PersonId) -> "Mapping[date, tuple[Possible, ...]]":
        """All that is work or may be, by the day to which it belongs."""
        if person not in self._work_by_day:
            work = [each for each in self.duties(person) if each.duty.is_work]
            self._work_by_day[person] = grouped(work, lambda each: each.duty.day)
        return self._work_by_day[person]

    def _possible_duties(self, person: PersonId) -> tuple[Possible, ...]:
        rides: defaultdict[tuple[PersonId, date], list[Claim]] = defaultdict(list)
        choices = []
        for row in self.problem.selves(person):
            for shift, works in self.rides(row):
                rides[row, shift.day].append(works)
                duty = self.problem.shift_duty(row, shift)
                choices.append(Possible(duty, works, True))
        fixed = [
            Possible(
                duty,
                self.negation(self.any_of(rides[duty.person, duty.day]))
                if duty.kind is DutyKind.TEAM and (duty.person, duty.day) in rides
                else True,
                False,
            )
            for duty in self.problem.fixed_duties(person)
        ]
        return tuple(sorted([*fixed, *choices], key=lambda p: p.duty.span))

    def days_changed(self, person: PersonId) -> "Mapping[date, Claim]":
        """For each day the claim that the person's places are not as published."""
        if person not in self._days_changed:
            self._days_changed[person] = days_changed(self, person, self._standing)
        return self._days_changed[person]

    def days(self, person: PersonId) -> Days:
        """The days of the person, in whatever role."""
        if person not in self._days_of:
            self._days_of[person] = Days(self, person)
        return self._days_of[person]

    @cached_property
    def _standing(self) -> Standing:
        return standing(self.problem)

    def _decide(self, barred: AbstractSet[Fill]) -> dict[Fill, cp_model.IntVar]:
        decisions = {}
        self._takers: defaultdict[
            tuple[Shift, str], list[tuple[PersonId, cp_model.IntVar]]
        ] = defaultdict(list)
        for shift in self.shifts:
            takers = {p.name: self._takers[shift, p.name] for p in shift.crew.posts}
            for person in self.problem.candidates(shift):
                for post in shift.crew.open_to(person.role):
                    fill = Fill(person.id, shift, post.name)
                    if fill not in barred:
                        decisions[fill] = claim = self.suppose()
                        takers[post.name].append((person.id, claim))
        return decisions

    def _people(self, barred: AbstractSet[Fill]) -> tuple[Person, ...]:
        self._claims_of: defaultdict[PersonId, dict[Shift, list[cp_model.IntVar]]] = (
            defaultdict(dict)
        )
        for shift in sorted(self.shifts):
            for post in shift.crew.posts:
                for person, claim in self._takers[shift, post.name]:
                    self._claims_of[person].setdefault(shift, []).append(claim)
        self._shifts_of = {p: tuple(claims) for p, claims in self._claims_of.items()}
        counted = self._shifts_of.keys() | self._idle(barred)
        return tuple(p for p in self.problem.people if p.id in counted)

    def _idle(self, barred: AbstractSet[Fill]) -> set[PersonId]:
        """Those who can be on no shift at all: the model of the first one has them."""
        every = self.problem.shifts
        if every and every[0] not in self.shifts:
            return set()
        idle = self.problem.person.keys() - self._shifts_of.keys()
        for shift in every:
            for person in self.problem.candidates(shift):
                if person.id in idle and any(
                    Fill(person.id, shift, post.name) not in barred
                    for post in shift.crew.open_to(person.role)
                ):
                    idle.remove(person.id)
        return idle
