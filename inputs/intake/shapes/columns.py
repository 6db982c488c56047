"""Which column of a list tells what: by its heading, its neighbours and its values."""

from collections.abc import Sequence
from dataclasses import dataclass

from inputs._cells import CellValue, letters
from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt, Question, Topic
from inputs.intake.entries import Heading
from inputs.intake.fields import Field
from inputs.intake.shapes.headers import (
    Header,
)
from inputs.intake.shapes.looks import Look, look_of_all

NOTHING = "nothing"
"""What somebody says of a column that an import has no use for."""
_UNTITLED = "nothing"
_DATES = frozenset({Field.FIRST, Field.LAST, Field.DATE})
_TIMES = frozenset({Field.START, Field.END})
_UNFIT = {
    **{field: {Look.TIME, Look.NUMBER, Look.RANGE} for field in _DATES},
    **{field: {Look.DATE, Look.MOMENT} for field in _TIMES},
    Field.RANGE: {Look.NUMBER, Look.DATE, Look.TIME},
    Field.HOURS: {Look.RANGE},
    Field.WEEKDAY: {Look.DATE, Look.MOMENT, Look.NUMBER},
    Field.ID: {Look.TEXT},
    Field.NAME: {Look.NUMBER},
}


@dataclass(frozen=True)
class Column:
    """One column of a list before it is known what it tells."""

    number: int
    title: Cell
    """The cell of its heading, or the blank one where a heading should stand."""
    text: str
    """Its whole heading, where it stands in two rows one below the other."""
    values: Sequence[CellValue]
    """What stands below, row by row."""

    @property
    def word(self) -> str:
        """By what an answer names it: its heading, or else its letter."""
        return self.text or letters(self.number)

    @property
    def is_telling(self) -> bool:
        """Whether anything stands in it."""
        return any(value is not None for value in self.values)

    @property
    def counts_rows(self) -> bool:
        """Whether it holds nothing but the numbers of the rows: 1, 2, 3."""
        return list(self.values) == list(range(1, len(self.values) + 1))


@dataclass(frozen=True)
class Known:
    """A column and what it was taken for."""

    column: Column
    heading: Heading
    turn: int = 0
    """Of several columns that tell the same of several absences: which of them."""
    doubt: Doubt | None = None
    """Why a row with a value in the column must wait."""

    @property
    def field(self) -> Field | None:
        """What it tells; None for a column that an import has no use for."""
        return self.heading.field


def fitting(header: Header, column: Column) -> list[Field]:
    """What the heading may mean over such values; all it may mean over none."""
    look = look_of_all(column.values)
    if len(header.fields) == 1:
        return list(header.fields)
    return [field for field in header.fields if look not in _UNFIT.get(field, ())]


def open_doubt(column: Column, field: Field | None = None) -> Doubt:
    """What to ask of a column that nobody can be sure of."""
    likely = "" if field is None else field.value
    choices = (likely, NOTHING) if likely else ()
    question = Question(Topic.COLUMN, column.word, choices, likely)
    wanted = "a heading that says what this column tells"
    return Doubt(column.title.place, column.text or _UNTITLED, wanted, likely, question)
