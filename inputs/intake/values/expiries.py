"""Until when somebody holds a skill, or why that is not told."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Unpack

from inputs._cells import CellValue, shown
from inputs._dates import MONTHS
from inputs._kinds import NotUnderstood
from inputs.intake.values.dates import DateSettings, read_date, read_last_date
from inputs.intake.values.words import or_none, plain, wanting
from inputs.training import last_day_after


class State(StrEnum):
    """What a cell of a matrix of skills says."""

    HELD = "held"
    BOOKED = "booked"
    EXPIRED = "expired"
    NOT_HELD = "not held"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Expiry:
    """What is said of the end of a skill."""

    last: date | None
    """The last day in date; None where there is no end, or none is told."""
    state: State
    booked: date | None = None
    """The day of the course that is booked: it renews nothing before it is passed."""


_STATES = (
    (
        State.HELD,
        re.compile("perm(anent)?|no expiry|does not expire|(for )?life(time)?"),
    ),
    (State.EXPIRED, re.compile("exp(ired)?|out of date|ood|lapsed|overdue")),
    (
        State.NOT_HELD,
        re.compile("n/?a|not (applicable|held|required)|none|n/r|no?|-{1,3}|x"),
    ),
    (
        State.UNKNOWN,
        re.compile(
            r"[?]+|tb[ca]|in date|current|y(es)?|held|ok|compliant|valid|[✓✔☑√]"
        ),
    ),
)
"""Words that tell no day. That somebody is in date says not until when."""
_BOOKED = re.compile(r"(?:re-?)?b(?:oo)?ke?d\.?(?: for| on)?:? ?(.*)")
_EXPIRED = re.compile(r"(?:expired|lapsed)(?: on)?:? ?(.+)")
_EXPIRES = re.compile(
    r"(?:exp(?:ires|iry)?|(?:valid )?(?:to|until))[.:]?(?: on)? ?(.+)"
)
_MONTH = re.compile(r"([a-z]{3,9})[ .'/-]{0,2}((?:20)?[2-4][0-9])")
_MONTH_NUMBER = re.compile(r"(0?[1-9]|1[0-2])[/.-](?:20)?([2-4][0-9])")
"""03/2026 or 03/26, which is no day of a month."""
_LENGTH = re.compile(r"([1-9][0-9]?) ?(?:(y(?:ea)?r?s?)|m(?:on)?(?:th)?s?)")
_YEAR = re.compile("20[0-9]{2}")
_CENTURY = 2000


@wanting("the last day in date, such as 31/05/2027")
def read_expiry(
    value: CellValue,
    *,
    first: date | None = None,
    number_format: str = "General",
    **dates: Unpack[DateSettings],
) -> Expiry:
    """What a cell says of the end of a skill; a month means its last day.

    Args:
        value: What stands in the cell.
        first: The first day in date, for ends such as `3 yrs`.
        number_format: How the cell shows it: Excel keeps `Mar-26` as a first of March.
        dates: How the column's dates are written, as for `read_date`.

    Raises:
        NotUnderstood: It says no end, or could mean two.
    """
    value = plain(value)
    if isinstance(value, date) and _shows_month(number_format):
        return Expiry(_month_end(value), State.HELD)
    text = shown(value).lower()
    if _YEAR.fullmatch(text):
        raise NotUnderstood(likely=f"31/12/{text}")
    if not isinstance(value, str):
        return Expiry(read_last_date(value, **dates), State.HELD)
    return _in_words(text, dates) or Expiry(_last(text, first, dates), State.HELD)


def _in_words(text: str, dates: DateSettings) -> Expiry | None:
    """What words say of the state; None where only a day is told."""
    for state, words in _STATES:
        if words.fullmatch(text):
            return Expiry(None, state)
    if match := _BOOKED.fullmatch(text):
        return Expiry(None, State.BOOKED, or_none(read_date, match[1], **dates))
    if match := _EXPIRED.fullmatch(text):
        return Expiry(_last(match[1], None, dates), State.EXPIRED)
    return None


def _last(text: str, first: date | None, dates: DateSettings) -> date | None:
    """The last day that a date, a month or a length of time gives."""
    if match := _EXPIRES.fullmatch(text):
        text = match[1]
    return _end(text, first) or read_last_date(text, **dates)


def _shows_month(number_format: str) -> bool:
    """Whether the format shows a month and a year, and no day."""
    letters = re.sub(r'"[^"]*"|\[[^\]]*\]', "", number_format.lower())
    return "m" in letters and "y" in letters and "d" not in letters


def _end(text: str, first: date | None) -> date | None:
    """The end that a month or a length of time gives; None for anything else."""
    if match := _MONTH_NUMBER.fullmatch(text):
        return _month_end(date(_CENTURY + int(match[2]), int(match[1]), 1))
    if match := _MONTH.fullmatch(text):
        month = or_none(read_date, f"1 {match[1]} {match[2]}")
        return None if month is None else _month_end(month)
    match = _LENGTH.fullmatch(text)
    if match is None:
        return None
    if first is None:
        raise NotUnderstood("a date; a length of time needs the day from which it runs")
    return last_day_after(first, int(match[1]) * (len(MONTHS) if match[2] else 1))


def _month_end(day: date) -> date:
    _, length = calendar.monthrange(day.year, day.month)
    return date(day.year, day.month, length)
