"""What one heading says of its day: a whole date, a day number, a weekday."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache

from inputs._cells import CellValue
from inputs._dates import (
    EARLIEST,
    FIRST_SERIAL,
    LAST_SERIAL,
    LATEST,
    MONTHS,
    month_named,
    year_of,
)
from inputs._kinds import NotUnderstood
from inputs.intake.shapes.mentions import made_day
from inputs.intake.values.dates import Order, read_date, weekdays_meant

_LONGEST = 24
_LAST_DAY = 31
_PARTS = re.compile(r"[A-Za-z]+|[0-9]+")
_OTHERS = re.compile(r"[A-Za-z0-9 /.,()'-]+")
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A day as far as one heading tells it."""

    day: int = 0
    """The day of the month; 0 where only the weekday is told."""
    month: int = 0
    """0 where it is not told."""
    year: int = 0
    """0 where it is not told."""
    weekdays: frozenset[int] = frozenset()
    """Which weekdays its letters may mean; empty where it names none."""

    @property
    def whole(self) -> date | None:
        """The date, where all of it is told and there is such a day."""
        return made_day(self.year, self.month, self.day)


def mark_of(value: CellValue, order: Order = Order.DAY_FIRST) -> Mark | None:
    """What the heading says of its day; None for any other heading."""
    if isinstance(value, datetime):
        value = value.date() if value.time() == time() else None
    if isinstance(value, date):
        return _whole(value, order)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _numbered(value)
    if isinstance(value, str) and len(value) <= _LONGEST:
        return _written(value, order)
    return None


def _whole(day: date, order: Order) -> Mark | None:
    try:
        day = read_date(day, order=order)
    except NotUnderstood:
        return None
    return Mark(day.day, day.month, day.year)


def _numbered(value: float) -> Mark | None:
    if value != int(value):
        return None
    if 1 <= value <= _LAST_DAY:
        return Mark(int(value))
    if FIRST_SERIAL <= value <= LAST_SERIAL:
        return _whole(read_date(int(value)), Order.DAY_FIRST)
    return None


@lru_cache(4096)
def _written(text: str, order: Order) -> Mark | None:
    if not _OTHERS.fullmatch(text):
        return None
    parts = _PARTS.findall(_ORDINAL.sub("", text))
    words = [part for part in parts if part.isalpha()]
    months = [number for word in words if (number := month_named(word))]
    weekdays = [meant for word in words if (meant := weekdays_meant(word))]
    is_known = len(months) + len(weekdays) == len(words)
    if not is_known or len(months) > 1 or len(weekdays) > 1:
        return None
    numbers = [part for part in parts if part.isdigit()]
    mark = _from_numbers(numbers, months[0] if months else 0, order)
    if mark is None or not (numbers or weekdays):
        return None
    return replace(mark, weekdays=weekdays[0]) if weekdays else mark


def _from_numbers(numbers: list[str], month: int, order: Order) -> Mark | None:
    """The day out of its numbers, in the order in which they stand."""
    match [*numbers], bool(month):
        case [[], False]:
            return Mark()
        case [[day], _]:
            return _made(day, month)
        case [[day, year], True]:
            return _made(day, month, year)
        case [[first, second, *rest], False] if len(rest) <= 1 and len(first) <= 2:  # noqa: PLR2004
            day, number = (
                (first, second) if order is Order.DAY_FIRST else (second, first)
            )
            return _made(day, int(number), *rest)
        case [[year, number, day], False]:
            return _made(day, int(number), year)
    return None


def _made(day: str, month: int, year: str = "") -> Mark | None:
    number, full = int(day), year_of(year) if year else 0
    if not 1 <= number <= _LAST_DAY or month > len(MONTHS):
        return None
    if full and not EARLIEST <= full <= LATEST:
        return None
    return Mark(number, month, full)
