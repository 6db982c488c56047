"""Dates as they are written in Britain: day first, never guessed."""

import re
from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from inputs._cells import CellValue, shown
from inputs._kinds import Kind, NotUnderstood

WEEKDAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
EARLIEST, LATEST = 1950, 2199
ENDLESS = 4000
"""From this year on an end means no end: personnel systems write 31/12/4712."""
LAST_CENTURY = 70
"""From this year on, two digits mean the twentieth century."""
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORTEST, _TWO_DIGITS = 3, 99
_EXCEL_DAY_0 = date(1899, 12, 30)
_WEEKDAY = re.compile(r"([a-z]+)\.?,? +(?=[0-9])(.+)")
MIDNIGHT = re.compile(r"(?<=[0-9])[ t]+0?0:00(:00(\.0+)?)?$")
"""The time of day, in small letters, that systems write after a date."""
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([/-])([0-9]{1,2})\2([0-9]{1,2})")
_IN_WORDS = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?[ /.-]?([a-z]{3,})[ /.,-]{0,2}([0-9]{4}|[0-9]{2})"
)


def _read_date(value: CellValue) -> date:
    day = _any_date(value)
    if not EARLIEST <= day.year <= LATEST:
        raise NotUnderstood(f"a date between {EARLIEST} and {LATEST}")
    return day


def _read_last_date(value: CellValue) -> date | None:
    day = _any_date(value)
    return None if day.year >= ENDLESS else _read_date(day)


def _any_date(value: CellValue) -> date:
    if isinstance(value, datetime):
        if value.time() != time():
            raise NotUnderstood("a date without a time of day")
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return _written(value)
    if (day := _from_serial(value)) is not None:
        return day
    raise NotUnderstood


def _from_serial(value: CellValue) -> date | None:
    """The day that a spreadsheet's bare number stands for, if it is one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not FIRST_SERIAL <= value <= LAST_SERIAL or value != int(value):
        return None
    return _EXCEL_DAY_0 + timedelta(days=int(value))


def _number_for_date(value: CellValue) -> str:
    day = _from_serial(value)
    return "" if day is None else f"a date; the number is read as {shown(day)}"


def _written(text: str) -> date:
    lowered = MIDNIGHT.sub("", text.lower())
    labelled = _WEEKDAY.fullmatch(lowered)
    if not labelled:
        return _without_weekday(lowered)
    weekday = weekday_of(labelled[1])
    if weekday is None:
        raise NotUnderstood
    day = _without_weekday(labelled[2])
    check_weekday(day, {weekday})
    return day


def check_weekday(day: date, weekdays: Collection[int]) -> None:
    """Refuse a date whose label names other weekdays, counted from 0 for Monday.

    Raises:
        NotUnderstood: The day falls on none of them.
    """
    if day.weekday() not in weekdays:
        agreeing = f"{day:%d/%m/%Y} is a {WEEKDAYS[day.weekday()].title()}"
        raise NotUnderstood(f"a weekday and a date that agree: {agreeing}")


def _without_weekday(text: str) -> date:
    if match := _DAY_FIRST.fullmatch(text):
        return _made(year_of(match[4]), int(match[3]), int(match[1]))
    if match := _YEAR_FIRST.fullmatch(text):
        return _made(int(match[1]), int(match[3]), int(match[4]), may_turn=False)
    if match := _IN_WORDS.fullmatch(text):
        month = month_named(match[2])
        if month:
            return _made(year_of(match[3]), month, int(match[1]), may_turn=False)
    raise NotUnderstood


def _made(year: int, month: int, day: int, *, may_turn: bool = True) -> date:
    """The date, or a refusal that names the day-first form of a month-first one."""
    try:
        return date(year, month, day)
    except ValueError:
        turned = ""
        if may_turn and month > len(MONTHS) >= day > 0:
            turned = shown(_made(year, day, month, may_turn=False))
        raise NotUnderstood(likely=turned) from None


def year_of(digits: str) -> int:
    """The year that two or four digits mean, as in 27, '27 and 2027."""
    year = int(digits.lstrip("'"))
    if year > _TWO_DIGITS:
        return year
    return 2000 + year if year < LAST_CENTURY else 1900 + year


def month_named(word: str) -> int:
    """The number of the month that the word names or begins; 0 for no month."""
    lowered = "september" if word.lower() == "sept" else word.lower()
    if len(lowered) < _SHORTEST:
        return 0
    named = (n for n, name in enumerate(MONTHS, 1) if name.startswith(lowered))
    return next(named, 0)


def weekday_of(word: str) -> int | None:
    """The weekday that the word names or begins, 0 for Monday; None for no weekday."""
    lowered = "wednesday" if word.lower() == "weds" else word.lower()
    matches = [n for n, name in enumerate(WEEKDAYS) if name.startswith(lowered)]
    return matches[0] if len(matches) == 1 and len(lowered) > 1 else None


DATE: Kind[date] = Kind(
    "date",
    "a date such as 31/05/2027 (day first)",
    _read_date,
    example="04/01/2027",
    number_format="dd/mm/yyyy",
    caution=_number_for_date,
)
LAST_DATE: Kind[date | None] = Kind(
    "last date",
    "a date such as 31/05/2027 (day first)",
    _read_last_date,
    example="28/02/2027",
    number_format="dd/mm/yyyy",
    caution=_number_for_date,
)
