"""One day: a true date, a bare number, or a text with its weekday around it."""

import re
from datetime import date, datetime, time
from functools import lru_cache

from inputs._cells import CellValue, shown
from inputs._dates import LAST_DATE, MONTHS, check_weekday
from inputs._kinds import NotUnderstood
from inputs.intake.values._date_forms import Manner, Order, day_first, unlabelled
from inputs.intake.values.words import or_none, plain

_SERIAL = re.compile(r"[2-7][0-9]{4}(?:\.0+)?")
_LAST_SERIAL = 99_999
"""No bare number above is the count of a day; it may be 20260105."""
_FROM_1904 = 1462
"""By how many days bare numbers that count from 1904 are less than others."""


@lru_cache(maxsize=8192, typed=True)
def day_of(value: CellValue, manner: Manner) -> date | None:
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
    if day.day > len(MONTHS):
        raise NotUnderstood("a date in the order of its column", shown(day))
    return day.replace(month=day.day, day=day.month)
