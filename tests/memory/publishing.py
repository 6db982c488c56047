"""Small rotas, drawn day by day, and a ledger in which they are published."""

import json
from datetime import UTC, date, datetime, timedelta

from rostering.domain import Period, Person, PersonId, Problem
from rostering.domain.time import span_between
from rostering.drawing.tokens import token
from rostering.ledger import Draft
from rostering.saved.comma import to_csv
from rostering.saved.lines import RotaLine, State

ROLES = {"Ann": "paramedic", "Bob": "paramedic", "Sam": "special"}
MONDAY = date(2027, 1, 4)
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def lines_in(first: date, drawing: str) -> list[RotaLine]:
    """`Ann L - L`: one line a person; `open L` is a post that nobody fills."""
    lines = []
    for text in drawing.strip().splitlines():
        name, *marks = text.split()
        for offset, mark in enumerate(marks):
            for each in mark.split("+"):
                drawn = token(each)
                if drawn is not None:
                    lines.append(_line(name, first + timedelta(days=offset), drawn))
    return sorted(lines, key=lambda line: (line.day, line.unit, line.post))


def _line(name, day, drawn):
    is_open = name == "open"
    role = ROLES.get(name, "paramedic")
    return RotaLine(
        day,
        drawn.unit,
        drawn.turn,
        drawn.span_on(day),
        "crew",
        role,
        State.OPEN if is_open else State.FILLED,
        "" if is_open else name,
        "" if is_open else name,
        role,
    )


def draft_of(first: date, drawing: str, *, weeks: int = 1, **facts) -> Draft:
    """A rota from the day on, as drawn."""
    lines = lines_in(first, drawing)
    document = {"format": 1, "rows": [line.texts for line in lines]}
    usual = {
        "period": Period(first, first + timedelta(days=7 * weeks - 1)),
        "author": "Kim",
        "reason": "",
        "rota": to_csv(lines),
        "document": json.dumps(document).encode(),
        "at": AT,
    }
    return Draft(**usual | facts)


def publish(ledger, first: date, drawing: str, **facts):
    """Publish a drawn rota after whatever is there."""
    versions = ledger.versions()
    after = versions[-1].number if versions else None
    return ledger.publish(draft_of(first, drawing, **facts), after=after)


def problem_from(first: date, *people: str, weeks: int = 1, **facts) -> Problem:
    """A problem of a few people that asks for nothing."""
    period = Period(first, first + timedelta(days=7 * weeks - 1))
    known = tuple(
        Person(PersonId(name), name, ROLES.get(name, "paramedic"), weekly_minutes=2250)
        for name in people
    )
    return Problem(period, people=known, **facts)


def worked(person: str, day: date, start, end, **facts):
    """What somebody really worked."""
    from rostering.memory import Worked

    return Worked(PersonId(person), day, span_between(day, start, end), **facts)
