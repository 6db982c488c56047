"""One sheet of an Excel workbook, read from its XML in one pass."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from openpyxl.utils import column_index_from_string

from inputs.intake.office.xml import Attributes, local, walk
from inputs.intake.opening._format import Refused
from inputs.intake.opening._limits import MOST_CELLS, too_many_cells
from inputs.intake.opening._looks import Look
from inputs.intake.opening._spots import Spot
from inputs.intake.opening._strings import Text, TextReader

_ROW, _COLUMN = 1 << 40, 1 << 20
_ON = ("1", "true")


@dataclass(frozen=True, slots=True)
class Raw:
    """What the XML says of one cell that holds something."""

    kind: str
    content: str
    style: int
    formula: str | None = None
    """None for a cell without a formula."""
    text: Text | None = None
    """What stands in the cell itself and not among the shared texts."""


@dataclass
class SheetPart:
    """What the XML of a sheet holds."""

    cells: dict[Spot, Raw] = field(default_factory=dict)
    row_styles: dict[int, int] = field(default_factory=dict)
    column_styles: list[tuple[int, int, int]] = field(default_factory=list)
    """First and last column, and their style."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[Spot] = field(default_factory=list)
    """First and last of each run of them."""
    merged: list[str] = field(default_factory=list)
    habits: set[str] = field(default_factory=set)
    """Elements that are there to be remarked on."""
    _coloured: "array[int]" = field(default_factory=lambda: array("q"))
    """Blank cells with a colour, each packed into a number: there may be a million."""

    @property
    def has_shades(self) -> bool:
        """Whether a whole row or column has a colour."""
        return bool(self.row_styles or self.column_styles)

    def colour(self, row: int, column: int, style: int) -> None:
        """Note how a blank cell looks."""
        self._coloured.append(row * _ROW + column * _COLUMN + style)

    def coloured(self, height: int, width: int) -> Iterator[tuple[Spot, int]]:
        """The blank cells with a colour up to there, and their styles."""
        for packed in self._coloured:
            row, rest = divmod(packed, _ROW)
            column, style = divmod(rest, _COLUMN)
            if row <= height and column <= width:
                yield (row, column), style


def read_sheet_part(content: bytes, looks: Sequence[Look]) -> SheetPart:
    """Read the XML of one sheet.

    Raises:
        Refused: It holds far too many cells.
    """
    reader = _Reader(looks)
    walk(content, reader.start, reader.end, reader.data)
    return reader.part


class _Reader:
    """Follows the XML of a sheet, cell by cell."""

    def __init__(self, looks: Sequence[Look]) -> None:
        self.part = SheetPart()
        self._filled = {number for number, look in enumerate(looks) if look.fill}
        self._row = self._column = 0
        self._cell: Attributes | None = None
        self._held: dict[str, str] = {}
        self._buffer: list[str] | None = None
        self._text: TextReader | None = None
        self._columns: dict[str, int] = {}
        self._starts: dict[str, Callable[[Attributes], None]] = {
            "c": self._start_cell,
            "row": self._start_row,
            "col": self._start_columns,
            "mergeCell": self._start_merged,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""
        name = local(name)
        if self._text is not None:
            self._text.start(name, attributes)
        elif name in self._starts:
            self._starts[name](attributes)
        elif self._cell is None:
            self.part.habits.add(name)
        elif name == "is":
            self._text = TextReader()
        else:
            self._buffer = []

    def end(self, name: str) -> None:
        """End an element."""
        name = local(name)
        if name == "c":
            self._end_cell()
        elif self._text is not None:
            self._text.end(name)
        elif self._buffer is not None:
            self._held[name], self._buffer = "".join(self._buffer), None

    def data(self, piece: str) -> None:
        """Take what stands between two elements."""
        if self._buffer is not None:
            self._buffer.append(piece)
        elif self._text is not None:
            self._text.data(piece)

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell, self._held = attributes, {}
        letters = attributes.get("r", "").rstrip("0123456789")
        if not letters:
            self._column += 1
        elif letters in self._columns:
            self._column = self._columns[letters]
        else:
            self._column = self._columns[letters] = column_index_from_string(letters)

    def _end_cell(self) -> None:
        cell = self._cell or {}
        text = None if self._text is None else self._text.text
        style = int(cell.get("s", 0))
        if self._held or text:
            raw = Raw(
                cell.get("t", "n"),
                self._held.get("v", ""),
                style,
                self._held.get("f"),
                text,
            )
            self.part.cells[self._row, self._column] = raw
            if len(self.part.cells) > MOST_CELLS:
                raise Refused(*too_many_cells())
        elif style in self._filled or self.part.has_shades:
            # A blank cell without a colour is none of its row's or its column's.
            self.part.colour(self._row, self._column, style)
        self._cell = self._text = None

    def _start_row(self, attributes: Attributes) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0
        if attributes.get("hidden") in _ON:
            self.part.hidden_rows.add(self._row)
        if (style := int(attributes.get("s", 0))) in self._filled:
            self.part.row_styles[self._row] = style

    def _start_columns(self, attributes: Attributes) -> None:
        first, last = int(attributes["min"]), int(attributes["max"])
        if attributes.get("hidden") in _ON or float(attributes.get("width", 1)) == 0:
            self.part.hidden_columns.append((first, last))
        if (style := int(attributes.get("style", 0))) in self._filled:
            self.part.column_styles.append((first, last, style))

    def _start_merged(self, attributes: Attributes) -> None:
        self.part.merged.append(attributes.get("ref", ""))
