"""Small sheets for tests, and what becomes of each of their cells."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from inputs._cells import CellValue, cleaned, letters
from inputs.intake.cells import Cell, Sheet, Source
from inputs.intake.entries import Block, Entry
from inputs.intake.fields import Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes import blocks_in
from rostering.domain import Place

Rows = Sequence[Sequence[CellValue]]
FILE = "sent.xlsx"


def sheet(
    rows: Rows,
    name: str = "Sheet1",
    *,
    fills: Mapping[str, str] | None = None,
    notes: Mapping[str, str] | None = None,
    merged: Iterable[str] = (),
    file: str = FILE,
    is_hidden: bool = False,
) -> Sheet:
    """A sheet of values; fills and notes by address, merged cells as `A1:C1`."""
    cells = {
        (row, column): Cell(
            Place(file, name, f"{letters(column)}{row}"),
            cleaned(value),
            original=value if isinstance(value, str) and "\n" in value else "",
        )
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value is not None
    }
    for address, fill in (fills or {}).items():
        at = _position(address)
        cells[at] = replace(cells.get(at, Cell(Place(file, name, address))), fill=fill)
    for address, note in (notes or {}).items():
        at = _position(address)
        cells[at] = replace(cells.get(at, Cell(Place(file, name, address))), note=note)
    for area in merged:
        _spread(cells, area)
    return Sheet(file, name, cells, is_hidden)


def _spread(cells: dict[tuple[int, int], Cell], area: str) -> None:
    first, last = map(_position, area.split(":"))
    anchor = cells[first]
    for row in range(first[0], last[0] + 1):
        for column in range(first[1], last[1] + 1):
            if (row, column) != first:
                place = replace(anchor.place, cell=f"{letters(column)}{row}")
                cells[row, column] = replace(anchor, place=place, is_spread=True)


def _position(address: str) -> tuple[int, int]:
    word = address.rstrip("0123456789")
    column = 0
    for letter in word:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(address[len(word) :]), column


def blocks(*sheets: Sheet, recipe: Recipe | None = None) -> tuple[Block, ...]:
    """The blocks of a file of these sheets."""
    source = Source(sheets[0].file if sheets else FILE, "", tuple(sheets))
    return blocks_in(source, recipe or Recipe())


def only(*sheets: Sheet, recipe: Recipe | None = None) -> Block:
    """The one block of a file of these sheets."""
    (block,) = blocks(*sheets, recipe=recipe)
    return block


def told(entry: Entry) -> dict[str, str]:
    """What an entry's cells say by the names of their fields, blank ones left out."""
    return {name: cell.text for name, cell in entry.cells.items() if cell.text}


def codes(block: Block) -> list[str]:
    """A grid's entries as `name 2027-01-04 AL`, blank ones left out."""
    return [
        f"{entry.text(Field.NAME)} {entry.day} {entry.text(Field.CODE)}"
        for entry in block.entries
        if entry.text(Field.CODE)
    ]


def fields(block: Block) -> dict[str, str]:
    """What each heading was taken for, by its text."""
    return {
        heading.cell.text: "private"
        if heading.is_private
        else f"{heading.field or 'nothing'}{'' if heading.is_certain else '?'}"
        for heading in block.headings
    }


def passed(block: Block) -> dict[str, str]:
    """Why each cell was passed over, by its address."""
    return {item.place.cell: item.because for item in block.passed}


def lost(page: Sheet, found: Iterable[Block]) -> list[str]:
    """The addresses of cells that are in no place, or in two at once.

    Two grids side by side may share their names, and a heading may be doubted.
    """
    entries: set[str] = set()
    heads: set[str] = set()
    below: set[str] = set()
    passed_over: Counter[str] = Counter()
    doubted: set[str] = set()
    for block in found:
        entries |= {
            cell.place.cell
            for entry in block.entries
            for cell in (*entry.cells.values(), entry.anchor)
            if not cell.is_blank or cell.note
        }
        heads |= {
            heading.cell.place.cell
            for heading in block.headings
            if not heading.cell.is_blank or heading.cell.note
        }
        below |= _below_heads(page, block)
        passed_over.update(item.place.cell for item in block.passed)
        doubted |= {doubt.place.cell for doubt in block.doubts}
    used = entries | heads | (below - set(passed_over))
    return [
        address
        for cell in page.cells.values()
        if not cell.is_spread and (not cell.is_blank or cell.note)
        for address in [cell.place.cell]
        if passed_over[address] + (address in used) != 1
        and not (address in doubted and not passed_over[address])
    ]


def _below_heads(page: Sheet, block: Block) -> set[str]:
    """The cells of an entry's row under a heading that tells nothing, or a note."""
    rows = {_position(entry.anchor.place.cell)[0] for entry in block.entries}
    columns = {
        _position(heading.cell.place.cell)[1]
        for heading in block.headings
        if heading.field in (None, Field.NOTE)
    }
    return {page.place(row, column).cell for row in rows for column in columns}
