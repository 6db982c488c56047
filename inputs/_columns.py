"""How a sheet is declared: its columns, once, as the fields of one kind of row.

The same declaration reads the sheet, makes the empty book and prints the README.
"""

from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields, replace
from functools import cached_property
from typing import Generic, TypeVar, cast, overload

from inputs._cells import Line, shown
from inputs._kinds import Kind
from rostering.domain import Fault, Place, Severity

T = TypeVar("T")

FAMILY = "<turn> "
"""Begins the name of a column that there may be one of for every turn."""
_FAMILY_TURNS = ("early", "late", "night")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a sheet that was understood, knowing where its values stand."""

    line: Line = field(compare=False, repr=False)
    positions: Mapping[str, int] = field(compare=False, repr=False)

    def place(self, column: str) -> Place:
        """Where the column's value stands; where its row begins if there is none."""
        return self.line.place(self.positions.get(column, 0))

    def shown(self, column: str) -> str:
        """What stands in the column, as it is written there."""
        if column not in self.positions:
            return ""
        return shown(self.line.value(self.positions[column]))

    def error(self, column: str, wanted: str, *, likely: str = "") -> Fault:
        """A fault in the column's cell that stops the work."""
        found = self.shown(column) or "nothing"
        return Fault(self.place(column), found, wanted, likely)

    def warning(self, column: str, wanted: str, *, likely: str = "") -> Fault:
        """A fault in the column's cell that is shown, and no more."""
        return replace(
            self.error(column, wanted, likely=likely), severity=Severity.WARNING
        )


@dataclass(frozen=True)
class Reference:
    """A promise that the cell's words are known from a column of another sheet.

    An unknown word is an error where the promise is strict, otherwise a warning.
    """

    sheet: str
    column: str
    strict: bool = True
    also: tuple[tuple[str, str], ...] = ()
    """Sheets and columns from which the words may be known as well."""
    besides: tuple[str, ...] = ()
    """Words that need not be known."""

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """All sheets and columns from which the words may be known."""
        return ((self.sheet, self.column), *self.also)

    @property
    def wanted(self) -> str:
        """What to ask for in place of an unknown word."""
        known = (f"{sheet}, column {column}" for sheet, column in self.columns)
        return f"a name from {' or '.join(known)}"


@dataclass(frozen=True)
class Column:
    """One column: what it is called, what it holds, and what it is for."""

    name: str
    kind: Kind[object]
    help: str
    required: bool
    refers: Reference | None
    field: str
    """The name of the row's field that holds its value."""
    default: object

    @property
    def is_family(self) -> bool:
        """Whether there may be one of it for every turn."""
        return self.name.startswith(FAMILY)

    @property
    def headers(self) -> tuple[str, ...]:
        """What stands at its head in an empty book."""
        if not self.is_family:
            return (self.name,)
        ending = self.name.removeprefix(FAMILY)
        return tuple(f"{turn} {ending}" for turn in _FAMILY_TURNS)

    def turn_in(self, header: str) -> str:
        """The turn that the header of a family's column names, or nothing."""
        ending = self.name.removeprefix(FAMILY.rstrip())
        return header.removesuffix(ending) if header.endswith(ending) else ""


@dataclass(frozen=True)
class _Declared:
    name: str
    kind: Kind[object]
    help: str
    required: bool = False
    refers: Reference | None = None
    default: object = None


def required(
    name: str, kind: Kind[T], help: str, *, refers: Reference | None = None
) -> T:
    """Declare a column that must be there, with a value in every row."""
    return cast("T", _declare(_Declared(name, kind, help, True, refers)))


@overload
def optional(
    name: str, kind: Kind[T], help: str, *, refers: Reference | None = None
) -> T | None: ...


@overload
def optional(
    name: str,
    kind: Kind[T],
    help: str,
    *,
    default: T,
    refers: Reference | None = None,
) -> T: ...


def optional(
    name: str,
    kind: Kind[T],
    help: str,
    *,
    default: T | None = None,
    refers: Reference | None = None,
) -> T | None:
    """Declare a column that may be left out, or blank in any row."""
    declared = _Declared(name, kind, help, refers=refers, default=default)
    return cast("T | None", _declare(declared))


def family(name: str, kind: Kind[T], help: str) -> Mapping[str, T]:
    """Declare a column of which there may be one for every turn, by turn."""
    return cast("Mapping[str, T]", _declare(_Declared(name, kind, help)))


def _declare(declared: _Declared) -> object:
    return field(metadata={"declared": declared})


R_co = TypeVar("R_co", bound=Row, covariant=True)


@dataclass(frozen=True)
class SheetForm(Generic[R_co]):
    """One sheet: what it is called, what it is for and what its rows are."""

    name: str
    help: str
    row: Callable[..., R_co]
    required: bool = False
    ordered: tuple[tuple[str, str], ...] = (("from", "to"),)
    """Pairs of columns of which the second may not be less than the first."""

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, in the order in which they are declared."""
        declared = fields(cast("type[Row]", self.row))
        return tuple(_column(item) for item in declared if "declared" in item.metadata)

    @cached_property
    def headers(self) -> tuple[str, ...]:
        """What stands at the head of its columns in an empty book."""
        return tuple(header for column in self.columns for header in column.headers)


def _column(item: "Field[object]") -> Column:
    declared: _Declared = item.metadata["declared"]
    return Column(
        declared.name,
        declared.kind,
        declared.help,
        declared.required,
        declared.refers,
        item.name,
        declared.default,
    )
