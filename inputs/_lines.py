"""From the lines of one table to values by field, with a fault at every bad cell."""

from datetime import date

from inputs._cells import Line, Spoilt, shown
from inputs._columns import Column
from inputs._faults import Faults
from inputs._header import Header
from inputs._kinds import NotUnderstood

_BAD = object()
"""Stands for a value that could not be read, of which there is a fault."""


class LineReader:
    """Reads the lines below one header; what many cells say is understood once."""

    def __init__(self, header: Header, faults: Faults) -> None:
        self.positions = header.positions
        self._faults = faults
        self._known: dict[tuple[str, type, object], object] = {}
        form = header.form
        self._columns = [
            (column, None if column.is_family else self.positions.get(column.name))
            for column in form.columns
        ]
        fields = {column.name: column.field for column in form.columns}
        self._ordered = [
            (fields[first], fields[last], first, self.positions[last])
            for first, last in form.ordered
            if first in fields and last in self.positions
        ]

    def values(self, line: Line) -> dict[str, object]:
        """The row's values by field; what cannot be read is a fault and left out."""
        values: dict[str, object] = {}
        for column, index in self._columns:
            value = self._value(column, index, line)
            if value is not _BAD:
                values[column.field] = value
        self._check_order(line, values)
        return values

    def _value(self, column: Column, index: int | None, line: Line) -> object:
        if index is not None and line.value(index) is not None:
            return self._understood(column, line, index)
        if column.is_family:
            return self._family(column, line)
        if index is not None and column.required:
            self._faults.error(line.place(index), "nothing", column.kind.wanted)
            return _BAD
        return column.default

    def _family(self, column: Column, line: Line) -> object:
        """The values of a column for every turn, by turn; nothing where one is bad."""
        found = {
            turn: self._understood(column, line, index)
            for text, index in self.positions.items()
            if (turn := column.turn_in(text)) and line.value(index) is not None
        }
        return _BAD if _BAD in found.values() else found

    def _understood(self, column: Column, line: Line, index: int) -> object:
        value = line.value(index)
        # 1, 1.0 and TRUE are equal, and not the same to a planner.
        mark = column.name, type(value), value
        if mark in self._known:
            return self._known[mark]
        if isinstance(value, Spoilt):
            self._faults.error(line.place(index), value.text, value.wanted)
            return _BAD
        understood = self._understood_anew(column, line, index)
        if understood is not _BAD and not column.kind.caution(value):
            self._known[mark] = understood
        return understood

    def _understood_anew(self, column: Column, line: Line, index: int) -> object:
        value, place = line.value(index), line.place(index)
        try:
            understood = column.kind.read(value)
        except NotUnderstood as refusal:
            wanted = refusal.wanted or column.kind.wanted
            self._faults.error(place, shown(value), wanted, refusal.likely)
            return _BAD
        if caution := column.kind.caution(value):
            self._faults.warn(place, shown(value), caution)
        return understood

    def _check_order(self, line: Line, values: dict[str, object]) -> None:
        """Fault, and leave out, a last date that is before its first."""
        for first, last, name, index in self._ordered:
            low, high = values.get(first), values.get(last)
            if isinstance(low, date) and isinstance(high, date) and high < low:
                wanted = f"a date that is not before {name}, {low:%d/%m/%Y}"
                self._faults.error(line.place(index), shown(line.value(index)), wanted)
                del values[last]
