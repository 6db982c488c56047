"""The rota by week: every shift on a line of its own, in order of time."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import monday_of
from rostering.report.console.cars import short_day, week_title
from rostering.report.console.screen import FAINT, OPEN, OPEN_MARK, heading, table
from rostering.saved.lines import RotaLine, State

WIDE = 110
"""From this many columns on a whole crew stands on one line."""


def weeks_shown(lines: Sequence[RotaLine], width: int) -> Iterator[RenderableType]:
    """One list a week."""
    between = "; " if width >= WIDE else "\n"
    ordered = sorted(lines, key=lambda x: (x.day, x.unit, x.turn))
    for monday, its in groupby(ordered, key=lambda x: monday_of(x.day)):
        yield heading(week_title(monday))
        yield _list(list(its), between)
        yield Text()


def _list(lines: Sequence[RotaLine], between: str) -> Table:
    made = table("date", "car", "turn", "hours", "crew")
    for column in made.columns[:4]:
        column.no_wrap = True
    before = None
    for shift, alike in groupby(lines, key=lambda x: (x.day, x.unit, x.turn)):
        places = list(alike)
        day, unit, turn = shift
        if before not in (None, day):
            made.add_section()
        said = "" if day == before else short_day(day)
        made.add_row(said, unit, turn, places[0].clock, _crew(places, between))
        before = day
    return made


def _crew(lines: Sequence[RotaLine], between: str) -> Text:
    """`paramedic Ann Lee; officer Bob Day, Cat Fox; □ officer open`."""
    if {State.FILLED, State.OPEN} & {line.state for line in lines} == {State.OPEN}:
        return Text(f"{OPEN_MARK} not crewed", style=OPEN)
    parts = []
    for post, alike in groupby(lines, key=lambda line: line.post):
        its = list(alike)
        names = [line.name for line in its if line.state is State.FILLED]
        if names:
            parts.append(Text.assemble((f"{post} ", FAINT), ", ".join(names)))
        for state, mark, style in _EMPTY:
            places = sum(line.state is state for line in its)
            if places:
                times = f" ×{places}" if places > 1 else ""
                parts.append(Text(f"{mark} {post} {state}{times}", style=style))
    return Text(between).join(parts)


_EMPTY = ((State.OPEN, OPEN_MARK, OPEN), (State.SPARE, "·", FAINT))
"""How an empty place is marked and set, by its state."""
