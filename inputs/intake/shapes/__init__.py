"""From the sheets of a file to tables and grids whose layout is understood."""

from collections.abc import Callable, Iterable

from inputs.intake.cells import Sheet, Source
from inputs.intake.entries import Block
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.areas import Area, Found
from inputs.intake.shapes.grids import grids_in
from inputs.intake.shapes.leftovers import with_leftovers
from inputs.intake.shapes.lists import lists_in

_READERS: tuple[Callable[[Area, Recipe], Iterable[Found]], ...] = (
    grids_in,
    lists_in,
)
"""One for each shape; each reads what those before it have left."""


def blocks_in(source: Source, recipe: Recipe) -> tuple[Block, ...]:
    """Every table and grid of a file, sheet by sheet.

    Every cell of the file that says anything stands in one of them: in an entry, in a
    heading (or below one whose column is not needed), in a doubt or among the passed.
    """
    return tuple(
        block for sheet in source.sheets for block in _blocks_of(sheet, recipe)
    )


def _blocks_of(sheet: Sheet, recipe: Recipe) -> tuple[Block, ...]:
    left, found = Area.of(sheet), list[Found]()
    for read in _READERS:
        for item in read(left, recipe):
            found.append(item)
            left = left.without(item.taken)
    return with_leftovers(left, found)
