"""LEAVE-01: whoever is away is not put on a car."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import (
    Breach,
    Course,
    Kind,
    Leave,
    Limit,
    Person,
    PersonId,
    Post,
    Problem,
    Rota,
    Shift,
    Span,
)
from rostering.domain.time import day_in_words, instant

_SPILL = Limit(
    timedelta(hours=7),
    is_least=False,
    law="annex O to the Police Regulations 2003, whose day begins at 07:00",
    may_be_nothing=True,
)


@dataclass(frozen=True, kw_only=True)
class LeaveBlocks(BarringRule):
    """Nobody works on leave, while away, on a training day, at court or on a course.

    Why: approved leave is immovable, family leave by law, and courses and court are
    duties of their own (LV-LINE, AB-MAT, AB-TRAIN, POL-COURT). A late turn that ends
    in the small hours belongs to the day before: the police force's day begins at
    07:00, and working past it into leave is a recall that must be paid back.

    Note: only approved leave counts. Whole days reach from midnight to midnight; an
    absence with clock times, and every course, blocks any shift that overlaps it. Of
    someone with two rows both count, save that annual and unpaid leave, time back and
    rest in one role leave the other free.

    Attributes:
        spill: How long into the first morning of whole days away a shift may run
            that began on the day before, in hours.
    """

    code: ClassVar[str] = "LEAVE-01"
    title: ClassVar[str] = "Leave, training, court and courses"
    briefly: ClassVar[str] = "away"
    kind: ClassVar[Kind] = Kind.LAW
    law: ClassVar[Mapping[str, Limit]] = {"spill": _SPILL}
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = (
        "LV-LINE",
        "POL-AL-RECALL",
        "POL-COURT",
        "AB-TRAIN",
        "AB-COURT",
        "AB-SICK",
        "AB-MAT",
        "AB-STUDY",
        "AB-PRIVACY",
        "CONV-DAY",
    )
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L A L",
        "Ann - A\nneed L -",
        "Ann T+S",
        "Ann N T",
        "Ann L\nleave Ann court@9-15 x",
        "Ann S\nleave Ann sick - x",
        "Ann A -\nBob:regular L L",
        "Ann A\nSam:special S\nterms Sam same_as=Ann",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann A+L",
        "Ann N A",
        "Ann T+L",
        "Ann L\nleave Ann court@9-16 x",
        "Ann L\nleave Ann court x",
        "Ann - - S\nleave Ann sick x x x",
        "Ann -\nSam:special S\nterms Sam same_as=Ann\nleave Ann sick x",
        "Ann T\nSam:special L\nterms Sam same_as=Ann",
    )

    spill: timedelta = timedelta(hours=3)

    def may_bar(self, problem: Problem, person: Person) -> bool:
        """Only whoever is ever away or on a course."""
        is_away = _absences(problem, person.id) or _courses(problem, person.id)
        return self.binds(person.id) and bool(is_away)

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Compare the shift with the stretches in which the person is away."""
        for leave in _absences(problem, person.id):
            if shift.span.overlaps(leave.span) and self._stops(leave, shift):
                kind = leave.kind.in_words
                return Bar(_leave_in_words(leave), leave.place, kind)
        for course in _courses(problem, person.id):
            if shift.span.overlaps(course.span):
                return Bar(_course_in_words(course), course.place, "on a course")
        return None

    def _stops(self, leave: Leave, shift: Shift) -> bool:
        """Whether a leave that the shift overlaps is more than it may spill into."""
        is_on_the_eve = shift.day < leave.span.local_start.date()
        if is_on_the_eve and _fills_its_days(leave.span):
            return shift.span.end > leave.span.start + self.spill
        return True

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Look into everybody's diary for each date that a shift of theirs touches."""
        for person in self.bound_people(rota.problem):
            shifts = rota.shifts_of(person.id)
            diary = _Diary.of(person.id, rota.problem) if shifts else _Diary()
            for shift in shifts:
                found = self._found_in(diary, shift)
                for fill in rota.crew_of(shift):
                    if found and fill.person == person.id:
                        because = f"{found}, but on {shift.in_words}"
                        yield self.breach(person.id, because, day=shift.day)

    def _found_in(self, diary: "_Diary", shift: Shift) -> str:
        for day in shift.span.days:
            into_the_day = shift.span.end - instant(day, time())
            if day in diary.days and (day == shift.day or into_the_day > self.spill):
                return diary.days[day]
        for span, words in diary.hours:
            if shift.span.minutes_within(span):
                return words
        return ""


@dataclass(frozen=True)
class _Diary:
    """When one person is away: dates with the reason, and hours with the reason."""

    days: dict[date, str] = field(default_factory=dict)
    hours: tuple[tuple[Span, str], ...] = ()

    @classmethod
    def of(cls, person: PersonId, problem: Problem) -> "_Diary":
        """What the problem says of the person."""
        absences, courses = _absences(problem, person), _courses(problem, person)
        whole = [leave for leave in absences if _fills_its_days(leave.span)]
        timed = [(x.span, _leave_in_words(x)) for x in absences if x not in whole]
        return cls(
            {day: _leave_in_words(x) for x in whole for day in x.span.days},
            (*timed, *((x.span, _course_in_words(x)) for x in courses)),
        )


def _absences(problem: Problem, person: PersonId) -> list[Leave]:
    """All leave of the person, and of another row what is not free time."""
    return [
        leave
        for row in problem.selves(person)
        for leave in problem.approved_leave.get(row, ())
        if row == person or not leave.kind.is_free_time
    ]


def _courses(problem: Problem, person: PersonId) -> list[Course]:
    rows = problem.selves(person)
    return [course for row in rows for course in problem.courses_of.get(row, ())]


def _fills_its_days(span: Span) -> bool:
    return span.local_start.time() == span.local_end.time() == time()


def _leave_in_words(leave: Leave) -> str:
    return f"{leave.kind.in_words} {_when(leave.span)}"


def _course_in_words(course: Course) -> str:
    return f"on course {course.id} {_when(course.span)}"


def _when(span: Span) -> str:
    """`Tue 12 Jan 2027`, or with the hours where there are some."""
    first, last = (day_in_words(day) for day in (min(span.days), max(span.days)))
    if not _fills_its_days(span):
        ending = "" if first == last else f"{last} "
        first += f" {span.local_start:%H:%M}"
        last = f"{ending}{span.local_end:%H:%M}"
    return first if first == last else f"{first} to {last}"
