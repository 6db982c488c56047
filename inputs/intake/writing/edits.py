"""What changes in which cells of a book's files, so that an import stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from inputs._book import plain_title
from inputs._cells import CellValue, Table
from inputs._columns import Row, SheetForm
from inputs._faults import Faults
from inputs._header import header_of
from inputs._imported import IMPORTED
from inputs.intake.changes import Changes
from inputs.intake.changes.taking import as_read
from inputs.intake.opening._spots import Spot
from inputs.intake.standing import FORMS, Standing
from inputs.reading import BadInputs
from rostering.domain import Fault, Place

OWN_FILE = "imported.xlsx"
"""The file of a folder into which imports put new rows."""


@dataclass
class SheetEdit:
    """What is to be written into one sheet of one file."""

    sheet: str
    form: SheetForm[Row]
    header: int = 1
    """The number of the row with its headings."""
    last: int = 1
    """The number of its last row that holds anything so far."""
    cells: dict[Spot, CellValue] = field(default_factory=dict)
    """What is to stand where; None for nothing."""
    is_new: bool = False
    """Whether there is no such sheet yet."""

    def there(self) -> "SheetEdit":
        """The same for a sheet that is there by now."""
        return replace(self, is_new=False)


Edits = Mapping[str, Mapping[str, SheetEdit]]
"""By file and by sheet."""


def edits_of(changes: Changes) -> Edits:
    """Every cell to write.

    Raises:
        BadInputs: A sheet that is to be written has not the columns that it must have.
    """
    desk = _Desk(changes.standing)
    for gone in changes.gone:
        desk.of(gone.old, gone.sheet).clear(gone.old)
    for changed in changes.changed:
        values = {column: new for column, (_, new) in changed.cells.items()}
        values[IMPORTED] = changed.imported
        sheet = desk.of(changed.old, changed.row.sheet)
        sheet.put(changed.old.line.number, values)
    for added in changes.added:
        values = {**added.row.values, IMPORTED: added.imported or None}
        desk.target(added.row.sheet).add(values)
    return desk.edits()


class _Desk:
    """The sheets of a book on which something is written."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._tables = {(table.file, table.sheet): table for table in standing.tables}
        self._sheets: dict[tuple[str, str], _Sheet] = {}
        self._targets: dict[str, _Sheet] = {}

    def of(self, row: Row, form: str) -> "_Sheet":
        """The sheet in which the row stands."""
        return self._sheet(row.line.file, row.line.sheet, form)

    def target(self, form: str) -> "_Sheet":
        """The sheet into which new rows go."""
        if form not in self._targets:
            path = self._standing.path
            file = OWN_FILE if path.is_dir() else path.name
            if path.suffix.lower() == ".csv":
                found = "a book that is one CSV file, to which no rows are added"
                wanted = "the folder in which it lies, or a workbook"
                raise BadInputs((Fault(Place(file, "", ""), found, wanted),))
            titles = (title for its, title in self._tables if its == file)
            named = (t for t in titles if plain_title(t) == form.lower())
            self._targets[form] = self._sheet(file, next(named, form), form)
        return self._targets[form]

    def edits(self) -> Edits:
        """All that is written, by file and by sheet."""
        found: dict[str, dict[str, SheetEdit]] = {}
        for (file, title), sheet in self._sheets.items():
            found.setdefault(file, {})[title] = sheet.edit
        return found

    def _sheet(self, file: str, title: str, form: str) -> "_Sheet":
        key = file, title
        if key not in self._sheets:
            self._sheets[key] = _Sheet(title, FORMS[form], self._tables.get(key))
        return self._sheets[key]


class _Sheet:
    """One sheet on which something is written."""

    def __init__(self, title: str, form: SheetForm[Row], table: Table | None) -> None:
        self.edit = SheetEdit(title, form, is_new=table is None)
        self._positions: dict[str, int] = {}
        self._width = self._next = 0
        self._free: list[int] = []
        if table and table.lines:
            self._read(form, table)
        else:
            for header in form.headers:
                self._column(header)
        self._next = self.edit.last + 1

    def put(self, number: int, values: Mapping[str, CellValue]) -> None:
        """Put values into a row, under their columns."""
        for column, value in values.items():
            if value is not None or column in self._positions:
                self.edit.cells[number, self._column(column)] = as_read(value)

    def clear(self, row: Row) -> None:
        """Empty a row's columns; if that is all of it, a new row may take its place."""
        own = set(row.positions.values())
        for index in own:
            self.edit.cells[row.line.number, index + 1] = None
        if all(value is None or n in own for n, value in enumerate(row.line.values)):
            self._free.append(row.line.number)

    def add(self, values: Mapping[str, CellValue]) -> None:
        """Put a new row in the place of an emptied one, or below all others."""
        if self._free:
            self.put(self._free.pop(0), values)
        else:
            self.put(self._next, values)
            self._next += 1

    def _read(self, form: SheetForm[Row], table: Table) -> None:
        faults = Faults()
        header = header_of(form, table, faults)
        if header is None:
            raise BadInputs(tuple(faults))
        self._positions = dict(header.positions)
        self._width = max(len(line.values) for line in table.lines)
        self.edit.header = header.line.number
        self.edit.last = table.lines[-1].number

    def _column(self, name: str) -> int:
        """The number of a column, from 1; one that is not there is added last."""
        if name not in self._positions:
            self._positions[name] = self._width
            self._width += 1
            self.edit.cells[self.edit.header, self._width] = name
        return self._positions[name] + 1
