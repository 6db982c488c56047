"""What stands below the headings of a table: its rows, and those passed over."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt, Passed
from inputs.intake.fields import Field
from inputs.intake.shapes.areas import Area, Aside, Position
from inputs.intake.shapes.asides import aside, by_hand, is_sentence
from inputs.intake.shapes.columns import Column
from inputs.intake.shapes.tables import Table


@dataclass(frozen=True)
class Body:
    """The rows of a table that tell something, those passed over apart."""

    rows: Mapping[int, Mapping[int, Cell]]
    passed: tuple[Passed, ...]
    doubts: tuple[Doubt, ...]
    """About sentences that somebody wrote between its rows or below them."""
    taken: frozenset[Position]
    """All the cells of the table, its headings among them."""


def body_of(area: Area, table: Table) -> Body:
    """The rows below the table's headings, without totals, signatures and notes."""
    rows: dict[int, Mapping[int, Cell]] = {}
    asides, doubts = Aside(), list[Doubt]()
    taken = _headed(area, table, asides)
    for number, cells in area.below(table.row, table.end):
        own = {c: cell for c, cell in cells.items() if table.first <= c <= table.last}
        because = aside(own.values())
        taken |= {(number, column) for column in own}
        if because:
            asides.add({(number, c): cell for c, cell in own.items()}, because)
        elif len(own) == 1 and is_sentence(*own.values()):
            doubts += map(by_hand, own.values())
        elif own:
            rows[number] = own
    taken |= asides.taken
    return Body(rows, tuple(asides.passed), tuple(doubts), frozenset(taken))


def columns_of(area: Area, table: Table, body: Body) -> list[Column]:
    """The table's columns that hold a heading or any value."""
    told = {column for row in body.rows.values() for column in row}
    return [
        Column(
            number,
            table.titles.get(number) or Cell(area.sheet.place(table.row, number)),
            table.texts.get(number, ""),
            [
                row[number].value if number in row else None
                for row in body.rows.values()
            ],
        )
        for number in sorted({*told, *table.titles})
    ]


def idle(body: Body, used: Collection[int], because: str) -> tuple[Passed, ...]:
    """All that is passed over, with the rows of which nothing is used."""
    asides = Aside([*body.passed])
    for number, cells in body.rows.items():
        if number not in used:
            asides.add({(number, c): cell for c, cell in cells.items()}, because)
    return tuple(asides.passed)


def _headed(area: Area, table: Table, asides: Aside) -> set[Position]:
    """The cells of the headings; what stands among them without being one is passed."""
    titles = {cell.place for cell in table.titles.values()}
    taken: set[Position] = set()
    for row in range(table.top, table.row + 1):
        for column, cell in area.rows.get(row, {}).items():
            if not table.first <= column <= table.last:
                continue
            if cell.place in titles:
                taken.add((row, column))
            else:
                asides.add({(row, column): cell}, "a heading over those below it")
    return taken


def put(cells: dict[Field, Cell], name: Field, cell: Cell) -> None:
    """Put a cell under what it tells; several columns of notes make one note."""
    before = cells.get(name)
    if name is Field.NOTE and before is not None and before.value is not None:
        text = f"{before.text}; {cell.text}" if cell.value is not None else before.text
        cell = replace(before, value=text)
    cells[name] = cell
