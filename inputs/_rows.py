"""From the lines of a table to the rows of a form, with a fault at every bad cell."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Generic, TypeVar

from inputs._cells import Line, Spoilt, Table, shown
from inputs._columns import Column, Row, SheetForm
from inputs._faults import Faults
from inputs._header import Header, header_of
from inputs._kinds import NotUnderstood

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
        (header, line)
        for header, table in found
        for line in _lines_below(header, table)
    ]
    rows: list[R] = []
    seen: defaultdict[str, list[object]] = defaultdict(list)
    for header, line in lines:
        values = _values(header, line, faults)
        for column in form.columns:
            if column.field in values:
                seen[column.name].append(values[column.field])
        if len(values) == len(form.columns):
            rows.append(form.row(line=line, positions=header.positions, **values))
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


def _values(header: Header, line: Line, faults: Faults) -> dict[str, object]:
    """The row's values by field; what cannot be read is a fault and left out."""
    values: dict[str, object] = {}
    for column in header.form.columns:
        read = _read_family if column.is_family else _read_cell
        values |= read(header, column, line, faults)
    _check_order(header, line, values, faults)
    return values


def _read_cell(
    header: Header, column: Column, line: Line, faults: Faults
) -> dict[str, object]:
    index = header.positions.get(column.name)
    if index is not None and line.value(index) is not None:
        return _understood(column, column.field, line, index, faults)
    if index is not None and column.required:
        faults.error(line.place(index), "nothing", column.kind.wanted)
        return {}
    return {column.field: column.default}


def _read_family(
    header: Header, column: Column, line: Line, faults: Faults
) -> dict[str, object]:
    """The values of a column for every turn, by turn; nothing where one is bad."""
    indices = {
        turn: index
        for text, index in header.positions.items()
        if (turn := column.turn_in(text)) and line.value(index) is not None
    }
    values: dict[str, object] = {}
    for turn, index in indices.items():
        values |= _understood(column, turn, line, index, faults)
    return {column.field: values} if len(values) == len(indices) else {}


def _understood(
    column: Column, key: str, line: Line, index: int, faults: Faults
) -> dict[str, object]:
    value, place = line.value(index), line.place(index)
    if isinstance(value, Spoilt):
        faults.error(place, value.text, value.wanted)
        return {}
    try:
        understood = column.kind.read(value)
    except NotUnderstood as refusal:
        wanted = refusal.wanted or column.kind.wanted
        faults.error(place, shown(value), wanted, refusal.likely)
        return {}
    if caution := column.kind.caution(value):
        faults.warn(place, shown(value), caution)
    return {key: understood}


def _check_order(
    header: Header, line: Line, values: dict[str, object], faults: Faults
) -> None:
    """Fault, and leave out, a last date that is before its first."""
    fields = {column.name: column.field for column in header.form.columns}
    for first, last in header.form.ordered:
        low, high = (values.get(fields.get(name, "")) for name in (first, last))
        if isinstance(low, date) and isinstance(high, date) and high < low:
            index = header.positions[last]
            wanted = f"a date that is not before {first}, {low:%d/%m/%Y}"
            faults.error(line.place(index), shown(line.value(index)), wanted)
            del values[fields[last]]
