"""Rows of a table that are no part of it: totals, signatures, notes, titles."""

import re
from collections.abc import Iterable

from inputs._cells import CellValue
from inputs.intake.cells import Cell

_TOTAL = re.compile(
    r"(?:(?:sub|grand|overall) ?)?totals?\b.*|(?:hrs|hours|sum|average|avg|mean|count"
    r"|head ?count|strength|numbers?|no\.? (?:of|on)\b.*|min|max|on duty|staff on.*"
    r"|(?:total )?hours lost)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:printed|signed|signature|prepared|produced|created|exported|generated|approved"
    r"|authorised|checked|updated|last updated|amended|issued|compiled|version|page"
    r"|report|run (?:by|on|date)|date printed|as (?:at|of|on))\b.*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:n\.?b\.?|notes?|key|legend|\*+|please|remember|reminder|any queries|contact"
    r"|official|restricted|confidential|end of (?:report|list|data))\b.*|\*.*",
    re.IGNORECASE,
)


def aside(cells: Iterable[Cell]) -> str:
    """Why the row is passed over; empty for one that may belong to its table."""
    told = [cell for cell in cells if not cell.is_spread and cell.value is not None]
    if not told:
        return ""
    first = told[0].text
    if _TOTAL.fullmatch(first.rstrip(":")):
        return "a total"
    others = sum(not _is_number(cell.value) for cell in told[1:])
    if others <= 1 and _SIGNED.fullmatch(first):
        return "who made the list, and when"
    if len(told) == 1 and _NOTE.fullmatch(first):
        return "a note below the table"
    if len(told) > 1 and all(_is_number(cell.value) for cell in told):
        return "nothing but numbers, as of a total"
    return ""


def _is_number(value: CellValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
