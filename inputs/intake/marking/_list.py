"""The sheet that lists every doubt, with a column for the sender's answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from inputs.intake._marks import HEADERS, writable
from inputs.intake.office.styles import Styles

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WIDTHS = (6, 22, 34, 44, 28, 34, 10, 10)
_SHOWN = 6
"""How many of the columns are shown."""
_HEADER_ROW = 3
_ADVICE = (
    "Each coloured cell needs a look. Put it right where it stands, or write what it "
    "means under “your answer”. Then send this file back."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One doubt, as it is listed."""

    number: int
    address: str
    """Sheet and cell, as Excel writes them."""
    is_there: bool
    """Whether there is a cell to go to."""
    found: str
    wanted: str
    likely: str
    answer: str = ""
    text: str = ""
    """What the cell holds."""
    colour: str = ""
    """What it shows."""


def list_xml(lines: Sequence[Line], styles: Styles) -> bytes:
    """The XML of the sheet; the looks that it needs are added to the styles."""
    plain, head, link, answer, advice = _looks(styles)
    looks = (plain, link, plain, plain, plain, answer, plain, plain)
    rows = [
        _row(1, [_cell("A1", _ADVICE, advice)]),
        _row(
            _HEADER_ROW,
            [
                _cell(f"{chr(65 + n)}{_HEADER_ROW}", text, head)
                for n, text in enumerate(HEADERS)
            ],
        ),
    ]
    for number, line in enumerate(lines, _HEADER_ROW + 1):
        cells = zip("ABCDEFGH", _said(line), looks, strict=True)
        rows.append(_row(number, [_cell(f"{c}{number}", v, s) for c, v, s in cells]))
    links = list(_links(lines))
    joined = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{_MAIN}"><sheetPr><tabColor rgb="FFC2185B"/>'
        '<pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0"><pane '
        f'ySplit="{_HEADER_ROW}" topLeftCell="A{_HEADER_ROW + 1}" '
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{''.join(_columns())}</cols>"
        f"<sheetData>{''.join(rows)}</sheetData>"
        f'<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>{joined}'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _said(line: Line) -> tuple[str | int, ...]:
    return (
        line.number,
        line.address,
        line.found,
        line.wanted,
        line.likely,
        line.answer,
        line.text,
        line.colour,
    )


def _looks(styles: Styles) -> tuple[int, ...]:
    """The styles of plain cells, headings, links, answers and the advice."""
    face = '<~name val="Calibri"/>'
    plain = styles.add("fonts", f'<~font><~sz val="11"/>{face}</~font>')
    bold = styles.add("fonts", f'<~font><~b/><~sz val="11"/>{face}</~font>')
    blue = styles.add(
        "fonts", f'<~font><~u/><~sz val="11"/><~color rgb="FF0563C1"/>{face}</~font>'
    )
    grey, pale = (
        styles.add(
            "fills",
            f'<~fill><~patternFill patternType="solid"><~fgColor rgb="FF{digits}"/>'
            "</~patternFill></~fill>",
        )
        for digits in ("E7E6E6", "FFF9DB")
    )
    return tuple(
        styles.add(
            "cellXfs",
            f'<~xf numFmtId="{form}" fontId="{font}" fillId="{fill}" borderId="0" '
            'applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">'
            '<~alignment vertical="top" wrapText="1"/></~xf>',
        )
        for form, font, fill in (
            (0, plain, 0),
            (0, bold, grey),
            (0, blue, 0),
            (49, plain, pale),
            (0, bold, 0),
        )
    )


def _columns() -> Iterator[str]:
    for number, width in enumerate(_WIDTHS, 1):
        hidden = "" if number <= _SHOWN else ' hidden="1"'
        yield (
            f'<col min="{number}" max="{number}" width="{width}" '
            f'customWidth="1"{hidden}/>'
        )


def _row(number: int, cells: Sequence[str]) -> str:
    height = ' ht="36" customHeight="1"' if number == 1 else ""
    return f'<row r="{number}"{height}>{"".join(cells)}</row>'


def _cell(address: str, value: str | int, style: int) -> str:
    if isinstance(value, int):
        return f'<c r="{address}" s="{style}"><v>{value}</v></c>'
    if not value:
        return f'<c r="{address}" s="{style}"/>'
    inside = f'<is><t xml:space="preserve">{escape(writable(value))}</t></is>'
    return f'<c r="{address}" s="{style}" t="inlineStr">{inside}</c>'


def _links(lines: Sequence[Line]) -> Iterator[str]:
    for number, line in enumerate(lines, _HEADER_ROW + 1):
        if line.is_there:
            target = quoteattr(line.address)
            yield f'<hyperlink ref="B{number}" location={target} display={target}/>'
