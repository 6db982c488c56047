"""When volunteers are at work elsewhere."""

from datetime import timedelta

from rostering.domain.duty import Duty, DutyKind
from rostering.domain.people import Person
from rostering.domain.problem import Problem
from rostering.domain.time import days_between, span_between

WEEK = timedelta(days=7)
WORKING_DAYS = range(5)


def main_job_duties(problem: Problem, person: Person) -> tuple[Duty, ...]:
    """The days in the main job, from a week before the period until its end.

    They are Mondays to Fridays but bank holidays; a day with leave, or with offered
    time that runs into the job's hours, is a day off.
    """
    if person.main_job is None:
        return ()
    free = [leave.span for leave in problem.approved_leave.get(person.id, ())]
    free += [offer.span for offer in problem.offers_of.get(person.id, ())]
    period = problem.period
    spans = (
        (day, span_between(day, *person.main_job))
        for day in days_between(period.first - WEEK, period.last)
        if day.weekday() in WORKING_DAYS and day not in problem.bank_holidays
    )
    return tuple(
        Duty(person.id, DutyKind.AWAY, span, day, "main job", place=person.place)
        for day, span in spans
        if not any(span.overlaps(other) for other in free)
    )
