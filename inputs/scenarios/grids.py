"""The sheets of a book as grids, whose cells can be changed before they are read."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from inputs._book import plain_title
from inputs._cells import CellValue, Line, Table, shown
from inputs._columns import Row, SheetForm
from inputs._faults import Faults
from inputs._header import SEARCHED, header_of, known_in
from rostering.domain import Place

BELOW = 10_000_000
"""The number of the first row that was put in: below all that stand in a file."""

Cells = Mapping[str, tuple[str, Place]]
"""What is to stand in the columns of one row, and where it was said, by their names."""


@dataclass(frozen=True)
class Grid:
    """One table of a sheet, its columns found."""

    table: Table
    header: Line
    positions: Mapping[str, int]

    @classmethod
    def of(cls, form: SheetForm[Row], table: Table) -> "Grid":
        """Find the columns; what is wrong with them is told when the table is read."""
        header = header_of(form, table, Faults())
        if header is not None:
            return cls(table, header.line, header.positions)
        top = max(table.lines[:SEARCHED], key=lambda line: known_in(form, line))
        return cls(table, top, {})

    @property
    def rows(self) -> Iterator[Line]:
        """The lines below the header."""
        return (ln for ln in self.table.lines if ln.number > self.header.number)

    def cell(self, line: Line, column: str) -> CellValue:
        """What stands in the column of a line."""
        index = self.positions.get(column)
        return None if index is None else line.value(index)

    def text(self, line: Line, column: str) -> str:
        """The same as people write it."""
        return shown(self.cell(line, column))

    def with_column(self, column: str) -> "Grid":
        """The grid with the column, at its end where it has none."""
        if column in self.positions:
            return self
        width = max(len(line.values) for line in self.table.lines)
        header = replace(self.header, values=(*_wide(self.header, width), column))
        lines = [header if ln is self.header else ln for ln in self.table.lines]
        table = replace(self.table, lines=tuple(lines))
        return Grid(table, header, {**self.positions, column: width})

    def rewritten(self, change: Callable[[Line], Iterable[Line]]) -> "Grid":
        """The grid with each row replaced by what the change makes of it."""
        lines: list[Line] = []
        for line in self.table.lines:
            lines += change(line) if line.number > self.header.number else (line,)
        return replace(self, table=replace(self.table, lines=tuple(lines)))

    def put(self, line: Line, cells: Cells) -> Line:
        """The line with other values."""
        indices = {self.positions[column]: cell for column, cell in cells.items()}
        values = list(_wide(line, max(indices) + 1))
        for index, (value, _) in indices.items():
            values[index] = value or None
        places = ((index, place) for index, (_, place) in indices.items())
        return replace(line, values=tuple(values), written=(*line.written, *places))

    def added(self, line: Line, cells: Cells) -> "Grid":
        """The grid with a copy of the line at its end, with some other values."""
        number = max(BELOW, self.table.lines[-1].number + 1)
        width = max(self.positions.values(), default=0) + 1
        whole = tuple((index, _first_place(cells)) for index in range(width))
        copied = replace(line, number=number, written=whole)
        fresh = self.put(copied, cells)
        lines = (*self.table.lines, fresh)
        return replace(self, table=replace(self.table, lines=lines))


class Grids:
    """All sheets of a book, as they are changed."""

    def __init__(
        self, tables: Sequence[Table], forms: Sequence[SheetForm[Row]]
    ) -> None:
        self.forms = {form.name: form for form in forms}
        self._titles = {plain_title(form.name): form for form in forms}
        self._tables: list[Table] = list(tables)
        self.gone: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        """By sheet and column: words of rows that were taken out. They are no slips
        where other sheets use them, such as a skill that nobody has any longer."""

    @property
    def tables(self) -> Sequence[Table]:
        """The tables as they are by now."""
        return self._tables

    def of(self, sheet: str) -> list[Grid]:
        """The grids of a sheet."""
        form = self.forms[sheet]
        return [Grid.of(form, self._tables[number]) for number in self._numbers(form)]

    def change(self, sheet: str, change: Callable[[Grid], Grid]) -> None:
        """Put what the change makes of each table of a sheet in its place."""
        form = self.forms[sheet]
        for number in self._numbers(form):
            before = Grid.of(form, self._tables[number])
            after = change(before)
            self._tables[number] = after.table
            self._keep_words(form, before, after)

    def add(self, sheet: str, cells: Cells) -> None:
        """Put one row more into a sheet, which is made where there is none."""
        form, place = self.forms[sheet], _first_place(cells)
        numbers = self._numbers(form)
        if not numbers:
            head = Line(place.file, sheet, 1, form.headers)
            numbers = [len(self._tables)]
            self._tables.append(Table(place.file, sheet, (head,)))
        grid = Grid.of(form, self._tables[numbers[0]])
        for column in cells:
            grid = grid.with_column(column)
        blank = Line(place.file, sheet, 0, ())
        self._tables[numbers[0]] = grid.added(blank, cells).table

    def _keep_words(self, form: SheetForm[Row], before: Grid, after: Grid) -> None:
        left = {line.number for line in after.rows}
        for line in before.rows:
            # What the first column names is gone for good.
            for column in form.columns[1:] if line.number not in left else ():
                words = re.split("[,;]", before.text(line, column.name))
                self.gone[form.name, column.name] |= {word.strip() for word in words}

    def _numbers(self, form: SheetForm[Row]) -> list[int]:
        return [
            number
            for number, table in enumerate(self._tables)
            if table.lines and self._titles.get(plain_title(table.sheet)) is form
        ]


def _wide(line: Line, width: int) -> tuple[CellValue, ...]:
    """The line's values, at least so many."""
    return (*line.values, *(None for _ in range(width - len(line.values))))


def _first_place(cells: Cells) -> Place:
    """Where the first of them was said: there stands all that was left out."""
    return next(place for _, place in cells.values())
