"""When an incident was: a date and a time in one cell, or a time alone."""

import re
from datetime import datetime, time

from inputs._cells import CellValue
from inputs._clocks import CLOCK
from inputs._dates import DATE, EARLIEST
from inputs._kinds import Kind
from rostering.domain.time import ZONE

WANTED = "a time such as 21:34, with its date there or in the column date"
_DATED = re.compile(r"(.*[^ t,]),?[ t]+([0-9][^ t]*(?: ?[ap]m)?)", re.IGNORECASE)
_SECONDS = re.compile(r"([0-9]{1,2}:[0-9]{2}):[0-9]{2}(?:\.[0-9]+)?")

When = datetime | time
"""On the clock on the wall; a time alone has its date in another column."""


def _read(value: CellValue) -> When:
    if isinstance(value, str):
        return _exact(value) or _written(value)
    if isinstance(value, datetime) and value.year >= EARLIEST:
        return _minute(value)
    if isinstance(value, datetime | time):
        return CLOCK.read(value.replace(second=0, microsecond=0))
    return CLOCK.read(value)


def _written(text: str) -> When:
    """A date and a time, or a time alone."""
    dated = _DATED.fullmatch(text)
    if dated is None:
        return _clock(text)
    return datetime.combine(DATE.read(dated[1]), _clock(dated[2]))


def _exact(text: str) -> datetime | None:
    """A moment with its distance from Greenwich, as systems write it."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return None if moment.tzinfo is None else _minute(moment.astimezone(ZONE))


def _clock(text: str) -> time:
    return CLOCK.read(_SECONDS.sub(r"\1", text))


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0, tzinfo=None)


WHEN: Kind[When] = Kind("time", WANTED, _read, example="2026-10-24 21:34")
