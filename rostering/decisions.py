"""The solver's choices in the words of rotas: the only vocabulary that rules have.

A *claim* is something that may be true of the finished rota: a solver literal, or
plainly True or False where nothing is left to choose.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import Literal

from rostering.domain import (
    Duty,
    DutyKind,
    Fill,
    Mode,
    Person,
    PersonId,
    Problem,
    Rota,
    Shift,
    Tier,
)

Claim = Literal | bool
Terms = Iterable[tuple[Claim, int]]


class Owner(Protocol):
    """What a posting must tell of the rule that makes it."""

    @property
    def code(self) -> str: ...
    @property
    def mode(self) -> Mode: ...
    @property
    def tier(self) -> Tier: ...
    @property
    def weight(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Possible:
    """A duty that a person has, or may be given, and the claim that it is so."""

    duty: Duty
    claim: Claim
    is_choice: bool
    """Whether it is a shift to be planned; otherwise it stands unless replaced."""


class Decisions:
    """Who fills which post: all the choices of one model, and what rules say of them.

    `shifts` narrows the model to one component of the problem. `barred` are fills
    that eligibility has ruled out; no decision is made for them.
    """

    def __init__(
        self,
        problem: Problem,
        *,
        shifts: Sequence[Shift] | None = None,
        barred: frozenset[Fill] | Mapping[Fill, object] = frozenset(),
    ) -> None:
        """Make one decision for each fill that is not barred."""
        self.problem = problem
        self.shifts = tuple(problem.shifts if shifts is None else shifts)
        self.model = cp_model.CpModel()
        self.charges: defaultdict[Tier, list[tuple[cp_model.IntVar, int]]] = (
            defaultdict(list)
        )
        self.owners: dict[int, tuple[str, str]] = {}
        """Rule code and subject of each required row, by its index in the model."""
        self.fill_claims = self._decide(barred)
        self.people = self._people(barred)
        """Whoever could be on a shift; those who can be on none are in one model."""
        self._works: dict[tuple[PersonId, Shift], Claim] = {}
        self._crewed: dict[Shift, Claim] = {}
        self._uncrewed: dict[Shift, Claim] = {}
        self._duties: dict[PersonId, tuple[Possible, ...]] = {}
        self._works_on: dict[tuple[PersonId, date], Claim] = {}
        self._any_of: dict[frozenset[int], Claim] = {}

    def _decide(
        self, barred: frozenset[Fill] | Mapping[Fill, object]
    ) -> dict[Fill, cp_model.IntVar]:
        decisions = {}
        for shift in self.shifts:
            for person in self.problem.candidates(shift):
                for post in shift.crew.posts:
                    fill = Fill(person.id, shift, post.name)
                    if post.admits(person.role) and fill not in barred:
                        decisions[fill] = self.model.new_bool_var("")
        return decisions

    def _people(
        self, barred: frozenset[Fill] | Mapping[Fill, object]
    ) -> tuple[Person, ...]:
        shifts_of: defaultdict[PersonId, dict[Shift, None]] = defaultdict(dict)
        for fill in self.fill_claims:
            shifts_of[fill.person][fill.shift] = None
        self._shifts_of = {person: tuple(sorted(s)) for person, s in shifts_of.items()}
        counted = self._shifts_of.keys() | self._idle(barred)
        return tuple(p for p in self.problem.people if p.id in counted)

    def _idle(self, barred: frozenset[Fill] | Mapping[Fill, object]) -> set[PersonId]:
        """Those who can be on no shift at all: the model of the first one has them."""
        every = self.problem.shifts
        if every and every[0] not in self.shifts:
            return set()
        idle = self.problem.person.keys() - self._shifts_of.keys()
        for shift in every:
            for person in self.problem.candidates(shift):
                if person.id in idle and any(
                    post.admits(person.role)
                    and Fill(person.id, shift, post.name) not in barred
                    for post in shift.crew.posts
                ):
                    idle.remove(person.id)
        return idle

    # What may be true

    def fills(self, person: PersonId, shift: Shift, post: str) -> Claim:
        """The claim that the person fills the post."""
        return self.fill_claims.get(Fill(person, shift, post), False)

    def works(self, person: PersonId, shift: Shift) -> Claim:
        """The claim that the person is on the shift, in whatever post."""
        key = (person, shift)
        if key not in self._works:
            posts = (self.fills(person, shift, post.name) for post in shift.crew.posts)
            self._works[key] = self.any_of(posts)
        return self._works[key]

    def shifts_of(self, person: PersonId) -> tuple[Shift, ...]:
        """The shifts that the person could be on, in order of time."""
        return self._shifts_of.get(person, ())

    def begun(self, shift: Shift) -> Claim:
        """The claim that somebody is on the shift."""
        posts = (self.takers(shift, post.name) for post in shift.crew.posts)
        return self.any_of(claim for takers in posts for _, claim in takers)

    def crewed(self, shift: Shift) -> Claim:
        """A claim that can only be true where every post has its least."""
        if shift not in self._crewed:
            claim = self.model.new_bool_var("")
            for post in shift.crew.posts:
                if post.least:
                    takers = self.takers(shift, post.name)
                    enough = sum(c for _, c in takers) >= post.least
                    self.model.add(enough).only_enforce_if(claim)
            self._crewed[shift] = claim
        return self._crewed[shift]

    def uncrewed(self, shift: Shift) -> Claim:
        """A claim that can only be true where some post has not its least."""
        if shift not in self._uncrewed:
            lacks = []
            for post in shift.crew.posts:
                if post.least:
                    lacks.append(self.model.new_bool_var(""))
                    takers = self.takers(shift, post.name)
                    too_few = sum(c for _, c in takers) < post.least
                    self.model.add(too_few).only_enforce_if(lacks[-1])
            self._uncrewed[shift] = self.any_of(lacks)
        return self._uncrewed[shift]

    def takers(
        self, shift: Shift, post: str
    ) -> tuple[tuple[PersonId, cp_model.IntVar], ...]:
        """Everybody who could fill the post, with the claim that they do."""
        fills = (
            (person.id, self.fill_claims.get(Fill(person.id, shift, post)))
            for person in self.problem.candidates(shift)
        )
        return tuple((person, claim) for person, claim in fills if claim is not None)

    def duties(self, person: PersonId) -> tuple[Possible, ...]:
        """All that occupies or may occupy the person, in order of time."""
        if person not in self._duties:
            self._duties[person] = self._possible_duties(person)
        return self._duties[person]

    def _possible_duties(self, person: PersonId) -> tuple[Possible, ...]:
        rides: defaultdict[date, list[Claim]] = defaultdict(list)
        choices = []
        for shift in self.shifts_of(person):
            works = self.works(person, shift)
            rides[shift.day].append(works)
            choices.append(
                Possible(self.problem.shift_duty(person, shift), works, True)
            )
        fixed = [
            Possible(
                duty,
                self.negation(self.any_of(rides[duty.day]))
                if duty.kind is DutyKind.TEAM and duty.day in rides
                else True,
                False,
            )
            for duty in self.problem.fixed_duties(person)
        ]
        return tuple(sorted([*fixed, *choices], key=lambda p: p.duty.span))

    def works_on(self, person: PersonId, day: date) -> Claim:
        """The claim that the person works on the day, on a car or elsewhere."""
        key = (person, day)
        if key not in self._works_on:
            todays = [
                possible
                for possible in self.duties(person)
                if possible.duty.day == day and possible.duty.is_work
            ]
            is_fixed = any(not possible.is_choice for possible in todays)
            self._works_on[key] = is_fixed or self.any_of(p.claim for p in todays)
        return self._works_on[key]

    def any_of(self, claims: Iterable[Claim]) -> Claim:
        """The claim that at least one of these is true."""
        open_claims = _undecided(claims)
        if open_claims is None:
            return True
        if len(open_claims) < 2:
            return open_claims[0] if open_claims else False
        key = frozenset(claim.index for claim in open_claims)
        if key not in self._any_of:
            some = self.model.new_bool_var("")
            self.model.add_max_equality(some, open_claims)
            self._any_of[key] = some
        return self._any_of[key]

    @staticmethod
    def negation(claim: Claim) -> Claim:
        """The claim that this one is not true."""
        return not claim if isinstance(claim, bool) else claim.negated()

    # What rules say

    def forbid_together(
        self, owner: Owner, subject: str, claims: Iterable[Claim], *, amount: int = 1
    ) -> None:
        """Not all of these; where it is a wish, all of them together cost amount.

        Claims that nothing in the rota can change are never held against it.
        """
        literals = []
        for claim in claims:
            if claim is False:
                return
            if claim is not True:
                literals.append(self.negation(claim))
        if not literals:
            return
        if owner.mode is Mode.WISH:
            charge = self._charge(owner, 1, amount)
            self.model.add_bool_or([*literals, charge])
        else:
            self._require(owner, subject, self.model.add_bool_or(literals))

    def at_most_one(self, owner: Owner, subject: str, claims: Iterable[Claim]) -> None:
        """No two of these; only for a rule that must hold, and only for choices."""
        literals = [claim for claim in claims if claim is not False]
        if len(literals) > 1:
            self._require(owner, subject, self.model.add_at_most_one(literals))

    def at_most(
        self, owner: Owner, subject: str, terms: Terms, most: int, *, step: int = 1
    ) -> None:
        """A weighted sum of claims stays within most; a wish costs 1 a step begun.

        What is so before anything is planned raises the limit: a rota answers only
        for what it adds.
        """
        claims, weights, fixed = _parted(terms)
        already = fixed + sum(
            w for c, w in zip(claims, weights, strict=True) if c.index < 0
        )
        limit = max(most, already) - fixed
        highest = sum(max(0, w) for w in weights)
        if highest <= limit:
            return
        total = cp_model.LinearExpr.weighted_sum(claims, weights)
        if owner.mode is Mode.WISH:
            steps = self._charge(owner, -(-(highest - limit) // step), 1)
            self.model.add(total <= limit + step * steps)
        else:
            self._require(owner, subject, self.model.add(total <= limit))

    def at_least(
        self, owner: Owner, subject: str, terms: Terms, least: int, *, step: int = 1
    ) -> None:
        """A weighted sum of claims reaches least; a wish costs 1 a step short."""
        claims, weights, fixed = _parted(terms)
        lowest = fixed + sum(min(0, w) for w in weights)
        if lowest >= least:
            return
        total = cp_model.LinearExpr.weighted_sum(claims, weights) + fixed
        if owner.mode is Mode.WISH:
            steps = self._charge(owner, -(-(least - lowest) // step), 1)
            self.model.add(total + step * steps >= least)
        else:
            self._require(owner, subject, self.model.add(total >= least))

    def charge(self, owner: Owner, claim: Claim, amount: int = 1) -> None:
        """The claim costs amount where it is true; only for a wish."""
        if claim is True:
            claim = self.model.new_constant(1)
        if claim is not False:
            charge = self._charge(owner, 1, amount)
            self.model.add_bool_or([self.negation(claim), charge])

    def suppose(self) -> cp_model.IntVar:
        """A new yes or no of a rule's own, for what a rota does not say by itself."""
        return self.model.new_bool_var("")

    def implies(self, claim: Claim, other: Claim) -> None:
        """Where the first claim is true, so is the second."""
        if claim is True:
            self.model.add_bool_or([other])
        elif claim is not False and other is not True:
            self.model.add_implication(claim, other)

    def _require(
        self, owner: Owner, subject: str, constraint: cp_model.Constraint
    ) -> None:
        self.owners[constraint.index] = (owner.code, subject)

    def _charge(self, owner: Owner, most: int, amount: int) -> cp_model.IntVar:
        steps = self.model.new_int_var(0, most, "")
        self.charges[owner.tier].append((steps, amount * owner.weight))
        return steps

    # From and to rotas

    def cost(self, tier: Tier) -> cp_model.LinearExprT:
        """The sum of the tier's charges."""
        steps = [steps for steps, _ in self.charges[tier]]
        return cp_model.LinearExpr.weighted_sum(
            steps, [w for _, w in self.charges[tier]]
        )

    def fix(self, rota: Rota) -> None:
        """Allow nothing but this rota."""
        for fill, claim in self.fill_claims.items():
            self.model.add(claim == (fill in rota.fills))
        if any(fill not in self.fill_claims for fill in rota.fills):
            self.model.add_bool_or([])

    def read(self, solution: Sequence[int]) -> frozenset[Fill]:
        """The fills of a solution, given as the values of all variables."""
        return frozenset(
            fill for fill, claim in self.fill_claims.items() if solution[claim.index]
        )

    def hint(self, solution: Sequence[int]) -> None:
        """Start the next search from a solution."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        hint = self.model.proto.solution_hint
        hint.vars.extend(range(len(solution)))
        hint.values.extend(solution)


def _undecided(
    claims: Iterable[Claim],
) -> list[Literal] | None:
    """The claims still open, without repeats; None where one is plainly true."""
    found: dict[int, Literal] = {}
    for claim in claims:
        if isinstance(claim, bool):
            if claim:
                return None
        else:
            found[claim.index] = claim
    return list(found.values())


def _parted(
    terms: Terms,
) -> tuple[list[Literal], list[int], int]:
    """The open claims with their weights, and the sum of what is plainly true."""
    claims, weights, fixed = [], [], 0
    for claim, weight in terms:
        if isinstance(claim, bool):
            fixed += weight if claim else 0
        else:
            claims.append(claim)
            weights.append(weight)
    return claims, weights, fixed
