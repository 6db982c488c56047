"""The rows of a sheet as its XML tells them, in one pass."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TypeAlias

from inputs._cells import NO_RESULT, CellValue, Spoilt, cleaned
from inputs._shared_texts import Pieces
from inputs._workbook_parts import WorkbookParts
from inputs._xml import Attributes, follow, main

Row: TypeAlias = tuple[int, tuple[CellValue, ...]]

_CELL, _VALUE, _ROW = main("c"), main("v"), main("row")
_FORMULA, _INLINE = main("f"), main("is")
_DIGITS = "0123456789"
_MOST_LETTERS = 3


class SheetReader:
    """Reads the sheets of one workbook; what many cells hold is understood once."""

    def __init__(self, parts: WorkbookParts) -> None:
        self._formats = parts.formats
        self._texts = [cleaned(text) for text in parts.texts]
        self._epoch = parts.epoch
        self._value = cache(self._understood)
        self._cleaned = cache(cleaned)

    def rows(self, content: bytes) -> Iterator[Row]:
        """The numbers of the sheet's rows and their values, blanks included.

        A row that stands after a later one is not read.
        """
        reader = _RowReader(self)
        follow(content, reader.start, reader.end, reader.data)
        last = 0
        for number, values in reader.rows:
            if number > last:
                yield number, values
                last = number

    def value(self, cell: Attributes, text: str) -> CellValue:
        """What a cell with this text holds."""
        kind = cell.get("t", "n")
        if kind == "inlineStr" or not text:
            return None
        return self._value(kind, int(cell.get("s", 0)), text)

    def inline(self, text: str) -> CellValue:
        """What a cell holds in which its text stands itself."""
        return self._cleaned(text)

    def _understood(self, kind: str, style: int, text: str) -> CellValue:
        if kind == "n":
            return cleaned(self._formats[style].value(text, self._epoch))
        if kind == "s":
            return self._texts[int(text)]
        if kind == "b":
            return bool(int(text))
        return _written_out(text) if kind == "d" else cleaned(text)


class _RowReader:
    """Follows the XML of a sheet, cell by cell."""

    def __init__(self, sheet: SheetReader) -> None:
        self.rows: list[Row] = []
        self._sheet = sheet
        self._number = 0
        self._row: list[CellValue] = []
        self._cell: Attributes = {}
        self._buffer: list[str] | None = None
        self._text = ""
        self._formula: str | None = None
        self._pieces: Pieces | None = None

    def start(self, name: str, held: Attributes) -> None:
        """Begin an element."""
        if name == _CELL:
            self._cell, self._text, self._formula = held, "", None
        elif name in (_VALUE, _FORMULA):
            self._buffer = []
        elif name == _ROW:
            self._number = _whole(held["r"]) if "r" in held else self._number + 1
            self._row = []
        elif name == _INLINE:
            self._pieces = Pieces()
        elif self._pieces is not None:
            self._pieces.start(name)

    def end(self, name: str) -> None:
        """End an element."""
        if name == _VALUE:
            self._text = self._taken()
        elif name == _CELL:
            self._put(_column(self._cell.get("r", "")) or len(self._row) + 1)
        elif name == _ROW:
            self.rows.append((self._number, tuple(self._row)))
        elif name == _FORMULA:
            self._formula = self._taken()
        elif self._pieces is not None:
            self._pieces.end(name)

    def data(self, piece: str) -> None:
        """Take what stands between two elements."""
        if self._buffer is not None:
            self._buffer.append(piece)
        elif self._pieces is not None:
            self._pieces.data(piece)

    def _taken(self) -> str:
        buffer, self._buffer = self._buffer or (), None
        return "".join(buffer)

    def _put(self, column: int) -> None:
        row, value = self._row, self._held()
        if column == len(row) + 1:
            row.append(value)
            return
        row.extend([None] * (column - len(row)))
        row[column - 1] = value

    def _held(self) -> CellValue:
        """What the cell holds; a formula that was never counted is no blank."""
        value = self._sheet.value(self._cell, self._text)
        if self._pieces is not None:
            pieces, self._pieces = self._pieces, None
            if self._cell.get("t") == "inlineStr":
                value = self._sheet.inline(pieces.taken())
        if self._formula is None or value is not None or self._text:
            return value
        is_blank = self._cell.get("t") == "str"
        return None if is_blank else Spoilt(f"={self._formula}", NO_RESULT)


@cache
def _column_of(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(letters)
        number = number * 26 + ord(letter) - ord("A") + 1
    if not 0 < len(letters) <= _MOST_LETTERS:
        raise ValueError(letters)
    return number


def _column(address: str) -> int:
    """The number of an address's column; 0 of none."""
    return _column_of(address.rstrip(_DIGITS)) if address else 0


def _whole(text: str) -> int:
    """The number of a row, which some programs write with a point.

    Raises:
        ValueError: It is no whole number.
    """
    number = float(text)
    if not number.is_integer():
        raise ValueError(text)
    return int(number)


def _written_out(text: str) -> date | datetime | time | timedelta | None:
    """A moment of which the digits stand in the cell, as hardly any program does."""
    from openpyxl.utils.datetime import from_ISO8601

    moment: date | datetime | time | timedelta | None
    moment = from_ISO8601(text)  # type: ignore[no-untyped-call]
    return moment
