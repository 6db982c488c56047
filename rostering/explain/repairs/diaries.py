"""Facts of diaries, cars and teams that could be otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from rostering.domain import (
    AbsenceKind,
    Course,
    DateRange,
    Leave,
    LeaveStatus,
    OffRoad,
    Place,
    Problem,
    Span,
)
from rostering.domain.time import DAY, day_in_words, whole_days
from rostering.explain.repairs import kindness
from rostering.explain.repairs.easings import Easing, OfPerson

ASKED_BACK = frozenset({AbsenceKind.ANNUAL, AbsenceKind.TIME_BACK})
"""Leave that may be asked back; nobody is asked about any other."""
MOVED = frozenset({AbsenceKind.STUDY, AbsenceKind.TRAINING})
"""What was booked for somebody and can be booked on another day."""


@dataclass(frozen=True)
class MoveCourse(OfPerson):
    """A person goes on a course on another date."""

    course: str
    span: Span
    kind = kindness.BOOKING

    def applied(self, problem: Problem) -> Problem:
        """With the person's place on it free."""
        courses = (
            replace(x, booked=tuple(p for p in x.booked if p != self.person))
            if self._is_it(x)
            else x
            for x in problem.courses
        )
        return replace(problem, courses=tuple(courses))

    def words(self, problem: Problem) -> str:
        """Book the person on another date."""
        name, day = problem.person[self.person].name, self.span.local_start.date()
        when = day_in_words(day)
        return f"book {name} on another date of course {self.course} than {when}"

    def places(self, problem: Problem) -> tuple[Place, ...]:
        """The course's row."""
        return tuple(x.place for x in problem.courses if self._is_it(x))

    def _is_it(self, course: Course) -> bool:
        return (course.id, course.span) == (self.course, self.span)


@dataclass(frozen=True)
class Shorten(OfPerson):
    """A person is not away on a day after all."""

    day: date
    is_booking: bool
    """Whether it is training, which can be on another day; else leave is given back."""

    @property
    def kind(self) -> kindness.Kind:
        """Training is booked on another day; other leave is asked back."""
        return kindness.BOOKING if self.is_booking else kindness.LEAVE

    def applied(self, problem: Problem) -> Problem:
        """With what is left of it before and after the day."""
        leave: list[Leave] = []
        for each in problem.leave:
            left = _without(each.span, self.day) if self._is_it(each) else [each.span]
            leave += [replace(each, span=span) for span in left]
        return replace(problem, leave=tuple(leave))

    def words(self, problem: Problem) -> str:
        """What to ask of the person."""
        name, when = problem.person[self.person].name, day_in_words(self.day)
        if self.is_booking:
            return f"book {name} for training on another day than {when}"
        return f"ask {name} to give {when} of leave back"

    def places(self, problem: Problem) -> tuple[Place, ...]:
        """The leave's own cell."""
        return tuple(leave.place for leave in problem.leave if self._is_it(leave))

    def _is_it(self, leave: Leave) -> bool:
        kinds = MOVED if self.is_booking else ASKED_BACK
        is_such = leave.person == self.person and leave.kind in kinds
        is_approved = leave.status is LeaveStatus.APPROVED
        return is_such and is_approved and self.day in leave.span.days


def _without(span: Span, day: date) -> Iterator[Span]:
    """Leave with hours goes as a whole; of whole days, the others are kept."""
    if span.local_start.time() == span.local_end.time() == time():
        days = list(span.days)
        for part in ([d for d in days if d < day], [d for d in days if d > day]):
            if part:
                yield whole_days(part[0], part[-1])


@dataclass(frozen=True)
class SpareCar(Easing):
    """A car that is off the road is back, or another stands in for it, for a day."""

    unit: str
    day: date
    kind = kindness.SPARE_CAR

    @property
    def subject(self) -> str:
        """The car."""
        return self.unit

    def applied(self, problem: Problem) -> Problem:
        """With the day cut out of those off the road."""
        off_road: list[OffRoad] = []
        for off in problem.off_road:
            kept = [off.days]
            if off.unit == self.unit and self.day in off.days:
                kept = list(_outside(off.days, self.day))
            off_road += [replace(off, days=days) for days in kept]
        return replace(problem, off_road=tuple(off_road))

    def words(self, problem: Problem) -> str:
        """Find a car."""
        return f"find a spare car for {self.unit} on {day_in_words(self.day)}"

    def places(self, problem: Problem) -> tuple[Place, ...]:
        """The rows of the days off the road."""
        days = problem.off_road_of.get(self.unit, ())
        return tuple(off.place for off in days if self.day in off.days)


def _outside(days: DateRange, day: date) -> Iterator[DateRange]:
    if days.first is None or days.first < day:
        yield DateRange(days.first, day - DAY)
    if days.last is None or days.last > day:
        yield DateRange(day + DAY, days.last)


@dataclass(frozen=True)
class WidenCar(Easing):
    """A car serves one district more, whose team may lend to it."""

    unit: str
    district: str
    kind = kindness.DISTRICT

    @property
    def subject(self) -> str:
        """The car."""
        return self.unit

    def applied(self, problem: Problem) -> Problem:
        """With the district among the car's."""
        car = problem.unit[self.unit]
        wider = replace(car, districts=(*car.districts, self.district))
        units = tuple(wider if unit == car else unit for unit in problem.units)
        return replace(problem, units=units)

    def words(self, problem: Problem) -> str:
        """Let the district's team lend."""
        return f"let the team of {self.district} lend to {self.unit}"

    def places(self, problem: Problem) -> tuple[Place, ...]:
        """The car's row."""
        return (problem.unit[self.unit].place,)


@dataclass(frozen=True)
class LendOneMore(Easing):
    """A team's least on duty is one fewer."""

    team: str
    kind = kindness.TEAM

    @property
    def subject(self) -> str:
        """The team."""
        return self.team

    def applied(self, problem: Problem) -> Problem:
        """With the least one lower."""
        team = problem.team[self.team]
        fewer = replace(team, least_on_duty=team.least_on_duty - 1)
        teams = tuple(fewer if each == team else each for each in problem.teams)
        return replace(problem, teams=teams)

    def words(self, problem: Problem) -> str:
        """What whoever leads the team must agree to."""
        least = problem.team[self.team].least_on_duty - 1
        said = f"let team {self.team} go down to {least} on duty"
        return f"{said}: whoever leads it must agree"

    def places(self, problem: Problem) -> tuple[Place, ...]:
        """The team's row."""
        return (problem.team[self.team].place,)
