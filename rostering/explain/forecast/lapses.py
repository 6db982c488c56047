"""Training that runs out, and the shifts that are lost until it is renewed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from constraints.training_in_date import TrainingInDate
from rostering.domain import (
    Course,
    Fill,
    Person,
    PersonId,
    Place,
    Problem,
    Shift,
    Training,
)
from rostering.domain.time import DAY, DateRange
from rostering.eligibility import Eligibility

Barred = dict[PersonId, list[Fill]]


@dataclass(frozen=True, slots=True)
class Lapse:
    """A skill that somebody holds up to a day, and no longer."""

    person: PersonId
    skill: str
    last: date
    place: Place
    lost: tuple[Shift, ...]
    """The shifts that nothing but training keeps the person from afterwards."""
    course: Course | None
    """The last day of the first course that they are booked on to renew it."""

    @property
    def is_renewed_in_time(self) -> bool:
        """Whether a course is booked that ends before the training does."""
        return self.course is not None and _day_of(self.course) <= self.last


def lapses(
    problem: Problem, eligible: Eligibility, *, last: date | None = None
) -> tuple[Lapse, ...]:
    """Training that ends in the period or costs shifts in it; most shifts first.

    Args:
        problem: What is asked.
        eligible: Who is barred from what.
        last: Tickets that end up to this day are told of; without it, those that end
            within their days of warning.
    """
    barred = _barred_by_training(eligible)
    found = [
        lapse
        for person in problem.people
        if person.id in problem.within_reach
        for skill, warn_days in _needed(problem, person).items()
        for lapse in _lapses_of(problem, person, skill, barred)
        if lapse.lost or _is_soon(problem, lapse, warn_days, last)
    ]
    return tuple(sorted(found, key=lambda x: (-len(x.lost), x.last, x.person, x.skill)))


def _is_soon(problem: Problem, lapse: Lapse, warn_days: int, last: date | None) -> bool:
    """Whether it ends in the period, or within its days of warning from day one."""
    period = problem.period
    warned = last or period.first + timedelta(days=warn_days)
    return period.first <= lapse.last <= max(period.last, warned)


def _barred_by_training(eligible: Eligibility) -> Barred:
    """The fills against which nothing else speaks."""
    barred: defaultdict[PersonId, list[Fill]] = defaultdict(list)
    for fill, reasons in eligible.reasons.items():
        if all(reason.rule == TrainingInDate.code for reason in reasons):
            barred[fill.person].append(fill)
    return dict(barred)


def _needed(problem: Problem, person: Person) -> dict[str, int]:
    """The skills that the person needs in some post, with the days of warning."""
    needed: dict[str, int] = {}
    shifts = problem.within_reach[person.id]
    crews = {shift.crew for shift in shifts}
    for post in {post for crew in crews for post in crew.posts}:
        if post.admits(person.role):
            needed |= {skill: needed.get(skill, 0) for skill in post.skills}
            for need in problem.needs_of(person.role, post.name):
                needed[need.skill] = max(needed.get(need.skill, 0), need.warn_days)
    return needed


def _lapses_of(
    problem: Problem, person: Person, skill: str, barred: Barred
) -> Iterator[Lapse]:
    held = problem.training_of.get((person.id, skill), ())
    for last, ticket in _ends(held).items():
        begins = [x.valid.first for x in held if x.valid.first and x.valid.first > last]
        bare = DateRange(last + DAY, min(begins) - DAY if begins else None)
        lost = {
            fill.shift
            for fill in barred.get(person.id, ())
            if _asks(problem, person, fill, skill)
            and any(day in bare for day in fill.shift.span.days)
        }
        course = _renewal(problem, person.id, skill)
        yield Lapse(person.id, skill, last, ticket.place, tuple(sorted(lost)), course)


def _ends(held: Sequence[Training]) -> dict[date, Training]:
    """The last days after which no ticket carries on, each with one that ends then."""
    ends = {ticket.valid.last: ticket for ticket in held}
    return {
        last: ticket
        for last, ticket in ends.items()
        if last and not any(last + DAY in other.valid for other in held)
    }


def _asks(problem: Problem, person: Person, fill: Fill, skill: str) -> bool:
    needs = problem.needs_of(person.role, fill.post)
    in_post = fill.shift.crew.by_name[fill.post].skills
    return skill in in_post or any(need.skill == skill for need in needs)


def _renewal(problem: Problem, person: PersonId, skill: str) -> Course | None:
    """The course from the first day of the period on; its last day if it has more."""
    booked = [
        course
        for course in problem.courses_of.get(person, ())
        if course.skill == skill and _day_of(course) >= problem.period.first
    ]
    first = min(booked, key=lambda course: course.span, default=None)
    same = [course for course in booked if first and course.id == first.id]
    return max(same, key=lambda course: course.span, default=None)


def _day_of(course: Course) -> date:
    return course.span.local_start.date()
