"""Cells, lines and tables as they stand in a file, before anything is understood."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TypeAlias

from rostering.domain import Place
from rostering.domain.signs import plain

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_ERRORS = frozenset(
    {
        "#REF!",
        "#N/A",
        "#NAME?",
        "#VALUE!",
        "#DIV/0!",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
    }
)

BROKEN = "a value; the formula in this cell is broken"
NO_RESULT = "a value; open the file in Excel and save it, so that formulas have results"


@dataclass(frozen=True, slots=True)
class Spoilt:
    """What stands in a cell that holds no value: a broken or uncounted formula."""

    text: str
    wanted: str


CellValue: TypeAlias = (
    str | int | float | bool | datetime | date | time | timedelta | Spoilt | None
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet, with its number as the spreadsheet shows it."""

    file: str
    sheet: str
    number: int
    values: tuple[CellValue, ...]
    written: tuple[tuple[int, Place], ...] = ()
    """Where the values of some columns stand that were put in from elsewhere."""

    def value(self, index: int) -> CellValue:
        """What stands in the column, counted from 0; None past the end."""
        return self.values[index] if index < len(self.values) else None

    def place(self, index: int) -> Place:
        """The address of the cell in the column, counted from 0."""
        here = Place(self.file, self.sheet, f"{letters(index + 1)}{self.number}")
        return dict(self.written).get(index, here) if self.written else here


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of one file: its lines that are not blank."""

    file: str
    sheet: str
    lines: tuple[Line, ...]


@cache
def letters(number: int) -> str:
    """The letters of a column that is counted from 1: 1 is A, 27 is AA."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def cleaned(value: CellValue) -> CellValue:
    """The value without odd dashes, stray spaces and controls; None for nothing."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFKC", value).translate(_DASHES)
    text = re.sub("[\u200b\u200c\u200d\u2060\ufeff]", "", text)
    text = plain(" ".join(text.split()))
    if text.upper() in _ERRORS:
        return Spoilt(text, BROKEN)
    return text or None


def with_noughts(value: CellValue, number_format: str) -> CellValue:
    """A whole number under a format of noughts as it is shown: 0042 for 42."""
    if type(value) is int and len(number_format) > 1 and not number_format.strip("0"):
        return f"{value:0{len(number_format)}}"
    return value


def shown(value: CellValue) -> str:
    """The value as people write it, for messages and for text columns."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date | time | timedelta):
        return _moment_shown(value)
    if isinstance(value, float):
        return f"{value:.12g}"
    return value.text if isinstance(value, Spoilt) else str(value)


def _moment_shown(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        clock = f" {value:%H:%M}" if value.time() != time() else ""
        return f"{value:%d/%m/%Y}{clock}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    hours, minutes = divmod(round(value.total_seconds() / 60), 60)
    return f"{hours:02}:{minutes:02}"
