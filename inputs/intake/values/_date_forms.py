"""A sender's way of writing a date, rewritten day first and with its year."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict

from inputs._dates import MIDNIGHT, WEEKDAYS, weekday_of
from inputs._kinds import NotUnderstood


class Order(StrEnum):
    """Which of the two numbers in a date comes first."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a column writes its dates."""

    order: Order = Order.DAY_FIRST
    year: int | None = None
    """The year of dates that do not tell theirs."""
    from_1904: bool = False
    """Whether bare numbers count from 1904."""


class DateSettings(TypedDict, total=False):
    """How a column writes its dates, as the readers of dates are told."""

    order: Order
    year: int | None
    from_1904: bool


WITH_ITS_YEAR = "a date with its year"
"""What is wanted of a date that does not tell its year where nobody said it."""
_LABELLED = re.compile(r"([a-z]+)\.?,? *(?=[0-9])(.+)")
_TWELVE = re.compile(r"(?<=[0-9]) +12:00(?::00)? ?am$")
_SPACED = re.compile(r" ?([/-]) ?")
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b(?: of\b)?")
_NUMBERS = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?")
_DAY_MONTH = re.compile(r"([0-9]{1,2}[ /.-]?[a-z]{3,9})\.?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})[ .-]+([0-9]{1,2})(?:, ?|[ -])([0-9]{4})")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])")


def unlabelled(text: str) -> tuple[frozenset[int], str]:
    """The weekdays that may be meant before or after a date, and the date.

    No weekdays where there is no label.
    """
    if labelled := _LABELLED.fullmatch(text):
        weekdays, rest = weekdays_meant(labelled[1]), labelled[2]
    else:
        rest, _, word = text.rpartition(" ")
        weekdays, rest = weekdays_meant(word.strip("()")), rest.rstrip(" ,")
    return weekdays, rest if weekdays and rest else text


def day_first(text: str, manner: Manner) -> str:
    """A date in small letters, in a form in which the book's own dates are read."""
    text = _SPACED.sub(r"\1", text)
    text = _ORDINAL.sub("", MIDNIGHT.sub("", _TWELVE.sub("", text)))
    if match := _NUMBERS.fullmatch(text):
        first, second = match[1], match[3]
        if manner.order is Order.MONTH_FIRST:
            first, second = second, first
        return f"{first}/{second}/{match[4] or _year(manner)}"
    if match := _DAY_MONTH.fullmatch(text):
        return f"{match[1]} {_year(manner)}"
    if match := _MONTH_DAY.fullmatch(text):
        return f"{match[2]} {match[1]} {match[3]}"
    if match := _COMPACT.fullmatch(text):
        return "-".join(match.groups())
    return text


def _year(manner: Manner) -> int:
    if manner.year is None:
        raise NotUnderstood(WITH_ITS_YEAR)
    return manner.year


def weekdays_meant(text: str) -> frozenset[int]:
    """Every weekday that a label may mean, 0 for Monday: `T` is two, `Tu` is one."""
    word = text.strip(" .,").lower()
    weekday = weekday_of(word)
    if weekday is not None:
        return frozenset({weekday})
    return frozenset(n for n, name in enumerate(WEEKDAYS) if name[0] == word)


def weekday_in(text: str) -> int | None:
    """The one weekday that a label means, 0 for Monday; None for none or for two."""
    meant = weekdays_meant(text)
    return next(iter(meant)) if len(meant) == 1 else None
