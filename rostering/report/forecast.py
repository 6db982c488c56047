"""A forecast for other programs."""

from typing import TYPE_CHECKING

from rostering.domain import Problem, Shift

if TYPE_CHECKING:
    from rostering.explain.forecast import Forecast
    from rostering.explain.forecast.at_once import Rush
    from rostering.explain.forecast.choices import Choice
    from rostering.explain.forecast.dependences import Dependence
    from rostering.explain.forecast.lapses import Lapse
    from rostering.explain.forecast.workload import Hours, Workload

Document = dict[str, object]


def forecast_document(forecast: "Forecast", problem: Problem) -> Document:
    """Everything that is forecast; hours are in minutes."""
    return {
        "shifts": len(problem.shifts),
        "least_uncrewed": forecast.least_uncrewed,
        "without_candidates": [choice_document(choice) for choice in forecast.hopeless],
        "too_few_at_once": [_rush(rush) for rush in forecast.rushes],
        "one_candidate": [choice_document(choice) for choice in forecast.lone],
        "depends_on": [_dependence(x) for x in forecast.dependences],
        "hours": [_workload(workload) for workload in forecast.workloads],
        "training": [_lapse(lapse) for lapse in forecast.lapses],
    }


def shift_document(shift: Shift) -> Document:
    """One shift, by its id and its parts."""
    return {
        "shift": shift.id,
        "date": shift.day.isoformat(),
        "unit": shift.unit,
        "turn": shift.turn,
    }


def choice_document(choice: "Choice") -> Document:
    """Who may be in one post, and what is against the others."""
    return {
        **shift_document(choice.shift),
        "post": choice.post.name,
        "least": choice.post.least,
        "people": list(choice.people),
        "why": choice.sentence,
    }


def _rush(rush: "Rush") -> Document:
    return {
        "post": rush.post,
        "shifts": [shift_document(shift) for shift in rush.shifts],
        "people": list(rush.people),
        "uncrewed": rush.missing,
    }


def _dependence(dependence: "Dependence") -> Document:
    return {
        "person": dependence.person,
        "shifts": [shift_document(shift) for shift in dependence.shifts],
        "too_few_at_once": [_rush(rush) for rush in dependence.rushes],
        "least_uncrewed": dependence.uncrewed,
    }


def _workload(workload: "Workload") -> Document:
    weeks = [
        {"week_of": monday.isoformat(), **_hours(hours)}
        for monday, hours in workload.weeks
    ]
    total = _hours(workload.total)
    return {"roles": list(workload.roles), "weeks": weeks, "total": total}


def _hours(hours: "Hours") -> Document:
    return {
        "wanted": hours.wanted,
        "contract": hours.contract,
        "leave": hours.leave,
        "training": hours.training,
        "unable": hours.unable,
        "available": hours.available,
        "short": hours.short,
        "overtime": hours.overtime,
        "offered": hours.offered,
        "still_short": hours.still_short,
    }


def _lapse(lapse: "Lapse") -> Document:
    course = lapse.course
    return {
        "person": lapse.person,
        "skill": lapse.skill,
        "last_day": lapse.last.isoformat(),
        "place": str(lapse.place),
        "shifts_lost": [shift.id for shift in lapse.lost],
        "course": course and course.id,
        "course_date": course and course.span.local_start.date().isoformat(),
        "course_place": course and str(course.place),
        "renewed_in_time": lapse.is_renewed_in_time,
    }
