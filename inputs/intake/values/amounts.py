"""Hours, shares of full time, and answers of yes or no."""

import re
from datetime import date, time, timedelta

from inputs._cells import CellValue, shown
from inputs._clocks import WEEKLY_HOURS
from inputs._kinds import NotUnderstood
from inputs._values import YES_NO
from inputs.intake.values.words import plain, wanting

_HOUR = 60
_MINUTES_OF_DAY = 24 * _HOUR
_MOST = 1000
_AS_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])(?::00)?")
_IN_WORDS = re.compile(r"([0-9]{1,3}) ?h(?:ou)?r?s? ?(?:([0-5]?[0-9]) ?m?(?:in)?s?)?")
_NUMBER = re.compile(r"([0-9]{1,3})(?:\.([0-9]{1,9}))?(?: ?h(?:ou)?r?s?)?")
_QUARTERS = frozenset({"0", "00", "25", "5", "50", "75"})
"""Decimals of quarters of an hour, which nobody types for minutes."""
_DIGITS_OF_MINUTES = 2
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,4})?) ?%")
_SHARE = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,4})?) ?/ ?([0-9]{1,2}(?:\.[0-9]{1,4})?)")
_YES = frozenset({"✓", "✔", "☑", "√", "tick", "ticked", "green"})
_NO = frozenset({"✗", "✘", "✕", "☒"})


@wanting("hours such as 37.5 or 37:30")
def read_hours(value: CellValue) -> float:
    """A length of time in hours.

    Raises:
        NotUnderstood: It is none, or could be two: 9.30 is 9:30 or 9:18.
    """
    value = plain(value)
    if isinstance(value, date | time | timedelta):
        return WEEKLY_HOURS.read(value) / _HOUR
    if isinstance(value, bool):
        raise NotUnderstood
    text = shown(value).lower()
    if match := _AS_CLOCK.fullmatch(text) or _IN_WORDS.fullmatch(text):
        return int(match[1]) + int(match[2] or 0) / _HOUR
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise NotUnderstood
    hours, decimals = int(match[1]), match[2] or ""
    if not hours and decimals.strip("0"):
        return _part_of_day(float(f"0.{decimals}"))
    _check_no_minutes(match[1], decimals)
    return float(f"{hours}.{decimals or 0}")


def _part_of_day(share: float) -> float:
    """Hours that a spreadsheet keeps as a share of a day: 0.395833 is 9:30."""
    minutes = share * _MINUTES_OF_DAY
    is_tidy = round(share, 2) == share
    if is_tidy or abs(minutes - round(minutes)) > 1 / _HOUR:
        likely = timedelta(hours=share)
        raise NotUnderstood("hours and minutes such as 0:30", shown(likely))
    return round(minutes) / _HOUR


def _check_no_minutes(hours: str, decimals: str) -> None:
    """Refuse decimals that may be minutes."""
    if not decimals or decimals in _QUARTERS or len(decimals) > _DIGITS_OF_MINUTES:
        return
    minutes = int(decimals.ljust(_DIGITS_OF_MINUTES, "0"))
    if minutes < _HOUR:
        wanted = "hours and minutes such as 9:30; a full stop may stand for either"
        raise NotUnderstood(wanted, f"{hours}:{minutes:02}")


@wanting("a share of full time such as 0.8 or 80%")
def read_fte(value: CellValue) -> float:
    """A share of full time, from 0 to 1.

    Raises:
        NotUnderstood: It is none; hours a week, such as 37.5, are no share.
    """
    text = _number_shown(value)
    if match := _PERCENT.fullmatch(text):
        share = float(match[1]) / 100
    elif match := _SHARE.fullmatch(text):
        whole = float(match[2])
        share = float(match[1]) / whole if whole else -1
    elif re.fullmatch(r"[0-9]{0,3}(?:\.[0-9]{0,12})?", text) and text.strip("."):
        share = float(text)
    else:
        raise NotUnderstood
    if not 0 <= share <= 1:
        is_percent = re.fullmatch("[1-9][0-9]|100", text)
        raise NotUnderstood(likely=f"{text}%" if is_percent else "")
    return share


def _number_shown(value: CellValue) -> str:
    value = plain(value)
    return "" if isinstance(value, bool | date | time | timedelta) else shown(value)


@wanting(YES_NO.wanted)
def read_yes_no(value: CellValue) -> bool:
    """An answer: yes, no, a tick or a cross; the letter x is a tick in a box.

    Raises:
        NotUnderstood: It is neither.
    """
    value = plain(value)
    word = shown(value).lower().removesuffix("\ufe0f")
    return True if word in _YES else word not in _NO and YES_NO.read(value)
