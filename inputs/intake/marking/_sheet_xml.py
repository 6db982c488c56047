"""Cells of a sheet given another colour in its XML, where nothing else is changed."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from openpyxl.utils import column_index_from_string, get_column_letter

from inputs.intake.office.splice import Splices, prefix_of, with_attribute
from inputs.intake.office.styles import Styles
from inputs.intake.office.xml import Attributes, local, stream
from inputs.intake.opening._spots import Merged, Spot

_AFTER_NOTES = frozenset(
    {
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
    }
)
"""What stands behind the reference to the drawing of comments, by ECMA-376."""
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s+[^>]*?ref\s*=\s*["']([A-Z0-9:]+)""")
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class SheetXml:
    """One sheet of a workbook, of which cells are marked."""

    def __init__(
        self,
        content: bytes,
        styles: Styles,
        spots: set[Spot],
        colour_at: Callable[[Spot], str],
    ) -> None:
        """Mark these spots and no others.

        Args:
            content: The sheet's XML.
            styles: The workbook's styles, to which others are added.
            spots: What is to be marked.
            colour_at: The sender's own colour of a cell.
        """
        self._splices = Splices(content)
        self._styles = styles
        self._colour_at = colour_at
        self._wanted: defaultdict[int, list[int]] = defaultdict(list)
        for row, column in sorted(spots):
            self._wanted[row].append(column)
        self._columns: list[tuple[int, int, int]] = []
        self._row = self._column = self._row_style = 0
        self._depth = 0
        self._prefix = ""
        self._notes_at: int | None = None
        self.drawing = ""
        """The relation of the drawing that holds the boxes of comments."""
        self._parser = stream(self._start, self._end)
        self._parser.Parse(content, True)

    def refer_to_drawing(self, relation: str) -> None:
        """Refer to a drawing with the boxes of comments; there must be none yet."""
        tag = f'<{self._prefix}legacyDrawing xmlns:r="{_LINK}" r:id="{relation}"/>'
        self._splices.insert(self._notes_at or 0, tag.encode())
        self.drawing = relation

    def spliced(self) -> bytes:
        """The sheet with its changes."""
        return self._splices.spliced()

    def _start(self, name: str, attributes: Attributes) -> None:
        at, kind = self._parser.CurrentByteIndex, local(name)
        self._depth += 1
        if self._depth == 1:
            self._prefix = prefix_of(name)
        elif kind == "c":
            self._start_cell(at, attributes)
        elif kind == "row":
            self._start_row(at, attributes)
        elif kind == "col":
            ends = int(attributes["min"]), int(attributes["max"])
            self._columns.append((*ends, int(attributes.get("style", 0))))
        elif self._depth == 2:  # noqa: PLR2004  # A child of the whole sheet.
            self._start_section(at, kind, attributes)

    def _start_section(self, at: int, kind: str, attributes: Attributes) -> None:
        if kind in _AFTER_NOTES and self._notes_at is None:
            self._notes_at = at
        elif kind == "legacyDrawing":
            links = [value for key, value in attributes.items() if local(key) == "id"]
            self.drawing = links[0] if links else ""

    def _start_row(self, at: int, attributes: Attributes) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0
        self._row_style = int(attributes.get("s", 0))
        for row in [row for row in self._wanted if row < self._row]:
            self._splices.insert(at, self._new_row(row))

    def _start_cell(self, at: int, attributes: Attributes) -> None:
        letters = attributes.get("r", "").rstrip("0123456789")
        self._column = (
            column_index_from_string(letters) if letters else self._column + 1
        )
        wanted = self._wanted.get(self._row, [])
        while wanted and wanted[0] < self._column:
            self._splices.insert(at, self._new_cell(self._row, wanted.pop(0)))
        style = int(attributes.get("s", 0))
        colour = self._colour_at((self._row, self._column))
        new = style
        if wanted and wanted[0] == self._column:
            wanted.pop(0)
            new = self._styles.marked(style, colour)
        elif self._styles.is_marked(style):
            new = self._styles.unmarked(style, colour)
        if new != style:
            end, tag = self._splices.tag(at)
            self._splices.replace(at, end, with_attribute(tag, "s", new))

    def _end(self, name: str) -> None:
        at, kind = self._parser.CurrentByteIndex, local(name)
        self._depth -= 1
        if kind == "row":
            cells = [self._new_cell(self._row, c) for c in self._wanted[self._row]]
            if cells:
                self._splices.put_inside(at, name, b"".join(cells))
            del self._wanted[self._row]
        elif kind == "sheetData":
            rows = [self._new_row(row) for row in sorted(self._wanted)]
            if rows:
                self._splices.put_inside(at, name, b"".join(rows))
        elif not self._depth and self._notes_at is None:
            self._notes_at = at

    def _new_row(self, row: int) -> bytes:
        self._row_style = 0
        cells = b"".join(self._new_cell(row, c) for c in self._wanted.pop(row))
        name = f"{self._prefix}row"
        return f'<{name} r="{row}">'.encode() + cells + f"</{name}>".encode()

    def _new_cell(self, row: int, column: int) -> bytes:
        of_column = [s for first, last, s in self._columns if first <= column <= last]
        style = self._row_style or (of_column[0] if of_column else 0)
        marked = self._styles.marked(style, self._colour_at((row, column)))
        address = f"{get_column_letter(column)}{row}"
        return f'<{self._prefix}c r="{address}" s="{marked}"/>'.encode()


def first_of_merged(content: bytes, spots: Iterable[Spot]) -> dict[Spot, Spot]:
    """For every spot the first of the merged cells it belongs to, or itself."""
    groups = [Merged.of(match[1].decode()) for match in _MERGED.finditer(content)]
    return {
        spot: next((group.first for group in groups if group.holds(spot)), spot)
        for spot in spots
    }
