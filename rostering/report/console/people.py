"""The rota by person: who works on which day, and who is away."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import DAY, HOUR, day_in_words, monday_of
from rostering.report.console.cars import day_text, week_title
from rostering.report.console.marks import Marks
from rostering.report.console.screen import FAINT, heading, table
from rostering.report.console.signs import (
    NEW,
    NEW_MARK,
    OUTSIDE_MARK,
    OVERTIME,
    OVERTIME_MARK,
    busy_text,
    legend,
    turn_styles,
)
from rostering.report.known import NOTHING, Known
from rostering.saved.lines import RotaLine, State

HOURS = 9
"""Columns for the sum of hours."""
A_WEEK = 7
BETWEEN = 2
"""Columns between one column of the table and the next."""

Named = tuple[str, str, str]
"""Role, name and id."""


def people_shown(
    lines: Sequence[RotaLine], width: int, known: Known = NOTHING
) -> Iterator[RenderableType]:
    """A row a person, as many weeks side by side as the width allows."""
    filled = [line for line in lines if line.state is State.FILLED]
    named = _named(filled, known)
    if not named:
        yield Text("Nobody is named in this rota.")
        return
    grid = _Grid(Marks(filled), turn_styles(lines), known)
    longest = min(max(cell_len(name) for _, name, _ in named), width // 3)
    fitting = (width - longest - HOURS) // (grid.cell + BETWEEN)
    for days in _blocks(sorted({monday_of(line.day) for line in lines}), fitting):
        yield heading(_title(days))
        shown = [line for line in filled if days[0] <= line.day <= days[-1]]
        yield grid.drawn(named, shown, days, longest)
        yield Text()
    yield Text(grid.marks.key, style=FAINT)
    yield from legend(filled, known, is_grid=True)


def _named(filled: Sequence[RotaLine], known: Known) -> list[Named]:
    """Everybody with a shift, or with hours that the rota is to fill."""
    working = {(x.role, x.name, x.person) for x in filled if x.is_named}
    contracted = {
        (diary.role, diary.name, diary.person)
        for diary in known.diaries.values()
        if diary.contract is not None
    }
    return sorted(working | contracted | _gone(known))


def _gone(known: Known) -> set[Named]:
    """Whoever was told of a shift in these days that they work no more."""
    found = () if known.since is None else known.since.gone
    shown = (x for x in found if x.is_named and x.day in known.days)
    return {(x.role, x.name, x.person) for x in shown}


def _blocks(mondays: Sequence[date], fitting: int) -> Iterator[Sequence[date]]:
    """The days that stand side by side: whole weeks, or parts where none fits."""
    side_by_side = max(1, fitting // A_WEEK)
    most = A_WEEK * side_by_side if fitting >= A_WEEK else max(1, fitting)
    for first in range(0, len(mondays), side_by_side):
        weeks = mondays[first : first + side_by_side]
        days = [monday + n * DAY for monday in weeks for n in range(A_WEEK)]
        yield from (days[start : start + most] for start in range(0, len(days), most))


def _title(days: Sequence[date]) -> str:
    if len(days) == 1:
        return day_in_words(days[0])
    if len(days) == A_WEEK:
        return week_title(days[0])
    return f"{day_in_words(days[0])} to {day_in_words(days[-1])}"


@dataclass(frozen=True)
class _Grid:
    """How the cells of one rota are drawn."""

    marks: Marks
    styles: Mapping[str, str]
    known: Known

    @property
    def cell(self) -> int:
        """Columns that a day needs."""
        unusual = self.known.has_changes + bool(self.known.overtime)
        return self.marks.width + unusual

    def drawn(
        self,
        named: Sequence[Named],
        lines: Sequence[RotaLine],
        days: Sequence[date],
        longest: int,
    ) -> Table:
        """Some days of everybody, role by role."""
        made = self._table(days)
        made.columns[0].min_width = longest
        worked: defaultdict[str, list[RotaLine]] = defaultdict(list)
        for line in lines:
            worked[line.person].append(line)
        shown = [who for who in named if worked[who[-1]] or self._is_told(who, days)]
        for role, its in groupby(shown, key=lambda who: who[0]):
            made.add_row(Text(role, style=FAINT))
            for _, name, person in its:
                cells = self._cells(person, worked[person], days)
                made.add_row(Text(name), *cells)
            made.add_section()
        return made

    def _table(self, days: Sequence[date]) -> Table:
        heads = (day_text(day, f"{day:%a}\n{day.day}", self.known) for day in days)
        made = table("name", *heads, "hours")
        made.columns[-1].justify = "right"
        for column in made.columns[1:]:
            column.no_wrap = True
        for column in made.columns[1:-1]:
            column.min_width = self.cell
        return made

    def _is_told(self, who: Named, days: Sequence[date]) -> bool:
        """Whether anything is to be told of somebody without a shift."""
        person = who[-1]
        if any(line.day in days for line in self.known.gone(person)):
            return True
        diary = self.known.diaries.get(person)
        is_ours = diary is not None and diary.contract is not None
        return is_ours and any(self.known.busy(person, day) for day in days)

    def _cells(
        self, person: str, lines: Sequence[RotaLine], days: Sequence[date]
    ) -> Iterator[Text]:
        """What one person does on each day, and the sum of hours on cars."""
        turns: defaultdict[date, list[Text]] = defaultdict(list)
        for line in lines:
            turns[line.day].append(self._turn(line))
        for line in self.known.gone(person):
            turns[line.day] = turns[line.day] or [Text(NEW_MARK, NEW)]
        for day in days:
            yield Text("\n").join(turns[day] or self._without(person, day))
        length = sum((line.span.length for line in lines), timedelta())
        yield Text(f"{length / HOUR:g}")

    def _turn(self, line: RotaLine) -> Text:
        said = Text(self.marks.of(line), style=f"reverse {self.styles[line.turn]}")
        if self.known.is_new(line):
            said = Text.assemble((NEW_MARK, NEW), said)
        if line in self.known.overtime:
            said.append(OVERTIME_MARK, f"not reverse {OVERTIME}")
        return said

    def _without(self, person: str, day: date) -> list[Text]:
        """A day without a shift: away, outside the rota, or free."""
        if day not in self.known.days:
            return [Text(OUTSIDE_MARK, style=FAINT)]
        found = self.known.busy(person, day)
        return [busy_text(busy, self.marks.width) for busy in found]
