"""What occupies people whatever is planned: the record, leave, courses, team turns."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from rostering.domain.absence import Leave
from rostering.domain.duty import Duty, DutyKind
from rostering.domain.people import Person, PersonId
from rostering.domain.time import days_between, span_between

if TYPE_CHECKING:
    from rostering.domain.problem import Problem

STUDY_DAY = time(8), time(16)
"""The hours of a day of training, study or court for which none are given."""
TAIL = timedelta(days=14)
"""How far past the period the teams' patterns are looked at."""


def fixed_duties(problem: "Problem", person: Person) -> list[Duty]:
    """What stands in the person's diary, in order of time."""
    firm = [
        *problem.history_of.get(person.id, ()),
        *(d for x in problem.approved_leave.get(person.id, ()) for d in _away(x)),
        *_courses(problem, person.id),
    ]
    turns = _team_turns(problem, person) if person.team in problem.team else ()
    worked_days = {duty.day for duty in firm if duty.kind is DutyKind.WORKED}
    kept = [
        turn
        for turn in turns
        if turn.day not in worked_days
        and not any(turn.span.overlaps(duty.span) for duty in firm)
    ]
    return sorted([*firm, *kept], key=lambda duty: duty.span)


def _away(leave: Leave) -> Iterator[Duty]:
    """Leave as one duty; whole days of study or court as a duty in each day's hours."""
    spans = [leave.span]
    if leave.kind.is_work and leave.is_whole_days:
        spans = [span_between(day, *STUDY_DAY) for day in leave.span.days]
    for span in spans:
        yield Duty(
            leave.person,
            DutyKind.AWAY,
            span,
            span.local_start.date(),
            what=leave.kind.value,
            absence=leave.kind,
            place=leave.place,
        )


def _courses(problem: "Problem", person: PersonId) -> Iterator[Duty]:
    for course in problem.courses_of.get(person, ()):
        yield Duty(
            person,
            DutyKind.COURSE,
            course.span,
            course.span.local_start.date(),
            what=f"course {course.id}",
            place=course.place,
        )


def days_of_pattern(problem: "Problem") -> Iterator[date]:
    """The days for which the turns of teams are looked at."""
    return days_between(problem.memory.first, problem.period.last + TAIL)


def _team_turns(problem: "Problem", person: Person) -> Iterator[Duty]:
    team = problem.team[person.team]
    for day in days_of_pattern(problem):
        span = team.span_on(day)
        if span is not None and day in person.employed:
            yield Duty(
                person.id,
                DutyKind.TEAM,
                span,
                day,
                what=f"{team.name} {team.turn_on(day)}",
                place=team.place,
            )
