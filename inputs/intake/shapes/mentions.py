"""Days, months and years that titles and the names of sheets mention."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from inputs._cells import CellValue
from inputs._dates import MONTHS, month_named, year_of

_LONGEST = 80
"""Longer texts are no titles."""
_MONTH = r"(?P<month>[a-z]{3,9})"
_YEAR = r"(?P<year>20[0-9]{2}|'?[2-4][0-9])(?![0-9:/])"
_SEP = r"[ .,/'-]{0,2}"
_DAY = r"(?<![0-9])(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_FORMS = (
    re.compile(
        rf"{_DAY} ?(?:-|to|until) ?[0-9]{{1,2}}(?:st|nd|rd|th)?{_SEP}{_MONTH}\b"
        rf"(?:{_SEP}{_YEAR})?"
    ),
    re.compile(rf"{_DAY}[/.-](?P<number>[0-9]{{1,2}})[/.-]{_YEAR}"),
    re.compile(r"(?P<year>20[0-9]{2})-(?P<number>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])"),
    re.compile(r"(?<![0-9/])(?P<number>[0-9]{1,2})[/.-](?P<year>20[0-9]{2})(?![0-9])"),
    re.compile(rf"{_DAY}{_SEP}{_MONTH}\b(?:{_SEP}{_YEAR})?"),
    re.compile(rf"\b{_MONTH}\b{_SEP}{_YEAR}"),
    re.compile(rf"\b{_MONTH}\b"),
    re.compile(rf"{_DAY}[/.](?P<number>[0-9]{{1,2}})(?![0-9/.:])"),
    re.compile(r"(?<![0-9/.-])(?P<year>20[0-9]{2})(?![0-9])"),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A day, a month or a year that some text names; 0 for what it leaves out."""

    day: int = 0
    month: int = 0
    year: int = 0

    @property
    def whole(self) -> date | None:
        """The date, where all of it is told and there is such a day."""
        return made_day(self.year, self.month, self.day)


def made_day(year: int, month: int, day: int) -> date | None:
    """The date; None where a part is lacking or there is no such day."""
    if not (year and month and day):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def mentions(values: Iterable[CellValue]) -> tuple[Mention, ...]:
    """Everything that the values mention, in order, each once."""
    found = (mention for value in values for mention in _mentioned(value))
    return tuple(dict.fromkeys(found))


def _mentioned(value: CellValue) -> Iterator[Mention]:
    if isinstance(value, date):
        yield Mention(value.day, value.month, value.year)
    elif isinstance(value, int) and 2000 <= value < 2100:  # noqa: PLR2004
        yield Mention(year=value)
    elif isinstance(value, str) and len(value) <= _LONGEST:
        yield from _in_text(value.lower().replace("_", " "))


def _in_text(text: str) -> Iterator[Mention]:
    """The mentions of a text; what one form has read no other reads again."""
    for form in _FORMS:
        for match in form.finditer(text):
            mention = _mention(match)
            if mention is not None:
                yield mention
                start, end = match.span()
                text = f"{text[:start]}{'|' * (end - start)}{text[end:]}"


def _mention(match: re.Match[str]) -> Mention | None:
    parts = match.groupdict()
    month = month_named(parts.get("month") or "") or int(parts.get("number") or 0)
    has_month = parts.get("month") or parts.get("number")
    day = int(parts.get("day") or 0)
    if has_month and not 1 <= month <= len(MONTHS):
        return None
    year = parts.get("year")
    return Mention(day, month, year_of(year) if year else 0) if day <= 31 else None  # noqa: PLR2004
