"""A sheet of cells with their looks, out of what a workbook's XML says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from inputs.intake._marks import numbers_in, without_asking
from inputs.intake.cells import Sheet
from inputs.intake.opening._grid import Grid
from inputs.intake.opening._limits import MOST_COLUMNS, MOST_SHADED
from inputs.intake.opening._looks import PLAIN, Look
from inputs.intake.opening._remarks import Remarks
from inputs.intake.opening._sheet_part import SheetPart
from inputs.intake.opening._spots import Spot, groups_in, spot_of
from inputs.intake.opening._values import ValueReader
from rostering.domain import Place

_VOLATILE = re.compile(r"\b(TODAY|NOW|RAND|RANDBETWEEN|OFFSET|INDIRECT)\(", re.I)


@dataclass
class SheetMaker:
    """Makes the sheets of one workbook."""

    file: str
    looks: Sequence[Look]
    values: ValueReader
    remarks: Remarks
    asked: dict[int, Place] = field(default_factory=dict)
    """Where the numbers of earlier doubts stand in comments of ours."""

    def sheet(
        self, name: str, part: SheetPart, notes: Mapping[str, str], *, is_hidden: bool
    ) -> Sheet:
        """Make one sheet.

        Raises:
            Refused: It holds too much, or too far apart.
        """
        grid = Grid(self.file, name, self.remarks, part.hidden_rows)
        for first, last in part.hidden_columns:
            grid.hidden_columns |= set(range(first, min(last, MOST_COLUMNS) + 1))
        grid.merged = groups_in(part.merged)
        for spot, raw in part.cells.items():
            look = self._look(raw.style)
            grid.put(spot, self.values.read(raw, look), look)
        self._shade(grid, part)
        self._note(grid, notes)
        grid.spread()
        self._remark(grid, part)
        return grid.sheet(is_hidden=is_hidden)

    def _look(self, style: int) -> Look:
        return self.looks[style] if 0 <= style < len(self.looks) else PLAIN

    def _shade(self, grid: Grid, part: SheetPart) -> None:
        """Give blank cells their colours, as far as the sheet reaches."""
        height, width = grid.reach()
        own = dict(part.coloured(height, width))
        shades = self._shades(part, height, width) if part.has_shades else {}
        if len(shades) > MOST_SHADED:
            self.remarks.of_shades(grid.name)
            shades = {}
        for spot, style in (shades | own).items():
            grid.shade(spot, self._look(style))

    def _shades(self, part: SheetPart, height: int, width: int) -> dict[Spot, int]:
        """Cells that show the colour of their whole column or row; a row's wins."""
        shades: dict[Spot, int] = {}
        for row, column, style in _shaded(part, height, width):
            shades[row, column] = style
            if len(shades) > MOST_SHADED:
                break
        return shades

    def _note(self, grid: Grid, notes: Mapping[str, str]) -> None:
        """Put comments to their cells, without what was asked in them."""
        for address, note in notes.items():
            for number in numbers_in(note):
                self.asked[number] = Place(self.file, grid.name, address)
            spot, theirs = spot_of(address), without_asking(note)
            if spot and theirs:
                grid.note(spot, theirs)

    def _remark(self, grid: Grid, part: SheetPart) -> None:
        self.remarks.of_habits(grid.name, part.habits)
        volatile = [
            grid.address(spot)
            for spot, raw in part.cells.items()
            if raw.formula and _VOLATILE.search(raw.formula)
        ]
        self.remarks.of_volatile(grid.name, volatile)


def _shaded(part: SheetPart, height: int, width: int) -> Iterator[tuple[int, int, int]]:
    for first, last, style in part.column_styles:
        for column in range(first, min(last, width) + 1):
            yield from ((row, column, style) for row in range(1, height + 1))
    for row, style in part.row_styles.items():
        if row <= height:
            yield from ((row, column, style) for column in range(1, width + 1))
