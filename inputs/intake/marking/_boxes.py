"""The boxes in which Excel shows comments: shapes of a drawing in VML."""

import re
from collections.abc import Iterable

from openpyxl.utils.cell import coordinate_to_tuple

_NAMES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
NEW_DRAWING = (
    f"<xml {_NAMES}>".encode()
    + b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    b'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    b'<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_SHAPE = re.compile(rb"<(\w+:)shape\s.*?</\1shape>", re.DOTALL)
_NUMBER = re.compile(rb"_x0000_s(\d+)")
_ROW = re.compile(rb"<\w+:Row>\s*(\d+)\s*<")
_COLUMN = re.compile(rb"<\w+:Column>\s*(\d+)\s*<")
_FIRST_NUMBER = 1025
_WIDE, _HIGH = 4, 7
"""How many columns and rows a box covers."""


def with_boxes(drawing: bytes, new: Iterable[str], gone: Iterable[str]) -> bytes:
    """The drawing with boxes for new comments, and without those of others.

    Args:
        drawing: The VML; not always sound XML, as Excel wrote it in its early days.
        new: The addresses of cells that need a box.
        gone: The addresses of cells whose box goes.
    """
    spots = {coordinate_to_tuple(cell) for cell in gone}
    drawing = _SHAPE.sub(
        lambda match: b"" if _spot(match[0]) in spots else match[0], drawing
    )
    taken = map(int, _NUMBER.findall(drawing))
    number = max(taken, default=_FIRST_NUMBER - 1) + 1
    # Other programs may call the same things by other prefixes.
    names = "" if b"xmlns:v=" in drawing and b"xmlns:x=" in drawing else f" {_NAMES}"
    boxes = [_box(cell, number + index, names) for index, cell in enumerate(new)]
    head, end, tail = drawing.rpartition(b"</xml>")
    return head + "".join(boxes).encode() + end + tail


def _spot(shape: bytes) -> tuple[int, int] | None:
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    return (int(row[1]) + 1, int(column[1]) + 1) if row and column else None


def _box(cell: str, number: int, names: str) -> str:
    row, column = (index - 1 for index in coordinate_to_tuple(cell))
    top = max(0, row - 1)
    anchor = f"{column + 1},15,{top},10,{column + 1 + _WIDE},15,{top + _HIGH},4"
    return (
        f'<v:shape{names} id="_x0000_s{number}" type="#_x0000_t202" '
        'style="position:absolute;width:256px;height:130px;visibility:hidden" '
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto">'
        '<div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
