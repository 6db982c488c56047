"""Lists: a row of headings, and below it one row for each thing that is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from inputs.intake.cells import Cell
from inputs.intake.entries import Block, Entry, Shape
from inputs.intake.fields import Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.areas import Area, Found
from inputs.intake.shapes.bodies import body_of, columns_of, put
from inputs.intake.shapes.columns import Known, known_columns
from inputs.intake.shapes.looks import MOMENT, is_date
from inputs.intake.shapes.tables import Table, tables_in

_CLOCKS = {Field.DATE: Field.START, Field.FIRST: Field.START, Field.LAST: Field.END}


def lists_in(area: Area, recipe: Recipe) -> Iterator[Found]:
    """Every list of the area, from top to bottom."""
    for table in tables_in(area):
        yield _read(area, table, recipe)


def _read(area: Area, table: Table, recipe: Recipe) -> Found:
    body = body_of(area, table)
    columns = known_columns(columns_of(area, table, body), recipe)
    doubts = tuple(known.doubt for known in columns if known.doubt)
    entries = tuple(
        entry for row in body.rows.values() for entry in _entries(columns, row)
    )
    block = Block(
        area.sheet,
        Shape.LIST,
        entries,
        tuple(known.heading for known in columns),
        doubts=doubts,
        passed=body.passed,
    )
    return Found(block, body.taken)


def _entries(columns: Sequence[Known], row: Mapping[int, Cell]) -> Iterator[Entry]:
    """The row as one entry; as several where columns repeat for more absences."""
    turns = sorted({known.turn for known in columns if known.turn})
    for turn in turns or [0]:
        told = [known for known in columns if known.turn in (0, turn)]
        again = [known for known in told if known.turn == turn]
        is_more = turn > 0 and turn != turns[0]
        if not is_more or any(_has_value(known, row) for known in again):
            yield _entry(told, row)


def _has_value(known: Known, row: Mapping[int, Cell]) -> bool:
    cell = row.get(known.column.number)
    return cell is not None and bool(cell.note or not cell.is_blank)


def _entry(columns: Sequence[Known], row: Mapping[int, Cell]) -> Entry:
    cells: dict[Field, Cell] = {}
    doubts = [
        known.doubt for known in columns if known.doubt and _has_value(known, row)
    ]
    for known in columns:
        cell = row.get(known.column.number)
        if cell is not None and known.field is not None:
            put(cells, known.field, cell)
    fields = {known.field for known in columns}
    for name in [name for name in _CLOCKS if name in cells]:
        if _CLOCKS[name] not in fields:
            _part(cells, name)
    anchor = next((cell for cell in row.values() if cell.value is not None), None)
    return Entry(cells, anchor or next(iter(row.values())), doubts=tuple(doubts))


def _part(cells: dict[Field, Cell], name: Field) -> None:
    """Part a cell that holds a date and a time of day into the two."""
    cell = cells[name]
    if isinstance(cell.value, datetime):
        if cell.value.time() != cell.value.time().min:
            cells[name] = replace(cell, value=cell.value.date())
            cells[_CLOCKS[name]] = replace(cell, value=cell.value.time())
    elif isinstance(cell.value, str):
        moment = MOMENT.fullmatch(cell.value)
        if moment and is_date(moment["day"]):
            cells[name] = replace(cell, value=moment["day"])
            cells[_CLOCKS[name]] = replace(cell, value=moment["clock"])
