"""The grid as lines of text, each drawn when it is wanted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len
from rich.text import Text

from rostering.board.desk.board import Board
from rostering.board.desk.cells import Cells, fitted
from rostering.board.desk.sheet import By, Picked, Sheet
from rostering.domain.time import DAY
from rostering.report.console.cars import week_title
from rostering.report.console.screen import FAINT, HEADING

WEEK = 7
HEADS = 2
"""Lines at the top of each block: the week, and its days."""
BETWEEN = 2
"""Columns that a person's day takes beside its mark."""
LONGEST = 22
"""Columns that names may take."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a block: a row of the sheet, or what stands above a group of them."""

    group: str
    row: int | None


class Picture:
    """The board, drawn as wide as it is to be: blocks of weeks below each other."""

    def __init__(self, board: Board, width: int) -> None:
        """Work out how many weeks stand side by side, and how wide a day is."""
        self._sheet = sheet = board.sheet
        self._picked = board.picked
        self._lines = tuple(_lines(sheet))
        self._label = _label_width(sheet, width)
        room = max(width - self._label, 2 * WEEK)
        fitting = room // (WEEK * (sheet.marks.width + BETWEEN))
        most = 1 if sheet.by is By.CAR else len(sheet.mondays)
        self._across = max(1, min(fitting, most))
        self._day = room // (WEEK * self._across)
        self._cells = Cells(board, self._day)

    @property
    def height(self) -> int:
        """How many lines there are."""
        return -(-len(self._sheet.mondays) // self._across) * self._block

    def y_of(self, picked: Picked) -> int:
        """The line on which a cell stands."""
        week = (picked.day - self._sheet.first).days // WEEK
        offset = [line.row for line in self._lines].index(picked.row)
        return week // self._across * self._block + HEADS + offset

    def around(self, picked: Picked, height: int) -> tuple[int, int]:
        """The first and last line to be seen with a cell: its block, if that fits."""
        y = self.y_of(picked)
        first = y - y % self._block
        if self._block <= height:
            return first, first + self._block - 1
        return max(first, y - HEADS), y

    def at(self, x: int, y: int) -> Picked | None:
        """The cell at a point, if there is one."""
        days, offset = self._days(y), y % self._block
        column = (x - self._label) // self._day
        if offset < HEADS or not 0 <= column < len(days):
            return None
        row = self._lines[offset - HEADS].row
        return None if row is None else Picked(row, days[column])

    def line(self, y: int) -> Text:
        """One line, drawn."""
        days, offset = self._days(y), y % self._block
        if not days:
            return Text()
        if offset == 0:
            return Text(_title(days), style=HEADING)
        if offset < HEADS:
            return self._row("", map(self._cells.day, days))
        line = self._lines[offset - HEADS]
        if line.row is None:
            return self._above(line.group, days)
        label = "" if self._sheet.by is By.CAR else self._sheet.rows[line.row].label
        made = self._row(label, (self._cells.of(Picked(line.row, d)) for d in days))
        if line.row == self._picked.row and self._picked.day in days:
            made.stylize(HEADING, 0, self._label)
        return made

    def head(self, y: int) -> Text:
        """What stands above all that is seen from a line on: at least its days."""
        offset = y % self._block
        return self.line(y if offset < HEADS else y - offset + HEADS - 1)

    @property
    def _block(self) -> int:
        return HEADS + len(self._lines)

    def _days(self, y: int) -> Sequence[date]:
        """The days of the block to which a line belongs."""
        first = y // self._block * self._across
        mondays = self._sheet.mondays[first : first + self._across]
        return [monday + n * DAY for monday in mondays for n in range(WEEK)]

    def _row(self, label: str, cells: Iterable[Text]) -> Text:
        made = Text(fitted(label, self._label - 1), no_wrap=True)
        made.truncate(self._label, pad=True)
        for cell in cells:
            made.append_text(cell)
        return made

    def _above(self, group: str, days: Sequence[date]) -> Text:
        """A car with its turns and hours; of people, their role."""
        if self._sheet.by is By.PERSON:
            return Text(group, style=FAINT)
        crews = (self._sheet.cells.get((group, day), ()) for day in days)
        made = self._row(group, map(self._cells.turns, crews))
        made.stylize(HEADING, 0, self._label)
        return made


def _lines(sheet: Sheet) -> Iterator[_Line]:
    for group, rows in sheet.groups:
        yield _Line(group, None)
        yield from (_Line(group, row) for row in rows)


def _label_width(sheet: Sheet, width: int) -> int:
    longest = max(cell_len(row.label) for row in sheet.rows) + 1
    return min(longest, LONGEST, max(width // 5, 4))


def _title(days: Sequence[date]) -> str:
    weeks = len(days) // WEEK
    title = week_title(days[0])
    return title if weeks == 1 else f"{title}, and {weeks - 1} more"
