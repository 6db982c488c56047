"""Which day each heading of a row of days is: from itself, titles and weekdays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from inputs._dates import WEEKDAYS
from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt, Question, Topic
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.axes import Axis
from inputs.intake.shapes.mentions import Mention
from inputs.intake.shapes.readings import Reading, disagreeing, readings_of
from inputs.intake.shapes.runs import LEAST


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
    readings = readings_of(axis, hints.near, years)
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
    return readings_of(axis, near, frozenset(years))


def _has_month(told: Sequence[Mention]) -> bool:
    return any(mention.month for mention in told)


def _is_proved(axis: Axis, reading: Reading) -> bool:
    labels = sum(bool(mark.weekdays) for mark in axis.marks.values())
    return labels >= LEAST and not disagreeing(axis, reading)


def _checked(axis: Axis, heads: Mapping[int, Cell], reading: Reading) -> Dated:
    """The days; those that the weekdays contradict are doubtful, all if most are."""
    wrong = disagreeing(axis, reading)
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
