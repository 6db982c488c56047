"""Which day each heading of a row of days is: from itself, titles and weekdays."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise, product

from inputs._dates import WEEKDAYS
from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt, Question, Topic
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.axes import LEAST, WEEK, Axis
from inputs.intake.shapes.marks import Mark
from inputs.intake.shapes.mentions import Mention

_MONTHS = 12

Reading = Mapping[int, date]
"""A day for every column."""


@dataclass(frozen=True)
class Hints:
    """What is said around an axis of its days, months and years."""

    near: tuple[Mention, ...] = ()
    """In the titles right above it, or else in the name of its sheet."""
    years: frozenset[int] = frozenset()
    """Those named anywhere on the sheet."""
    file: tuple[Mention, ...] = ()
    """In the name of the file: true only where weekdays agree."""


@dataclass(frozen=True)
class Dated:
    """The days of an axis, and what is doubtful about them."""

    days: Reading = field(default_factory=dict)
    """No day for a column that is doubtful."""
    doubts: Mapping[int, Doubt] = field(default_factory=dict)
    """By column: why its entries wait."""


def dated(axis: Axis, heads: Mapping[int, Cell], hints: Hints, recipe: Recipe) -> Dated:
    """The days of the axis, each checked against the weekday beside it."""
    said = recipe.meaning(Topic.YEAR)
    years = frozenset({int(said)}) if said else hints.years
    readings = _readings(axis, hints.near, years)
    if not readings:
        by_file = _by_file(axis, hints)
        readings = [each for each in by_file if _is_proved(axis, each)]
    if len(readings) != 1:
        doubt = _undated(axis, heads, readings or _by_file(axis, hints))
        return Dated({}, dict.fromkeys((*axis.marks, *axis.odd), doubt))
    return _checked(axis, heads, readings[0])


def _by_file(axis: Axis, hints: Hints) -> list[Reading]:
    """What the axis means if the file's name says which month or year it is."""
    years = hints.years or {mention.year for mention in hints.file if mention.year}
    near = hints.near if _has_month(hints.near) else hints.file
    return _readings(axis, near, frozenset(years))


def _has_month(told: Sequence[Mention]) -> bool:
    return any(mention.month for mention in told)


def _readings(
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
            before = {year - 1 for year in years if mention.month == _MONTHS}
            for year in {mention.year} if mention.year else sorted(years | before):
                yield from _day(year, mention.month, mention.day)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    """The day, if there is one; a month before the first is one of the year before."""
    year, month = year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
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
    return [each for each in readings if not _disagreeing(axis, each)]


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


def _disagreeing(axis: Axis, reading: Reading) -> list[int]:
    """The columns whose weekday is another than that of their day."""
    return [
        column
        for column, day in reading.items()
        if (meant := axis.marks[column].weekdays) and day.weekday() not in meant
    ]


def _is_proved(axis: Axis, reading: Reading) -> bool:
    labels = sum(bool(mark.weekdays) for mark in axis.marks.values())
    return labels >= LEAST and not _disagreeing(axis, reading)


def _checked(axis: Axis, heads: Mapping[int, Cell], reading: Reading) -> Dated:
    """The days; those that the weekdays contradict are doubtful, all if most are."""
    wrong = _disagreeing(axis, reading)
    doubts = {column: _contradicted(heads[column], reading[column]) for column in wrong}
    if len(wrong) > len(reading) / 2:
        return Dated({}, dict.fromkeys((*axis.marks, *axis.odd), doubts[wrong[0]]))
    doubts |= {
        column: Doubt(heads[column].place, heads[column].text, "the next day's date")
        for column in axis.odd
    }
    days = {column: day for column, day in reading.items() if column not in doubts}
    return Dated(days, doubts)


def _contradicted(head: Cell, day: date) -> Doubt:
    said = f"{day:%d/%m/%Y} is a {WEEKDAYS[day.weekday()].title()}"
    return Doubt(head.place, head.text, f"a weekday and a date that agree: {said}")


def _undated(
    axis: Axis, heads: Mapping[int, Cell], readings: Sequence[Reading]
) -> Doubt:
    """Why no day can be told, and the year that was probably meant."""
    head = heads[axis.first]
    years = {reading[axis.first].year for reading in readings}
    has_month = axis.has_numbers and axis.marks[axis.first].month
    if len(years) == 1 or (has_month and not years):
        likely = str(next(iter(years), ""))
        question = Question(Topic.YEAR, "", likely=likely)
        return Doubt(head.place, head.text, "the year of these days", likely, question)
    wanted = "the month and year of these days in the title above them"
    if not axis.has_numbers:
        wanted = "the date of this week's first day in the title above it"
    return Doubt(head.place, head.text, wanted)
