"""Cells that stand in no table: titles, remarks, and text that nobody can place."""

from collections.abc import Sequence
from dataclasses import replace

from inputs.intake.doubts import Doubt
from inputs.intake.entries import Block, Shape
from inputs.intake.shapes.areas import Area, Aside, Found

_WANTED = "a table with headings; type this in by hand"


def with_leftovers(left: Area, found: Sequence[Found]) -> tuple[Block, ...]:
    """The blocks, the first of them with what is left of the sheet."""
    blocks = [item.block for item in found]
    if not left.cells:
        return tuple(blocks)
    if not blocks:
        return (_unplaced(left),)
    aside = Aside()
    aside.add(left.cells, "outside every table")
    blocks[0] = replace(blocks[0], passed=(*blocks[0].passed, *aside.passed))
    return tuple(blocks)


def _unplaced(left: Area) -> Block:
    """A sheet without any table: every cell of it a doubt."""
    doubts = tuple(
        Doubt(cell.place, cell.text or cell.note, _WANTED)
        for cell in left.cells.values()
        if not cell.is_spread and (cell.value is not None or cell.note)
    )
    colours = Aside()
    colours.add(
        {w: c for w, c in left.cells.items() if c.value is None and not c.note},
        "a colour outside every table",
    )
    return Block(
        left.sheet, Shape.LIST, (), doubts=doubts, passed=tuple(colours.passed)
    )
