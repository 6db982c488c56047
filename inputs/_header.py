"""Finding the line that names a table's columns, and which column stands where."""

from collections.abc import Mapping
from dataclasses import dataclass

from inputs._cells import Line, Table, shown
from inputs._columns import Column, Row, SheetForm
from inputs._faults import Faults, likely

SEARCHED = 20
"""How many lines may stand above a table: titles, logos, when it was printed."""


@dataclass(frozen=True)
class Header:
    """Which column stands where in one table."""

    form: SheetForm[Row]
    line: Line
    positions: Mapping[str, int]
    """Where each header stands, counted from 0."""


def header_of(form: SheetForm[Row], table: Table, faults: Faults) -> Header | None:
    """Find the header and fault what it repeats, does not know or lacks.

    Without a column that must be there, there is no header.
    """
    top = table.lines[:SEARCHED]
    line = max(top, key=lambda line: known_in(form, line))
    positions = _positions(form, line, faults)
    missing = [c.name for c in form.columns if c.required and c.name not in positions]
    strangers = [text for text in headers_in(line) if text and text not in positions]
    for name in missing:
        near = likely(name, strangers)
        faults.error(line.place(0), f"no column {name}", f"a column {name}", near)
    return None if missing else Header(form, line, positions)


def known_in(form: SheetForm[Row], line: Line) -> int:
    """How many of the form's columns the line names."""
    return sum(bool(_column(form, text)) for text in set(headers_in(line)))


def headers_in(line: Line) -> list[str]:
    """The line's values in the spelling of column names."""
    return [
        " ".join(shown(value).lower().replace("_", " ").rstrip("* ").split())
        for value in line.values
    ]


def _column(form: SheetForm[Row], text: str) -> Column | None:
    for column in form.columns:
        if text == column.name or (column.is_family and column.turn_in(text)):
            return column
    return None


def _positions(form: SheetForm[Row], line: Line, faults: Faults) -> dict[str, int]:
    positions: dict[str, int] = {}
    for index, text in enumerate(headers_in(line)):
        if not text:
            continue
        place, found = line.place(index), shown(line.value(index))
        if text in positions:
            first = line.place(positions[text])
            faults.error(place, found, f"each column once; {text} is in {first} too")
        elif _column(form, text):
            positions[text] = index
        else:
            near = likely(text, [column.name for column in form.columns])
            faults.warn(place, found, f"a column of {form.name}; it is not read", near)
    return positions
