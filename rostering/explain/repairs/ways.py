"""From what is against somebody in a post to the facts that could be otherwise."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from rostering.domain import Fill, Leave, Problem
from rostering.domain.time import DAY
from rostering.explain.repairs.diaries import (
    ASKED_BACK,
    MOVED,
    LendOneMore,
    MoveCourse,
    Shorten,
    SpareCar,
    WidenCar,
)
from rostering.explain.repairs.easings import (
    AskForOvertime,
    AskForTime,
    Easing,
    LiftPin,
    Renew,
    WidenPerson,
)
from rostering.explain.repairs.kindness import CONSENTS
from rostering.explain.repairs.waivers import Waive

NEAR = timedelta(hours=36)
"""How far from a shift a booking may lie that keeps somebody from resting enough."""


def ways_past(problem: Problem, rule: str, fill: Fill) -> tuple[Easing, ...]:
    """What could be otherwise so that the rule has less against the fill.

    The first is the kindest; all of several may be needed, where several facts are
    against it. There is none where law, safety or somebody's health stands.
    """
    found = _WAYS[rule](problem, fill) if rule in _WAYS else iter(())
    ways = tuple(dict.fromkeys(found))
    if not ways and rule in CONSENTS:
        return (Waive(fill.person, rule),)
    return ways


def _offer(problem: Problem, fill: Fill) -> Iterator[Easing]:
    if problem.person[fill.person].offers_time:
        yield AskForTime(fill.person, fill.shift.span)


def _tickets(problem: Problem, fill: Fill) -> Iterator[Easing]:
    """A ticket for each skill that the post needs and the person lacks that day."""
    role, post = problem.person[fill.person].role, fill.shift.crew.by_name[fill.post]
    needed = {*post.skills, *(n.skill for n in problem.needs_of(role, post.name))}
    for skill in sorted(needed):
        held = problem.training_of.get((fill.person, skill), ())
        bare = [d for d in fill.shift.span.days if not any(d in x.valid for x in held)]
        if bare:
            yield Renew(fill.person, skill, fill.shift.day, is_first=not held)


def _absence(problem: Problem, fill: Fill) -> Iterator[Easing]:
    """The leave and the courses that the shift runs into, if all of them can move."""
    ways: list[Easing] = []
    for leave in problem.approved_leave.get(fill.person, ()):
        if leave.span.overlaps(fill.shift.span):
            if leave.kind not in ASKED_BACK | MOVED:
                return
            ways.append(_shortened(leave, fill))
    for course in problem.courses_of.get(fill.person, ()):
        if course.span.overlaps(fill.shift.span):
            ways.append(MoveCourse(fill.person, course.id, course.span))
    yield from ways


def _shortened(leave: Leave, fill: Fill) -> Easing:
    """Without the day of the shift; without the next where it only runs into it."""
    day = max(fill.shift.day, leave.span.local_start.date())
    return Shorten(fill.person, day, leave.kind in MOVED)


def _bookings(problem: Problem, fill: Fill) -> Iterator[Easing]:
    """What is booked so near to the shift that there is no rest between them."""
    span = fill.shift.span
    for course in problem.courses_of.get(fill.person, ()):
        if course.span.start < span.end + NEAR and span.start - NEAR < course.span.end:
            yield MoveCourse(fill.person, course.id, course.span)
    for leave in problem.approved_leave.get(fill.person, ()):
        for day in leave.span.days:
            if leave.kind in MOVED and abs(day - fill.shift.day) <= DAY:
                yield Shorten(fill.person, day, True)


def _car(problem: Problem, fill: Fill) -> Iterator[Easing]:
    person, shift = problem.person[fill.person], fill.shift
    post = shift.crew.by_name[fill.post]
    if post.admits(person.role) and not person.may_ride(shift.unit):
        yield WidenPerson(person.id, shift.unit)


def _turn(problem: Problem, fill: Fill) -> Iterator[Easing]:
    """A district more, where the team works the turn; else a change of duty."""
    shift, unit = fill.shift, problem.unit.get(fill.shift.unit)
    team = problem.team.get(problem.person[fill.person].team)
    if team is not None and unit is not None and team.turn_on(shift.day) == shift.turn:
        yield WidenCar(unit.callsign, team.district)


def _overtime(problem: Problem, fill: Fill) -> Iterator[Easing]:
    if not problem.person[fill.person].overtime:
        yield AskForOvertime(fill.person)


def _road(problem: Problem, fill: Fill) -> Iterator[Easing]:
    """A spare car for the first day off the road that the shift touches."""
    for day in fill.shift.span.days:
        if any(day in off.days for off in problem.off_road_of.get(fill.shift.unit, ())):
            yield SpareCar(fill.shift.unit, day)
            return


def _strength(problem: Problem, fill: Fill) -> Iterator[Easing]:
    team = problem.team.get(problem.person[fill.person].team)
    if team is not None and team.least_on_duty:
        yield LendOneMore(team.name)


def _pins(problem: Problem, fill: Fill) -> Iterator[Easing]:
    for pin in problem.pins:
        if (pin.person, pin.day) == (fill.person, fill.shift.day):
            yield LiftPin(pin)


_WAYS: dict[str, Callable[[Problem, Fill], Iterator[Easing]]] = {
    "AVAIL-01": _offer,
    "HOURS-04": _overtime,
    "LATE-01": _turn,
    "LEAVE-01": _absence,
    "LEAVE-02": _bookings,
    "PIN-01": _pins,
    "POST-01": _car,
    "REST-01": _bookings,
    "ROAD-01": _road,
    "SKILL-01": _tickets,
    "TEAM-01": _strength,
}
"""How the facts behind each rule could be otherwise."""
