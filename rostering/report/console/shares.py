"""Who has how much of the rota, role by role, with bars to compare by eye."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.report.console.screen import FAINT, heading, table
from rostering.report.shares import Share, shares_by_role
from rostering.saved.lines import RotaLine

BAR = "█"
HALF_BAR = "▌"
FIGURES = 55
"""The width of a line without its name and bar."""


def shares_shown(lines: Sequence[RotaLine], width: int) -> Iterator[RenderableType]:
    """One table a role, whoever has most hours first."""
    for role, theirs in shares_by_role(lines):
        yield heading(role)
        yield _table(theirs, width)
        yield Text()


def _table(theirs: Sequence[Share], width: int) -> Table:
    made = table("name", "shifts", "hours", "weekends", "late", "cars", "partners", "")
    for column in made.columns[1:-1]:
        column.justify = "right"
    most = max(share.hours for share in theirs)
    longest = max(len(share.name) for share in theirs)
    room = max(0, min(40, width - FIGURES - longest))
    for share in theirs:
        facts = [f"{fact:g}" for fact in share.figures]
        made.add_row(share.name, *facts, bar(share.hours, most, room))
    return made


def bar(value: float, most: float, room: int) -> Text:
    """A bar whose length tells the value, at most `room` wide."""
    halves = round(2 * room * value / most) if most else 0
    return Text(BAR * (halves // 2) + HALF_BAR * (halves % 2), style=FAINT)
