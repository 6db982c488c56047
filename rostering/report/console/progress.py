"""The search as it goes: tier by tier, on a terminal only."""

import time
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from rostering.domain import Tier
from rostering.report.console.screen import DONE, FAINT, counted, indented, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostering.solve.result import Progress, Watcher

REFRESHES = 8
"""A second."""
STATE = 20
"""Columns kept for how a tier stands, so that the picture does not jump."""


@contextmanager
def watching(console: Console) -> "Iterator[Watcher | None]":
    """Show the progress on a terminal; show nothing in a pipe."""
    if not console.is_terminal:
        yield None
        return
    picture = ProgressPicture()
    with Live(picture, console=console, refresh_per_second=REFRESHES, transient=True):
        yield picture


class ProgressPicture:
    """The latest of each tier; it is told from the search's threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._start = clock()
        self._tiers: dict[Tier, Progress] = {}
        self._last: Progress | None = None
        self._spinner = Spinner(
            "dots", "Looking for the best rota. Ctrl-C stops, and keeps the best yet."
        )

    def __call__(self, progress: "Progress") -> None:
        """Take note of where the search stands."""
        self._tiers[progress.tier] = progress
        self._last = progress

    def __rich__(self) -> RenderableType:
        """The picture of this moment, always of the same height."""
        said = f"  {self._clock() - self._start:.0f} s"
        last = self._last
        if last is not None and last.components > 1:
            parts = counted(last.components, "separate part")
            said += f"; {last.components_done} of {parts} done"
        return Group(self._spinner, indented(self._table()), Text(said, style=FAINT))

    def _table(self) -> Table:
        made = table("tier", "best yet", "least possible", "")
        for column in made.columns[1:3]:
            column.justify = "right"
        made.columns[3].min_width = STATE
        for tier in Tier:
            made.add_row(tier.title, *self._row(self._tiers.get(tier)))
        return made

    def _row(self, progress: "Progress | None") -> tuple[str, str, Text]:
        """The figures of a tier to which all parts have come, and how it stands."""
        if progress is None or self._last is None:
            return "–", "–", Text()
        begun, parts = progress.components_begun, progress.components
        if begun < parts:
            return "–", "–", Text(f"in {begun} of {parts} parts", style=FAINT)
        if progress.best is None:
            return "–", str(progress.bound), Text("looking")
        if progress.best <= progress.bound:
            return str(progress.best), str(progress.bound), Text("proved", style=DONE)
        is_last = progress.tier is self._last.tier
        state = Text("looking") if is_last else Text()
        return str(progress.best), str(progress.bound), state
