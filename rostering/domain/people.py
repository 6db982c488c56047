"""The people who can be put on a rota, what they may do and what they offer."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import NewType

from rostering.domain.pay_terms import NOTHING_SAID, PayTerms
from rostering.domain.place import NOWHERE, Place
from rostering.domain.time import ALWAYS, DateRange, Span

PersonId = NewType("PersonId", str)


@dataclass(frozen=True, slots=True)
class Person:
    """Anyone who can be put on the rota, with the terms on which they work."""

    id: PersonId
    name: str
    role: str
    employer: str = ""
    units: tuple[str, ...] = ()
    """Call signs, the home car first; empty admits every car."""
    team: str = ""
    weekly_minutes: int | None = None
    """Contracted minutes a week; None where hours are not contracted to the car."""
    overtime: bool = False
    status: str = ""
    """A volunteer officer's standing: APS, DPS or IPS."""
    opt_out: DateRange | None = None
    """The days of a signed agreement to exceed 48 hours a week on average."""
    main_job: tuple[time, time] | None = None
    other_minutes: int = 0
    """Worked each week elsewhere, in a job of which the book knows no more."""
    commute: int | None = None
    """Minutes from home to work; None where nobody has said."""
    same_as: PersonId | None = None
    """Another row of the same human being, who has two roles."""
    employed: DateRange = ALWAYS
    place: Place = NOWHERE
    pay: PayTerms = NOTHING_SAID

    @property
    def offers_time(self) -> bool:
        """Whether this person works only in time that they have offered.

        So it is for whoever has neither contracted hours nor a team: volunteers
        and bank staff.
        """
        return self.weekly_minutes is None and not self.team

    @property
    def home(self) -> str:
        """The call sign of the home car, or nothing."""
        return self.units[0] if self.units else ""

    def may_ride(self, unit: str) -> bool:
        """Tell whether this person may crew the car."""
        return not self.units or unit in self.units


@dataclass(frozen=True, slots=True)
class SkillNeed:
    """A skill that people of a role must hold to fill a post."""

    role: str
    skill: str
    posts: frozenset[str] = frozenset()
    """Post names; empty means every post."""
    warn_days: int = 90
    place: Place = NOWHERE

    def asks(self, role: str, post: str) -> bool:
        """Tell whether someone of the role needs the skill in the post."""
        return self.role == role and (not self.posts or post in self.posts)


@dataclass(frozen=True, slots=True)
class Training:
    """A skill that a person holds, and the days on which it is in date."""

    person: PersonId
    skill: str
    valid: DateRange = ALWAYS
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Offer:
    """Time in which a volunteer has said that they can work."""

    person: PersonId
    span: Span
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Course:
    """Training at a set time, with the people booked on it."""

    id: str
    skill: str
    span: Span
    places: int
    roles: frozenset[str] = frozenset()
    booked: tuple[PersonId, ...] = ()
    place: Place = NOWHERE


class Want(StrEnum):
    """What a request asks for."""

    WORK = "work"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked for; granted where nothing weightier is against it."""

    person: PersonId
    want: Want
    days: DateRange
    unit: str = ""
    weight: int = 1
    place: Place = NOWHERE


class PairKind(StrEnum):
    """What is wished for two people in one crew."""

    NEVER = "never"
    AVOID = "avoid"
    PREFER = "prefer"
    MENTOR = "mentor"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who should, or should not, crew together; the reason stays private.

    In a mentor pair the first is the mentor and the second the learner.
    """

    first: PersonId
    second: PersonId
    kind: PairKind
    days: DateRange = ALWAYS
    place: Place = NOWHERE


class PinKind(StrEnum):
    """Whether a pin puts a person on a car or keeps them off it."""

    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Pin:
    """A decision already taken, which the rota may not change."""

    person: PersonId
    unit: str
    day: date
    kind: PinKind
    place: Place = NOWHERE
    repeats: tuple[Place, ...] = ()
    """Cells that say the same again."""

    @property
    def id(self) -> str:
        """What it is called in messages: `P1 on JR-04 2027-01-12`."""
        return f"{self.person} {self.kind} {self.unit or 'any'} {self.day}"
