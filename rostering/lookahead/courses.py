"""Courses with all their days, and who could renew a ticket on which."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from rostering.domain import Course, PersonId, Place, Problem
from rostering.explain.forecast.lapses import Lapse


@dataclass(frozen=True)
class CourseDates:
    """One course with all its days."""

    days: tuple[Course, ...]

    @property
    def id(self) -> str:
        """What it is called."""
        return self.days[0].id

    @property
    def last(self) -> date:
        """The day on which it ends."""
        return max(course.span.local_start.date() for course in self.days)

    @property
    def first(self) -> date:
        """The day on which it begins."""
        return min(course.span.local_start.date() for course in self.days)

    @property
    def places(self) -> tuple[Place, ...]:
        """The rows of the book that name it."""
        return tuple(course.place for course in self.days)

    @property
    def places_left(self) -> int:
        """How many more it takes."""
        return min(course.places - len(course.booked) for course in self.days)

    def is_for(self, role: str) -> bool:
        """Whether it takes people of the role."""
        return all(not c.roles or role in c.roles for c in self.days)


Bookings = Iterable[tuple[PersonId, CourseDates]]
"""Who is to be on which course."""


def courses_for(problem: Problem, lapse: Lapse) -> list[CourseDates]:
    """The courses that would renew the ticket in time and have a place left."""
    days: defaultdict[str, list[Course]] = defaultdict(list)
    for course in problem.courses:
        if course.skill == lapse.skill:
            days[course.id].append(course)
    role = problem.person[lapse.person].role
    return [
        course
        for course in (CourseDates(tuple(its)) for its in days.values())
        if problem.period.first <= course.first
        and course.last <= lapse.last
        and course.is_for(role)
        and course.places_left > 0
    ]


def booked(problem: Problem, bookings: Bookings) -> Problem:
    """The problem with these people on these courses."""
    added: defaultdict[Course, list[PersonId]] = defaultdict(list)
    for person, course in bookings:
        for day in course.days:
            added[day].append(person)
    courses = tuple(
        replace(course, booked=(*course.booked, *added[course]))
        for course in problem.courses
    )
    people = {person for its in added.values() for person in its}
    return replace(problem, courses=courses).keeping_diaries(problem, but=people)
