"""What the colours and figures of a sheet mean, below whatever they stand in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from rostering.domain import Problem
from rostering.domain.time import day_in_words
from rostering.report.workbook.cells import (
    HEAD,
    HEAD_FILL,
    HOLIDAY_FILL,
    OPEN,
    OPEN_FILL,
    PLAIN,
    SHADED,
    SPARE,
    WEEKEND_FILL,
    put,
)

NEW_WEEK = Border(top=Side(style="thin", color="1F3A5F"))
_ONE_LINE = Alignment(wrap_text=False)


@dataclass(frozen=True, slots=True)
class Sign:
    """How something looks, and what it means."""

    word: str
    meaning: str
    font: Font = PLAIN
    fill: PatternFill | None = None
    border: Border | None = None


OPEN_SIGN = Sign("open", "nobody is there, and the car cannot go out", OPEN, OPEN_FILL)
SPARE_SIGN = Sign("spare", "a further place that may stay empty", SPARE)
WEEKEND_SIGN = Sign("shaded", "a weekend", fill=WEEKEND_FILL)
WEEK_SIGN = Sign("a line above", "a new week begins", border=NEW_WEEK)


def add_signs(sheet: Worksheet, row: int, signs: Iterable[Sign]) -> int:
    """Write them from the row on, a row each; return the first row below."""
    for sign in signs:
        sample = put(sheet, row, 1, sign.word)
        sample.font = sign.font
        if sign.fill is not None:
            sample.fill = sign.fill
        if sign.border is not None:
            sample.border = sign.border
        put(sheet, row, 2, sign.meaning).alignment = _ONE_LINE
        row += 1
    return row


def add_words(sheet: Worksheet, row: int, sentences: Sequence[str]) -> int:
    """Write sentences past the edge of the column; return the first row below."""
    for sentence in sentences:
        cell = put(sheet, row, 1, sentence)
        cell.font, cell.alignment = SHADED, _ONE_LINE
        row += 1
    return row


def holiday_signs(problem: Problem) -> list[Sign]:
    """A sign for each bank holiday of the period."""
    return [
        Sign("bank holiday", _holiday(day, name), HEAD, HOLIDAY_FILL)
        for day, name in sorted(problem.bank_holidays.items())
        if day in problem.period
    ]


def _holiday(day: date, name: str) -> str:
    return f"{day_in_words(day)}, {name}" if name else day_in_words(day)


def head_fill(problem: Problem, day: date) -> PatternFill:
    """What a date stands on as a heading."""
    return HOLIDAY_FILL if day in problem.bank_holidays else HEAD_FILL
