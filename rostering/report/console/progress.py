"""The search as it goes: tier by tier, on a terminal only."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text

from rostering.report.console.screen import FAINT, indented, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rostering.domain import Tier
    from rostering.solve.result import Progress, Watcher

REFRESHES = 8
"""A second."""


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

    def __init__(self) -> None:
        self._tiers: dict[Tier, Progress] = {}
        self._last: Progress | None = None
        self._spinner = Spinner("dots", "Looking for the best rota; Ctrl-C keeps it.")

    def __call__(self, progress: "Progress") -> None:
        """Take note of where the search stands."""
        self._tiers[progress.tier] = progress
        self._last = progress

    def __rich__(self) -> RenderableType:
        """The picture of this moment."""
        last = self._last
        if last is None:
            return self._spinner
        made = table("tier", "best", "bound")
        for column in made.columns[1:]:
            column.justify = "right"
        for tier, progress in sorted(dict(self._tiers).items()):
            best = "–" if progress.best is None else str(progress.best)
            made.add_row(tier.title, best, str(progress.bound))
        done = (
            f"part {last.components_done} of {last.components} done, "
            f"{last.seconds:.1f} s"
        )
        return Group(self._spinner, indented(made), Text(f"  {done}", style=FAINT))
