"""A sender's file as it stands: every cell with its looks, nothing understood yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from inputs._cells import CellValue, letters, shown
from rostering.domain import Fault, Place


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what it holds, how it looks and what somebody wrote beside it."""

    place: Place
    value: CellValue = None
    """Without stray spaces and odd dashes; a formula's last value, if it has one."""
    fill: str = ""
    """The colour behind it as six digits, such as FFFF00, or `hatched` for a pattern of
    lines; empty for none or white."""
    note: str = ""
    """The comment on it."""
    number_format: str = "General"
    is_struck: bool = False
    """Whether the whole of it is struck through."""
    is_hidden: bool = False
    """Whether its row or its column is hidden."""
    is_spread: bool = False
    """Whether its value stands in the first cell of the merged cells it belongs to."""
    original: str = ""
    """The text as it was typed, line breaks and all, where cleaning changed it."""
    unstruck: str = ""
    """What is left of a text of which only a part is struck through."""

    @property
    def text(self) -> str:
        """What it holds, as people write it; empty for nothing."""
        return shown(self.value)

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing at all, neither in words nor by colour."""
        return self.value is None and not self.fill


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file: its cells by row and column, both counted from 1."""

    file: str
    name: str
    cells: Mapping[tuple[int, int], Cell]
    """Only cells that hold a value, a colour or a comment."""
    is_hidden: bool = False

    @cached_property
    def height(self) -> int:
        """The number of its last row that holds anything."""
        return max((row for row, _ in self.cells), default=0)

    @cached_property
    def width(self) -> int:
        """The number of its last column that holds anything."""
        return max((column for _, column in self.cells), default=0)

    def at(self, row: int, column: int) -> Cell:
        """The cell there; a blank one where nothing stands."""
        cell = self.cells.get((row, column))
        return Cell(self.place(row, column)) if cell is None else cell

    def place(self, row: int, column: int) -> Place:
        """The address of a cell."""
        return Place(self.file, self.name, f"{letters(column)}{row}")

    def row(self, number: int) -> tuple[Cell, ...]:
        """The row's cells, from the first column to the sheet's last."""
        return tuple(self.at(number, column) for column in range(1, self.width + 1))

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Every row from the first to the last."""
        return map(self.row, range(1, self.height + 1))


@dataclass(frozen=True)
class Source:
    """A sender's file, opened."""

    file: str
    mark: str
    """The SHA-256 of its content."""
    sheets: tuple[Sheet, ...]
    remarks: tuple[Fault, ...] = ()
    """What was noticed in opening it: hidden parts, stale formulas, lost pictures."""
    counts_from_1904: bool = False
    """Whether its dates count from 1904 as old Macintosh workbooks do."""
    saved: datetime | None = None
    """When the workbook says it was last saved."""
    lists: tuple[str, ...] = ()
    """The names of sheets in it that are our lists of doubts, not its own."""
    answers: Mapping[Place, str] = field(default_factory=dict)
    """What the sender answered to the doubts of a file that came back marked."""
