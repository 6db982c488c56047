"""Dates as senders write them: without a year, month first, as bare numbers."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inputs._cells import CellValue
from inputs._dates import DATE
from inputs._kinds import NotUnderstood
from inputs.intake.values._date_forms import (
    WITH_ITS_YEAR,
    DateSettings,
    Manner,
    Order,
    weekday_in,
    weekdays_meant,
)
from inputs.intake.values._days import day_of
from inputs.intake.values.words import or_none, plain, wanting

__all__ = [
    "WITH_ITS_YEAR",
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
    day = day_of(value, Manner(order, year, from_1904))
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
    return day_of(value, Manner(order, year, from_1904))


@dataclass(frozen=True, slots=True)
class OrderFinding:
    """Which order a column's dates are written in, as far as they tell."""

    order: Order | None
    """Day first where nothing tells; None where they contradict each other."""
    is_certain: bool
    disagreeing: tuple[int, ...]
    """Which values, counted from 0, do not fit the order or their weekdays; where there
    is no order, all that would be another day in the other one."""


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
    columns = [_readings(value, label, manners) for value, label in pairs]
    spoken = Counter(next(iter(days)) for days in columns if days and len(days) == 1)
    order, is_certain = _judged(spoken)
    against = (n for n, days in enumerate(columns) if _is_against(days, order))
    return OrderFinding(order, is_certain, tuple(against))


def _is_against(days: Mapping[Order, date] | None, order: Order | None) -> bool:
    """Whether a value does not fit the order, or cannot be read without one."""
    if days is None:
        return False
    if order is not None:
        return order not in days
    return len(days) < len(Order) or len(set(days.values())) > 1


def _judged(spoken: Counter[Order]) -> tuple[Order | None, bool]:
    usual, unusual = spoken[Order.DAY_FIRST], spoken[Order.MONTH_FIRST]
    if usual >= unusual * _TO_ONE:
        return Order.DAY_FIRST, usual > 0
    if unusual >= usual * _TO_ONE:
        return Order.MONTH_FIRST, unusual >= _ENOUGH
    return None, False


def _readings(
    value: CellValue, label: str, manners: Sequence[Manner]
) -> Mapping[Order, date] | None:
    """What it is in the orders that fit its weekday; None for what is no date."""
    days = {
        manner.order: day
        for manner in manners
        if (day := or_none(day_of, value, manner)) is not None
    }
    weekdays = weekdays_meant(label)
    if not days:
        return None
    if not weekdays:
        return days
    return {order: day for order, day in days.items() if day.weekday() in weekdays}
