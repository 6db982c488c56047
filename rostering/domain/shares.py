"""Fair shares of what nobody likes more than others: late finishes, weekends.

People of one role, on one kind of terms, are a group, as far as the cars that they may
ride connect them. What the group shares is the dates to be worked in the period, one
for each place for which its role is the first choice, and the dates that it has on
record in the remembered weeks. Each person's part is in proportion to chances:

- with contracted hours: weekly minutes x days at hand (employed, not on leave), from
  the group's first date on record until the end of the period;
- for a team's member, and for people who offer time: dates within reach in the period
  for each day at hand in it, x the same days. What somebody can do now stands for what
  they could do in the weeks before.

Where people of one role are on different terms, each kind shares all the places, as if
it were alone; for what the hours hold, see `Share.least`.

An example: 56 late finishes are planned and 24 on record, so 80 are shared. Ann works
37 h 30 min a week and was at hand for all of 25 weeks: 2250 x 175 = 393 750. Bob works
22 h 30 min and came with the period, 8 weeks long: 1350 x 56 = 75 600. Ann's part is
80 x 393 750 / 469 350, 67.1; Bob's is 12.9. Fair is 67 or 68 for Ann, 12 or 13 for Bob.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from math import ceil, floor
from typing import Protocol

from rostering.domain.duty import DutyKind
from rostering.domain.people import Person, PersonId
from rostering.domain.problem import Problem
from rostering.domain.reach import days_at_hand, is_off_road
from rostering.domain.time import Period, Span
from rostering.domain.units import Post, Shift

Marks = Mapping[Shift, date]
"""The shifts that count, each with the date as which it counts."""


class Measure(Hashable, Protocol):
    """What is shared: how work counts as a date."""

    def mark(self, problem: Problem, span: Span, day: date) -> date | None:
        """The date as which the work counts; None where it does not count.

        Work that counts as the same date counts once for one person.
        """


@dataclass(frozen=True, slots=True)
class Share:
    """What is fair for one person: between least and most."""

    exact: Fraction
    recorded: frozenset[date]
    """What the person has on record in the remembered weeks."""
    attainable: int
    """How many the person could still come to have."""
    has_least: bool
    """Whether to have less is unfair too: so it is with contracted hours only."""

    @property
    def most(self) -> int:
        """The share rounded up; never less than what is on record already."""
        return max(ceil(self.exact), len(self.recorded))

    @property
    def least(self) -> int:
        """The share rounded down; never more than what is attainable."""
        return min(floor(self.exact), self.attainable) if self.has_least else 0


class Terms(Enum):
    """On what kind of terms somebody rides a car."""

    CONTRACT = "contract"
    TEAM = "team"
    OFFERS = "offers"


def shares(problem: Problem, measure: Measure) -> Mapping[PersonId, Share]:
    """The share of everybody whose group has places and chances in the period."""
    if measure not in problem.shares:
        problem.shares[measure] = dict(_shares(problem, measure))
    return problem.shares[measure]


def _shares(problem: Problem, measure: Measure) -> Iterator[tuple[PersonId, Share]]:
    marks = _marks(problem, measure)
    recorded = {p.id: _recorded(problem, measure, p.id) for p in problem.people}
    for role, people, shifts in _groups(problem, marks):
        places = _places(role, shifts, marks)
        chances = _chances(problem, people, marks, recorded)
        every_chance = sum(chances.values())
        if places and every_chance:
            whole = places + sum(len(recorded[p.id]) for p in people)
            for person in people:
                exact = whole * chances[person.id] / every_chance
                done = recorded[person.id]
                yield person.id, _share(problem, person, exact, marks, done)


def _marks(problem: Problem, measure: Measure) -> Marks:
    marked = (
        (shift, measure.mark(problem, shift.span, shift.day))
        for shift in problem.shifts
        if not is_off_road(problem, shift)
    )
    return {shift: mark for shift, mark in marked if mark is not None}


def _groups(
    problem: Problem, marks: Marks
) -> Iterator[tuple[str, list[Person], list[Shift]]]:
    """Role, people and shifts of each group; no two groups of a role share a car."""
    shifts: defaultdict[str, list[Shift]] = defaultdict(list)
    for shift in marks:
        shifts[shift.unit].append(shift)
    alike: defaultdict[tuple[str, Terms], list[Person]] = defaultdict(list)
    for person in problem.people:
        alike[person.role, terms_of(person)].append(person)
    for (role, _), people in alike.items():
        for group, cars in parted(people, shifts.keys()):
            yield role, group, [shift for car in sorted(cars) for shift in shifts[car]]


def terms_of(person: Person) -> Terms:
    """On what kind of terms the person rides a car."""
    if person.team:
        return Terms.TEAM
    return Terms.OFFERS if person.offers_time else Terms.CONTRACT


def parted(
    people: Iterable[Person], cars: AbstractSet[str]
) -> list[tuple[list[Person], AbstractSet[str]]]:
    """The people in as many groups as the cars that they may ride allow."""
    groups: list[tuple[list[Person], AbstractSet[str]]] = []
    for person in people:
        group, theirs = [person], cars & set(person.units or cars)
        apart = []
        for others, shared in groups:
            if shared.isdisjoint(theirs):
                apart.append((others, shared))
            else:
                group, theirs = [*others, *group], theirs | shared
        groups = [*apart, (group, theirs)]
    return groups


def _places(role: str, shifts: Iterable[Shift], marks: Marks) -> Fraction:
    """How much there is to share in the period.

    Shifts of several days that count as one date can be worked by the same people: so
    it is the day with most places that counts.
    """
    by_day: defaultdict[tuple[date, date], Fraction] = defaultdict(Fraction)
    for shift in shifts:
        by_day[marks[shift], shift.day] += sum(
            _part(post, role) for post in shift.crew.posts
        )
    fullest: defaultdict[date, Fraction] = defaultdict(Fraction)
    for (mark, _), number in by_day.items():
        fullest[mark] = max(fullest[mark], number)
    return sum(fullest.values(), Fraction())


def _part(post: Post, role: str) -> Fraction:
    """The role's part of the post's places: roles preferred alike have equal parts."""
    first = post.roles[0]
    return Fraction(post.wanted, len(first)) if role in first else Fraction()


def _recorded(problem: Problem, measure: Measure, person: PersonId) -> frozenset[date]:
    found = (
        measure.mark(problem, duty.span, duty.day)
        for duty in problem.history_of.get(person, ())
        if duty.kind is DutyKind.WORKED and duty.unit and duty.day in problem.memory
    )
    return frozenset(mark for mark in found if mark is not None)


def _chances(
    problem: Problem,
    people: Iterable[Person],
    marks: Marks,
    recorded: Mapping[PersonId, frozenset[date]],
) -> dict[PersonId, Fraction]:
    period = problem.period
    first = min((d for p in people for d in recorded[p.id]), default=period.first)
    counted = Period(min(first, period.first), period.last)
    return {
        person.id: _rate(problem, person, marks)
        * days_at_hand(problem, person, counted)
        for person in people
    }


def _rate(problem: Problem, person: Person, marks: Marks) -> Fraction:
    """The person's chances on one day at hand."""
    if terms_of(person) is Terms.CONTRACT:
        return Fraction(person.weekly_minutes or 0)
    days = days_at_hand(problem, person, problem.period)
    reached = {marks[s] for s in problem.within_reach.get(person.id, ()) if s in marks}
    return Fraction(len(reached), days) if days else Fraction()


def _share(
    problem: Problem,
    person: Person,
    exact: Fraction,
    marks: Marks,
    recorded: frozenset[date],
) -> Share:
    reached = [s for s in problem.within_reach.get(person.id, ()) if s in marks]
    fresh = {marks[shift] for shift in reached} - recorded
    is_contracted = terms_of(person) is Terms.CONTRACT
    held = _held(problem, person, reached) if is_contracted else len(fresh)
    attainable = len(recorded) + min(len(fresh), held)
    return Share(exact, recorded, attainable, is_contracted)


def _held(problem: Problem, person: Person, shifts: list[Shift]) -> int:
    """How many shifts of the common length the contracted hours have room for."""
    if not shifts:
        return 0
    days = days_at_hand(problem, person, problem.period)
    minutes = Fraction((person.weekly_minutes or 0) * days, 7)
    return floor(minutes * len(shifts) / sum(shift.span.minutes for shift in shifts))
