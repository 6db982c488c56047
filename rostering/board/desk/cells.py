"""What is written in one cell of the grid: by shape, and by colour too."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from rostering.board.desk.board import Board
from rostering.board.desk.sheet import By, Picked, off_cars
from rostering.domain import PersonId
from rostering.domain.busy import Busy
from rostering.report.console.screen import FAINT, OPEN, OPEN_MARK, SPARE_MARK
from rostering.report.console.signs import (
    HOLIDAY,
    HOLIDAY_MARK,
    NEW,
    NEW_MARK,
    busy_text,
)
from rostering.saved.lines import RotaLine, State

MARKED, MARKED_STYLE = "»", "bold magenta"
PICKED_STYLE = "reverse"
ROOMY = 7
"""From so many columns on, a day is written out: `Mon 18`."""


class Cells:
    """The cells of a board, each so many columns wide."""

    def __init__(self, board: Board, width: int) -> None:
        """Look up once what is marked and tried."""
        self._board = board
        self._sheet = board.sheet
        self._width = width
        self._turns = self._sheet.turns
        self._changed = {(f.shift.id, f.post, f.person) for f in board.changed}
        self._left = {(fill.shift.id, fill.post) for fill in board.gone}
        self._free = {(fill.person, fill.shift.day) for fill in board.gone}
        marked = board.marked
        self._marked = marked and (marked.shift.id, marked.post, marked.person)

    def of(self, picked: Picked) -> Text:
        """One cell, as wide as it is to be."""
        lines = self._sheet.at(picked)
        if self._sheet.by is By.CAR:
            text = self._place(lines[0]) if lines else Text()
        else:
            text = self._duties(lines, picked)
        text.truncate(self._width, overflow="ellipsis", pad=True)
        if picked == self._board.picked:
            text.stylize(PICKED_STYLE)
        return text

    def day(self, day: date) -> Text:
        """The head of a column; bank holidays are marked."""
        problem = self._board.problem
        is_holiday = problem is not None and day in problem.bank_holidays
        roomy = f" {day:%a} {day.day}"
        said = roomy if self._width > ROOMY else f"{day:%a}"[:2] + str(day.day)
        text = Text(said, FAINT).append(
            f" {HOLIDAY_MARK}" if is_holiday else "", HOLIDAY
        )
        text.truncate(self._width, pad=True)
        return text

    def turns(self, lines: Sequence[RotaLine]) -> Text:
        """`late 15:00–01:00`, as far as there is room."""
        turns = dict.fromkeys((line.turn, line.clock) for line in lines)
        style = self._turns[lines[0].turn] if lines else ""
        ways = (
            "/".join(f"{turn} {clock}" for turn, clock in turns),
            "/".join(f"{turn} {clock[:5]}" for turn, clock in turns),
            "/".join(turn for turn, _ in turns),
        )
        fitting = (way for way in ways if len(way) < self._width)
        text = Text(f" {next(fitting, ways[-1])}", style=style)
        text.truncate(self._width, overflow="ellipsis", pad=True)
        return text

    def _place(self, line: RotaLine) -> Text:
        if line.state is State.OPEN:
            is_new = (line.shift_id, line.post) in self._left
            return Text(f"{OPEN_MARK}{NEW_MARK * is_new}{line.post}", style=OPEN)
        if line.state is State.SPARE:
            return Text(f"{SPARE_MARK}{line.post}", style=FAINT)
        mark, style = self._marks(line)
        return Text(mark + fitted(line.name, self._width - 2), style=style)

    def _duties(self, lines: Sequence[RotaLine], picked: Picked) -> Text:
        """The marks of a person's shifts, or what keeps them off the cars."""
        if lines:
            mark, style = self._marks(lines[0])
            said = "/".join(self._sheet.marks.of(line) for line in lines)
            return Text(mark + said, style=style or self._turns[lines[0].turn])
        if self._board.problem is None:
            return Text()
        person = PersonId(self._sheet.rows[picked.row].key)
        if (person, picked.day) in self._free:
            return Text(NEW_MARK, style=NEW)
        off = off_cars(self._board.problem, person, picked.day)
        if isinstance(off, Busy):
            return Text(" ").append_text(busy_text(off, self._sheet.marks.width))
        return Text(f" {off[:1].lower()}", style=FAINT)

    def _marks(self, line: RotaLine) -> tuple[str, str]:
        place = (line.shift_id, line.post, line.person)
        if place == self._marked:
            return MARKED, MARKED_STYLE
        return (NEW_MARK, NEW) if place in self._changed else (" ", "")


def fitted(name: str, width: int) -> str:
    """`Grace Elphick`, or `G Elphick`, or `Elphick`, as there is room."""
    first, _, rest = name.partition(" ")
    short = f"{first[:1]} {rest}" if rest else first
    fitting = (said for said in (name, short, rest) if 0 < cell_len(said) <= width)
    cut = f"{set_cell_size(short, max(width - 1, 0))}…" if name else ""
    return next(fitting, cut)
