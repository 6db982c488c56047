"""What an import would change in a book, row by row: the types."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inputs._cells import CellValue
from inputs._columns import Row
from inputs.intake.doubts import Doubt
from inputs.intake.recipe import Recipe
from inputs.intake.standing import Standing
from inputs.intake.wanted import Wanted
from rostering.domain import Place


@dataclass(frozen=True)
class Added:
    """A row that the book does not have."""

    row: Wanted
    imported: str
    """Whence it came, as the column `imported` says it; empty for no file."""


@dataclass(frozen=True)
class Changed:
    """A row of an earlier import that a newer file of its source tells otherwise."""

    row: Wanted
    old: Row
    cells: Mapping[str, tuple[str, CellValue]]
    """By column: what stands there, and what will."""
    imported: str

    @property
    def place(self) -> Place:
        """Where the first of these cells stands in the book."""
        return self.old.place(next(iter(self.cells)))


@dataclass(frozen=True)
class Gone:
    """A row of an earlier import that a newer file of its source no longer has."""

    old: Row
    sheet: str
    source: str

    @property
    def place(self) -> Place:
        """Where it stands in the book."""
        return self.old.line.place(min(self.old.positions.values()))

    @property
    def words(self) -> str:
        """What stands there."""
        values = (self.old.shown(column) for column in self.old.positions)
        return ", ".join(filter(None, values))


@dataclass(frozen=True)
class Kept:
    """Rows that a newer file of their source no longer has, but that stay."""

    rows: tuple[Gone, ...]
    because: str


@dataclass(frozen=True)
class Sent:
    """One file of the import, as it is remembered."""

    recipe: Recipe
    mark: str
    """The SHA-256 of its content."""
    doubts: tuple[Doubt, ...]
    """All that wait for an answer, those against the book among them."""


@dataclass(frozen=True)
class Changes:
    """Everything that writing an import would do, and what waits instead."""

    standing: Standing = field(repr=False)
    """The book for which this is worked out."""
    added: tuple[Added, ...] = ()
    changed: tuple[Changed, ...] = ()
    gone: tuple[Gone, ...] = ()
    same: tuple[Wanted, ...] = ()
    """Rows that the book has already."""
    kept: tuple[Kept, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """Rows that cannot stand in the book beside what it says, at the sender's cells."""
    sent: tuple[Sent, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the book would change."""
        return not (self.added or self.changed or self.gone)
