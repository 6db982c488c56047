"""What the values of a column look like, before anybody reads them."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice

from inputs._cells import CellValue
from inputs._dates import DATE, FIRST_SERIAL, LAST_SERIAL
from inputs._kinds import NotUnderstood
from rostering.domain.time import ZONE


class Look(StrEnum):
    """What a value looks like."""

    DATE = "date"
    MOMENT = "date with a time of day"
    TIME = "time of day"
    RANGE = "from one time to another"
    NUMBER = "number"
    TEXT = "text"
    NOTHING = "nothing"


_FIRST_YEAR = 1900
"""The year in which a spreadsheet's bare times of day fall."""
SAMPLE = 60
"""How many values of a column are looked at."""
_MOMENT = re.compile(
    r"(?P<day>.*[0-9].*?)(?: +|(?<=[0-9])T)"
    r"(?P<clock>[0-9]{1,2}[:.][0-9]{2})(?::[0-9]{2})?(?:\.[0-9]+)?"
    r"(?P<half> ?[ap]m)?",
    re.IGNORECASE,
)
_INSTANT = re.compile(r".+[0-9]T[0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})", re.IGNORECASE)
"""A moment that says how far its clock is from Greenwich's."""
_CLOCK = r"(?:[0-9]{1,2}(?:[:.]?[0-9]{2})?(?::[0-9]{2})? ?(?:[ap]m)?|noon|midnight)"
_TIME = re.compile(_CLOCK, re.IGNORECASE)
_RANGE = re.compile(rf"{_CLOCK} ?(?:-|x|/|to|until) ?{_CLOCK}", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?")


def look_of(value: CellValue) -> Look:
    """What one value looks like."""
    if value is None:
        return Look.NOTHING
    if isinstance(value, datetime):
        return _look_of_moment(value)
    if isinstance(value, date):
        return Look.DATE
    if isinstance(value, time | timedelta):
        return Look.TIME
    if isinstance(value, int | float) and not isinstance(value, bool):
        is_serial = FIRST_SERIAL <= value <= LAST_SERIAL
        return Look.DATE if is_serial else _look_of_number(value)
    return _look_of_text(value) if isinstance(value, str) else Look.TEXT


def look_of_all(values: Iterable[CellValue]) -> Look:
    """What most of the values look like; a moment among dates makes all moments."""
    telling = (value for value in values if value is not None)
    looks = Counter(map(look_of, islice(telling, SAMPLE)))
    if not looks:
        return Look.NOTHING
    if looks[Look.MOMENT] and looks[Look.MOMENT] + looks[Look.DATE] > looks.total() / 2:
        return Look.MOMENT
    return looks.most_common(1)[0][0]


def is_date(value: CellValue) -> bool:
    """Whether a book's own reader would take the value for a date."""
    try:
        DATE.read(value)
    except NotUnderstood:
        return False
    return True


def parted(value: CellValue) -> tuple[CellValue, CellValue] | None:
    """The date and the time of day that a value holds; None unless it holds both.

    A moment that names its distance from Greenwich is told as clocks here tell it.
    """
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        value = _local(value)
    if isinstance(value, datetime):
        return value.date(), value.time()
    moment = _MOMENT.fullmatch(value) if isinstance(value, str) else None
    if moment and is_date(moment["day"]):
        return moment["day"], moment["clock"] + (moment["half"] or "")
    return None


def _local(text: str) -> CellValue:
    """The instant by the clocks of the country, to the minute; or else the text."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return text
    return instant.astimezone(ZONE).replace(tzinfo=None, second=0, microsecond=0)


def is_midnight(clock: CellValue) -> bool:
    """Whether a time of day is the one that systems write beside a bare date."""
    return clock == time() or clock in ("00:00", "0:00", "00.00")


def _look_of_moment(value: datetime) -> Look:
    if value.time() == time():
        return Look.DATE
    return Look.TIME if value.year <= _FIRST_YEAR else Look.MOMENT


def _look_of_number(value: float) -> Look:
    return Look.TIME if 0 < value < 1 else Look.NUMBER


def _look_of_text(text: str) -> Look:
    if _NUMBER.fullmatch(text):
        return Look.NUMBER
    if _TIME.fullmatch(text):
        return Look.TIME
    if _RANGE.fullmatch(text):
        return Look.RANGE
    if any(map(str.isdigit, text)):
        if is_date(text):
            return Look.DATE
        moment = parted(text)
        if moment:
            return Look.DATE if is_midnight(moment[1]) else Look.MOMENT
    return Look.TEXT
