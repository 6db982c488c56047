"""Which two times of day are meant where only one of them says morning or evening."""

import re
from datetime import time, timedelta

from inputs._kinds import NotUnderstood
from inputs.intake.values.clocks import read_clock, read_end_clock
from inputs.intake.values.code_table import Times, known
from rostering.domain.time import DAY

CLOCK_FORM = (
    r"(?:12 )?noon|midday|(?:12 )?midnight|"
    r"(?:[0-9]{1,2}[:.][0-9]{2}(?::00)?|[0-9]{3,4}|[0-9]{1,2})"
    r"(?: ?[ap]\.?m\.?| ?(?:hours|hrs|hr|h)\b)?"
)
"""One time of day in small letters, as a regular expression."""
_HALF = re.compile(r".*([ap])\.?m\.?|.*(?:noon|midday|midnight)")
_AROUND = re.compile(r"^12 (?=noon|midnight)| ?(?:hours|hrs|hr|h)$")
_HOUR = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2})(?::00)?)?")
_HOURS_ALONE = re.compile("[0-9]{1,2}")
_NOON = 12
_MORNING = range(5, 12)
_LONGEST = timedelta(hours=16)
"""Bare hours that lie further apart are no duty."""


def times_of(first: str, last: str) -> Times:
    """The start and the end of a range, each as written in small letters.

    Raises:
        NotUnderstood: They could be morning or evening, or are no times.
    """
    first, last = (_AROUND.sub("", text) for text in (first, last))
    says = [_HALF.fullmatch(text) is not None for text in (first, last)]
    if any(says):
        return _nearest(first, last, *says)
    if not _is_of_24_hours(first, last):
        return _usual(first, last)
    start, end = _apart(read_clock(first), read_end_clock(last))
    is_whole = any(_HOURS_ALONE.fullmatch(text) for text in (first, last))
    if is_whole and _length(start, end) > _LONGEST:
        raise NotUnderstood(likely=shown_range(_by_day(start.hour, end.hour)))
    return start, end


def shown_range(times: Times) -> str:
    """The range as a rota writes it."""
    start, end = times
    return f"{start:%H:%M}-{end:%H:%M}"


def _length(start: time, end: time) -> timedelta:
    """From the start to the next time that the clock shows the end."""
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return timedelta(minutes=minutes) % DAY or DAY


def _apart(start: time, end: time) -> Times:
    """The times, unless they are one; from midnight to midnight is a day."""
    if start == end != time():
        raise NotUnderstood("a start and an end that differ")
    return start, end


def _nearest(first: str, last: str, says_first: bool, says_last: bool) -> Times:
    """The times no more than half a day apart, where only one says which half."""
    starts = _halves(first) if not says_first else [first]
    ends = _halves(last) if not says_last else [last]
    pairs = [
        (read_clock(start), read_end_clock(end)) for start in starts for end in ends
    ]
    best = min(pairs, key=lambda pair: _length(*pair))
    return _apart(*best)


def _halves(text: str) -> list[str]:
    """The time in the morning and in the evening, if it may be both."""
    hour = _HOUR.fullmatch(text)
    if hour is None or text.startswith("0") or not 0 < int(hour[1]) <= _NOON:
        return [text]
    return [f"{text}am", f"{text}pm"]


def is_of_two_halves(text: str) -> bool:
    """Whether a single time may be morning or evening: 7, and not 07 or 7pm."""
    return re.fullmatch(r"[1-9]|1[0-2]|[1-9][:.][0-9]{2}", text) is not None


def _is_of_24_hours(first: str, last: str) -> bool:
    """Whether the way in which they are written tells morning from evening."""
    hours = [_HOUR.fullmatch(text) for text in (first, last)]
    if any(hour is None for hour in hours):
        return True
    told = [hour for hour in hours if hour]
    if any(hour[1][0] == "0" or int(hour[1]) > _NOON for hour in told):
        return True
    return all(hour[2] and len(hour[1]) > 1 for hour in told)


def _usual(first: str, last: str) -> Times:
    """What everybody means by such hours, if they have a usual meaning."""
    rows = [alias for alias in known(f"{first}-{last}") if alias.times]
    times = {alias.times for alias in rows}
    if len(times) == 1 and rows[0].times:
        return rows[0].times
    hours = [int(re.split("[:.]", text)[0]) for text in (first, last)]
    likely = rows[0].times if rows and rows[0].times else _by_day(*hours)
    raise NotUnderstood("times with am or pm, or of 24 hours", shown_range(likely))


def _by_day(first: int, last: int) -> Times:
    """Likely times for two hours of a clock with twelve."""
    start = first % _NOON + (0 if first % _NOON in _MORNING else _NOON)
    end = start + ((last - first) % _NOON or _NOON)
    return time(start % 24), time(end % 24)
