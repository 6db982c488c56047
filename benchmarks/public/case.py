"""What an instance becomes: a problem, its rules, and a way to write an answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from constraints import Rule
from rostering.domain import (
    Crew,
    Mode,
    Person,
    PersonId,
    Post,
    Problem,
    Rota,
    Span,
    Tier,
)

MONDAY = date(2029, 1, 1)
"""A Monday that begins a year, for instances that only number their days."""
ROLE = "staff"
POST = "post"
FLOOR = Tier.CARE
"""The tier of what an instance demands and an empty rota lacks: paid for first."""
COST = Tier.WISHES
"""The tier of what an instance counts as cost."""


@dataclass(frozen=True)
class Case:
    """An instance in our own words.

    Attributes:
        family: Whose format it is, as `score.py` calls it.
        name: What it is called.
        problem: What is asked.
        rules: What must hold, and what costs.
        lines: The answer as lines of a table, in the form that `score.py` reads.
    """

    family: str
    name: str
    problem: Problem
    rules: Sequence[Rule]
    lines: Callable[[Rota], list[list[str]]]


def person(name: str, units: tuple[str, ...] = ()) -> Person:
    """Somebody of the one role that there is, with hours of some contract."""
    return Person(PersonId(name), name, ROLE, units=units, weekly_minutes=0)


def crew(wanted: int, most: int) -> Crew:
    """A crew of people all alike, of whom none is needed and some are wanted."""
    post = Post(POST, (frozenset({ROLE}),), least=0, wanted=wanted, most=most)
    return Crew(f"{wanted}", (post,))


def span(day: date, begin: int, minutes: int) -> Span:
    """So many minutes from an hour of the day on, whatever the clocks do."""
    start = datetime.combine(day, time(begin), tzinfo=UTC)
    return Span(start, start + timedelta(minutes=minutes))


HARD = Mode.HARD
WISH = Mode.WISH
