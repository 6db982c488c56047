"""From the lines of a table to the rows of a form, with a fault at every bad cell."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from inputs._cells import Line, Table
from inputs._columns import Row, SheetForm
from inputs._faults import Faults
from inputs._header import Header, header_of
from inputs._lines import LineReader

R = TypeVar("R", bound=Row)
R_co = TypeVar("R_co", bound=Row, covariant=True)


@dataclass(frozen=True)
class Rows(Generic[R_co]):
    """The rows of one form, and every value seen in it.

    A value seen in a row that has another fault is known all the same, so that one
    fault does not bring others about.
    """

    rows: tuple[R_co, ...] = ()
    seen: Mapping[str, Sequence[object]] = field(default_factory=dict)
    """Values by name of column."""
    is_whole: bool = True
    """Whether the columns that it must have were found."""


def read_rows(form: SheetForm[R], tables: Sequence[Table], faults: Faults) -> Rows[R]:
    """Read every table of the form, joined."""
    headers = [(header_of(form, table, faults), table) for table in tables]
    found = [(header, table) for header, table in headers if header is not None]
    lines = [
        (reader, line)
        for header, table in found
        for reader in (LineReader(header, faults),)
        for line in _lines_below(header, table)
    ]
    rows: list[R] = []
    seen: defaultdict[str, list[object]] = defaultdict(list)
    for reader, line in lines:
        values = reader.values(line)
        for column in form.columns:
            if column.field in values:
                seen[column.name].append(values[column.field])
        if len(values) == len(form.columns):
            rows.append(form.row(line=line, positions=reader.positions, **values))
    is_bare = form.required and not lines
    if is_bare and found:
        top = found[0][0].line
        below = replace(top, number=top.number + 1).place(0)
        faults.error(below, "nothing", f"at least one row of {form.name}")
    is_whole = len(found) == len(headers) and not is_bare
    return Rows(tuple(rows), seen, is_whole)


def _lines_below(header: Header, table: Table) -> Iterator[Line]:
    """The lines with something in a column that is read."""
    for line in table.lines:
        is_below = line.number > header.line.number
        if is_below and any(
            line.value(index) is not None for index in header.positions.values()
        ):
            yield line
