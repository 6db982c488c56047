"""Cells that stand in no table: titles, look-up lists, and text nobody can place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from inputs.intake.cells import Cell, Sheet
from inputs.intake.doubts import Doubt
from inputs.intake.entries import Block, Shape
from inputs.intake.shapes.areas import Area, Aside, Found, Position
from inputs.intake.shapes.headers import plain
from inputs.intake.shapes.legends import Legend
from inputs.intake.shapes.looks import Look, look_of

_WANTED = "a table with headings; type this in by hand"
_LOOKUPS = re.compile(
    r".*\b(?:do not (?:edit|touch|delete|change)|lists?|look ?ups?|drop ?downs?"
    r"|validations?|settings|config|reference|ref data)\b.*"
)
_UNNAMED = re.compile(r"(?:sheet|tabelle|table) ?[0-9]*")
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
    if found:
        aside.add(left.cells, "outside every table")
    elif has_others and _is_lookup(left):
        aside.add(left.cells, "a list of words to choose from")
    else:
        doubts = _unplaced(left.cells, aside)
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


def _unplaced(cells: Mapping[Position, Cell], aside: Aside) -> list[Doubt]:
    """A doubt for every cell; colours alone are passed over."""
    told = {w: c for w, c in cells.items() if c.value is not None or c.note}
    aside.add(
        {where: cell for where, cell in cells.items() if where not in told},
        "a colour outside every table",
    )
    return [
        Doubt(cell.place, cell.text or cell.note, _WANTED)
        for cell in told.values()
        if not cell.is_spread
    ]
