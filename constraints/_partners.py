"""What the rules on who has ridden with whom have in common."""

from collections import defaultdict
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from rostering.domain import Duty, DutyKind, PersonId, Problem, Rota, Shift

if TYPE_CHECKING:
    from rostering.decisions import Decisions

Two = tuple[PersonId, PersonId]


def possible_partners(decisions: "Decisions") -> dict[Two, tuple[Shift, ...]]:
    """Every two people with the shifts that they could share, in order of time."""
    found: defaultdict[Two, list[Shift]] = defaultdict(list)
    for shift in sorted(decisions.shifts):
        people = [
            person
            for person in decisions.problem.candidates(shift)
            if decisions.works(person.id, shift) is not False
        ]
        for first, second in combinations(people, 2):
            if shift.crew.has_room_for(first.role, second.role):
                found[first.id, second.id].append(shift)
    return {two: tuple(shifts) for two, shifts in found.items()}


def partners(rota: Rota) -> dict[Two, tuple[Shift, ...]]:
    """Every two people who share shifts, with these in order of time."""
    order = {person.id: nth for nth, person in enumerate(rota.problem.people)}
    found: defaultdict[Two, list[Shift]] = defaultdict(list)
    for shift in rota.crews:
        crew = sorted(rota.people_on(shift), key=lambda person: order[person])
        for first, second in combinations(crew, 2):
            found[first, second].append(shift)
    return {two: tuple(shifts) for two, shifts in found.items()}


def days_on_record(problem: Problem) -> dict[Two, tuple[date, ...]]:
    """The days before the period on which two people rode one car at one time."""
    order = {person.id: nth for nth, person in enumerate(problem.people)}
    rides: defaultdict[tuple[str, date], list[Duty]] = defaultdict(list)
    for duty in problem.history:
        if duty.kind is DutyKind.WORKED and duty.unit and duty.person in order:
            rides[duty.unit, duty.day].append(duty)
    found: defaultdict[Two, set[date]] = defaultdict(set)
    for (_, day), duties in rides.items():
        in_order = sorted(duties, key=lambda duty: order[duty.person])
        for first, second in combinations(in_order, 2):
            if first.span.overlaps(second.span):
                found[first.person, second.person].add(day)
    return {two: tuple(sorted(days)) for two, days in found.items()}
