"""The cars, the crews they want, the shifts to cover and the police teams."""

from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property

from rostering.domain.place import NOWHERE, Place
from rostering.domain.time import (
    ALWAYS,
    DateRange,
    Span,
    day_in_words,
    span_between,
)

REST = "-"


@dataclass(frozen=True, slots=True)
class Unit:
    """A vehicle that is crewed, known by its call sign."""

    callsign: str
    area: str = ""
    districts: tuple[str, ...] = ()
    """Whose response teams' turns it matches."""
    base: str = ""
    force: str = ""
    trust: str = ""
    priority: int = 1
    in_service: DateRange = ALWAYS
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class OffRoad:
    """Days on which a car cannot be crewed."""

    unit: str
    days: DateRange
    reason: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True)
class Post:
    """One place, or several alike, in a shift's crew."""

    name: str
    roles: tuple[frozenset[str], ...]
    """Roles that may fill it; each set is preferred to the next."""
    least: int = 1
    wanted: int = 1
    most: int = 1
    skills: frozenset[str] = frozenset()
    """Skills that whoever fills it must hold."""
    place: Place = NOWHERE

    def admits(self, role: str) -> bool:
        """Tell whether someone of the role may fill it."""
        return role in self._admitted

    @cached_property
    def _admitted(self) -> frozenset[str]:
        return frozenset().union(*self.roles)

    def preference(self, role: str) -> int:
        """How far down the order of preference the role stands: 0 is the best."""
        return next(rank for rank, roles in enumerate(self.roles) if role in roles)


@dataclass(frozen=True)
class Crew:
    """The posts of a shift, and the skills that at least one of the crew must hold."""

    name: str
    posts: tuple[Post, ...]
    any_skills: tuple[str, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, Post]:
        """The posts by name."""
        return {post.name: post for post in self.posts}

    def open_to(self, role: str) -> tuple[Post, ...]:
        """The posts that someone of the role may fill."""
        if role not in self._open_to:
            posts = tuple(post for post in self.posts if post.admits(role))
            self._open_to[role] = posts
        return self._open_to[role]

    @cached_property
    def _open_to(self) -> dict[str, tuple[Post, ...]]:
        return {}

    def admits(self, role: str) -> bool:
        """Tell whether some post is open to the role."""
        return bool(self.open_to(role))

    def has_room_for(self, role: str, other: str) -> bool:
        """Tell whether two people of these roles could both be in it."""
        firsts, seconds = self.open_to(role), self.open_to(other)
        return any(
            first != second or first.most > 1 for first in firsts for second in seconds
        )


@dataclass(frozen=True, order=True)
class Shift:
    """One unit's stretch of work; it belongs to the date on which it starts."""

    day: date
    unit: str
    turn: str
    span: Span = field(compare=False)
    crew: Crew = field(compare=False)
    priority: int = field(default=1, compare=False)
    place: Place = field(default=NOWHERE, compare=False)

    @cached_property
    def id(self) -> str:
        """What it is called in files: `JR-04 2027-01-12 late`."""
        return f"{self.unit} {self.day.isoformat()} {self.turn}"

    @property
    def in_words(self) -> str:
        """What people call it: `JR-04 late on Tue 12 Jan 2027`."""
        return f"{self.unit} {self.turn} on {day_in_words(self.day)}"

    def __hash__(self) -> int:
        """Shifts are keys everywhere, so the hash is worked out once."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.day, self.unit, self.turn))


@dataclass(frozen=True)
class Team:
    """A police response team with a repeating pattern of turns."""

    name: str
    district: str
    anchor: date
    """A day on which the pattern begins."""
    pattern: tuple[str, ...]
    """Turn names, one a day; `-` is a rest day."""
    times: tuple[tuple[str, time, time], ...]
    """Each turn's name, start and end on the clock."""
    least_on_duty: int = 0
    place: Place = NOWHERE

    @cached_property
    def _times(self) -> dict[str, tuple[time, time]]:
        return {turn: (start, end) for turn, start, end in self.times}

    def turn_on(self, day: date) -> str:
        """The turn that the pattern gives on the day; `-` is rest."""
        return self.pattern[(day - self.anchor).days % len(self.pattern)]

    def span_on(self, day: date) -> Span | None:
        """When the team is on duty that day; None on a rest day."""
        if day not in self._spans:
            turn = self.turn_on(day)
            is_rest = turn == REST
            self._spans[day] = (
                None if is_rest else span_between(day, *self._times[turn])
            )
        return self._spans[day]

    @cached_property
    def _spans(self) -> dict[date, Span | None]:
        return {}
