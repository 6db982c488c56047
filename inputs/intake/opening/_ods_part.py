"""The sheets of an OpenDocument spreadsheet, read from its XML in one pass."""

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from inputs.intake._marks import numbers_in, without_asking
from inputs.intake.office.xml import Attributes
from inputs.intake.opening._format import Refused
from inputs.intake.opening._grid import Grid
from inputs.intake.opening._limits import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHADED,
    MOST_SHEETS,
    too_many_cells,
)
from inputs.intake.opening._looks import PLAIN, Look
from inputs.intake.opening._ods_styles import OdsStyles
from inputs.intake.opening._ods_text import CellText
from inputs.intake.opening._ods_values import found_in
from inputs.intake.opening._remarks import Remarks
from inputs.intake.opening._spots import Merged
from inputs.intake.opening._strings import Found
from rostering.domain import Place

if TYPE_CHECKING:
    from inputs.intake.cells import Sheet

_CELLS = ("table:table-cell", "table:covered-table-cell")
_HIDDEN = ("collapse", "filter")
_STYLE = "table:default-cell-style-name"


@dataclass
class _Run:
    """A cell, or several alike side by side."""

    said: Attributes
    column: int
    count: int
    look: Look
    text: CellText

    @property
    def found(self) -> Found:
        """What each of them holds."""
        return found_in(self.said, self.text.text, self.look)


class OdsReader:
    """Follows the XML of a spreadsheet, sheet by sheet."""

    def __init__(self, file: str, styles: OdsStyles, remarks: Remarks) -> None:
        self.sheets: list[Sheet] = []
        self.asked: dict[int, Place] = {}
        """Where the numbers of earlier doubts stand in comments of ours."""
        self._file, self._styles, self._remarks = file, styles, remarks
        self._grid: Grid | None = None
        self._sheet: Attributes = {}
        self._columns: list[str] = []
        self._row = self._row_count = self._cells = 0
        self._row_said: Attributes = {}
        self._runs: list[_Run] = []
        self._run: _Run | None = None
        self._shades: list[tuple[int, int, _Run]] = []

    def start(self, name: str, said: Attributes) -> None:
        """Begin an element."""
        if name == "table:table":
            self._start_sheet(said)
        elif self._grid is None:
            return
        elif name == "table:table-column":
            self._start_columns(said)
        elif name == "table:table-row":
            self._start_row(said)
        elif name in _CELLS:
            self._start_cell(said)
        elif name == "calcext:conditional-formats":
            self._remarks.of_habits(self._grid.name, {"conditionalFormatting"})
        elif self._run is not None:
            self._run.text.start(name, said)

    def end(self, name: str) -> None:
        """End an element."""
        if name == "table:table":
            self._end_sheet()
        elif name == "table:table-row" and self._grid is not None:
            self._end_row(self._grid)
        elif name in _CELLS:
            self._run = None
        elif self._run is not None:
            self._run.text.end(name)

    def data(self, piece: str) -> None:
        """Take what stands between two elements."""
        if self._run is not None:
            self._run.text.data(piece)

    def _start_sheet(self, said: Attributes) -> None:
        if len(self.sheets) == MOST_SHEETS:
            raise Refused("a file of very many sheets", f"at most {MOST_SHEETS}")
        if not (name := said.get("table:name")):
            return  # A copy of another file's cells.
        self._sheet = said
        self._grid = Grid(self._file, name, self._remarks)
        self._columns, self._shades, self._row = [], [], 0

    def _start_columns(self, said: Attributes) -> None:
        count = min(_count(said, "columns"), MOST_COLUMNS - len(self._columns))
        first = len(self._columns) + 1
        self._columns += [said.get(_STYLE, "")] * count
        if said.get("table:visibility") in _HIDDEN and self._grid:
            self._grid.hidden_columns |= set(range(first, first + count))

    def _start_row(self, said: Attributes) -> None:
        self._row += 1
        self._row_count, self._row_said = _count(said, "rows"), said
        self._runs = []

    def _start_cell(self, said: Attributes) -> None:
        last = self._runs[-1] if self._runs else None
        column = last.column + last.count if last else 1
        own = said.get("table:style-name") or self._row_said.get(_STYLE)
        if not own and column <= len(self._columns):
            own = self._columns[column - 1]
        look = self._styles.look(own) if own else PLAIN
        text = CellText(self._styles)
        self._run = _Run(said, column, _count(said, "columns"), look, text)
        self._runs.append(self._run)

    def _end_row(self, grid: Grid) -> None:
        first, last = self._row, self._row + self._row_count - 1
        if self._row_said.get("table:visibility") in _HIDDEN:
            grid.hidden_rows |= set(range(first, min(last, MOST_ROWS) + 1))
        for run in self._runs:
            self._merge(grid, run)
            found = run.found
            if found.value is not None:
                self._put(grid, run, found)
            elif run.look.fill:
                self._shades.append((first, last, run))
            if note := run.text.note.whole.strip():
                self._note(grid, run, note)
        self._row = last

    def _put(self, grid: Grid, run: _Run, found: Found) -> None:
        for row in range(self._row, self._row + self._row_count):
            for column in range(run.column, run.column + run.count):
                grid.put((row, column), found, run.look)

    def _merge(self, grid: Grid, run: _Run) -> None:
        down = int(run.said.get("table:number-rows-spanned", 1))
        right = int(run.said.get("table:number-columns-spanned", 1))
        if down > 1 or right > 1:
            last = self._row + down - 1, run.column + right - 1
            grid.merged.append(Merged(self._row, run.column, *last))

    def _note(self, grid: Grid, run: _Run, note: str) -> None:
        spot = self._row, run.column
        for number in numbers_in(note):
            self.asked[number] = Place(self._file, grid.name, grid.address(spot))
        if theirs := without_asking(note):
            grid.note(spot, theirs)

    def _end_sheet(self) -> None:
        grid = self._grid
        if grid is None:
            return
        height, width = grid.reach()
        shaded = 0
        for first, last, run in self._shades:
            rows = range(first, min(last, height) + 1)
            columns = range(run.column, min(run.column + run.count, width + 1))
            shaded += len(rows) * len(columns)
            if shaded > MOST_SHADED:
                self._remarks.of_shades(grid.name)
                break
            for spot in product(rows, columns):
                grid.shade(spot, run.look)
        grid.spread()
        self._cells += len(grid.cells)
        if self._cells > MOST_CELLS:
            raise Refused(*too_many_cells())
        is_hidden = self._styles.is_hidden(self._sheet.get("table:style-name", ""))
        self.sheets.append(grid.sheet(is_hidden=is_hidden))
        self._grid = None


def _count(said: Attributes, what: str) -> int:
    return max(1, int(said.get(f"table:number-{what}-repeated", 1)))
