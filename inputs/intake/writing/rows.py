"""Rows that nobody sent in a file, added to a book."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from inputs._cells import CellValue
from inputs.intake.changes import Added, Changes
from inputs.intake.standing import standing_of
from inputs.intake.wanted import Wanted
from inputs.intake.writing import write


def add_rows(
    book: Path, rows: Sequence[tuple[str, Mapping[str, CellValue]]]
) -> tuple[Path, ...]:
    """Add each row to its sheet; what stood before is kept, as for an import.

    Args:
        book: The workbook or folder.
        rows: The name of a sheet with values by column.

    Returns:
        The files that were written.

    Raises:
        BadInputs: The book is open in Excel, or cannot be edited.
        OSError: It cannot be written.
    """
    added = (Added(Wanted(sheet, values, ()), "") for sheet, values in rows)
    return write(Changes(standing_of(book), added=tuple(added)))
