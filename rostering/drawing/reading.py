"""Reading a drawing: text to rota."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from rostering.domain import (
    AbsenceKind,
    Course,
    Crew,
    Duty,
    DutyKind,
    Fill,
    Leave,
    Period,
    Person,
    PersonId,
    Post,
    Problem,
    Rota,
    Shift,
    Unit,
)
from rostering.domain.time import span_between, whole_days
from rostering.drawing.facts import FACTS
from rostering.drawing.sketch import Sketch
from rostering.drawing.tokens import LEAVE, TRAINING, Token, token

FIRST_DAY = date(2027, 1, 4)
FULL_TIME = 2250
"""Contracted minutes a week of a drawn person who has no team and offers no time."""


def parse(text: str) -> Rota:
    """The rota that a text draws, with the problem to which it belongs.

    Raises:
        ValueError: A line or token draws nothing that is known.
    """
    lines = [line.split() for line in text.strip().splitlines() if line.strip()]
    starts = [words[1] for words in lines if words[0] == "start"]
    sketch = Sketch(date.fromisoformat(starts[0]) if starts else FIRST_DAY)
    drawn = [words for words in lines if words[0] not in FACTS and words[0] != "start"]
    for words in drawn:
        person = _person(words[0])
        sketch.people[person.name] = person
    for words in lines:
        if words[0] in FACTS:
            FACTS[words[0]](sketch, words[1:])
    worked = {words[0]: _draw_days(sketch, words) for words in drawn}
    return _rota(sketch, worked)


def _person(head: str) -> Person:
    rest, _, team = head.partition("@")
    name, _, role = rest.partition(":")
    role = role or ("regular" if team else "paramedic")
    minutes = None if team or role == "special" else FULL_TIME
    return Person(PersonId(name), name, role, team=team, weekly_minutes=minutes)


def _draw_days(sketch: Sketch, words: list[str]) -> list[tuple[date, Token]]:
    """The shifts that a person's line draws; history and absence go to the sketch."""
    person = _person(words[0]).id
    past = sum(word.startswith(".") for word in words[1:])
    worked = []
    for offset, word in enumerate(words[1:]):
        day = sketch.first + timedelta(days=offset - past)
        for mark in (word.removeprefix(".") or "-").split("+"):
            drawn = token(mark)
            if drawn is None:
                _add_absence(sketch, person, day, mark)
            elif word.startswith("."):
                sketch.add("history", _record(person, day, drawn))
            else:
                worked.append((day, drawn))
    sketch.rest_of_days = max(sketch.rest_of_days, len(words) - 1 - past)
    return worked


def _record(person: PersonId, day: date, drawn: Token) -> Duty:
    span = drawn.span_on(day)
    what = f"{drawn.unit} {drawn.turn}"
    return Duty(person, DutyKind.WORKED, span, day, what=what, unit=drawn.unit)


def _add_absence(sketch: Sketch, person: PersonId, day: date, mark: str) -> None:
    if mark == LEAVE:
        sketch.add("leave", Leave(person, AbsenceKind.ANNUAL, whole_days(day, day)))
    if mark == TRAINING:
        span = span_between(day, time(8), time(16))
        course = Course(f"T{day:%d%m}", "", span, 9, booked=(person,))
        sketch.add("courses", course)


def _rota(sketch: Sketch, worked: dict[str, list[tuple[date, Token]]]) -> Rota:
    crew = Crew("crew", sketch.posts or _posts(sketch), sketch.any_skills)
    turns = sorted(
        {turn for turns in worked.values() for turn in turns} | set(sketch.needs),
        key=lambda turn: (turn[0], turn[1].unit, turn[1].turn),
    )
    shifts = {turn: _shift(sketch, *turn, crew) for turn in turns}
    problem = replace(
        _problem(sketch, tuple(shifts.values())),
        published=frozenset(_published(sketch, shifts, crew)),
        told_on=sketch.told.get(""),
        told_before={PersonId(name): day for name, day in sketch.told.items() if name},
    )
    fills = frozenset(
        Fill(_person(head).id, shifts[turn], _post_of(crew, _person(head).role))
        for head, turns in worked.items()
        for turn in turns
    )
    return Rota(problem, fills)


def _published(
    sketch: Sketch, shifts: Mapping[tuple[date, Token], Shift], crew: Crew
) -> Iterator[Fill]:
    """What people were told; a shift that nobody needs now is one all the same."""
    for name, day, drawn in sketch.published:
        shift = shifts.get((day, drawn)) or _shift(sketch, day, drawn, crew)
        person = sketch.people.get(name) or _person(name)
        yield Fill(person.id, shift, _post_of(crew, person.role))


def _shift(sketch: Sketch, day: date, drawn: Token, crew: Crew) -> Shift:
    priority = sketch.priorities.get(drawn.unit, 1)
    return Shift(day, drawn.unit, drawn.turn, drawn.span_on(day), crew, priority)


def _posts(sketch: Sketch) -> tuple[Post, ...]:
    roles = dict.fromkeys(person.role for person in sketch.people.values())
    everybody = [person.role for person in sketch.people.values()]
    return tuple(
        Post(role, (frozenset({role}),), most=everybody.count(role)) for role in roles
    )


def _post_of(crew: Crew, role: str) -> str:
    admitting = [post.name for post in crew.posts if post.admits(role)]
    return admitting[0] if admitting else crew.posts[0].name


def _problem(sketch: Sketch, shifts: Sequence[Shift]) -> Problem:
    days = max(
        [sketch.rest_of_days, *((s.day - sketch.first).days + 1 for s in shifts)]
    )
    period = Period(sketch.first, sketch.first + timedelta(days=max(days, 1) - 1))
    parts: dict[str, Any] = {n: tuple(facts) for n, facts in sketch.parts.items()}
    return Problem(
        period,
        people=tuple(sketch.people.values()),
        units=_units(sketch, shifts),
        shifts=tuple(shifts),
        bank_holidays=sketch.bank_holidays,
        **parts,
    )


def _units(sketch: Sketch, shifts: Sequence[Shift]) -> tuple[Unit, ...]:
    names = {shift.unit for shift in shifts} | set(sketch.cars)
    return tuple(sketch.cars.get(name, Unit(name)) for name in sorted(names))
