"""Rows of an import, understood, beside those that stand in the book."""

from dataclasses import dataclass

from inputs._columns import Row, SheetForm
from inputs.intake.changes.keys import KEYS, Keys, plain
from inputs.intake.standing import FORMS, ORIGIN
from inputs.intake.surveys import FileSurvey
from inputs.intake.wanted import Wanted


@dataclass(frozen=True)
class Item:
    """A row that a file would put into the book, and how the book's reader takes it."""

    wanted: Wanted
    row: Row
    source: str
    """The name of the source, as its recipe has it."""
    number: int
    """Which file of the import it is from, counted from 0."""

    @property
    def keys(self) -> Keys:
        """How rows of its sheet are told apart."""
        return KEYS[self.wanted.sheet]

    @property
    def imported(self) -> str:
        """Whence it comes, as the column `imported` says it."""
        return f"{self.source}{ORIGIN}{self.wanted.places[0]}"

    def differing(self, other: Row, *, is_own: bool = True) -> tuple[str, ...]:
        """The columns in which it says something else than the other row.

        Of a row that is not its own it contradicts nothing by saying nothing.
        """
        form = FORMS[self.wanted.sheet]
        return tuple(
            column
            for column, value in self.wanted.values.items()
            if (is_own or value not in (None, ""))
            and value_of(self.row, form, column) != value_of(other, form, column)
        )


def value_of(row: Row, form: SheetForm[Row], header: str) -> object:
    """What the row holds under a header, comparable."""
    for column in form.columns:
        if column.name == header:
            return plain(getattr(row, column.field))
        turn = column.turn_in(header) if column.is_family else ""
        if turn:
            return plain(getattr(row, column.field).get(turn))
    return None


def source_name(file: FileSurvey) -> str:
    """What the file's source is called."""
    return file.recipe.name or file.source.file
