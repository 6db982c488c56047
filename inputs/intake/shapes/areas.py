"""The cells of a sheet by row, and which of them somebody has accounted for."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from inputs.intake.cells import Cell, Sheet
from inputs.intake.doubts import Passed
from inputs.intake.entries import Block

Position = tuple[int, int]
"""A row and a column, both counted from 1."""


@dataclass(frozen=True)
class Area:
    """What is left of a sheet to be understood: the cells that say anything."""

    sheet: Sheet
    cells: Mapping[Position, Cell]

    @classmethod
    def of(cls, sheet: Sheet) -> "Area":
        """The whole of a sheet."""
        telling = {
            where: cell
            for where, cell in sheet.cells.items()
            if not cell.is_blank or cell.note
        }
        return cls(sheet, telling)

    def without(self, taken: Iterable[Position]) -> "Area":
        """The same without the cells that are accounted for."""
        gone = frozenset(taken)
        if not gone:
            return self
        left = {where: cell for where, cell in self.cells.items() if where not in gone}
        return Area(self.sheet, left)

    @cached_property
    def rows(self) -> Mapping[int, Mapping[int, Cell]]:
        """The cells by row, then by column, both in order."""
        rows: defaultdict[int, dict[int, Cell]] = defaultdict(dict)
        for row, column in sorted(self.cells):
            rows[row][column] = self.cells[row, column]
        return rows

    def at(self, row: int, column: int) -> Cell:
        """The cell there; a blank one where nothing is left."""
        cell = self.cells.get((row, column))
        return Cell(self.sheet.place(row, column)) if cell is None else cell

    def below(self, row: int, last: int) -> Iterator[tuple[int, Mapping[int, Cell]]]:
        """The rows after the row up to the last, each with its number."""
        first, end = bisect_right(self._numbers, row), bisect_right(self._numbers, last)
        return ((n, self.rows[n]) for n in self._numbers[first:end])

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        return tuple(self.rows)


@dataclass(frozen=True)
class Found:
    """A block, and all the cells that it accounts for."""

    block: Block
    taken: frozenset[Position]


@dataclass
class Aside:
    """Gathers the cells of a table that are passed over, and why."""

    passed: list[Passed] = field(default_factory=list)
    taken: set[Position] = field(default_factory=set)

    def add(self, cells: Mapping[Position, Cell], because: str) -> None:
        """Pass over the cells; those that only repeat a merged cell need no words."""
        self.taken.update(cells)
        self.passed += (
            Passed(cell.place, cell.text or cell.note or _colour(cell), because)
            for cell in cells.values()
            if not cell.is_spread
        )


def _colour(cell: Cell) -> str:
    return f"only the colour {cell.fill}"
