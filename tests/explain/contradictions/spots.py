"""A shift from which somebody is to be barred, and what is in the book for that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from rostering.domain import Person, PersonId, Post, Shift, Span
from rostering.domain.time import HOUR, instant

Hours = tuple[float, float]
"""When something begins and ends, in hours after midnight of its day."""
CONTRACT, TEAM, VOLUNTEER, BOTH = "contract", "team", "volunteer", "both"
TERMS = frozenset({CONTRACT, TEAM, VOLUNTEER, BOTH})
"""On what somebody works; both is a contract besides the turns of a team."""


def span(day: date, hours: Hours) -> Span:
    """Stretch of that day; no clock changes in it."""
    midnight = instant(day, time())
    first, last = hours
    return Span(midnight + first * HOUR, midnight + last * HOUR)


@dataclass(frozen=True)
class Spot:
    """One person and one shift of a day, from which a rule is to bar them."""

    who: PersonId
    day: date
    number: int
    """No two shifts of a planted book have the same."""
    car: str
    role: str = "paramedic"

    @property
    def hours(self) -> Hours:
        """An hour of the day that no other shift touches without need."""
        begin = 10 + 1.25 * self.number
        return begin, begin + 1

    @property
    def post(self) -> str:
        """The post of the shift that is for the person."""
        return f"{self.who}{self.number}"


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What is in the book so that one rule bars the person from the shift."""

    hours: Hours | None = None
    """When the shift is, where it matters."""
    turn: str = ""
    """The turn of the shift, where it matters."""
    facts: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    """By fields of the problem, all to be named by the clash."""
    person: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the person that are otherwise."""
    set_to: Mapping[str, Any] = field(default_factory=dict)
    """The parameters of the rule."""
    better: frozenset[str] = frozenset()
    """Whom the person's post prefers."""
    posts: tuple[Post, ...] = ()
    """Further posts of the crew."""
    any_skills: tuple[str, ...] = ()
    """Skills that somebody in the crew must hold."""
    people: tuple[Person, ...] = ()
    """Further people."""
    mentor: Person | None = None
    """Somebody who can be on every other shift with the person."""
    shifts: tuple[Shift, ...] = ()
    """Further shifts, for others."""
    is_frozen: bool = False
    """Whether another rota is published, in which the person has every other shift."""
    is_rest_day: bool = False
    """Whether the person's team has no turn that day."""
    least_on_duty: int = 0
    """How many must stay with the person's team."""
    tells: frozenset[str] = frozenset()
    """Whether the rows of the person and of the team are named besides the facts."""
    terms: frozenset[str] = TERMS


def clock(hours: float) -> time:
    """The clock so many hours after midnight."""
    minutes = round(hours * 60) % (24 * 60)
    return time(minutes // 60, minutes % 60)


def window(hours: Hours) -> dict[str, Any]:
    """Night time that is only these hours of the clock."""
    begin, end = (clock(hour) for hour in hours)
    return {"most": 1, "begin": begin, "end": end, "least": HOUR / 2}


def ends_in(hours: Hours) -> dict[str, Any]:
    """Small hours in which only shifts with these hours end."""
    _, end = hours
    return {"begin": clock(end - 0.1), "end": clock(end + 0.1)}
