"""From the rows of every sheet to one problem."""

from collections.abc import Mapping, Sequence

from inputs._book import Book
from inputs._faults import Faults
from inputs.availability import offers_in
from inputs.bank_holidays import bank_holidays_in, with_own_holidays
from inputs.courses import check_courses, courses_in
from inputs.crews import crews_in
from inputs.history import history_in
from inputs.leave import leave_in
from inputs.pairs import pairs_in
from inputs.people import people_in
from inputs.pins import pins_in
from inputs.requests import requests_in
from inputs.rules import settings_in
from inputs.shifts import CoverFacts, shifts_in
from inputs.signatures import signatories_in
from inputs.skills import skill_needs_in
from inputs.teams import teams_in
from inputs.training import training_in
from inputs.units import off_road_in, units_in
from inputs.waivers import waivers_in
from rostering.domain import Period, Person, PersonId, Problem, Team


def problem_in(book: Book, period: Period, faults: Faults) -> Problem:
    """Everything that the book asks, each kind of thing in an order of its own."""
    people = with_own_holidays(people_in(book, faults), book, faults)
    units = units_in(book, faults)
    teams = teams_in(book, faults)
    by_callsign = {unit.callsign: unit for unit in units}
    facts = CoverFacts(by_callsign, crews_in(book, faults), teams)
    shifts = shifts_in(book, period, facts, faults)
    problem = Problem(
        period=period,
        people=people,
        units=units,
        shifts=shifts,
        teams=teams,
        skill_needs=skill_needs_in(book, faults),
        training=training_in(book, people, faults),
        courses=courses_in(book, faults),
        leave=leave_in(book, period, faults),
        offers=offers_in(book, people, period, faults),
        requests=requests_in(book, faults),
        pairs=pairs_in(book, faults),
        off_road=off_road_in(book, faults),
        pins=pins_in(book, shifts, period, faults),
        history=history_in(book, period, _teams_of(people, teams), faults),
        bank_holidays=bank_holidays_in(book, period, faults),
        settings=settings_in(book, faults),
        waivers=waivers_in(book, people, faults),
        signatories=signatories_in(book, faults),
    )
    check_courses(book, problem, faults)
    return problem


def _teams_of(
    people: Sequence[Person], teams: Sequence[Team]
) -> Mapping[PersonId, Team]:
    """The team of everybody who has one."""
    by_name = {team.name: team for team in teams}
    return {p.id: by_name[p.team] for p in people if p.team in by_name}
