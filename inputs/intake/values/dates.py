"""Dates as senders write them: without a year, month first, as bare numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from inputs._cells import CellValue, shown
from inputs._dates import DATE, LAST_DATE, check_weekday
from inputs._kinds import NotUnderstood
from inputs.intake.values._date_forms import (
    DateSettings,
    Manner,
    Order,
    day_first,
    unlabelled,
    weekday_in,
    weekdays_meant,
)
from inputs.intake.values.words import or_none, plain, wanting

__all__ = [
    "DateSettings",
    "Order",
    "OrderFinding",
    "order_of",
    "read_date",
    "read_last_date",
    "weekday_in",
    "weekdays_meant",
]

_NO_END = re.compile(
    "(until )?further notice|ufn|on[- ]?going|open([- ]ended)?|no end( date)?"
    "|indefinite(ly)?|present|current"
)
_SERIAL = re.compile(r"[2-7][0-9]{4}(?:\.0+)?")
_LAST_SERIAL = 99_999
"""No bare number above is the count of a day; it may be 20260105."""
_FROM_1904 = 1462
"""By how many days bare numbers that count from 1904 are less than others."""
_MONTHS = 12
_ENOUGH = 3
"""How many dates must speak for an unusual order before it is certain."""
_TO_ONE = 10
"""How many dates must speak for an order for each that speaks against it."""


@wanting(DATE.wanted)
def read_date(
    value: CellValue,
    *,
    order: Order = Order.DAY_FIRST,
    year: int | None = None,
    from_1904: bool = False,
) -> date:
    """The day that a value stands for.

    In a column that is written month first a British Excel took the month for the day
    wherever that gave a date: its true dates are turned, and the rest stayed text.

    Args:
        value: What stands in the cell.
        order: Which number the column writes first.
        year: The year of dates that do not tell theirs.
        from_1904: Whether bare numbers count from 1904.

    Raises:
        NotUnderstood: It is no date, or could be two, or its weekday is another's.
    """
    day = _day(value, Manner(order, year, from_1904))
    if day is None:
        raise NotUnderstood
    return day


@wanting(DATE.wanted)
def read_last_date(
    value: CellValue,
    *,
    order: Order = Order.DAY_FIRST,
    year: int | None = None,
    from_1904: bool = False,
) -> date | None:
    """The last day of something; None where it is written that there is no end.

    Raises:
        NotUnderstood: As for `read_date`.
    """
    value = plain(value)
    if isinstance(value, str) and _NO_END.fullmatch(value.lower()):
        return None
    return _day(value, Manner(order, year, from_1904))


@lru_cache(maxsize=8192, typed=True)
def _day(value: CellValue, manner: Manner) -> date | None:
    """The day, or None for no end; a sheet holds the same dates many times."""
    value = plain(value)
    if type(value) is int and value > _LAST_SERIAL:
        value = str(value)
    if isinstance(value, str) and not _SERIAL.fullmatch(value):
        try:
            return _written(value.lower(), manner)
        except NotUnderstood as refusal:
            likely = refusal.likely or _without_marks(value, manner)
            raise NotUnderstood(refusal.wanted, likely) from None
    return _counted(value, manner)


def _written(text: str, manner: Manner) -> date | None:
    weekdays, rest = unlabelled(text)
    day = LAST_DATE.read(day_first(rest, manner))
    if day is not None and weekdays:
        check_weekday(day, weekdays)
    return day


def _without_marks(text: str, manner: Manner) -> str:
    """The date that is left without the signs by which people doubt or mark it."""
    bare = text.strip("*?.,;()[] ").lower()
    day = or_none(_written, bare, manner) if bare != text.lower() else None
    return "" if day is None else shown(day)


def _counted(value: CellValue, manner: Manner) -> date | None:
    """A true date, or a bare number that stands for one."""
    if isinstance(value, datetime) and value.time() != time():
        raise NotUnderstood("a date without a time of day", shown(value.date()))
    if isinstance(value, str):
        value = int(float(value))
    if manner.from_1904 and isinstance(value, int):
        value += _FROM_1904
    day = LAST_DATE.read(value)
    if day is None or manner.order is Order.DAY_FIRST:
        return day
    if day.day > _MONTHS:
        raise NotUnderstood("a date in the order of its column", shown(day))
    return day.replace(month=day.day, day=day.month)


@dataclass(frozen=True, slots=True)
class OrderFinding:
    """Which order a column's dates are written in, as far as they tell."""

    order: Order | None
    """Day first where nothing tells; None where they contradict each other."""
    is_certain: bool
    disagreeing: tuple[int, ...]
    """Which values, counted from 0, do not fit the order or their weekdays."""


def order_of(
    pairs: Sequence[tuple[CellValue, str]],
    *,
    year: int | None = None,
    from_1904: bool = False,
) -> OrderFinding:
    """The order of a column's dates, from its values and the weekdays beside them.

    A value speaks for an order where the other gives no date, or one that falls on
    another weekday than the label beside it says. Three must speak for month first
    before it is certain; of either order ten for each that speaks against it.

    Args:
        pairs: Each value with its weekday label, empty where there is none.
        year: The year of dates that do not tell theirs.
        from_1904: Whether bare numbers count from 1904.
    """
    manners = [Manner(order, year, from_1904) for order in Order]
    fitting = [_orders_fitting(value, label, manners) for value, label in pairs]
    spoken = Counter(next(iter(fits)) for fits in fitting if fits and len(fits) == 1)
    order, is_certain = _judged(spoken)
    against = (
        number
        for number, fits in enumerate(fitting)
        if fits is not None and (order not in fits if order else len(fits) < len(Order))
    )
    return OrderFinding(order, is_certain, tuple(against))


def _judged(spoken: Counter[Order]) -> tuple[Order | None, bool]:
    usual, unusual = spoken[Order.DAY_FIRST], spoken[Order.MONTH_FIRST]
    if usual >= unusual * _TO_ONE:
        return Order.DAY_FIRST, usual > 0
    if unusual >= usual * _TO_ONE:
        return Order.MONTH_FIRST, unusual >= _ENOUGH
    return None, False


def _orders_fitting(
    value: CellValue, label: str, manners: Sequence[Manner]
) -> frozenset[Order] | None:
    """The orders in which it gives a date of that weekday; None for what is no date."""
    days = {
        manner.order: day
        for manner in manners
        if (day := or_none(_day, value, manner)) is not None
    }
    weekdays = weekdays_meant(label)
    if not days:
        return None
    return frozenset(
        order
        for order, day in days.items()
        if not weekdays or day.weekday() in weekdays
    )
