"""Shift scheduling after Curtois and Qu: sections of comma-separated text."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from benchmarks.public.case import (
    COST,
    FLOOR,
    HARD,
    MONDAY,
    WISH,
    Case,
    crew,
    person,
    span,
)
from constraints import Rule
from constraints.least_hours import LeastHours
from constraints.leave import LeaveBlocks
from constraints.most_hours import MostHours
from constraints.most_of_a_turn import MostOfATurn
from constraints.most_weekends import MostWeekends
from constraints.numbers_wanted import NumbersWanted
from constraints.one_shift_a_day import OneShiftADay
from constraints.post import RightPost
from constraints.requests import Requests
from constraints.run_of_days import RunOfDays
from constraints.shortest_run_of_work import ShortestRunOfWork
from constraints.shortest_run_off import ShortestRunOff
from constraints.turns_that_follow import TurnsThatFollow
from rostering.domain import (
    AbsenceKind,
    DateRange,
    Leave,
    Period,
    PersonId,
    Problem,
    Request,
    Rota,
    Shift,
    Unit,
    Want,
)
from rostering.domain.time import DAY, whole_days

Sections = dict[str, list[list[str]]]


class Staff(NamedTuple):
    """One line of the section STAFF."""

    id: str
    most_of: dict[str, int]
    most_minutes: int
    least_minutes: int
    most_run: int
    least_run: int
    least_off: int
    most_weekends: int


def load(path: Path) -> Case:
    """The instance in the file; each kind of shift is a unit and a turn of its own."""
    found = _sections(path)
    staff = [_staff(row) for row in found["STAFF"]]
    days = int(found["HORIZON"][0][0])
    wanted = {(int(r[0]), r[1]): int(r[2]) for r in found["COVER"]}
    minutes = {row[0]: int(row[1]) for row in found["SHIFTS"]}
    problem = Problem(
        Period(MONDAY, MONDAY + (days - 1) * DAY),
        people=tuple(person(each.id) for each in staff),
        units=tuple(Unit(shift) for shift in minutes),
        shifts=tuple(
            Shift(
                day := MONDAY + nth * DAY,
                shift,
                shift,
                span(day, 0, minutes[shift]),
                crew(wanted.get((nth, shift), 0), len(staff)),
            )
            for nth in range(days)
            for shift in minutes
        ),
        leave=tuple(_leave(found)),
        requests=tuple(_requests(found)),
    )
    rules = (*_rules_for_all(found), *_rules_of_staff(staff))

    def lines(rota: Rota) -> list[list[str]]:
        worked = {(fill.person, fill.shift.day): fill.shift.turn for fill in rota.fills}
        return [
            [who.id, *(worked.get((who.id, day), "") for day in problem.period.days)]
            for who in problem.people
        ]

    return Case("curtois", path.stem, problem, rules, lines)


def _sections(path: Path) -> Sections:
    section, found = "", defaultdict[str, list[list[str]]](list)
    for raw in path.read_text(encoding="utf-8-sig").splitlines():
        line = raw.strip()
        if line.startswith("SECTION_"):
            section = line.removeprefix("SECTION_")
        elif line and not line.startswith("#"):
            found[section].append([cell.strip() for cell in line.split(",")])
    return found


def _staff(row: list[str]) -> Staff:
    parts = (part.split("=") for part in row[1].split("|"))
    return Staff(row[0], {k: int(n) for k, n in parts}, *map(int, row[2:8]))


def _leave(found: Sections) -> Iterator[Leave]:
    for row in found["DAYS_OFF"]:
        for cell in filter(None, row[1:]):
            day = MONDAY + int(cell) * DAY
            yield Leave(PersonId(row[0]), AbsenceKind.ANNUAL, whole_days(day, day))


def _requests(found: Sections) -> Iterator[Request]:
    for section, want in (("ON", Want.WORK), ("OFF", Want.OFF)):
        for who, nth, shift, weight in found[f"SHIFT_{section}_REQUESTS"]:
            day = MONDAY + int(nth) * DAY
            days = DateRange(day, day)
            yield Request(PersonId(who), want, days, shift, int(weight))


def _rules_for_all(found: Sections) -> Iterator[Rule]:
    yield from (RightPost(), OneShiftADay(mode=HARD))
    yield LeaveBlocks(spill=timedelta(hours=24))
    yield Requests(tier=COST)
    prices = {(row[1], int(row[3]), int(row[4])) for row in found["COVER"]}
    for below, above in {price[1:] for price in prices}:
        units = frozenset(shift for shift, *price in prices if price == [below, above])
        yield NumbersWanted(tier=COST, units=units, below=below, above=above)
    later = defaultdict[tuple[str, ...], list[str]](list)
    for row in found["SHIFTS"]:
        not_next = tuple(filter(None, row[2].split("|"))) if row[2:] else ()
        if not_next:
            later[not_next].append(row[0])
    for not_next, turns in later.items():
        yield TurnsThatFollow(mode=HARD, turns=tuple(turns), not_next=not_next)


def _rules_of_staff(staff: list[Staff]) -> Iterator[Rule]:
    """One rule for each figure, binding those who share it."""
    shared = defaultdict[Rule, set[PersonId]](set)
    for each in staff:
        for rule in _rules_of(each):
            shared[rule].add(PersonId(each.id))
    for rule, people in shared.items():
        yield rule.narrowed(frozenset(people))


def _rules_of(staff: Staff) -> Iterator[Rule]:
    for turn, most in staff.most_of.items():
        yield MostOfATurn(mode=HARD, turns=(turn,), most=most)
    yield MostHours(mode=HARD, most=timedelta(minutes=staff.most_minutes))
    least = timedelta(minutes=staff.least_minutes)
    yield LeastHours(mode=WISH, tier=FLOOR, least=least)
    yield RunOfDays(mode=HARD, most=staff.most_run)
    yield ShortestRunOfWork(mode=HARD, least=staff.least_run)
    yield ShortestRunOff(mode=HARD, least=staff.least_off)
    yield MostWeekends(mode=HARD, most=staff.most_weekends)
