"""A problem without what some cells forbid: with more let go, never less is free."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from constraints import Rule
from rostering.domain import (
    ALWAYS,
    DutyKind,
    Pair,
    PairKind,
    PersonId,
    Place,
    Problem,
    Span,
)
from rostering.domain.time import DAY, days_between
from rostering.eligibility import Eligibility, eligibility

RESTRAINTS = ("off_road", "teams", "skill_needs")
"""Fields of a problem whose facts do nothing but forbid."""


def without(problem: Problem, gone: frozenset[Place]) -> Problem:
    """The problem without what these cells forbid.

    Training in them never ends. What takes the place of a team's turn stays, as the
    turn would be there without it; it bars nobody once its bars are let go.
    """
    if not gone:
        return problem
    left: dict[str, Any] = {
        name: tuple(fact for fact in getattr(problem, name) if fact.place not in gone)
        for name in RESTRAINTS
    }
    training = tuple(
        replace(held, valid=ALWAYS) if held.place in gone else held
        for held in problem.training
    )
    leave = tuple(
        x
        for x in problem.leave
        if x.place not in gone or _replaces_turn(problem, [x.person], x.span)
    )
    courses = tuple(
        x
        for x in problem.courses
        if x.place not in gone or _replaces_turn(problem, x.booked, x.span)
    )
    history = tuple(
        x
        for x in problem.history
        if x.place not in gone
        or _replaces_turn(problem, [x.person], x.span, x.day, kind=x.kind)
    )
    pairs = tuple(_pairs(problem.pairs, gone))
    return replace(
        problem,
        training=training,
        leave=leave,
        courses=courses,
        history=history,
        pairs=pairs,
        **left,
    )


def let_go(
    problem: Problem, rules: Sequence[Rule], gone: frozenset[Place]
) -> Eligibility:
    """Who is barred from what, but for what these cells have against it."""
    reasons = eligibility(problem, rules).reasons
    left = (
        (fill, tuple(reason for reason in against if reason.place not in gone))
        for fill, against in reasons.items()
    )
    return Eligibility({fill: against for fill, against in left if against})


def _pairs(pairs: Iterable[Pair], gone: frozenset[Place]) -> list[Pair]:
    """The pairs that are left; a learner of whose mentors one is gone needs none."""
    known = list(pairs)
    freed = {
        pair.second
        for pair in known
        if pair.kind is PairKind.MENTOR and pair.place in gone
    }
    return [
        pair
        for pair in known
        if pair.place not in gone
        and (pair.kind is not PairKind.MENTOR or pair.second not in freed)
    ]


def _replaces_turn(
    problem: Problem,
    people: Iterable[PersonId],
    span: Span,
    day: date | None = None,
    *,
    kind: DutyKind = DutyKind.AWAY,
) -> bool:
    """Whether a turn of somebody's team gives way to this."""
    for person in people:
        known = problem.person.get(person)
        team = problem.team.get(known.team) if known else None
        if team is None:
            continue
        if kind is DutyKind.WORKED and day and team.span_on(day):
            return True
        first, last = span.local_start.date() - DAY, span.local_end.date()
        turns = (team.span_on(date) for date in days_between(first, last))
        if any(turn and turn.overlaps(span) for turn in turns):
            return True
    return False
