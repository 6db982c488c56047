"""What python-calamine does not tell of an old workbook: errors and hidden parts.

The layout of the file is that of [MS-CFB], that of its records that of [MS-XLS].
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from inputs.intake.opening._spots import Spot

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_FORMULA, _BOOL_OR_ERROR, _ROW, _COLUMNS = 0x0006, 0x0205, 0x0208, 0x007D
_SHEET, _END = 0x0085, 0x000A
_IS_ERROR = 2
_HIDDEN_ROW = 0x20
_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_NO_SECTOR = 0xFFFFFFFA
"""From here on a number is no sector's."""
_ENTRY, _SMALL = 128, 64
_IN_HEADER = 109
_COUNTS = 44, 64, 72
"""Where the header counts sectors of each sort."""
_STREAM_TYPES = frozenset({2, 5})
_LOCKED, _EXTENT = 0x002F, 0x0200
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""Records that begin with a cell's row and column."""


class LockedError(Exception):
    """A workbook whose records are scrambled until a password is given."""


@dataclass
class Extras:
    """What one sheet has besides its values."""

    errors: dict[Spot, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    height: int = 0
    """The number of the last row that is spoken of."""
    width: int = 0


def extras_in(content: bytes) -> list[Extras]:
    """What each sheet has besides its values, in their order.

    Raises:
        LockedError: A password is needed to read on.
        ValueError: The file's records cannot be followed.
        struct.error: It ends too early.
    """
    stream = _Compound(content).workbook()
    book = list(_records(stream, 0))
    if any(kind == _LOCKED for kind, _ in book):
        raise LockedError
    return [
        _extras(stream, struct.unpack_from("<I", data)[0])
        for kind, data in book
        if kind == _SHEET
    ]


def _extras(stream: bytes, start: int) -> Extras:
    extras = Extras()
    for kind, data in _records(stream, start):
        if kind == _FORMULA and data[6] == _IS_ERROR and data[12:14] == b"\xff\xff":
            _note_error(extras, data, data[8])
        elif kind == _BOOL_OR_ERROR and data[7]:
            _note_error(extras, data, data[6])
        elif kind == _ROW and data[12] & _HIDDEN_ROW:
            extras.hidden_rows.add(struct.unpack_from("<H", data)[0] + 1)
        elif kind == _COLUMNS and data[8] & 1:
            first, last = struct.unpack_from("<HH", data)
            extras.hidden_columns |= set(range(first + 1, last + 2))
        _stretch(extras, kind, data)
    return extras


def _stretch(extras: Extras, kind: int, data: bytes) -> None:
    """Note how far the sheet goes: by its own word, and by its cells."""
    if kind == _EXTENT:
        _, height, _, width = struct.unpack_from("<IIHH", data)
    elif kind in _CELLS:
        row, column = struct.unpack_from("<HH", data)
        height, width = row + 1, column + 1
    else:
        return
    extras.height = max(extras.height, height)
    extras.width = max(extras.width, width)


def _note_error(extras: Extras, data: bytes, code: int) -> None:
    row, column = struct.unpack_from("<HH", data)
    extras.errors[row + 1, column + 1] = _ERRORS.get(code, "#VALUE!")


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from there to the end of their part; that of a chart is passed."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        if kind == _END:
            return
        at += 4 + length


class _Compound:
    """A file that is packed from streams, each a chain of sectors."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        (shift,) = struct.unpack_from("<H", content, 30)
        self._size = 1 << shift
        if self._size < _ENTRY:
            raise ValueError(shift)
        self._table = self._sector_table()
        directory = self._chain(self._number_at(48))
        starts = range(0, len(directory), _ENTRY)
        self._entries = [directory[start : start + _ENTRY] for start in starts]
        self._check_sizes()

    def _check_sizes(self) -> None:
        """Refuse a file that says it is larger than it is.

        Raises:
            ValueError: It does; who believes it asks for the memory at once.
        """
        counts = [self._number_at(place) * self._size for place in _COUNTS]
        sizes = [
            struct.unpack_from("<I", entry, 120)[0]
            for entry in self._entries
            if entry[66] in _STREAM_TYPES
        ]
        if max([*counts, *sizes]) > len(self._content):
            raise ValueError("a size beyond the file's end")

    def workbook(self) -> bytes:
        """The stream in which the workbook stands."""
        for entry in self._entries:
            length = struct.unpack_from("<H", entry, 64)[0]
            if entry[: max(0, length - 2)] in _STREAMS:
                first, size = struct.unpack_from("<II", entry, 116)
                is_small = size < self._number_at(56)
                whole = self._small_chain(first) if is_small else self._chain(first)
                return whole[:size]
        raise ValueError("no workbook")

    def _number_at(self, place: int) -> int:
        return int(struct.unpack_from("<I", self._content, place)[0])

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._content[start : start + self._size]

    def _numbers(self, sector: int) -> list[int]:
        return [number for (number,) in struct.iter_unpack("<I", self._sector(sector))]

    def _sector_table(self) -> list[int]:
        """Which sector follows each sector."""
        sectors = list(struct.unpack_from(f"<{_IN_HEADER}I", self._content, 76))
        more, seen = self._number_at(68), set[int]()
        while more < _NO_SECTOR and more not in seen:
            seen.add(more)
            *here, more = self._numbers(more)
            sectors += here
        used = [sector for sector in sectors if sector < _NO_SECTOR]
        return [number for sector in used for number in self._numbers(sector)]

    def _chain(self, first: int) -> bytes:
        return b"".join(map(self._sector, _followed(first, self._table)))

    def _small_chain(self, first: int) -> bytes:
        """A short stream: it lies in small sectors of the first entry's stream."""
        table = [
            number
            for (number,) in struct.iter_unpack("<I", self._chain(self._number_at(60)))
        ]
        holder = self._chain(struct.unpack_from("<I", self._entries[0], 116)[0])
        starts = (number * _SMALL for number in _followed(first, table))
        return b"".join(holder[start : start + _SMALL] for start in starts)


def _followed(first: int, table: list[int]) -> Iterator[int]:
    """A chain of sectors; one that leads back into itself ends there."""
    seen: set[int] = set()
    while first < len(table) and first not in seen:
        seen.add(first)
        yield first
        first = table[first]
