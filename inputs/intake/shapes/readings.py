"""What a row of days may mean, by what is told of months and years around it."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise, product

from inputs._dates import MONTHS
from inputs.intake.shapes.axes import Axis
from inputs.intake.shapes.marks import Mark
from inputs.intake.shapes.mentions import Mention
from inputs.intake.shapes.runs import WEEK

Reading = Mapping[int, date]
"""A day for every column."""


def readings_of(
    axis: Axis, told: Sequence[Mention], years: frozenset[int]
) -> list[Reading]:
    """All that the axis may mean; only what agrees best where several do."""
    starts = _starts(axis, told, years) if axis.has_numbers else _mondays(told, years)
    found: dict[date, Reading] = {}
    for start in starts:
        reading = reading_from(axis, start)
        if reading:
            found[start] = reading
    readings = list(found.values())
    for choose in (_agreeing, _whole_months):
        if len(readings) > 1:
            readings = choose(axis, readings, told) or readings
    return readings


def _starts(
    axis: Axis, told: Sequence[Mention], years: frozenset[int]
) -> Iterator[date]:
    """The days that the first column may be."""
    mark = axis.marks[axis.first]
    if mark.whole:
        yield mark.whole
        return
    months = [Mention(mark.day, mark.month)] if mark.month else told
    for mention in months:
        if not mention.month or mention.day not in (0, mark.day):
            continue
        own = {mention.year} if mention.year else years
        backs = range(1 if mark.month or mention.day else 1 + _turns(axis))
        for year, back in product(sorted(own), backs):
            yield from _day(year, mention.month - back, mark.day)
        if mark.month:
            earlier = {
                mention.year for mention in told if 0 < mention.month < mark.month
            }
            for year in sorted(earlier - {0}):
                yield from _day(year - 1, mark.month, mark.day)


def _turns(axis: Axis) -> int:
    """How many times the days of the axis go on into another month."""
    days = [mark.day for _, mark in sorted(axis.marks.items())]
    return sum(after < before for before, after in pairwise(days))


def _mondays(told: Sequence[Mention], years: frozenset[int]) -> Iterator[date]:
    """The days on which the weeks begin that the titles tell of."""
    for mention in told:
        if mention.day and mention.month:
            before = {year - 1 for year in years if mention.month == len(MONTHS)}
            for year in {mention.year} if mention.year else sorted(years | before):
                yield from _day(year, mention.month, mention.day)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    """The day, if there is one; a month before the first is one of the year before."""
    year, month = year + (month - 1) // len(MONTHS), (month - 1) % len(MONTHS) + 1
    if day <= monthrange(year, month)[1]:
        yield date(year, month, day)


def reading_from(axis: Axis, start: date) -> Reading | None:
    """The days if the first is this one; None where the headings say otherwise."""
    reading: dict[int, date] = {}
    for column, mark in sorted(axis.marks.items()):
        if not reading:
            day: date | None = start if _may_be(mark, start) else None
        else:
            last = max(reading)
            far = column - last if mark.day and not mark.weekdays else 0
            most = WEEK if mark.weekdays or mark.month else max(1, far)
            day = _next(mark, reading[last], most)
        if day is None:
            return None
        reading[column] = day
    return reading


def _next(mark: Mark, before: date, most: int) -> date | None:
    """The first day after another that the heading may be."""
    if mark.whole:
        return mark.whole
    later = (before + timedelta(days=step) for step in range(1, most + 1))
    return next((day for day in later if _may_be(mark, day)), None)


def _may_be(mark: Mark, day: date) -> bool:
    if not mark.day:
        return day.weekday() in mark.weekdays
    is_month = mark.month in (0, day.month)
    return is_month and mark.day == day.day and mark.year in (0, day.year)


def _agreeing(
    axis: Axis, readings: list[Reading], _told: Sequence[Mention]
) -> list[Reading]:
    """Those that no weekday label contradicts."""
    return [each for each in readings if not disagreeing(axis, each)]


def _whole_months(
    axis: Axis, readings: list[Reading], told: Sequence[Mention]
) -> list[Reading]:
    """Where days of two months stand, the one in which a month told of is whole."""
    if not _turns(axis):
        return []
    whole = {(each.month, each.year) for each in told if each.month and not each.day}
    if len(whole) > 1:
        return [
            each for each in readings if all(_holds(each, *one, 1) for one in whole)
        ]
    return [
        each
        for each in readings
        if all(_holds(each, *one, monthrange(2001, one[0])[1]) for one in whole)
    ]


def _holds(reading: Reading, month: int, year: int, least: int) -> bool:
    """Whether so many days of the month are there."""
    days = [day for day in reading.values() if day.month == month]
    return sum(year in (0, day.year) for day in days) >= least


def disagreeing(axis: Axis, reading: Reading) -> list[int]:
    """The columns whose weekday is another than that of their day."""
    return [
        column
        for column, day in reading.items()
        if (meant := axis.marks[column].weekdays) and day.weekday() not in meant
    ]
