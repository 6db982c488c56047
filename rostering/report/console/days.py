"""The rota by day: when each car is out, drawn hour by hour, and who is away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from math import ceil, floor

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import HOUR, day_in_words
from rostering.report.console.absences import absences_shown
from rostering.report.console.cars import day_text
from rostering.report.console.crew import crew_text
from rostering.report.console.screen import FAINT, HEADING, OPEN, table
from rostering.report.console.signs import NEW, NEW_MARK, legend, turn_styles
from rostering.report.known import NOTHING, Known
from rostering.saved.lines import RotaLine, State

CREWED, UNCREWED = "█", "░"
SCALES = (4, 3, 2, 1)
"""How many columns an hour may have; the most of which there is room for."""
SHARE = 4
"""Of the screen's width the hours have one part in so many."""
TICK = 3
"""So many hours apart the clock is told."""


def days_shown(
    lines: Sequence[RotaLine], width: int, known: Known = NOTHING
) -> Iterator[RenderableType]:
    """A block a day, all with the same hours from left to right."""
    styles = turn_styles(lines)
    widths = max(len(line.unit) for line in lines), max(map(len, styles))
    drawing = _Drawing(_Axis.of(lines, width), widths, styles, known)
    ordered = sorted(lines, key=lambda line: (line.day, *_shift(line)))
    for day, its in groupby(ordered, key=lambda line: line.day):
        title = day_text(day, day_in_words(day), known)
        title.stylize(HEADING)
        yield title
        yield drawing.day(list(its))
        yield from absences_shown(known, day, day)
        yield Text()
    yield Text(f"{CREWED} crewed  {UNCREWED} not crewed", style=FAINT)
    yield from legend(lines, known)


@dataclass(frozen=True)
class _Axis:
    """The hours of the clock from left to right, counted from a day's midnight."""

    first: int
    last: int
    scale: int
    """Columns an hour."""

    @classmethod
    def of(cls, lines: Sequence[RotaLine], width: int) -> "_Axis":
        """All hours of these lines, as wide as there is room."""
        first = min(floor(_start(line)) for line in lines)
        last = max(ceil(_end(line)) for line in lines)
        fitting = (x for x in SCALES if x * (last - first) * SHARE <= width)
        return cls(first, last, next(fitting, SCALES[-1]))

    @property
    def ticks(self) -> str:
        """`15    18    21    00`."""
        hours = range(self.first, self.last, TICK)
        marks = (f"{hour % 24:02}".ljust(TICK * self.scale) for hour in hours)
        return "".join(marks)[: self._column(self.last)]

    def bar(self, line: RotaLine, mark: str) -> str:
        """The mark from the start of a shift to its end."""
        start, end = self._column(_start(line)), self._column(_end(line))
        return " " * start + mark * max(1, end - start)

    def _column(self, hour: float) -> int:
        return round((hour - self.first) * self.scale)


@dataclass(frozen=True)
class _Drawing:
    """How every day of one rota is drawn."""

    axis: _Axis
    widths: tuple[int, int]
    """The longest call sign and the longest turn, so that all days stand in line."""
    styles: Mapping[str, str]
    known: Known

    def day(self, lines: Sequence[RotaLine]) -> Table:
        """A row a shift."""
        made = table("car", "turn", "hours", self.axis.ticks, "crew")
        clock = len(lines[0].clock) + (2 if self.known.has_changes else 0)
        widths = *self.widths, clock, len(self.axis.ticks)
        for column, least in zip(made.columns, widths, strict=False):
            column.no_wrap, column.min_width = True, least
        before = ""
        for (unit, _), alike in groupby(lines, key=_shift):
            said = Text(unit if unit != before else "", style=HEADING)
            made.add_row(said, *self._cells(list(alike)))
            before = unit
        return made

    def _cells(self, places: Sequence[RotaLine]) -> Iterator[Text]:
        line = places[0]
        is_crewed = all(place.state is not State.OPEN for place in places)
        style = self.styles[line.turn]
        yield Text(line.turn, style=style)
        changed = f" {NEW_MARK}" if self.known.is_changed(line) else ""
        yield Text.assemble(line.clock, (changed, NEW))
        drawn = self.axis.bar(line, CREWED if is_crewed else UNCREWED)
        yield Text(drawn, style=style if is_crewed else OPEN)
        yield crew_text(places, "; ", self.known)


def _shift(line: RotaLine) -> tuple[str, str]:
    return line.unit, line.turn


def _start(line: RotaLine) -> float:
    return _hour(line.day, line.span.local_start)


def _end(line: RotaLine) -> float:
    return _hour(line.day, line.span.local_end)


def _hour(day: date, moment: datetime) -> float:
    """Hours from the day's midnight, as the clock on the wall shows them."""
    return (moment.replace(tzinfo=None) - datetime.combine(day, time())) / HOUR
