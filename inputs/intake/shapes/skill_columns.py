"""What the headings of a matrix of skills say of its columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from inputs.intake.cells import Cell
from inputs.intake.fields import WHO, Field
from inputs.intake.shapes.headers import header_of
from inputs.intake.shapes.tables import Table

LEAST = 2
"""How many columns of expiries make a matrix."""


@dataclass(frozen=True)
class Across:
    """One column of a matrix: the skill or the person over it, and what it tells."""

    heads: Mapping[Field, Cell]
    """The cells of the skill, or of the person's name and number."""
    title: str
    """The skill or the person, as the heading calls it."""
    part: Field | None = None
    """From when, until when or in what state; None where only its values can tell."""
    is_open: bool = False
    """Whether it is headed `Date` alone, which may be its first day or its last."""


@dataclass(frozen=True)
class Head:
    """The headings of one matrix."""

    table: Table
    columns: Mapping[int, Across] = field(default_factory=dict)
    is_turned: bool = False
    """Whether people stand across and skills down the side."""
    label: int = 0
    """The column of skills of a turned matrix; 0 where its own heading tells it."""


def side_of(cells: Iterable[Cell]) -> Field | None:
    """What stands down the side: people, skills, or neither."""
    headers = [header for cell in cells if (header := header_of(cell.text))]
    if any(WHO & set(header.fields) for header in headers):
        return Field.NAME
    is_of_skills = any(header.fields[:1] == (Field.SKILL,) for header in headers)
    return Field.SKILL if is_of_skills else None
