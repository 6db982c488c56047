"""A CSV file of the book with an import's changes in it, and all else as it was."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from io import StringIO

from inputs._cells import CellValue, shown
from inputs._csv_file import decoded, separator_of
from inputs.intake.standing import HEADERS
from inputs.intake.writing.edits import SheetEdit


def edited_csv(content: bytes, edit: SheetEdit) -> bytes:
    """The file with the edit; a row of which nothing is left is taken out.

    Raises:
        ValueError: It is no text.
    """
    read = decoded(content)
    if read is None:
        raise ValueError
    text, encoding = read
    changed = "".join(_rows(text, edit))
    try:
        return changed.encode(encoding)
    except UnicodeEncodeError:  # The old letters of Windows lack the new value's.
        return changed.encode("utf-8-sig")


def _rows(text: str, edit: SheetEdit) -> Iterator[str]:
    """Every row as it stands, or as it is to be."""
    lines = list(StringIO(text, newline=""))
    separator = separator_of(text, HEADERS)
    ending = "\r\n" if "\r\n" in text else "\n"
    cells: defaultdict[int, dict[int, CellValue]] = defaultdict(dict)
    for (row, column), value in edit.cells.items():
        cells[row][column] = value
    records = csv.reader(StringIO(text, newline=""), delimiter=separator)
    done = 0
    for number, record in enumerate(records, 1):
        its_lines, done = lines[done : records.line_num], records.line_num
        if number not in cells:
            yield "".join(its_lines)
            continue
        new = _with(record, cells[number])
        if any(new):
            written = StringIO(newline="")
            csv.writer(written, delimiter=separator, lineterminator=ending).writerow(
                new
            )
            yield written.getvalue()


def _with(record: list[str], cells: dict[int, CellValue]) -> list[str]:
    """The values with others in some of their columns, counted from 1."""
    width = max(len(record), *cells)
    new = record + [""] * (width - len(record))
    for column, value in cells.items():
        new[column - 1] = shown(value)
    return new
