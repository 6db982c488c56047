"""Clock times as senders write them."""

import re
from datetime import time

from inputs._cells import CellValue
from inputs._clocks import CLOCK, END_CLOCK
from inputs.intake.values.words import plain, wanting

_NEXT_DAY = re.compile(r"(.+?) ?\(?\+ ?1(?: ?d(?:ay)?)?\)?")
_PAST_MIDNIGHT = re.compile(r"(2[4-9]|3[0-5])([:.]?)([0-5][0-9])")
_FRACTION = re.compile(r"0?\.(?:[0-9]{3,}|[6-9][0-9])")
"""A share of a day, as spreadsheets write times into text; 0.30 may be half past."""
_HOURS = 24
_NEXT_NOON = 1.5


@wanting(CLOCK.wanted)
def read_clock(value: CellValue) -> time:
    """The time at which something begins.

    Raises:
        NotUnderstood: It is no time of day.
    """
    return CLOCK.read(_of_fraction(plain(value)))


@wanting(END_CLOCK.wanted)
def read_end_clock(value: CellValue) -> time:
    """The time at which something ends; midnight for 24:00 and for 23:59.

    An end that is not after its start is on the next day, whether it says so (`+1`,
    `26:00`) or not.

    Raises:
        NotUnderstood: It is no time of day.
    """
    value = _of_fraction(plain(value))
    if isinstance(value, str) and (match := _NEXT_DAY.fullmatch(value)):
        value = match[1]
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str) and (match := _PAST_MIDNIGHT.fullmatch(value)):
        value = f"{int(match[1]) - _HOURS:02}:{match[3]}"
    if isinstance(value, float) and 1 < value < _NEXT_NOON:
        value -= 1
    return END_CLOCK.read(value)


def _of_fraction(value: CellValue) -> CellValue:
    """The number that a text of a share of a day stands for; others unchanged."""
    if isinstance(value, str) and _FRACTION.fullmatch(value):
        return float(value)
    return value
