"""Scenarios of a book in the terminal: as they are searched, and side by side."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from rostering.domain import Tier
from rostering.report.console.progress import REFRESHES
from rostering.report.console.screen import (
    DONE,
    FAINT,
    HEADING,
    counted,
    heading,
    indented,
    table,
)
from rostering.report.sweep import FIGURES, Sweep, Trial

if TYPE_CHECKING:
    from rostering.solve.result import Progress
    from rostering.solve.scoreboard import Onlooker

NAME = 13
"""Columns kept for the name of a scenario."""


@contextmanager
def watching_all(console: Console, names: Sequence[str]) -> "Iterator[Onlooker | None]":
    """Show how every scenario gets on, on a terminal only."""
    if not console.is_terminal:
        yield None
        return
    picture = SweepPicture(names)
    with Live(picture, console=console, refresh_per_second=REFRESHES, transient=True):
        yield picture


class SweepPicture:
    """The latest of each scenario; it is told from the searches' threads."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._start = time.monotonic()
        self._latest: dict[int, Progress] = {}
        self._spinner = Spinner(
            "dots", "Looking for the best rota of each. Ctrl-C stops, keeping the best."
        )

    def __call__(self, question: int, progress: "Progress") -> None:
        """Take note of where a scenario stands."""
        self._latest[question] = progress

    def __rich__(self) -> RenderableType:
        """The picture of this moment."""
        made = table("scenario", "parts done", "")
        for number, name in enumerate(self._names):
            made.add_row(Text(name), *_state(self._latest.get(number)))
        whole = [p for p in self._latest.values() if p.components_done == p.components]
        seconds = time.monotonic() - self._start
        scenarios = counted(len(self._names), "scenario")
        said = f"  {seconds:.0f} s; {len(whole)} of {scenarios} done"
        return Group(self._spinner, indented(made), Text(said, style=FAINT))


def _state(progress: "Progress | None") -> tuple[str, Text]:
    """How many parts are done, and what is being looked for."""
    if progress is None:
        return "–", Text("waits", style=FAINT)
    parts = f"{progress.components_done} of {progress.components}"
    if progress.components_done == progress.components:
        return parts, Text("done", style=DONE)
    number = f"{progress.tier.title}, tier {progress.tier.value} of {len(Tier)}"
    return parts, Text(number)


def sweep_shown(found: Sweep) -> Iterator[RenderableType]:
    """The table, what its columns mean, and what each scenario changes."""
    shown = [
        number
        for number in range(len(FIGURES))
        if any(figures[number] is not None for _, figures in found.rows)
    ]
    yield indented(_table(found, shown))
    yield Text()
    for number in shown:
        figure = FIGURES[number]
        yield indented(Text(f"{figure.head}: {figure.means}", style=FAINT))
    yield indented(
        Text("proof: how many tiers are proved best; s: seconds of search", style=FAINT)
    )
    yield Text()
    yield heading("What each scenario changes")
    for trial in found.trials:
        if trial.changes:
            yield indented(_changes(trial))


def _table(found: Sweep, shown: Sequence[int]) -> Table:
    heads = [FIGURES[number].head for number in shown]
    made = table("scenario", *heads, "proof", "s")
    for column in made.columns[1:]:
        column.justify = "right"
        column.no_wrap = True
    made.columns[0].min_width = NAME
    base = found.rows[0][1]
    for trial, figures in found.rows:
        cells = [_cell(number, figures[number], base[number]) for number in shown]
        end = Text(trial.proof), Text(f"{trial.seconds:.0f}")
        made.add_row(Text(trial.name), *cells, *end)
    return made


def _cell(number: int, value: float | None, base: float | None) -> Text:
    """The figure; what is otherwise than in the book as it is stands out."""
    said = "–" if value is None else f"{value:,.{FIGURES[number].places}f}"
    return Text(said, style=HEADING if value != base else "")


def _changes(trial: Trial) -> Text:
    return Text.assemble((trial.name, HEADING), ": ", "; ".join(trial.changes))
