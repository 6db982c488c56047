"""By what the rows of each sheet are known again."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date

from inputs._columns import Row
from inputs.availability import AVAILABILITY
from inputs.courses import COURSES
from inputs.history import HISTORY
from inputs.leave import LEAVE
from inputs.people import PEOPLE
from inputs.requests import REQUESTS
from inputs.teams import TEAMS
from inputs.training import TRAINING
from rostering.domain import DateRange


@dataclass(frozen=True)
class Keys:
    """How the rows of one sheet are told apart: names of the fields of a row."""

    key: tuple[str, ...]
    """Two rows that agree in these speak of one thing."""
    apart: tuple[str, ...] = ()
    """Unless both have one of these and differ in it."""
    kin: tuple[str, ...] = ()
    """A row that went and one that came may be one row, edited, if they agree here."""
    days: tuple[str, str] | None = None
    """The first and the last day of which a row speaks, where it speaks of days."""
    scope: tuple[str, ...] = ("person",)
    """A file that never speaks of one of these says nothing of the row."""
    is_mainstay: bool = False
    """Whether other sheets refer to its rows, so that no import takes any away."""

    def of(self, row: Row, fields: tuple[str, ...] | None = None) -> Hashable:
        """The row's values in these fields, or in those of the key."""
        return tuple(plain(getattr(row, name)) for name in fields or self.key)

    def are_apart(self, one: Row, other: Row) -> bool:
        """Whether two rows with one key speak of two things all the same."""
        pairs = ((getattr(one, name), getattr(other, name)) for name in self.apart)
        return any(a is not None and b is not None and a != b for a, b in pairs)

    def days_of(self, row: Row) -> DateRange:
        """The days of which the row speaks; all days where it speaks of none."""
        if self.days is None:
            return DateRange()
        first, last = (getattr(row, name) for name in self.days)
        assert first is None or isinstance(first, date)
        return DateRange(first, last)


def plain(value: object) -> Hashable:
    """A value as it is compared: words in small letters."""
    if isinstance(value, str):
        return value.casefold()
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return value if isinstance(value, Hashable) else str(value)


_OF_A_DAY = Keys(("person", "day", "start"), kin=("person", "day"), days=("day", "day"))
KEYS: Mapping[str, Keys] = {
    PEOPLE.name: Keys(("id",), scope=(), is_mainstay=True),
    TEAMS.name: Keys(("team",), scope=(), is_mainstay=True),
    TRAINING.name: Keys(
        ("person", "skill"),
        apart=("first",),
        kin=("person", "skill"),
        scope=("person", "skill"),
    ),
    COURSES.name: Keys(("course", "day"), kin=("course",), scope=("skill",)),
    LEAVE.name: Keys(
        ("person", "first", "kind"), kin=("person",), days=("first", "last")
    ),
    AVAILABILITY.name: _OF_A_DAY,
    HISTORY.name: _OF_A_DAY,
    REQUESTS.name: Keys(
        ("person", "want", "first", "unit"), kin=("person",), days=("first", "last")
    ),
}
"""By sheet: those that imports fill."""
