"""What occupies a person, hour by hour."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from rostering.domain.absence import AbsenceKind
from rostering.domain.people import PersonId
from rostering.domain.place import NOWHERE, Place
from rostering.domain.time import Span


class DutyKind(StrEnum):
    """Where a duty comes from."""

    SHIFT = "shift"
    TEAM = "team turn"
    COURSE = "course"
    AWAY = "away"
    WORKED = "worked"


class Duty(NamedTuple):
    """Anything that occupies a person for a while."""

    person: PersonId
    kind: DutyKind
    span: Span
    day: date
    """The date to which it belongs: the local date of its start."""
    what: str
    unit: str = ""
    absence: AbsenceKind | None = None
    place: Place = NOWHERE

    @property
    def is_work(self) -> bool:
        """Whether its hours count as worked."""
        return self.absence is None or self.absence.is_work

    def __str__(self) -> str:
        """What it is and when, for messages: `JR-04 late Tue 12 Jan 15:00-01:00`."""
        span = self.span
        clock = f"{span.local_start:%H:%M}-{span.local_end:%H:%M}"
        return f"{self.what} {self.day:%a} {self.day.day} {self.day:%b} {clock}"
