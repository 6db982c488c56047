"""Clock times and lengths of time, in all the ways in which they are typed."""

import re
from datetime import date, datetime, time, timedelta
from typing import Literal

from inputs._cells import CellValue
from inputs._kinds import Kind, NotUnderstood
from rostering.domain.time import DAY, MINUTE

TEAM: Literal["team"] = "team"
"""Stands for a clock time: as the districts' team has it on that turn that day."""

_EXCEL_MIDNIGHT = date(1899, 12, 31)
"""What a spreadsheet makes of a time of 24 hours and more counts from here."""
_WEEK = 7
_NOON = 12
_HOUR = 60
_MOST_HOURS = 100
_LAST_MINUTE = time(23, 59)
_WORDS = {"noon": time(12), "midday": time(12), "midnight": time()}
_COLONS = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]00)? ?([ap]\.?m\.?)?")
_HOURS = re.compile(r"([0-9]{1,2})(?: ?([ap]\.?m\.?))?")
_DIGITS = re.compile(r"([0-9]{1,2})([0-9]{2})(?: ?(?:hrs?|h))?")
_LENGTH = re.compile(
    r"([0-9]{1,3})(?:[.]([0-9]{1,3})|:([0-5][0-9]))? ?(?:h|hrs|hours)?"
)


def _read_clock(value: CellValue) -> time:
    minutes = _minutes_of_day(value)
    if minutes is None or minutes >= DAY / MINUTE:
        raise NotUnderstood
    return time(*divmod(minutes, 60))


def _read_end_clock(value: CellValue) -> time:
    minutes = _minutes_of_day(value)
    if minutes is None:
        raise NotUnderstood
    clock = time(*divmod(minutes % int(DAY / MINUTE), 60))
    return time() if clock == _LAST_MINUTE else clock


def _read_team_or_clock(value: CellValue) -> time | Literal["team"]:
    if isinstance(value, str) and value.lower() == TEAM:
        return TEAM
    return _read_clock(value)


def _read_team_or_end_clock(value: CellValue) -> time | Literal["team"]:
    if isinstance(value, str) and value.lower() == TEAM:
        return TEAM
    return _read_end_clock(value)


def _minutes_of_day(value: CellValue) -> int | None:
    """Minutes after midnight, up to 24:00; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return _written(value.lower())
    if isinstance(value, int):
        return _written(str(value))
    length = _as_length(value)
    if length is None or not timedelta() <= length <= DAY:
        return None
    minutes = round(length / MINUTE)
    is_whole = abs(length - minutes * MINUTE) <= timedelta(seconds=1)
    return minutes if is_whole else None


def _as_length(value: CellValue) -> timedelta | None:
    """How far into the day an Excel time, fraction or length of time is."""
    if isinstance(value, timedelta):
        return value
    if isinstance(value, float) and 0 <= value <= 1:
        return value * DAY
    if isinstance(value, datetime):
        days = (value.date() - _EXCEL_MIDNIGHT).days
        return days * DAY + _into_day(value.time()) if days < _WEEK else None
    return _into_day(value) if isinstance(value, time) else None


def _into_day(clock: time) -> timedelta:
    seconds = clock.second + clock.microsecond / 1_000_000
    return timedelta(hours=clock.hour, minutes=clock.minute, seconds=seconds)


def _written(text: str) -> int | None:
    if text in _WORDS:
        return _WORDS[text].hour * 60
    if match := _COLONS.fullmatch(text):
        return _counted(int(match[1]), int(match[2]), match[3])
    if match := _HOURS.fullmatch(text):
        return _counted(int(match[1]), 0, match[2])
    if match := _DIGITS.fullmatch(text):
        return _counted(int(match[1]), int(match[2]), None)
    return None


def _counted(hour: int, minute: int, half: str | None) -> int | None:
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    minutes = hour * _HOUR + minute
    return minutes if minute < _HOUR and minutes <= DAY / MINUTE else None


def _read_weekly_minutes(value: CellValue) -> int:
    minutes = _length_in_minutes(value)
    if not 0 < minutes <= _MOST_HOURS * 60:
        raise NotUnderstood
    return minutes


def _length_in_minutes(value: CellValue) -> int:
    """Hours as a number, or hours and minutes; anything else is refused."""
    if isinstance(value, str) and (match := _LENGTH.fullmatch(value.lower())):
        hours, part = int(match[1]), float(f"0.{match[2] or 0}")
        return hours * 60 + round(part * 60) + int(match[3] or 0)
    if isinstance(value, bool) or not isinstance(value, int | float):
        length = _as_length(value)
        if length is None:
            raise NotUnderstood
        return round(length / MINUTE)
    return round(value * 60) if 0 < value <= _MOST_HOURS else 0


CLOCK: Kind[time] = Kind(
    "clock time",
    "a clock time such as 15:00",
    _read_clock,
    example="15:00",
    number_format="hh:mm",
)
END_CLOCK: Kind[time] = Kind(
    "clock time, or 24:00",
    "a clock time such as 01:00, or 24:00",
    _read_end_clock,
    example="01:00",
    number_format="hh:mm",
)
TEAM_OR_CLOCK: Kind[time | Literal["team"]] = Kind(
    "clock time, or team",
    "a clock time such as 15:00, or the word team",
    _read_team_or_clock,
    example="15:00",
    number_format="hh:mm",
)
TEAM_OR_END_CLOCK: Kind[time | Literal["team"]] = Kind(
    "clock time, 24:00 or team",
    "a clock time such as 01:00, or the word team",
    _read_team_or_end_clock,
    example="01:00",
    number_format="hh:mm",
)
WEEKLY_HOURS: Kind[int] = Kind(
    "hours",
    "hours above 0 and up to 100, such as 37.5 or 37:30; blank for whoever works "
    "only in offered time",
    _read_weekly_minutes,
    example="37.5",
)
