"""Rows of an import as the book's own reader takes them, beside those that stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from inputs._cells import CellValue, Line, Table, cleaned
from inputs._columns import Row, SheetForm
from inputs._faults import Faults, in_order
from inputs._rows import read_rows
from inputs.intake.doubts import Doubt
from inputs.intake.keys import KEYS, Keys, plain
from inputs.intake.standing import FORMS, ORIGIN
from inputs.intake.surveys import FileSurvey
from inputs.intake.wanted import Wanted
from rostering.domain import Fault

TRIAL = "import"
"""What the file is called in which an import's rows are read to try them."""
_TRIED = re.compile(rf"\[{TRIAL}\]([^!]+)![A-Z]+([0-9]+)")


@dataclass(frozen=True)
class Item:
    """A row that a file would put into the book, understood."""

    wanted: Wanted
    row: Row
    source: str
    """The name of the source, as its recipe has it."""
    number: int
    """Which file of the import it is from, counted from 0."""

    @property
    def keys(self) -> Keys:
        """How rows of its sheet are told apart."""
        return KEYS[self.wanted.sheet]

    @property
    def imported(self) -> str:
        """Whence it comes, as the column `imported` says it."""
        return f"{self.source}{ORIGIN}{self.wanted.places[0]}"

    def differing(self, other: Row, *, is_own: bool = True) -> tuple[str, ...]:
        """The columns in which it says something else than the other row.

        Of a row that is not its own it contradicts nothing by saying nothing.
        """
        form = FORMS[self.wanted.sheet]
        return tuple(
            column
            for column, value in self.wanted.values.items()
            if (is_own or value not in (None, ""))
            and value_of(self.row, form, column) != value_of(other, form, column)
        )


def value_of(row: Row, form: SheetForm[Row], header: str) -> object:
    """What the row holds under a header, comparable."""
    for column in form.columns:
        if column.name == header:
            return plain(getattr(row, column.field))
        turn = column.turn_in(header) if column.is_family else ""
        if turn:
            return plain(getattr(row, column.field).get(turn))
    return None


def source_name(file: FileSurvey) -> str:
    """What the file's source is called."""
    return file.recipe.name or file.source.file


def merged(item: Item, old: Row) -> Item:
    """The item with what the row has and it does not say."""
    stands = {name: old.line.value(at) for name, at in old.positions.items()}
    values = {**stands, **item.wanted.values}
    return replace(item, wanted=replace(item.wanted, values=values))


def understood(number: int, file: FileSurvey) -> tuple[list[Item], list[Doubt]]:
    """The file's rows that the book's reader takes, and a doubt for each other one."""
    items: list[Item] = []
    doubts: list[Doubt] = []
    source = source_name(file)
    for sheet in dict.fromkeys(row.sheet for row in file.rows):
        wanted = [row for row in file.rows if row.sheet == sheet]
        faults = Faults()
        rows = read_rows(FORMS[sheet], [trial_table(sheet, wanted)], faults).rows
        for row in rows:
            items.append(Item(wanted[row.line.number - 2], row, source, number))
        taken = {row.line.number for row in rows}
        doubts += [
            doubt_of(fault, wanted)
            for fault in faults
            if in_order(fault.place)[2] not in taken
        ]
    return items, doubts


def trial_table(sheet: str, rows: Sequence[Wanted]) -> Table:
    """The rows as a table of the sheet, from its second line on."""
    columns = dict.fromkeys(name for row in rows for name in row.values)
    headers = tuple(dict.fromkeys((*FORMS[sheet].headers, *columns)))
    lines = [Line(TRIAL, sheet, 1, headers)]
    for number, row in enumerate(rows, 2):
        values = tuple(_typed(row.values.get(header)) for header in headers)
        lines.append(Line(TRIAL, sheet, number, values))
    return Table(TRIAL, sheet, tuple(lines))


def _typed(value: CellValue) -> CellValue:
    """The value as it will be read from the book."""
    if isinstance(value, Enum):
        value = str(value.value)
    return cleaned(value)


def doubt_of(fault: Fault, rows: Sequence[Wanted]) -> Doubt:
    """The sender's cell for a fault in a trial of these rows of one sheet."""
    row = rows[in_order(fault.place)[2] - 2]
    wanted = in_senders_cells(fault.wanted, {row.sheet: rows})
    return Doubt(row.places[0], fault.found, wanted, fault.likely)


def tried_in(text: str) -> Iterator[tuple[str, int]]:
    """The sheet and the index of every tried row that a message names."""
    for sheet, line in _TRIED.findall(text):
        yield sheet, int(line) - 2


def in_senders_cells(text: str, rows: Mapping[str, Sequence[Wanted]]) -> str:
    """The message with the senders' cells in place of those of a trial."""
    return _TRIED.sub(lambda cell: str(rows[cell[1]][int(cell[2]) - 2].places[0]), text)
