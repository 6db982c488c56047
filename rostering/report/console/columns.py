"""Blocks of text one below the other, or in columns where the screen is wide."""

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.table import Table

COLUMN, GAP = 78, 4
"""How wide a column is, and the space between two."""

Block = Sequence[RenderableType]
"""What stands together, such as a heading and its table."""


def in_columns(blocks: Sequence[Block], width: int) -> Iterator[RenderableType]:
    """The blocks in reading order: down the first column, then down the next."""
    number = min(len(blocks), (width + GAP) // (COLUMN + GAP))
    if number <= 1:
        yield from (part for block in blocks for part in block)
        return
    made = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for _ in range(number):
        made.add_column(width=COLUMN)
    made.add_row(*(Group(*column) for column in _shared_out(blocks, number)))
    yield made


def _shared_out(blocks: Sequence[Block], number: int) -> list[list[RenderableType]]:
    """The blocks in so many columns, about as high each."""
    heights = [_height(block) for block in blocks]
    columns: list[list[RenderableType]] = [[] for _ in range(number)]
    above = 0
    for block, height in zip(blocks, heights, strict=True):
        middle = above + height / 2
        columns[min(number - 1, int(number * middle / sum(heights)))].extend(block)
        above += height
    return columns


def _height(block: Block) -> int:
    console = Console(width=COLUMN, file=StringIO())
    return len(console.render_lines(Group(*block), pad=False))
