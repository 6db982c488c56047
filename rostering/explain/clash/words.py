"""The members of a clash in words, each with its cell."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from constraints import RULES, BarringRule, Rule
from constraints.pins import Pins
from rostering.audit import audit
from rostering.build import build
from rostering.domain import (
    Breach,
    DutyKind,
    Leave,
    Mode,
    Person,
    PersonId,
    Pin,
    PinKind,
    Place,
    Problem,
    Rota,
    Tier,
)
from rostering.domain.time import DAY, day_in_words
from rostering.explain.clash.case import Case, Part
from rostering.explain.clash.settings import settings_of, telling_cell
from rostering.solve.worker import run, worker

_ID = re.compile(r"([\w-]+)")
FEW = 3
"""How many people a sentence names before it counts them."""


class Kind(StrEnum):
    """What a member of a clash is."""

    PIN = "pin"
    FACT = "fact"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Member:
    """A pin, a fact or a rule without which the others could hold together."""

    kind: Kind
    said: str
    place: Place | None
    """Its cell; None for a rule that the book does not set."""
    code: str = ""
    """The rule's code."""


def members(
    case: Case, parts: Collection[Part], given: Sequence[Rule] = ()
) -> tuple[Member, ...]:
    """The parts in words: pins, then facts, then the rules that are against them.

    Rules that are given hold besides, and are not told of.
    """
    problem = case.problem
    pins = [part for part in parts if isinstance(part, Pin)]
    places = sorted(part for part in parts if isinstance(part, Place))
    rules = [part for part in parts if isinstance(part, Rule)]
    # What a barring rule has to say, its fact says already.
    figures = _figures(case, parts, given) if any(map(_is_of_days, rules)) else {}
    return (
        *(Member(Kind.PIN, pin_in_words(pin, problem), pin.place) for pin in pins),
        *(Member(Kind.FACT, _fact(case, place), place) for place in places),
        *(
            _rule(rule, problem, figures.get(rule.code) if _is_of_days(rule) else None)
            for rule in rules
        ),
    )


def _is_of_days(rule: Rule) -> bool:
    """Whether the rule is about more than one person in one post."""
    return not isinstance(rule, BarringRule)


def pin_in_words(pin: Pin, problem: Problem) -> str:
    """`Ann Lee is pinned on JR-04 on Tue 12 Jan 2027`."""
    name = problem.person[pin.person].name
    how = "on" if pin.kind is PinKind.ON else "off"
    return f"{name} is pinned {how} {pin.unit or 'any car'} on {day_in_words(pin.day)}"


def _rule(rule: Rule, problem: Problem, breach: Breach | None) -> Member:
    said = f"{rule.code} {rule.title}"
    if breach is not None:
        said = f"{said}: {_about(breach, problem)}{_named(breach.because, problem)}"
    rows = settings_of(rule, problem)
    return Member(Kind.RULE, said, next(map(telling_cell, rows), None), rule.code)


def _about(breach: Breach, problem: Problem) -> str:
    """Whom or what the breach is about, unless it says so itself."""
    shift = problem.shift.get(breach.subject)
    about = shift.in_words if shift else _named(breach.subject, problem)
    about = f"team {about}" if breach.subject in problem.team else about
    return "" if about in breach.because else f"{about}, "


def _named(text: str, problem: Problem) -> str:
    """The text with names in place of people's ids."""
    words = _ID.split(text)
    people = (problem.person.get(PersonId(word)) for word in words)
    return "".join(
        word if person is None else person.name
        for word, person in zip(words, people, strict=True)
    )


def _figures(
    case: Case, parts: Collection[Part], given: Sequence[Rule]
) -> dict[str, Breach]:
    """What the rota that goes least against the rules breaks, by rule.

    The rules that bar people give way only where it must be.
    """
    hard = [rule for rule in parts if isinstance(rule, Rule)]
    pins = [rule for rule in case.rules if isinstance(rule, Pins)]
    wishes = [
        replace(r, mode=Mode.WISH, tier=Tier.COVER, weight=1 if _is_of_days(r) else 99)
        for r in hard
    ]
    kept = tuple(pin for pin in case.problem.pins if pin in parts)
    problem = replace(case.problem, pins=kept)
    decisions = build(problem, [*pins, *given, *wishes])
    case.demand(decisions)
    decisions.model.minimize(decisions.cost(Tier.COVER))
    solver = worker(1.0, seed=0, deadline=float("inf"))
    run(solver, decisions.model)
    solution = tuple(solver.response_proto.solution)
    if not solution:
        return {}
    found = audit(Rota(problem, decisions.read(solution)), hard).hard
    return {breach.rule: breach for breach in reversed(found)}


def _fact(case: Case, place: Place) -> str:
    """What the cell has against people, or what stands in it."""
    barred: defaultdict[str, dict[PersonId, None]] = defaultdict(dict)
    of_cars = set()
    for fill, reason in case.reasons_at(place):
        barred[reason.because][fill.person] = None
        if RULES[reason.rule].binds_cars:
            of_cars.add(reason.because)
    said = [
        why if why in of_cars else f"{_names(case.problem, list(who))}: {why}"
        for why, who in barred.items()
    ]
    return "; ".join(said or list(_records(case.problem, place))[:1]) or str(place)


def _records(problem: Problem, place: Place) -> Iterator[str]:
    """What stands in the cell, where it bars nobody by itself."""
    name_of = {person.id: person.name for person in problem.people}
    everybody = (problem.fixed_duties(person.id) for person in problem.people)
    placed = (d for d in chain.from_iterable(everybody) if d.place == place)
    duties = [duty for duty in placed if duty.kind is not DutyKind.TEAM]
    pairs = (pair for pair in problem.pairs if pair.place == place)
    yield from (
        f"{name_of[x.person]}: {_leave(x)}" for x in problem.leave if x.place == place
    )
    yield from (
        f"{_names(problem, [pair.first, pair.second])} are named together "
        f"({pair.kind.value})"
        for pair in pairs
    )
    yield from (f"{name_of[duty.person]}: {duty}" for duty in duties)
    teams = (team for team in problem.teams if team.place == place)
    yield from (f"the pattern of team {team.name}" for team in teams)


def _leave(leave: Leave) -> str:
    first = leave.span.local_start.date()
    last = max(leave.span.days, default=first)
    until = f" to {day_in_words(last)}" if last - first >= DAY else ""
    return f"{leave.kind.in_words} {day_in_words(first)}{until}"


def _names(problem: Problem, people: Sequence[PersonId]) -> str:
    named: list[Person] = [problem.person[person] for person in people]
    if len(named) > FEW:
        return f"{len(named)} people"
    *others, last = [person.name for person in named]
    return f"{', '.join(others)} and {last}" if others else last
