"""The places that nobody fills, each with its reason."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.report.console.screen import (
    DONE,
    FAINT,
    OPEN,
    OPEN_MARK,
    counted,
    table,
)
from rostering.saved.lines import RotaLine, State


def gaps_shown(lines: Sequence[RotaLine]) -> Iterator[RenderableType]:
    """The open places with their reasons, and how many more are merely wanted."""
    missed = [line for line in lines if line.state is State.OPEN]
    spare = [line for line in lines if line.state is State.SPARE]
    if missed:
        yield Text(counted(len(missed), "open place"), style=OPEN)
        yield gap_table(missed)
    else:
        yield Text("No open places.", style=DONE)
    if spare:
        yield Text()
        said = f"{counted(len(spare), 'spare place')}: wanted, not needed"
        yield Text(said, style=FAINT)
        yield gap_table(spare)


def gap_table(lines: Iterable[RotaLine]) -> Table:
    """One row for each post that lacks somebody."""
    made = table("date", "car", "turn", "post", "why")
    for column in made.columns[:3]:
        column.no_wrap = True
    for _, alike in groupby(lines, key=lambda x: (x.day, x.unit, x.turn, x.post)):
        places = list(alike)
        line = places[0]
        times = f" ×{len(places)}" if len(places) > 1 else ""
        is_open = line.state is State.OPEN
        mark = f"{OPEN_MARK} " if is_open else ""
        made.add_row(
            f"{line.day:%a} {line.day.day} {line.day:%b}",
            line.unit,
            line.turn,
            Text(f"{mark}{line.post}{times}", style=OPEN if is_open else FAINT),
            Text(line.reason),
        )
    return made
