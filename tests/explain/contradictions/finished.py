"""The whole of a book that was put together, with a cell for each of its facts."""

from dataclasses import dataclass, replace
from typing import Any

from constraints import RULES
from rostering.domain import (
    Fill,
    Offer,
    Period,
    Place,
    Problem,
    Team,
    Unit,
)
from rostering.domain.time import DAY
from tests.explain.contradictions.draft import FIRST, HOME, Draft
from tests.explain.contradictions.reasons import Codes
from tests.explain.contradictions.spots import clock
from tests.explain.test_clash import placed

FEW_WEEKS = 28
"""Days after which a team's pattern begins again; no rule here looks back so far."""
BROKEN_BY_THE_WAY = frozenset({"REST-01", "HOURS-04", "ROAD-02"})
"""Rules that situations of others break; all the others are as a book has them."""


@dataclass(frozen=True)
class Planted:
    """A book, and the clash that is in it."""

    problem: Problem
    rules: Codes
    cells: frozenset[Place]
    """Those of the pins and facts of the clash."""


def finished(draft: Draft) -> Planted:
    """The book, with a cell for each of its facts."""
    _add_cars(draft)
    _add_teams(draft)
    _add_offers(draft)
    _switch_off(draft)
    draft.facts["people"] = list(draft.people.values())
    facts: dict[str, Any] = {name: tuple(x) for name, x in draft.facts.items()}
    period = Period(FIRST, FIRST + 13 * DAY)
    problem = placed(Problem(period, shifts=tuple(draft.shifts), **facts))
    if draft.frozen:
        told_on = period.last + DAY
        problem = replace(problem, published=_published(draft), told_on=told_on)
    cells = {_place(problem, part, row) for part, row in draft.told}
    return Planted(problem, draft.plan.codes - {"PIN-01"}, frozenset(cells))


def _add_cars(draft: Draft) -> None:
    known = {unit.callsign for unit in draft.facts["units"]}
    cars = {shift.unit for shift in draft.shifts} | {HOME}
    draft.facts["units"] += [Unit(car) for car in sorted(cars - known)]


def _add_teams(draft: Draft) -> None:
    for who, turns in draft.turns.items():
        days = [FIRST + n * DAY for n in range(FEW_WEEKS)] if turns else []
        pattern = tuple(turns[day][0] if day in turns else "-" for day in days)
        times = tuple(
            (turn, clock(first), clock(last))
            for turn, (first, last) in dict(turns.values()).items()
        )
        least = draft.least_on_duty.get(who, 0)
        if turns:
            team = Team(draft.people[who].team, "", FIRST, pattern, times, least)
            draft.facts["teams"].append(team)


def _add_offers(draft: Draft) -> None:
    for person in draft.people.values():
        for shift in draft.shifts if person.offers_time else ():
            posts = [p.name for p in shift.crew.posts if p.admits(person.role)]
            if posts and not draft.not_offered & set(posts):
                draft.facts["offers"].append(Offer(person.id, shift.span))


def _published(draft: Draft) -> frozenset[Fill]:
    """Everybody in every post of which nothing else is said."""
    return frozenset(
        Fill(person.id, shift, post.name)
        for shift in draft.shifts
        for post in shift.crew.posts
        for person in draft.people.values()
        if post.admits(person.role) and post.name not in draft.frozen
    )


def _switch_off(draft: Draft) -> None:
    """Switch off what the situations of other rules break by the way."""
    every = {code for code, rule in RULES.items() if rule.may_be_hard}
    off = every - {"PIN-01"} if draft.is_lone else BROKEN_BY_THE_WAY
    for code in sorted(off - draft.plan.codes):
        draft.switch_off(code)


def _place(problem: Problem, part: str, row: Any) -> Place:
    if part == "people":
        return problem.person[row].place
    if part == "teams":
        return problem.team[problem.person[row].team].place
    place: Place = getattr(problem, part)[row].place
    return place
