"""The columns beside squares that tell of which day each row is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from inputs.intake.entries import Heading
from inputs.intake.fields import Field
from inputs.intake.shapes.columns import Known
from inputs.intake.shapes.headers import plain
from inputs.intake.shapes.marks import mark_of

DAYS = (Field.DATE, Field.WEEKDAY)
"""What tells of which day a row is."""
_WEEKS = re.compile(r"w c|wc|w b|wb|week (?:commencing|beginning|starting|start|from)")
"""Heads a column of the first days of weeks, in plain spelling."""
_MOST = 0.6
"""Which part of a column without a known heading must be days to be taken for them."""


def with_days(columns: Sequence[Known], is_told: Sequence[bool]) -> Sequence[Known]:
    """The columns; those of weeks, and the first of days, need no known heading.

    Args:
        columns: Those beside the squares.
        is_told: Of each row below the headings, whether any square of it is filled.
    """
    found = [
        _as(each, Field.WEEK) if _heads_weeks(each.column.text) else each
        for each in columns
    ]
    if set(DAYS) & {each.field for each in found}:
        return found
    days = next((each for each in found if _holds_days(each, is_told)), None)
    return [_as(each, Field.DATE) if each is days else each for each in found]


def _heads_weeks(text: str) -> bool:
    """Whether the heading is of a column of the first days of weeks."""
    return _WEEKS.fullmatch(plain(text)) is not None


def _as(known: Known, field: Field) -> Known:
    heading = Heading(known.column.title, field)
    return replace(known, heading=heading, doubt=None)


def _holds_days(known: Known, is_told: Sequence[bool]) -> bool:
    """Whether dates or weekdays stand in an unknown column beside squares."""
    if known.field is not None or known.heading.is_private:
        return False
    marks = [mark_of(value) for value in compress(known.column.values, is_told)]
    days = sum(mark is not None and bool(mark.month or mark.weekdays) for mark in marks)
    return bool(days) and days >= _MOST * len(marks)
