"""Clock times that a night in spring skips and a night in autumn repeats."""

from datetime import date, datetime, time
from functools import lru_cache

from inputs._columns import Row
from inputs._faults import Faults
from rostering.domain.time import DAY, ZONE, day_in_words


def warn_of_clock_change(
    row: Row, days: tuple[date, date], clocks: tuple[time, time], faults: Faults
) -> None:
    """Warn at the row's start and end of times that are not plain.

    Args:
        row: A row with columns that begin and end a stretch of time.
        days: The dates of the beginning and of the end.
        clocks: The clock times of the beginning and of the end.
        faults: Where the warning goes.
    """
    columns = ("start", "end") if "start" in row.positions else ("from", "to")
    for column, day, clock in zip(columns, days, clocks, strict=True):
        if told := _oddity(day, clock, is_end=column in ("end", "to")):
            faults.add(row.warning(column, told))


@lru_cache(maxsize=2**16)
def _oddity(day: date, clock: time, *, is_end: bool) -> str:
    """What is odd about the clock time on that date, if anything is."""
    moment = datetime.combine(day, clock, tzinfo=ZONE)
    before, after = (moment.replace(fold=fold).utcoffset() for fold in (0, 1))
    if before is None or after is None or before == after:
        return ""
    night = f"{clock:%H:%M} on {day_in_words(day)}"
    if before < after:
        return f"a time that exists: {night} is skipped; it is read as an hour later"
    which = "second" if is_end else "first"
    return f"a time that happens once: {night} comes twice; it is read as the {which}"


def end_day(day: date, start: time, end: time) -> date:
    """The date of an end: the next day's if it is not after the start."""
    return day if end > start else day + DAY
