"""What a page shows: rows of days, and in each day some blocks of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

SATURDAY = 5


class Look(Enum):
    """How a block is drawn: each look differs by more than its colour."""

    SHIFT = auto()
    """A tinted box with a bar at its left."""
    OPEN = auto()
    """A box with a broken line around it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines of text in a cell, of which the first stands out."""

    title: str
    lines: tuple[str, ...] = ()
    look: Look = Look.SHIFT


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of one row."""

    head: str = ""
    """What stands above its blocks: the date, where the columns don't say it."""
    blocks: tuple[Block, ...] = ()
    is_weekend: bool = False
    is_outside: bool = False
    """Whether the rota does not plan that day."""


@dataclass(frozen=True, slots=True)
class Row:
    """A week, or a car in a week."""

    head: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of days: its title, the heads of its columns, and its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """All the pages of one file."""

    title: str
    subtitle: str
    grids: Sequence[Grid]
    notes: tuple[str, ...] = ()

    @property
    def texts(self) -> Iterator[str]:
        """All that it says."""
        yield from (self.title, self.subtitle, *self.notes)
        for grid in self.grids:
            yield from (grid.title, *grid.columns, *(row.head for row in grid.rows))
            for cell in (cell for row in grid.rows for cell in row.cells):
                yield cell.head
                for block in cell.blocks:
                    yield from (block.title, *block.lines)


def is_weekend(day: date) -> bool:
    """Whether it is a Saturday or a Sunday."""
    return day.weekday() >= SATURDAY
