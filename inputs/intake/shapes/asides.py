"""Rows of a table that are no part of it: totals, signatures, notes, titles."""

import re
from collections.abc import Collection, Iterable
from typing import TypeGuard

from inputs._cells import CellValue
from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt

_SENTENCE = 6
"""From how many words on a text is a sentence."""
_FEW = 3
"""How many counts make a row of them."""
_BY_HAND = "a row of a table with headings; type this in by hand"
_TOTAL = re.compile(r"(?:(?:sub|grand|overall)[ -]?)?totals?\b(?!-).*", re.IGNORECASE)
_COUNT = re.compile(
    r"hrs|hours|sum|average|avg|mean|count|head ?count|strength|numbers?|min|max"
    r"|no\.? (?:of|on)\b.*|on duty|(?:staff|number|officers?|paramedics?|cover) on.*"
    r"|required|minimum|available|variance",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:printed|signed|signature|prepared|produced|created|exported|generated"
    r"|approved by|authorised|checked by|updated|last updated|amended|issued|compiled"
    r"|version|page [0-9]|report|run (?:by|on|date)|date printed|as (?:at|of|on))\b.*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:n\.?b\.?|notes?|please|remember|reminder|any queries|official|restricted"
    r"|confidential|end of (?:report|list|data))\b.*|\*.*|(?:key|legend)\W*",
    re.IGNORECASE,
)


def aside(cells: Iterable[Cell]) -> str:
    """Why the row is passed over; empty for one that may belong to its table."""
    told = [cell for cell in cells if not cell.is_spread and cell.value is not None]
    if not told:
        return ""
    first, *others = told
    words = sum(not is_number(cell.value) for cell in others)
    title = first.text.rstrip(":")
    is_count = bool(_COUNT.fullmatch(title)) and bool(others) and not words
    reasons = {
        "a total": bool(_TOTAL.fullmatch(title)) or is_count,
        "who made the list, and when": is_signature(first) and words <= 1,
        "a note below the table": bool(_NOTE.fullmatch(first.text)) and not others,
        "only numbers, as of a total": bool(others)
        and not words
        and is_number(first.value),
    }
    return next((reason for reason, is_so in reasons.items() if is_so), "")


def is_count(left: Iterable[Cell], days: Iterable[Cell]) -> bool:
    """Whether a row under a grid's last codes counts something, day by day.

    A row with a person's number, and one of noughts and ones that may be answers, is
    rather asked about.
    """
    has_number = any(char.isdigit() for cell in left for char in cell.text)
    values = [cell.value for cell in days if cell.value is not None]
    counts = [value for value in values if is_number(value)]
    is_whole = len(counts) == len(values) >= _FEW
    return is_whole and not has_number and max(map(float, counts)) > 1


def why_no_person(
    left: Collection[Cell], days: Collection[Cell], *, may_count: bool
) -> str:
    """Why a row of a grid is no person's; empty for one that is, or ought to be.

    Args:
        left: The row's cells before the days.
        days: Those under the days.
        may_count: Whether it stands below the last codes, where rows are counted.
    """
    told = [cell for cell in left if cell.value is not None]
    if not days:
        return "a line with nothing on its days" if told else "beside the days"
    if may_count and is_count(left, days):
        return "a count of each day"
    is_bar = all(cell.is_spread for cell in days)
    if told and is_bar and {cell.value for cell in days} == {told[0].value}:
        return "a heading between the lines"
    if not told and all(cell.value is None and not cell.note for cell in days):
        return "a colour without a person"
    return ""


def is_sentence(cell: Cell) -> bool:
    """Whether somebody wrote free text there that may tell of a person's days."""
    text = cell.value if isinstance(cell.value, str) else ""
    is_remark = bool(_NOTE.fullmatch(text) or _SIGNED.fullmatch(text))
    return len(text.split()) >= _SENTENCE and not is_remark


def by_hand(cell: Cell) -> Doubt:
    """A doubt about text that no program should read."""
    return Doubt(cell.place, cell.text or cell.note, _BY_HAND)


def is_signature(cell: Cell) -> bool:
    """Whether the cell says who made a list and when."""
    return bool(_SIGNED.fullmatch(cell.text))


def is_number(value: CellValue) -> TypeGuard[int | float]:
    """Whether it is a bare number."""
    return isinstance(value, int | float) and not isinstance(value, bool)
