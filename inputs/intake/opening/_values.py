"""What a cell of an Excel workbook holds, out of what its XML says."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from inputs._cells import BROKEN, NO_RESULT, CellValue, Spoilt, with_noughts
from inputs.intake.opening._looks import Look
from inputs.intake.opening._sheet_part import Raw
from inputs.intake.opening._strings import Found, Text, unescaped

_LARGEST_WHOLE = 1e15
"""Up to here a spreadsheet's numbers are exact."""
_FIRST_REAL_DAY = 60
"""Days of a calendar that are lower belong to times that run over midnight."""

_SECONDS = 24 * 60 * 60
"""In a day of 24 hours, of which a spreadsheet's times are fractions."""


class ValueReader:
    """Reads the values of one workbook's cells."""

    def __init__(self, texts: Sequence[Text], *, counts_from_1904: bool) -> None:
        self._texts = texts
        self._found = [text.found() for text in texts]
        self._epoch = MAC_EPOCH if counts_from_1904 else WINDOWS_EPOCH

    def read(self, raw: Raw, look: Look) -> Found:
        """What the cell holds under its look."""
        if raw.kind == "s":
            number = int(raw.content)
            if look.is_struck:
                return self._texts[number].found(is_struck=True)
            return self._found[number]
        if raw.kind in ("inlineStr", "str"):
            text = raw.text or Text([(unescaped(raw.content), None)])
            return text.found(is_struck=look.is_struck)
        value = self._value(raw, look)
        return Found(value, is_struck=look.is_struck and value is not None)

    def _value(self, raw: Raw, look: Look) -> CellValue:
        if raw.kind == "e":
            return Spoilt(raw.content or "#N/A", BROKEN)
        if not raw.content:
            has_formula = raw.formula is not None
            return Spoilt(f"={raw.formula}", NO_RESULT) if has_formula else None
        if raw.kind == "b":
            return raw.content in ("1", "true")
        if raw.kind == "d":
            return _written_out(raw.content)
        number = float(raw.content)
        if look.has_day or look.has_clock or look.is_length:
            moment = self._moment(number, look)
            if moment is not None:
                return moment
        return with_noughts(whole_if_whole(number), look.number_format)

    def _moment(self, number: float, look: Look) -> CellValue:
        """The date or time that the number is shown as; None if it is shown as none."""
        is_over_midnight = not look.has_day and 1 <= number < _FIRST_REAL_DAY
        try:
            if look.is_length or is_over_midnight:
                return timedelta(seconds=round(number * _SECONDS))
            if number < 0 or (number < 1 and not look.has_clock):
                return None
            moment: datetime | time = from_excel(number, self._epoch)
        except (ValueError, OverflowError):
            return None
        return moment if look.has_clock else as_day(moment)


def as_day(moment: datetime | time | timedelta) -> CellValue:
    """A moment of a day without its clock, if that says midnight."""
    if isinstance(moment, datetime) and moment.time() == time():
        return moment.date()
    return moment


def _written_out(text: str) -> CellValue:
    """A date or time of which the digits stand there, as few programs write it."""
    if "-" not in text:
        return time.fromisoformat(text)
    return as_day(datetime.fromisoformat(text).replace(tzinfo=None))


def whole_if_whole(number: float) -> int | float:
    """The number, as a whole one if it is one: spreadsheets know no difference."""
    is_exact = abs(number) < _LARGEST_WHOLE
    return int(number) if is_exact and number == int(number) else number
