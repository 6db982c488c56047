"""The rota by car: week after week, each car's turn and crew on each day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import wrap

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import monday_of
from rostering.report.console.absences import absences_shown
from rostering.report.console.screen import (
    FAINT,
    HEADING,
    OPEN,
    OPEN_MARK,
    SPARE_MARK,
    heading,
    table,
)
from rostering.report.console.signs import (
    HOLIDAY,
    HOLIDAY_MARK,
    NEW,
    NEW_MARK,
    OUTSIDE_MARK,
    legend,
    name_text,
    turn_styles,
)
from rostering.report.known import NOTHING, Known
from rostering.saved.lines import RotaLine, State

CELL = 22
"""Columns that a crew's names need where the cars stand side by side."""
BETWEEN = 2
"""Columns between one column of a table and the next."""
AREA = 12
"""Columns for where a car goes where the days stand side by side."""

Crews = Mapping[tuple[date, str], Sequence[RotaLine]]


def cars_shown(
    lines: Sequence[RotaLine], width: int, known: Known = NOTHING
) -> Iterator[RenderableType]:
    """One table a week, as the width allows, and who is away in it."""
    weeks: defaultdict[date, list[RotaLine]] = defaultdict(list)
    for line in lines:
        weeks[monday_of(line.day)].append(line)
    units = sorted({line.unit for line in lines})
    is_wide = width >= _days_need(lines, known)
    drawing = _Drawing(units, turn_styles(lines), known, width, is_wide=is_wide)
    for monday, its in sorted(weeks.items()):
        yield heading(week_title(monday))
        yield from drawing.week(monday, _crews(its))
        yield Text()
        away = [*absences_shown(known, monday, monday + timedelta(days=6))]
        yield from [*away, Text()] if away else ()
    posts = ", ".join(dict.fromkeys(line.post for line in lines))
    yield Text(f"Each crew from the top: {posts}.", style=FAINT)
    yield from legend(lines, known, is_grid=is_wide)


def _days_need(lines: Sequence[RotaLine], known: Known) -> int:
    """From how many columns on no turn is broken where days stand side by side."""
    car = max((len(line.unit) for line in lines), default=0)
    cell = max((len(f"{line.turn} {line.clock}") for line in lines), default=0)
    mark = len(f" {NEW_MARK}") if known.has_changes else 0
    return max(car, AREA if known.areas else 0) + 7 * (cell + mark + BETWEEN) + 1


def week_title(monday: date) -> str:
    """`Week of Mon 4 Jan 2027`."""
    return f"Week of {monday:%a} {monday.day} {monday:%b %Y}"


def short_day(day: date) -> str:
    """`Mon 4 Jan`."""
    return f"{day:%a} {day.day} {day:%b}"


def day_text(day: date, words: str, known: Known) -> Text:
    """The words for a day, marked where it is a bank holiday."""
    said = Text(words)
    if day in known.holidays:
        said.append(f" {HOLIDAY_MARK}", HOLIDAY)
    return said


def _crews(lines: Sequence[RotaLine]) -> Crews:
    crews: defaultdict[tuple[date, str], list[RotaLine]] = defaultdict(list)
    for line in lines:
        crews[line.day, line.unit].append(line)
    return crews


@dataclass(frozen=True)
class _Drawing:
    """How every week of one rota is drawn."""

    units: Sequence[str]
    styles: Mapping[str, str]
    known: Known
    width: int
    is_wide: bool
    """Whether the days of a week stand side by side."""

    def week(self, monday: date, crews: Crews) -> Iterator[RenderableType]:
        """One table where it is wide enough, otherwise one for every few cars."""
        days = [monday + timedelta(days=offset) for offset in range(7)]
        if self.is_wide:
            yield self._days_across(days, crews)
            return
        fitting = max(1, (self.width - 8) // (CELL + 2))
        for first in range(0, len(self.units), fitting):
            yield self._cars_across(days, self.units[first : first + fitting], crews)

    def _days_across(self, days: Sequence[date], crews: Crews) -> Table:
        heads = (day_text(day, short_day(day), self.known) for day in days)
        made = table("car", *heads)
        made.show_lines = True
        made.columns[0].no_wrap = True
        for column in made.columns[1:]:
            column.ratio = 1
        made.expand = True
        for unit in self.units:
            cells = (self._day(day, crews.get((day, unit), ())) for day in days)
            made.add_row(self._car(unit, AREA), *cells)
        return made

    def _cars_across(
        self, days: Sequence[date], units: Sequence[str], crews: Crews
    ) -> Table:
        made = table("", *(self._car(unit, CELL) for unit in units))
        made.show_lines = True
        made.columns[0].no_wrap = True
        for column in made.columns[1:]:
            column.min_width = CELL
        for day in days:
            cells = [self._crew(crews.get((day, unit), ())) for unit in units]
            if any(cells):
                made.add_row(day_text(day, f"{day:%a} {day.day}", self.known), *cells)
        return made

    def _car(self, unit: str, room: int) -> Text:
        """Its call sign, and where it goes."""
        area = self.known.areas.get(unit, "")
        folded = "".join(f"\n{line}" for line in wrap(area, room))
        return Text.assemble((unit, f"not dim {HEADING}"), (folded, FAINT))

    def _day(self, day: date, lines: Sequence[RotaLine]) -> Text:
        if day not in self.known.days:
            return Text(OUTSIDE_MARK, style=FAINT)
        return self._crew(lines)

    def _crew(self, lines: Sequence[RotaLine]) -> Text:
        """A car's turns on one day: the hours, then who is on it or what is open."""
        parts = []
        for turn in dict.fromkeys(line.turn for line in lines):
            its = [line for line in lines if line.turn == turn]
            said = Text(f"{turn} {its[0].clock}", style=self.styles[turn])
            if self._has_only_lost(its):
                said.append(f" {NEW_MARK}", NEW)
            parts.append(said)
            parts.extend(self._places(its))
        return Text("\n").join(parts)

    def _has_only_lost(self, lines: Sequence[RotaLine]) -> bool:
        """Whether its change is not to be seen by anybody new on it."""
        has_new = any(self.known.is_new(line) for line in lines)
        return self.known.is_changed(lines[0]) and not has_new

    def _places(self, lines: Sequence[RotaLine]) -> Iterator[Text]:
        filled = [line for line in lines if line.state is State.FILLED]
        missed = [line for line in lines if line.state is State.OPEN]
        yield from (name_text(line, self.known) for line in filled)
        if missed and not filled:
            yield Text(f"{OPEN_MARK} not crewed", style=OPEN)
            return
        yield from (
            Text(f"{OPEN_MARK} {line.post} open", style=OPEN) for line in missed
        )
        for line in lines:
            if line.state is State.SPARE:
                yield Text(f"{SPARE_MARK} {line.post} spare", style=FAINT)
