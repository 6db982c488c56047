"""A sheet while it is opened: its cells, what hides them and what merges them."""

from dataclasses import dataclass, field, replace

from inputs._cells import letters, shown
from inputs.intake.cells import Cell, Sheet
from inputs.intake.opening._format import Refused
from inputs.intake.opening._limits import (
    MOST_AREA,
    MOST_BEYOND,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_STRAYS,
    too_many_cells,
)
from inputs.intake.opening._looks import PLAIN, Look
from inputs.intake.opening._remarks import Remarks
from inputs.intake.opening._spots import Merged, Spot
from inputs.intake.opening._strings import Found
from rostering.domain import Place


@dataclass
class Grid:
    """One sheet while it is opened."""

    file: str
    name: str
    remarks: Remarks
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    cells: dict[Spot, Cell] = field(default_factory=dict)
    _strays: int = 0
    _letters: dict[int, str] = field(default_factory=dict)

    def address(self, spot: Spot) -> str:
        """How a spreadsheet writes the spot: C14 for row 14 and column 3."""
        row, column = spot
        name = self._letters.get(column)
        if name is None:
            name = self._letters[column] = letters(column)
        return f"{name}{row}"

    def put(self, spot: Spot, found: Found, look: Look = PLAIN) -> None:
        """Put a cell that holds a value or shows a colour; nothing for any other.

        Raises:
            Refused: There are far too many of them, or too far away.
        """
        if found.value is None and not look.fill:
            return
        row, column = spot
        if row > MOST_ROWS or column > MOST_COLUMNS:
            self._stray(spot, found)
            return
        self.cells[spot] = Cell(
            Place(self.file, self.name, self.address(spot)),
            found.value,
            look.fill,
            number_format=look.number_format,
            is_struck=found.is_struck,
            is_hidden=row in self.hidden_rows or column in self.hidden_columns,
            original=found.original,
            unstruck=found.unstruck,
        )
        if len(self.cells) > MOST_CELLS:
            raise Refused(*too_many_cells())

    def shade(self, spot: Spot, look: Look) -> None:
        """Give a blank cell its colour."""
        old = self.cells.get(spot)
        if old is None:
            self.put(spot, Found(None), look)
        elif old.value is None:
            self.cells[spot] = replace(old, fill=look.fill)

    def note(self, spot: Spot, text: str) -> None:
        """Put a comment to a cell."""
        old = self.cells.get(spot) or self._blank(spot)
        self.cells[spot] = replace(old, note=text)

    def reach(self) -> Spot:
        """The last row and column that hold something, or that are merged with it.

        Raises:
            Refused: They are too far apart.
        """
        height = max((row for row, _ in self.cells), default=0)
        width = max((column for _, column in self.cells), default=0)
        lowest, rightmost = height + MOST_BEYOND[0], width + MOST_BEYOND[1]
        for group in self.merged:
            if group.first in self.cells:
                height = max(height, group.bottom if group.bottom <= lowest else 0)
                width = max(width, group.right if group.right <= rightmost else 0)
        if height * width > MOST_AREA:
            found = f"values as far apart as {self.address((height, width))}"
            raise Refused(found, "cells that stand together, and nothing far away")
        return height, width

    def spread(self) -> None:
        """Give every merged cell what stands in the first of its group."""
        height, width = self.reach()
        for group in self.merged:
            first = self.cells.get(group.first)
            if first is None or first.is_blank:
                continue
            for row in range(group.top, min(group.bottom, height) + 1):
                for column in range(group.left, min(group.right, width) + 1):
                    if (row, column) != group.first:
                        self._spread_to((row, column), first)

    def sheet(self, *, is_hidden: bool) -> Sheet:
        """The finished sheet, with what there is to say of it."""
        height, width = self.reach()
        if is_hidden:
            self.remarks.of_hidden_sheet(self.name)
        rows = (row for row in self.hidden_rows if row <= height)
        columns = (column for column in self.hidden_columns if column <= width)
        self.remarks.of_hidden(self.name, rows, columns)
        self.remarks.of_merged(self.name, [self.address(m.first) for m in self.merged])
        noted = [cell.place.cell for cell in self.cells.values() if cell.note]
        self.remarks.of_notes(self.name, noted)
        return Sheet(self.file, self.name, self.cells, is_hidden)

    def _stray(self, spot: Spot, found: Found) -> None:
        if found.value is None:
            return
        self._strays += 1
        if self._strays > MOST_STRAYS:
            limit = self.address((MOST_ROWS, MOST_COLUMNS))
            wanted = "only the rows and columns that are to be imported"
            raise Refused(f"many values beyond {limit}", wanted)
        self.remarks.of_stray(self.name, self.address(spot), shown(found.value))

    def _blank(self, spot: Spot) -> Cell:
        row, column = spot
        is_hidden = row in self.hidden_rows or column in self.hidden_columns
        place = Place(self.file, self.name, self.address(spot))
        return Cell(place, is_hidden=is_hidden)

    def _spread_to(self, spot: Spot, first: Cell) -> None:
        blank = self._blank(spot)
        old = self.cells.get(spot, blank)
        self.cells[spot] = replace(
            first,
            place=blank.place,
            fill=old.fill or first.fill,
            note=old.note,
            is_hidden=blank.is_hidden,
            is_spread=True,
        )
