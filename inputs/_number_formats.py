"""What the styles of a workbook make of numbers: dates, times and lengths of time."""

import re
from datetime import datetime, time, timedelta
from typing import NamedTuple

from inputs._cells import CellValue, with_noughts
from inputs._xml import elements

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001
EPOCH_OF_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_DAY_THAT_NEVER_WAS = 60
"""29 February 1900, up to which a spreadsheet's days are one behind."""
_MILLISECONDS = 24 * 60 * 60 * 1000
GENERAL = "General"

_BUILT_IN = {
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
}
"""Formats that no workbook spells out; of them, those that make a number a moment."""

_ASIDE = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
"""Texts, colours and countries, which say nothing of what a number is."""
_MOMENT = re.compile(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_LENGTH = re.compile(r"\[(hh?|mm?|ss?)\]", re.IGNORECASE)
_CONTAINERS = frozenset(
    {"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs"}
)


class NumberFormat(NamedTuple):
    """How the cells of one style show numbers."""

    code: str = GENERAL
    is_moment: bool = False
    is_length: bool = False
    """Whether they are lengths of time, not moments."""

    @classmethod
    def of(cls, code: str) -> "NumberFormat":
        """What a format is, by its code for numbers above 0."""
        first = code.split(";", maxsplit=1)[0]
        is_moment = _MOMENT.search(_ASIDE.sub("", first)) is not None
        return cls(code, is_moment, is_moment and _LENGTH.search(first) is not None)

    def value(self, text: str, epoch: datetime) -> CellValue:
        """The number that a cell's text is, as it is shown; `#VALUE!` for no moment."""
        number = float(text) if "." in text or "e" in text.lower() else int(text)
        if not self.is_moment:
            return with_noughts(number, self.code)
        try:
            return length(number) if self.is_length else moment(number, epoch)
        except (OverflowError, ValueError):
            return "#VALUE!"


def number_formats(styles: bytes) -> list[NumberFormat]:
    """The number format of every style, by its number."""
    codes, found, container = dict(_BUILT_IN), list[NumberFormat](), ""
    for name, held in elements(styles):
        if name in _CONTAINERS:
            container = name
        elif name == "numFmt" and container == "numFmts":
            codes[int(held["numFmtId"])] = held.get("formatCode", GENERAL)
        elif name == "xf" and container == "cellXfs":
            code = codes.get(int(held.get("numFmtId", 0)), GENERAL)
            found.append(NumberFormat.of(code))
    return found


def length(days: float) -> timedelta:
    """A length of time, to the millisecond."""
    exact = timedelta(days=days)
    return timedelta(
        seconds=exact.total_seconds() // 1, microseconds=round(exact.microseconds, -3)
    )


def moment(number: float, epoch: datetime) -> datetime | time:
    """The moment that so many days after the epoch is; of the first day, the time."""
    day, fraction = divmod(number, 1)
    rest = timedelta(milliseconds=round(fraction * _MILLISECONDS))
    if 0 <= number < 1 and not rest.days:
        return (EPOCH + rest).time()
    if 0 < number < _DAY_THAT_NEVER_WAS and epoch == EPOCH:
        day += 1
    return epoch + timedelta(days=day) + rest
