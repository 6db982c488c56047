"""A book as it stands before an import, as far as it can be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from inputs._book import Book, book_of
from inputs._cells import Table
from inputs._columns import Row
from inputs._faults import Faults
from inputs._files import read_files
from inputs._imported import IMPORTED
from inputs.forms import SHEETS
from inputs.reading import BadInputs

FORMS = {form.name: form for form in SHEETS}
ORIGIN = ": "
"""Between a source's name and the cell of its file in the column `imported`."""
HEADERS = frozenset(header for form in SHEETS for header in form.headers)


@dataclass(frozen=True)
class Standing:
    """The tables of a book's files; faults in their cells are no hindrance."""

    path: Path
    tables: Sequence[Table]
    hashes: dict[str, str]
    """The SHA-256 of each file by its name."""

    @cached_property
    def book(self) -> Book:
        """The rows that can be read; what they refer to need not be there."""
        return book_of(self.tables, SHEETS, Faults())

    def rows(self, sheet: str) -> tuple[Row, ...]:
        """The sheet's rows that can be read."""
        return self.book.rows(FORMS[sheet])


def source_of(row: Row) -> str:
    """The source from which an import took the row; empty for one typed by hand."""
    return str(getattr(row, IMPORTED, "")).rpartition(f"{ORIGIN}[")[0]


def standing_of(path: Path) -> Standing:
    """Read the files of a book.

    Raises:
        BadInputs: A file of it cannot be read at all.
    """
    faults = Faults()
    files = read_files(path, HEADERS, faults)
    if faults.has_errors:
        raise BadInputs(tuple(faults))
    return Standing(path, files.tables, files.hashes)
