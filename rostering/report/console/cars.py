"""The rota by car: week after week, each car's turn and crew on each day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import monday_of
from rostering.report.console.screen import (
    FAINT,
    HEADING,
    OPEN,
    OPEN_MARK,
    heading,
    table,
)
from rostering.saved.lines import RotaLine, State

WIDE = 150
"""From this many columns on a week is drawn with its days side by side."""
CELL = 22
"""Columns that a crew's names need where the cars stand side by side."""

Crews = Mapping[tuple[date, str], Sequence[RotaLine]]


def cars_shown(lines: Sequence[RotaLine], width: int) -> Iterator[RenderableType]:
    """One table a week, as the width allows."""
    weeks: defaultdict[date, list[RotaLine]] = defaultdict(list)
    for line in lines:
        weeks[monday_of(line.day)].append(line)
    units = sorted({line.unit for line in lines})
    for monday, its in sorted(weeks.items()):
        yield heading(week_title(monday))
        crews = _crews(its)
        if width >= WIDE:
            yield _days_across(monday, units, crews)
        else:
            fitting = max(1, (width - 8) // (CELL + 2))
            for first in range(0, len(units), fitting):
                yield _cars_across(monday, units[first : first + fitting], crews)
        yield Text()
    posts = ", ".join(dict.fromkeys(line.post for line in lines))
    yield Text(f"Each crew from the top: {posts}.", style=FAINT)


def week_title(monday: date) -> str:
    """`Week of Mon 4 Jan 2027`."""
    return f"Week of {monday:%a} {monday.day} {monday:%b %Y}"


def short_day(day: date) -> str:
    """`Mon 4 Jan`."""
    return f"{day:%a} {day.day} {day:%b}"


def _crews(lines: Sequence[RotaLine]) -> Crews:
    crews: defaultdict[tuple[date, str], list[RotaLine]] = defaultdict(list)
    for line in lines:
        crews[line.day, line.unit].append(line)
    return crews


def _week(monday: date) -> list[date]:
    return [monday + timedelta(days=offset) for offset in range(7)]


def _days_across(monday: date, units: Sequence[str], crews: Crews) -> Table:
    made = table("car", *map(short_day, _week(monday)))
    made.show_lines = True
    made.columns[0].no_wrap = True
    for column in made.columns[1:]:
        column.ratio = 1
    made.expand = True
    for unit in units:
        cells = (crew_text(crews.get((day, unit), ())) for day in _week(monday))
        made.add_row(Text(unit, style=HEADING), *cells)
    return made


def _cars_across(monday: date, units: Sequence[str], crews: Crews) -> Table:
    made = table("", *units)
    made.header_style = HEADING
    made.show_lines = True
    made.columns[0].no_wrap = True
    for column in made.columns[1:]:
        column.min_width = CELL
    for day in _week(monday):
        cells = [crew_text(crews.get((day, unit), ())) for unit in units]
        if any(cells):
            made.add_row(Text(f"{day:%a} {day.day}"), *cells)
    return made


def crew_text(lines: Sequence[RotaLine]) -> Text:
    """A car's turns on one day: the hours, then who is on it or what is open."""
    parts = []
    for turn in dict.fromkeys(line.turn for line in lines):
        its = [line for line in lines if line.turn == turn]
        parts.append(Text(f"{turn} {its[0].clock}", style=FAINT))
        parts.extend(_places(its))
    return Text("\n").join(parts)


def _places(lines: Sequence[RotaLine]) -> Iterator[Text]:
    filled = [line for line in lines if line.state is State.FILLED]
    missed = [line for line in lines if line.state is State.OPEN]
    yield from (Text(line.name) for line in filled)
    if missed and not filled:
        yield Text(f"{OPEN_MARK} not crewed", style=OPEN)
        return
    yield from (Text(f"{OPEN_MARK} {line.post} open", style=OPEN) for line in missed)
    for line in lines:
        if line.state is State.SPARE:
            yield Text(f"· {line.post} spare", style=FAINT)
