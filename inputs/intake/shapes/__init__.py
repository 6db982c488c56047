"""From the sheets of a file to tables and grids whose layout is understood."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from inputs.intake.cells import Source
from inputs.intake.entries import Block
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.areas import Area, Found
from inputs.intake.shapes.crews import crews_in
from inputs.intake.shapes.grids import grids_in
from inputs.intake.shapes.hour_grids import hour_grids_in
from inputs.intake.shapes.leftovers import with_leftovers
from inputs.intake.shapes.legends import Legend, legend_in
from inputs.intake.shapes.lists import lists_in
from inputs.intake.shapes.matrices import matrices_in
from inputs.intake.shapes.privacy import without_private

_READERS: tuple[Callable[[Area, Recipe], Iterable[Found]], ...] = (
    hour_grids_in,
    grids_in,
    crews_in,
    matrices_in,
    lists_in,
)
"""One for each shape; each reads what those before it have left."""


def blocks_in(source: Source, recipe: Recipe) -> tuple[Block, ...]:
    """Every table and grid of a file, sheet by sheet.

    Every cell of the file that says anything stands in one of them: in an entry, in a
    heading (or below one whose column is not needed), in a doubt or among the passed.
    """
    areas = [Area.of(sheet) for sheet in source.sheets]
    legends = [legend_in(area) for area in areas]
    words = {k: v for legend in reversed(legends) for k, v in legend.words.items()}
    read = [
        _read(area, legend, recipe) for area, legend in zip(areas, legends, strict=True)
    ]
    is_read = any(found for _, found in read)
    return tuple(
        without_private(replace(block, legend=words | legend.words))
        for legend, (left, found) in zip(legends, read, strict=True)
        for block in with_leftovers(left, found, legend, has_others=is_read)
    )


def _read(area: Area, legend: Legend, recipe: Recipe) -> tuple[Area, list[Found]]:
    """What is found in a sheet without its key, and what is left of it."""
    left, found = area.without(legend.cells), list[Found]()
    for read in _READERS:
        items = list(read(left, recipe))
        left = left.without(at for item in items for at in item.taken)
        found += items
    return left, found
