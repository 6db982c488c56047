"""Lists: a row of headings, and below it one row for each thing that is told."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from inputs.intake.cells import Cell
from inputs.intake.entries import Block, Entry, Shape
from inputs.intake.fields import Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.areas import Area, Found
from inputs.intake.shapes.bodies import body_of, columns_of, put
from inputs.intake.shapes.choosing import known_columns
from inputs.intake.shapes.columns import Known
from inputs.intake.shapes.looks import is_midnight, parted
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
        doubts=(*doubts, *body.doubts),
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
    cells |= _parts(cells, {known.field for known in columns})
    return Entry(cells, _anchor(columns, row), doubts=tuple(doubts))


def _anchor(columns: Sequence[Known], row: Mapping[int, Cell]) -> Cell:
    """The row's first cell that tells anything, and nothing private: it is shown."""
    private = {known.column.number for known in columns if known.heading.is_private}
    shown = [cell for column, cell in row.items() if column not in private]
    told = [cell for cell in shown if cell.value is not None]
    first = next(iter([*told, *shown]), None)
    return first or Cell(next(iter(row.values())).place)


def _parts(
    cells: Mapping[Field, Cell], told: Collection[Field | None]
) -> Mapping[Field, Cell]:
    """Cells that hold a date and a time of day, parted into the two.

    Midnights alone are no times: systems write them beside every date.
    """
    days: dict[Field, Cell] = {}
    clocks: dict[Field, Cell] = {}
    for name, clock in _CLOCKS.items():
        cell = cells.get(name)
        moment = None if cell is None or clock in told else parted(cell.value)
        if cell is not None and moment is not None:
            days[name] = replace(cell, value=moment[0])
            clocks[clock] = replace(cell, value=moment[1])
    has_times = any(not is_midnight(cell.value) for cell in clocks.values())
    return {**days, **clocks} if has_times else days
