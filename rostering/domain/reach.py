"""Which shifts each person could be on, by facts alone.

Rules may still be against it: training, rest and the like are not looked at here.
"""

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from rostering.domain.people import Person, PersonId
from rostering.domain.time import Period, Span, joined
from rostering.domain.units import Shift

if TYPE_CHECKING:
    from rostering.domain.problem import Problem


def within_reach(problem: "Problem") -> dict[PersonId, tuple[Shift, ...]]:
    """Every shift within each person's reach, in order.

    That is so where the car is on the road, role and car fit, the person is employed
    and not on leave, and has offered the time or is on the team whose turn it is.
    """
    away = {
        person: [leave.span for leave in leaves if not leave.kind.is_work]
        for person, leaves in problem.approved_leave.items()
    }
    offered = {
        person: joined(offer.span for offer in offers)
        for person, offers in problem.offers_of.items()
    }
    found: defaultdict[PersonId, list[Shift]] = defaultdict(list)
    for shift in sorted(problem.shifts):
        if is_off_road(problem, shift):
            continue
        for person in problem.candidates(shift):
            is_at_hand = shift.day in person.employed and not any(
                span.overlaps(shift.span) for span in away.get(person.id, ())
            )
            if is_at_hand and _has_time(problem, person, shift, offered):
                found[person.id].append(shift)
    return {person: tuple(shifts) for person, shifts in found.items()}


def _has_time(
    problem: "Problem",
    person: Person,
    shift: Shift,
    offered: dict[PersonId, list[Span]],
) -> bool:
    if person.team:
        return _is_teams_turn(problem, person.team, shift)
    if person.offers_time:
        return any(span.contains(shift.span) for span in offered.get(person.id, ()))
    return True


def _is_teams_turn(problem: "Problem", name: str, shift: Shift) -> bool:
    team, unit = problem.team.get(name), problem.unit.get(shift.unit)
    if team is None:
        return False
    served = unit.districts if unit else ()
    is_local = not served or not team.district or team.district in served
    return is_local and team.turn_on(shift.day) == shift.turn


def is_off_road(problem: "Problem", shift: Shift) -> bool:
    """Whether the shift's car cannot be crewed on the day."""
    return any(shift.day in off.days for off in problem.off_road_of.get(shift.unit, ()))


def days_at_hand(problem: "Problem", person: Person, period: Period) -> int:
    """How many days of the period the person is employed and not on leave."""
    return len(at_hand(problem, person, period))


def at_hand(problem: "Problem", person: Person, period: Period) -> frozenset[date]:
    """The days of the period on which the person is employed and not on leave."""
    away = {
        day
        for leave in problem.approved_leave.get(person.id, ())
        if not leave.kind.is_work and leave.is_whole_days
        for day in leave.span.days
    }
    days = (day for day in period.days if day in person.employed)
    return frozenset(days) - away


def minutes_offered(problem: "Problem", person: PersonId, days: Period) -> int:
    """How long the person could work on some days; shifts at once count once."""
    shifts = problem.within_reach.get(person, ())
    spans = joined(shift.span for shift in shifts if shift.day in days)
    return sum(span.minutes for span in spans)
