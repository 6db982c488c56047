"""Values put into a sheet's XML, where nothing else is changed."""

from collections import defaultdict, deque
from datetime import datetime
from xml.sax.saxutils import escape

from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries
from openpyxl.utils.datetime import to_excel

from inputs._cells import CellValue, shown
from inputs.intake.office.splice import Splices, prefix_of, with_attribute
from inputs.intake.office.xml import Attributes, local, stream
from inputs.intake.writing.edits import SheetEdit
from inputs.intake.writing.value_styles import ValueStyles

EMPTY_SHEET = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns='
    b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)


class SheetWriter:
    """One sheet of a workbook into which an edit is put.

    A new cell looks as the one above it, or as its column.
    """

    def __init__(
        self, content: bytes, edit: SheetEdit, styles: ValueStyles, epoch: datetime
    ) -> None:
        """Put the edit's values in.

        Args:
            content: The sheet's XML.
            edit: What to write.
            styles: The workbook's styles, to which others are added.
            epoch: The day from which the workbook counts its days.

        Raises:
            ValueError: A value would take the place of a formula that others share.
        """
        self._splices = Splices(content)
        self._edit = edit
        self._styles = styles
        self._epoch = epoch
        self._rows: defaultdict[int, dict[int, CellValue]] = defaultdict(dict)
        for (row, column), value in sorted(edit.cells.items()):
            self._rows[row][column] = value
        self._awaited = deque(sorted(self._rows))
        self._columns: list[tuple[int, int, int]] = []
        self._above: dict[int, int] = {}
        self._row = self._column = self._row_style = 0
        self._replaced: tuple[int, bytes] | None = None
        self._prefix = ""
        self.has_lost_formula = False
        """Whether a formula stood where a value stands now."""
        self._parser = stream(self._start, self._end)
        self._parser.Parse(content, True)

    def spliced(self) -> bytes:
        """The sheet with its changes."""
        return self._splices.spliced()

    def _start(self, name: str, attributes: Attributes) -> None:
        at, kind = self._parser.CurrentByteIndex, local(name)
        if kind == "worksheet":
            self._prefix = prefix_of(name)
        elif kind == "c":
            self._start_cell(at, attributes)
        elif kind == "row":
            self._start_row(at, attributes)
        elif kind == "col":
            ends = int(attributes["min"]), int(attributes["max"])
            self._columns.append((*ends, int(attributes.get("style", 0))))
        elif kind == "dimension":
            self._widen(at, attributes.get("ref", "A1"))
        elif kind == "f" and self._replaced:
            self._lose_formula(attributes)

    def _lose_formula(self, attributes: Attributes) -> None:
        """Note that a formula goes.

        Raises:
            ValueError: Other cells live by it.
        """
        if "ref" in attributes:
            raise ValueError
        self.has_lost_formula = True

    def _widen(self, at: int, ref: str) -> None:
        """Let the sheet say that it reaches to its new cells."""
        left, top, right, bottom = (edge or 1 for edge in range_boundaries(ref))
        rows = {row for row, _ in self._edit.cells} | {top, bottom}
        columns = {column for _, column in self._edit.cells} | {left, right}
        first = f"{get_column_letter(min(columns))}{min(rows)}"
        last = f"{get_column_letter(max(columns))}{max(rows)}"
        end, tag = self._splices.tag(at)
        self._splices.replace(at, end, with_attribute(tag, "ref", f"{first}:{last}"))

    def _start_row(self, at: int, attributes: Attributes) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0
        number = self._row
        while self._awaited and self._awaited[0] < number:
            self._splices.insert(at, self._new_row())
        self._row, self._row_style = number, int(attributes.get("s", 0))

    def _start_cell(self, at: int, attributes: Attributes) -> None:
        letters = attributes.get("r", "").rstrip("0123456789")
        self._column = (
            column_index_from_string(letters) if letters else self._column + 1
        )
        row = self._rows.get(self._row, {})
        for column in [column for column in row if column < self._column]:
            self._splices.insert(at, self._new_cell(column, row.pop(column)))
        style = int(attributes.get("s", 0))
        if self._column in row:
            new = self._cell(self._column, row.pop(self._column), style)
            self._replaced = at, new
        if self._row > self._edit.header:
            self._above[self._column] = style

    def _end(self, name: str) -> None:
        at, kind = self._parser.CurrentByteIndex, local(name)
        if kind == "c" and self._replaced:
            start, new = self._replaced
            self._replaced = None
            is_closed = self._splices.content[at : at + 2] == b"</"
            end = self._splices.tag(at)[0] if is_closed else at
            self._splices.replace(start, end, new)
        elif kind == "row" and self._row in self._rows:
            self._awaited.popleft()
            cells = [self._new_cell(c, v) for c, v in self._rows[self._row].items()]
            self._splices.put_inside(at, name, b"".join(cells))
        elif kind == "sheetData" and self._awaited:
            rows = [self._new_row() for _ in range(len(self._awaited))]
            self._splices.put_inside(at, name, b"".join(rows))

    def _new_row(self) -> bytes:
        """The next of the rows that are not there yet."""
        self._row = row = self._awaited.popleft()
        self._row_style = 0
        cells = [self._new_cell(column, v) for column, v in self._rows[row].items()]
        name = f"{self._prefix}row"
        return f'<{name} r="{row}">'.encode() + b"".join(cells) + f"</{name}>".encode()

    def _new_cell(self, column: int, value: CellValue) -> bytes:
        if value is None:
            return b""
        return self._cell(column, value, self._style_for(column))

    def _style_for(self, column: int) -> int:
        if self._row > self._edit.header and column in self._above:
            return self._above[column]
        of_column = [s for first, last, s in self._columns if first <= column <= last]
        return self._row_style or next(iter(of_column), 0)

    def _cell(self, column: int, value: CellValue, style: int) -> bytes:
        """A cell of the row at hand; text is text, whatever it looks like."""
        address = f"{get_column_letter(column)}{self._row}"
        style = self._styles.fitting(style, value)
        kind, inside = self._inside(value)
        name = f"{self._prefix}c"
        start = f'<{name} r="{address}"' + (f' s="{style}"' if style else "") + kind
        return (f"{start}>{inside}</{name}>" if inside else f"{start}/>").encode()

    def _inside(self, value: CellValue) -> tuple[str, str]:
        p = self._prefix
        if value is None:
            return "", ""
        if isinstance(value, str | bool):
            text = escape(shown(value))
            text = f'<{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is>'
            return ' t="inlineStr"', text
        if not isinstance(value, int | float):
            value = _serial(value, self._epoch)
        return "", f"<{p}v>{value!r}</{p}v>"


def _serial(value: CellValue, epoch: datetime) -> float:
    """The number by which a workbook holds a date or a time."""
    return float(to_excel(value, epoch))  # type: ignore[no-untyped-call]
