"""Cells that stand in no table: titles, look-up lists, and text nobody can place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from inputs.intake.cells import Cell, Sheet
from inputs.intake.doubts import Doubt
from inputs.intake.entries import Block, Shape
from inputs.intake.shapes.areas import Area, Aside, Found
from inputs.intake.shapes.asides import by_hand, is_sentence, is_signature
from inputs.intake.shapes.headers import plain
from inputs.intake.shapes.legends import Legend
from inputs.intake.shapes.looks import Look, look_of

_LOOKUPS = re.compile(
    r".*\b(?:do not (?:edit|touch|delete|change)|lists?|look ?ups?|drop ?downs?"
    r"|validations?|settings|config|reference|ref data)\b.*"
)
_UNNAMED = re.compile(r"(?:sheet|tabelle|table) ?[0-9]*")
_LINE = 3
"""How many cells beside each other are no title, but a line of data."""
_LONGEST = 24
"""How long an item of a look-up list may be."""


def with_leftovers(
    left: Area, found: Sequence[Found], legend: Legend, *, has_others: bool
) -> tuple[Block, ...]:
    """The blocks of a sheet, the first of them with what is left of it.

    Args:
        left: The cells that are in no block.
        found: The blocks.
        legend: The sheet's own key.
        has_others: Whether any sheet of the file has a block.
    """
    aside, doubts = Aside(), list[Doubt]()
    aside.add(legend.cells, "the sender's own key")
    if not found and has_others and _is_lookup(left):
        aside.add(left.cells, "a list of words to choose from")
    else:
        doubts = _outside(left, aside, _top(found))
    blocks = [item.block for item in found]
    if not blocks and (aside.passed or doubts):
        blocks = [Block(left.sheet, Shape.LIST, ())]
    if blocks:
        passed = (*blocks[0].passed, *aside.passed)
        doubts = [*blocks[0].doubts, *doubts]
        blocks[0] = replace(blocks[0], passed=passed, doubts=tuple(doubts))
    return tuple(blocks)


def _is_lookup(area: Area) -> bool:
    """Whether the sheet holds nothing but short words, and is hidden or named so."""
    sheet: Sheet = area.sheet
    name = plain(sheet.name)
    if _LOOKUPS.fullmatch(name):
        return True
    is_plain = sheet.is_hidden or bool(_UNNAMED.fullmatch(name))
    return is_plain and all(
        look_of(cell.value) in (Look.TEXT, Look.NOTHING) and len(cell.text) <= _LONGEST
        for cell in area.cells.values()
    )


def _top(found: Sequence[Found]) -> int:
    """The first row of any table; 0 where there is none."""
    return min((row for item in found for row, _ in item.taken), default=0)


def _outside(left: Area, aside: Aside, top: int) -> list[Doubt]:
    """Pass over titles, remarks and colours; doubt what may have been meant as data."""
    doubts: list[Doubt] = []
    for row, cells in left.rows.items():
        told = [cell for cell in cells.values() if not cell.is_spread and cell.text]
        for column, cell in cells.items():
            because = _why_not(cell, told, row, top)
            if because or cell.is_spread:
                aside.add({(row, column): cell}, because)
            else:
                doubts.append(by_hand(cell))
    return doubts


def _why_not(cell: Cell, told: Sequence[Cell], row: int, top: int) -> str:
    """Why a cell outside every table tells nothing; empty where it may."""
    if cell.value is None and not cell.note:
        return "a colour outside every table"
    if is_signature(cell):
        return "who made the list, and when"
    if not top:
        return ""
    if row < top and len(told) < _LINE:
        return "a title"
    if len(told) >= _LINE or is_sentence(cell):
        return ""
    return "outside every table"
