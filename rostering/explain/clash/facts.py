"""A problem without what some cells forbid: with more let go, never less is free."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from constraints import Rule
from rostering.domain import (
    ALWAYS,
    AbsenceKind,
    DutyKind,
    Leave,
    Pair,
    PairKind,
    PersonId,
    Place,
    Problem,
    Span,
)
from rostering.domain.time import DAY, days_between
from rostering.eligibility import Eligibility, Known, eligibility

RESTRAINTS = ("off_road", "teams", "skill_needs", "leave", "courses", "history")
"""Fields of a problem whose facts do nothing but forbid."""


def without(problem: Problem, gone: frozenset[Place]) -> Problem:
    """The problem without what these cells forbid.

    Training in them never ends. What took the place of a team's turn leaves rest
    there, as the turn would come back; it bars nobody once its bars are let go.
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
    leave = (*left.pop("leave"), *_rest_in_place_of_turns(problem, gone))
    pairs = tuple(_pairs(problem.pairs, gone))
    return replace(problem, training=training, leave=leave, pairs=pairs, **left)


def let_go(
    problem: Problem, rules: Sequence[Rule], gone: frozenset[Place]
) -> Eligibility:
    """Who is barred from what, but for what these cells have against it."""
    reasons = eligibility(problem, rules).reasons
    left = (
        (fill, tuple(reason for reason in against if reason.place not in gone))
        for fill, against in reasons.items()
    )
    return Known({fill: against for fill, against in left if against})


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


def _rest_in_place_of_turns(
    problem: Problem, gone: frozenset[Place]
) -> Iterator[Leave]:
    """Rest where leave, a course or a record is let go that stands for a turn."""
    away = [(x.person, x.span, x.place) for x in problem.leave]
    away += [(who, x.span, x.place) for x in problem.courses for who in x.booked]
    away += [(x.person, x.span, x.place) for x in problem.history]
    for person, span, place in away:
        if place in gone and any(
            span.overlaps(t) for t in _turns(problem, person, span)
        ):
            yield Leave(person, AbsenceKind.REST, span, place=place)
    for duty in problem.history:
        if duty.place in gone and duty.kind is DutyKind.WORKED:
            for turn in _turns(problem, duty.person, duty.span):
                if turn.local_start.date() == duty.day:
                    yield Leave(duty.person, AbsenceKind.REST, turn, place=duty.place)


def _turns(problem: Problem, person: PersonId, span: Span) -> Iterator[Span]:
    """The turns of the person's team on the days about a stretch of time."""
    known = problem.person.get(person)
    team = problem.team.get(known.team) if known else None
    if team is not None:
        first, last = span.local_start.date() - DAY, span.local_end.date()
        turns = (team.span_on(day) for day in days_between(first, last))
        yield from (turn for turn in turns if turn is not None)
