"""Documents drawn as PDF: a heading, tables of days that go on over pages, a foot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, WrapMode

from rostering.report.paper.fonts import FAMILY, Letters, put_into
from rostering.report.paper.grid import Block, Cell, Document, Grid, Look, Row

INK, FAINT, LINE = 25, 95, 175
"""Shades of grey, 0 to 255."""
TINT, BAR = (224, 234, 246), (47, 109, 176)
WEEKEND, HEAD = 244, 230
PAD = 1.2
"""Millimetres around the text of a cell, and between the parts of a page."""


class Paper(StrEnum):
    """What it is printed on, always with its long side down."""

    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class Scale:
    """The sizes of letters, in points, and of what goes with them, in millimetres."""

    title: float
    plain: float
    small: float
    margin: float
    head: float
    """The width of the first column."""


SCALES = {
    Paper.A4: Scale(title=16, plain=9, small=7.5, margin=9, head=19),
    Paper.A3: Scale(title=24, plain=12, small=10.5, margin=11, head=25),
}


def drawn(
    document: Document, paper: Paper, letters: Letters, moment: datetime
) -> bytes:
    """The document as the bytes of a PDF file: the same for the same arguments."""
    pdf = _Pages(document, paper, letters)
    pdf.set_creation_date(moment)
    pdf.add_page()
    for grid in document.grids:
        pdf.draw(grid)
    pdf.draw_notes(document.notes)
    return bytes(pdf.output())


class _Pages(FPDF):
    """The pages under way."""

    def __init__(self, document: Document, paper: Paper, letters: Letters) -> None:
        super().__init__(orientation="landscape", format=paper.value)
        self._document = document
        self._scale = scale = SCALES[paper]
        self._lines: dict[tuple[str, float, str, float], list[str]] = {}
        put_into(self, letters, "".join(document.texts))
        self.set_title(document.title)
        self.set_lang("en-GB")
        self.set_creator("rota")
        self.set_margin(scale.margin)
        self.set_auto_page_break(auto=False, margin=scale.margin)
        self.alias_nb_pages()

    def header(self) -> None:
        """Say on every page of whom and of which days it is."""
        self._letters(self._scale.title, bold=True)
        self._text(self._document.title, self.epw)
        self._letters(self._scale.plain, shade=FAINT)
        self._text(self._document.subtitle, self.epw)
        self.ln(2 * PAD)

    def footer(self) -> None:
        """Number the pages."""
        self.set_y(-self._scale.margin)
        self._letters(self._scale.small, shade=FAINT)
        self.cell(self.epw, text=f"{self.page_no()} of {{nb}}", align="R")

    def draw(self, grid: Grid) -> None:
        """A table; on a new page it begins with its heads again."""
        heights = [self._height(row, self._widths(grid)) for row in grid.rows]
        if heights and not self._has_room(self._head_height(grid) + heights[0]):
            self.add_page()
        self._draw_heads(grid)
        for row, height in zip(grid.rows, heights, strict=True):
            if not self._has_room(height):
                self.add_page()
                self._draw_heads(grid)
            self._draw_row(row, self._widths(grid), height)
        self.ln(3 * PAD)

    def draw_notes(self, notes: Sequence[str]) -> None:
        """What is to be known of the tables, below them in one paragraph.

        Kent's eight weeks fill a poster: a line for each would take another page.
        """
        self._letters(self._scale.small, shade=FAINT)
        text = " ".join(notes)
        if not self._has_room(len(self._wrapped(text, self.epw)) * self._line):
            self.add_page()
            self._letters(self._scale.small, shade=FAINT)
        self._text(text, self.epw)

    def _widths(self, grid: Grid) -> list[float]:
        day = (self.epw - self._scale.head) / len(grid.columns)
        return [self._scale.head, *(day for _ in grid.columns)]

    def _has_room(self, height: float) -> bool:
        return self.y + height <= self.h - 1.5 * self._scale.margin

    def _head_height(self, grid: Grid) -> float:
        self._letters(self._scale.plain, bold=True)
        return (2 if grid.title else 1) * (self._line + 2 * PAD)

    def _draw_heads(self, grid: Grid) -> None:
        self._letters(self._scale.plain, bold=True)
        if grid.title:
            self._text(grid.title, self.epw)
            self.ln(PAD)
        self.set_fill_color(HEAD)
        self.set_draw_color(LINE)
        for text, width in zip(("", *grid.columns), self._widths(grid), strict=True):
            self.cell(width, self._line + PAD, text, border=1, fill=True)
        self.ln(self._line + PAD)

    def _height(self, row: Row, widths: Sequence[float]) -> float:
        """What the fullest cell of a row needs, and at least what its head does."""
        self._letters(self._scale.plain, bold=True)
        head = len(self._wrapped(row.head, widths[0] - 2 * PAD)) * self._line
        inner = widths[1] - 2 * PAD
        return max(head, *(self._cell_height(c, inner) for c in row.cells)) + 2 * PAD

    def _cell_height(self, cell: Cell, width: float) -> float:
        self._letters(self._scale.small)
        head = self._line if cell.head else 0.0
        return head + sum(self._block_height(block, width) for block in cell.blocks)

    def _block_height(self, block: Block, width: float) -> float:
        return sum(height for _, _, height in self._parts(block, width)) + 2 * PAD

    def _parts(self, block: Block, width: float) -> Iterator[tuple[str, bool, float]]:
        """Each text of a block, whether it stands out, and how high it is."""
        for nth, text in enumerate((block.title, *block.lines)):
            self._letters(self._scale.small if nth else self._scale.plain, bold=not nth)
            lines = self._wrapped(text, width - 3 * PAD)
            yield text, not nth, len(lines) * self._line

    def _draw_row(self, row: Row, widths: Sequence[float], height: float) -> None:
        left, top = self.l_margin, self.y
        self._frame(left, top, widths[0], height, HEAD)
        self._letters(self._scale.plain, bold=True)
        self.set_xy(left + PAD, top + PAD)
        self._text(row.head, widths[0] - 2 * PAD)
        for cell, width in zip(row.cells, widths[1:], strict=True):
            left += widths[0] if left == self.l_margin else width
            self._frame(left, top, width, height, WEEKEND if cell.is_weekend else 255)
            self._draw_cell(cell, left + PAD, top + PAD, width - 2 * PAD)
        self.set_xy(self.l_margin, top + height)

    def _draw_cell(self, cell: Cell, left: float, top: float, width: float) -> None:
        if cell.head:
            self._letters(self._scale.small, shade=LINE if cell.is_outside else FAINT)
            self.set_xy(left, top)
            self._text(cell.head, width)
            top += self._line
        for block in cell.blocks:
            height = self._block_height(block, width)
            self._draw_box(block, left, top, width, height - PAD)
            self._draw_text(block, left + 2 * PAD, top + 0.4 * PAD, width)
            top += height

    def _draw_box(
        self, block: Block, left: float, top: float, width: float, height: float
    ) -> None:
        if block.look is Look.OPEN:
            self.set_draw_color(INK)
            self.set_dash_pattern(dash=0.8, gap=0.8)
            self.rect(left, top, width, height)
            self.set_dash_pattern()
            return
        self.set_fill_color(*TINT)
        self.rect(left, top, width, height, style="F")
        self.set_fill_color(*BAR)
        self.rect(left, top, 0.8, height, style="F")

    def _draw_text(self, block: Block, left: float, top: float, width: float) -> None:
        for text, stands_out, height in self._parts(block, width):
            size = self._scale.plain if stands_out else self._scale.small
            self._letters(size, bold=stands_out)
            self.set_xy(left, top)
            self._text(text, width - 3 * PAD)
            top += height

    def _frame(
        self, left: float, top: float, width: float, height: float, shade: int
    ) -> None:
        self.set_draw_color(LINE)
        self.set_fill_color(shade)
        self.rect(left, top, width, height, style="DF")

    def _letters(self, size: float, *, bold: bool = False, shade: int = INK) -> None:
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(shade)

    @property
    def _line(self) -> float:
        """The height of one line of the letters in use."""
        return self.font_size * 1.25

    def _wrapped(self, text: str, width: float) -> list[str]:
        """The lines of a text in a column, which are worked out once."""
        key = (text, width, self.font_style, self.font_size_pt)
        if key not in self._lines:
            self._lines[key] = self._split(text, width)
        return self._lines[key]

    def _split(self, text: str, width: float) -> list[str]:
        found = self.multi_cell(
            width,
            self._line,
            text or " ",
            align="L",
            dry_run=True,
            output=MethodReturnValue.LINES,
            padding=0,
        )
        assert isinstance(found, list)
        return found

    def _text(self, text: str, width: float) -> None:
        """Write a text in a column, whose left edge is where the last one was."""
        self.multi_cell(
            width,
            self._line,
            text or " ",
            align="L",
            new_x="LEFT",
            new_y="NEXT",
            wrapmode=WrapMode.WORD,
        )
