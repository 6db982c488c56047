"""The fairness ledger: who had how much of what over two years, and what was fair."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from constraints import Rule
from rostering.domain import DutyKind, PersonId, Problem
from rostering.ledger import days_left
from rostering.memory.balances import Balance, Sources, balances
from rostering.memory.keeping import chances
from rostering.memory.measures import Measure, measures
from rostering.memory.parts import Part, Parts, parts, worked_in
from rostering.memory.record import Record

YEARS = 2
"""How far back the ledger looks."""


@dataclass(frozen=True)
class Spread:
    """How far apart people are: the most beyond a fair part, less the most short."""

    median: float
    before: Fraction
    """Without the last version."""
    after: Fraction


@dataclass(frozen=True)
class Holiday:
    """One bank holiday and whoever worked it."""

    day: date
    name: str
    people: tuple[PersonId, ...]


@dataclass(frozen=True)
class Fairness:
    """Two years of a ledger."""

    first: date
    """The first published day that counts."""
    last: date
    measures: tuple[Measure, ...]
    people: tuple[Balance, ...]
    """By role and name."""
    spreads: Mapping[tuple[str, str], Spread]
    """By role and measure."""
    holidays: tuple[Holiday, ...]


def fairness(known: Record, problem: Problem, rules: Sequence[Rule]) -> Fairness | None:
    """What everybody had in the two years up to the last published day.

    None where nothing is published.

    Args:
        known: What the ledger of a book has on record.
        problem: What the book asks now; its people are shown.
        rules: As the book sets them.

    Raises:
        Refusal: The ledger cannot be read.
    """
    if not known.days:
        return None
    last = max(known.days)
    first = _years_before(last)
    days = frozenset(day for day in known.days if day >= first)
    by_version = chances(known.ledger, known.published)
    counted = measures(problem, rules)
    found = {m.name: parts(known, by_version, m, days) for m in counted}
    earlier = days - set(days_left(known.published[-1], known.published))
    before = {m.name: parts(known, by_version, m, earlier) for m in counted}
    return Fairness(
        min(days),
        last,
        counted,
        balances(Sources(known, by_version, days), problem, found),
        _spreads(problem, counted, before, found),
        _holidays(known, problem, first, last),
    )


def _years_before(day: date) -> date:
    try:
        return day.replace(year=day.year - YEARS)
    except ValueError:
        return day.replace(year=day.year - YEARS, day=28)


def _spreads(
    problem: Problem,
    counted: Sequence[Measure],
    before: Mapping[str, Parts],
    after: Mapping[str, Parts],
) -> dict[tuple[str, str], Spread]:
    roles = dict.fromkeys(person.role for person in problem.people)
    return {
        (role, measure.name): Spread(
            median(_had(problem, role, after[measure.name])),
            _apart(problem, role, before[measure.name]),
            _apart(problem, role, after[measure.name]),
        )
        for role in roles
        for measure in counted
    }


def _had(problem: Problem, role: str, found: Parts) -> list[int]:
    people = (person.id for person in problem.people if person.role == role)
    return [found.get(person, Part()).had for person in people]


def _apart(problem: Problem, role: str, found: Parts) -> Fraction:
    people = (person.id for person in problem.people if person.role == role)
    over = [found[person].over for person in people if person in found]
    return max(over) - min(over) if over else Fraction()


def _holidays(
    known: Record, problem: Problem, first: date, last: date
) -> tuple[Holiday, ...]:
    """Who worked each bank holiday on record, the book's own History included."""
    people: defaultdict[date, set[PersonId]] = defaultdict(set)
    for each in worked_in(known, frozenset(problem.bank_holidays)):
        people[each.duty.day].add(each.duty.person)
    for duty in problem.history:
        if duty.kind is DutyKind.WORKED and duty.unit:
            people[duty.day].add(duty.person)
    begin = max(first, min((*known.days, *people)))
    return tuple(
        Holiday(day, name, tuple(sorted(people[day])))
        for day, name in problem.bank_holidays.items()
        if begin <= day <= last
    )
