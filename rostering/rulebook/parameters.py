"""From the text of a parameter to its value, by the type of its default."""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from enum import Enum

from rostering.domain.time import HOUR, in_words

_HOURS = re.compile(
    r"(?P<hours>\d+(?:\.\d+)?)\s*(?:h|hrs?|hours?)?"
    r"(?:(?<=[hrs])\s*(?P<minutes>\d+)\s*(?:m|mins?|minutes?)?)?"
)
_MINUTES = re.compile(r"(?P<minutes>\d+)\s*(?:m|mins?|minutes?)")
_COLON = re.compile(r"(\d{1,4}):([0-5]\d)(?::00)?")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)(?::00)?")
_BRITISH = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")
_YES = {"y", "yes", "true", "on", "1"}
_NO = {"n", "no", "false", "off", "0"}


class NotUnderstood(ValueError):
    """A text that is no value of the wanted type; its message says what is wanted."""


def parse_parameter(text: str, default: object) -> object:
    """The value that the text stands for, of the default's type.

    Raises:
        NotUnderstood: The text stands for none.
    """
    return _parser(default)(text.strip())


def write_parameter(value: object) -> str:
    """The text that stands for the value, as a person would type it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, timedelta):
        return in_words(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value)
    return str(value.value if isinstance(value, Enum) else value)


def _parser(default: object) -> Callable[[str], object]:
    if isinstance(default, Enum):
        return lambda text: _choice(text, type(default))
    if isinstance(default, timedelta):
        return lambda text: _length(text, usual=default)
    if isinstance(default, tuple) and all(isinstance(item, int) for item in default):
        return _numbers
    for kind, parser in _PARSERS:
        if isinstance(default, kind):
            return parser
    raise TypeError(f"a parameter cannot be a {type(default).__name__}")


def _length(text: str, *, usual: timedelta) -> timedelta:
    """A bare number is hours, or minutes where less than an hour is usual."""
    if text.isdecimal() and timedelta() < usual < HOUR:
        return timedelta(minutes=int(text))
    colon = _COLON.fullmatch(text)
    if colon:
        return timedelta(hours=int(colon[1]), minutes=int(colon[2]))
    match = _MINUTES.fullmatch(text.lower()) or _HOURS.fullmatch(text.lower())
    if match is None:
        raise NotUnderstood("a length of time such as 11 h, 10:30 or 30 min")
    given = match.groupdict()
    minutes = int(given["minutes"] or 0)
    return timedelta(hours=float(given.get("hours") or 0), minutes=minutes)


def _clock(text: str) -> time:
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise NotUnderstood("a clock time such as 21:00")
    return time(int(match[1]), int(match[2]))


def _day(text: str) -> date:
    british = _BRITISH.fullmatch(text)
    try:
        if british:
            return date(int(british[3]), int(british[2]), int(british[1]))
        return date.fromisoformat(text.removesuffix(" 00:00:00"))
    except ValueError:
        raise NotUnderstood("a date such as 2027-04-05") from None


def _flag(text: str) -> bool:
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    raise NotUnderstood("yes or no")


def _number(text: str) -> int:
    if re.fullmatch(r"\d{1,4}(\.0+)?", text):
        return int(float(text))
    raise NotUnderstood("a whole number of at most four digits")


def _numbers(text: str) -> tuple[int, ...]:
    try:
        return tuple(_number(word) for word in _words(text))
    except NotUnderstood:
        raise NotUnderstood("whole numbers such as 15, 8, 5") from None


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in re.split(r"[,;]", text) if word.strip())


def _choice(text: str, kind: type[Enum]) -> Enum:
    for member in kind:
        if str(member.value).lower() == text.lower():
            return member
    raise NotUnderstood("one of " + ", ".join(str(member.value) for member in kind))


_PARSERS: tuple[tuple[type, Callable[[str], object]], ...] = (
    (time, _clock),
    (date, _day),
    (bool, _flag),
    (int, _number),
    (tuple, _words),
    (str, str),
)
