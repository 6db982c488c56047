"""What a sheet's layout says: which cells speak of whom, and of which day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from inputs.intake.cells import Cell, Sheet
from inputs.intake.doubts import Doubt, Passed
from inputs.intake.fields import Field


class Shape(StrEnum):
    """How a sheet is laid out."""

    LIST = "list"
    MONTH_GRID = "month grid"
    WEEK_GRID = "week grid"
    TEAM_GRID = "team grid"
    HOUR_GRID = "hour grid"
    SKILL_MATRIX = "skill matrix"
    BASE_LINES = "base lines"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list, or one cell of a grid with what its row and column say."""

    cells: Mapping[Field, Cell]
    """The cells by what they tell; a grid's own cell stands under CODE, or under
    EXPIRES in a matrix of skills, or under NAME where a crew's names fill the grid."""
    anchor: Cell
    """Where a doubt about the whole entry stands."""
    day: date | None = None
    """The day of a grid's column or row."""
    words: Mapping[Field, str] = field(default_factory=dict)
    """What a grid's headings tell: the skill, the unit and the post of a column, the
    week and the line of a row of base lines, the start and the end of an hour (`25:00`
    is one o'clock on the day after)."""
    doubts: tuple[Doubt, ...] = ()
    """What its layout leaves open, such as a column whose heading is not certain: it
    waits for these, whatever its own cells say. They are among its block's doubts."""

    def cell(self, *fields: Field) -> Cell | None:
        """The first of these fields' cells that is there and holds a value."""
        for name in fields:
            cell = self.cells.get(name)
            if cell is not None and cell.value is not None:
                return cell
        return None

    def text(self, *fields: Field) -> str:
        """What that cell says; empty where there is none."""
        cell = self.cell(*fields)
        return "" if cell is None else cell.text


@dataclass(frozen=True, slots=True)
class Heading:
    """One header cell, and what its column was taken for."""

    cell: Cell
    field: Field | None
    """None for a column that an import has no use for."""
    is_certain: bool = True
    is_private: bool = False
    """Whether its values are dropped at the door, never to be stored or shown."""


@dataclass(frozen=True)
class Block:
    """One table or grid of a sheet, understood as far as its layout goes."""

    sheet: Sheet
    shape: Shape
    entries: tuple[Entry, ...]
    headings: tuple[Heading, ...] = ()
    legend: Mapping[str, str] = field(default_factory=dict)
    """What the sender's own legend says of codes, and of colours by their digits."""
    doubts: tuple[Doubt, ...] = ()
    passed: tuple[Passed, ...] = ()
    """Titles, totals, signatures: every cell that holds a value and is in no entry."""
