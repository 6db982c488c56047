"""What a cell of an OpenDocument spreadsheet holds."""

import re
from datetime import datetime, time, timedelta

from inputs._cells import BROKEN, CellValue, Spoilt
from inputs.intake.office.xml import Attributes
from inputs.intake.opening._looks import Look
from inputs.intake.opening._strings import Found, Text
from inputs.intake.opening._values import as_day, whole_if_whole

_LENGTH = re.compile(r"(-?)PT?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
_WITH_NOUGHTS = re.compile("0[0-9]+")
_DAY = timedelta(days=1)


def found_in(said: Attributes, text: Text, look: Look) -> Found:
    """What the cell holds: by what its XML says, and by the text that is shown."""
    kind = said.get("office:value-type", "")
    if said.get("calcext:value-type") == "error":
        return Found(Spoilt(text.whole or "#N/A", BROKEN))
    if kind in ("", "string"):
        if not text.pieces and (hidden := said.get("office:string-value")):
            text = Text([(hidden, None)])
        return text.found(is_struck=look.is_struck)
    value = _value(kind, said, text.whole.strip())
    return Found(value, is_struck=look.is_struck)


def _value(kind: str, said: Attributes, shown: str) -> CellValue:
    if kind == "boolean":
        return said.get("office:boolean-value") == "true"
    if kind == "date":
        moment = datetime.fromisoformat(said["office:date-value"])
        return as_day(moment.replace(tzinfo=None))
    if kind == "time":
        return _clock(said["office:time-value"])
    number = whole_if_whole(float(said["office:value"]))
    if _WITH_NOUGHTS.fullmatch(shown) and int(shown) == number:
        return shown
    return number


def _clock(text: str) -> CellValue:
    """A time of day, or a length of time from a day upwards."""
    match = _LENGTH.fullmatch(text)
    if not match:
        raise ValueError(text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if match[1]:
        return -length
    if length >= _DAY:
        return length
    minutes, seconds = divmod(length.seconds, 60)
    return time(minutes // 60, minutes % 60, seconds)
