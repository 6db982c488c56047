"""The rota by week: every shift on a line of its own, in order of time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import monday_of
from rostering.report.console.absences import absences_shown
from rostering.report.console.cars import day_text, short_day, week_title
from rostering.report.console.crew import crew_text
from rostering.report.console.screen import heading, table
from rostering.report.console.signs import NEW, NEW_MARK, legend, turn_styles
from rostering.report.known import NOTHING, Known
from rostering.saved.lines import RotaLine

WIDE = 110
"""From this many columns on a whole crew stands on one line."""


def weeks_shown(
    lines: Sequence[RotaLine], width: int, known: Known = NOTHING
) -> Iterator[RenderableType]:
    """One list a week, and who is away in it."""
    listing = _Listing("; " if width >= WIDE else "\n", turn_styles(lines), known)
    ordered = sorted(lines, key=lambda x: (x.day, x.unit, x.turn))
    for monday, its in groupby(ordered, key=lambda x: monday_of(x.day)):
        yield heading(week_title(monday))
        yield listing.drawn(list(its))
        yield Text()
        away = [*absences_shown(known, monday, monday + timedelta(days=6))]
        yield from [*away, Text()] if away else ()
    yield from legend(lines, known)


@dataclass(frozen=True)
class _Listing:
    """How the shifts of every week are listed."""

    between: str
    styles: Mapping[str, str]
    known: Known

    def drawn(self, lines: Sequence[RotaLine]) -> Table:
        """A row a shift; its date where it is another one than above."""
        made = table("date", "car", "turn", "hours", "crew")
        for column in made.columns[:4]:
            column.no_wrap = True
        before = None
        for (day, unit, turn), alike in groupby(lines, key=_shift):
            places = list(alike)
            if before not in (None, day):
                made.add_section()
            said = Text() if day == before else self._date(day)
            turned = Text(turn, style=self.styles[turn])
            crew = crew_text(places, self.between, self.known)
            made.add_row(said, Text(unit), turned, self._clock(places[0]), crew)
            before = day
        return made

    def _date(self, day: date) -> Text:
        return day_text(day, short_day(day), self.known)

    def _clock(self, line: RotaLine) -> Text:
        said = Text(line.clock)
        if self.known.is_changed(line):
            said.append(f" {NEW_MARK}", NEW)
        return said


def _shift(line: RotaLine) -> tuple[date, str, str]:
    return line.day, line.unit, line.turn
