"""The keys of the board, and how its cells are read."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from rostering.board.desk.cells import MARKED
from rostering.report.console.marks import Marks
from rostering.report.console.screen import (
    FAINT,
    OPEN_MARK,
    SPARE_MARK,
    indented,
    table,
)
from rostering.report.console.signs import BUSY_MARKS, HOLIDAY_MARK, NEW_MARK

KEYS = (
    ("← → ↑ ↓", "a day, a place or a person; the mouse picks too"),
    ("PgUp PgDn", "a week back, a week on"),
    ("Home End", "the first day, the last day"),
    ("g G", "the next open place, the one before"),
    ("/ n", "find somebody; where they are next"),
    ("v", "cars or people"),
    ("Enter", "into the list of who may be there; Enter puts somebody in"),
    ("Esc", "back to the rota"),
    ("x", "take out whoever is picked"),
    ("m s", "mark whoever is picked; then exchange with, or move to, the place picked"),
    ("u r", "undo the last try; do it again"),
    ("e", "all that the tries do"),
    ("k", "keep: audit, show and, once confirmed, write"),
    ("q", "leave"),
)
SIGNS = (
    (OPEN_MARK, "open: the car cannot go out without it"),
    (SPARE_MARK, "spare: wanted, not needed"),
    (NEW_MARK, "otherwise only as you try it"),
    (MARKED, "marked, to exchange or to move"),
    (HOLIDAY_MARK, "a bank holiday"),
    ("e l n", "the own team's early, late or night turn"),
    *((mark, f"{busy}, not on the cars") for busy, mark in BUSY_MARKS.items()),
)


def help_shown(marks: Marks) -> Iterator[RenderableType]:
    """Every key and every sign."""
    for rows in (KEYS, SIGNS):
        made = table("", "")
        made.show_header = False
        made.columns[0].no_wrap = True
        for sign, meaning in rows:
            made.add_row(Text(sign, style="bold"), Text(meaning))
        yield indented(made)
        yield Text()
    yield Text(marks.key, style=FAINT)
