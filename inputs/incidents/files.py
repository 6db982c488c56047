"""The tables of a file of incidents, whatever program wrote it."""

from collections.abc import Collection, Iterator
from pathlib import Path

from inputs._cells import Line, Table
from inputs._faults import Faults
from inputs._files import READ, read_files
from inputs.intake.cells import Sheet
from inputs.intake.opening import open_source
from inputs.reading import BadInputs


def tables_of(path: Path, names: Collection[str]) -> tuple[Table, ...]:
    """Every sheet of a workbook, of an old one or of an open one, or of a text file.

    Args:
        path: The file, or a folder of workbooks and CSV files.
        names: What columns may be called.

    Raises:
        BadInputs: It cannot be read.
    """
    if path.is_file() and path.suffix.lower() not in READ:
        return tuple(map(_table, open_source(path).sheets))
    faults = Faults()
    files = read_files(path, names, faults)
    if faults.has_errors:
        raise BadInputs(tuple(faults))
    return tuple(files.tables)


def _table(sheet: Sheet) -> Table:
    return Table(sheet.file, sheet.name, tuple(_lines(sheet)))


def _lines(sheet: Sheet) -> Iterator[Line]:
    for number, row in enumerate(sheet.rows(), 1):
        values = tuple(cell.value for cell in row)
        if any(value is not None for value in values):
            yield Line(sheet.file, sheet.name, number, values)
