"""One workbook while it is marked: its sheets, comments, styles and list of doubts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter

from inputs.intake._marks import SHEET
from inputs.intake.cells import Sheet
from inputs.intake.marking._boxes import NEW_DRAWING, with_boxes
from inputs.intake.marking._comments import NEW_COMMENTS, Comments
from inputs.intake.marking._list import Line, list_xml
from inputs.intake.marking._sheet_xml import SheetXml, first_of_merged
from inputs.intake.office.package import Package, relations_of
from inputs.intake.office.parts import add_part, add_sheet_entry, retype
from inputs.intake.office.styles import NEW_STYLES, Styles
from inputs.intake.opening._xlsx import entries_of, workbook_part

_USUAL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}workbook"
_ENCODING = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([\w-]+)""")


class MarkedWorkbook:
    """A workbook that is being marked."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._workbook = workbook_part(package)
        if not package.target(self._workbook, "styles"):
            new = "xl/styles{}.xml"
            add_part(package, self._workbook, "styles", new, NEW_STYLES)
        self._styles_part = package.target(self._workbook, "styles")
        self._styles = Styles(package.parts[self._styles_part])
        entries = list(entries_of(package, self._workbook))
        self._names = {entry.name for entry in entries}
        self._parts = {e.name: e.part for e in entries if e.kind == "worksheet"}

    def mark_sheet(self, name: str, sheet: Sheet, asked: Mapping[str, str]) -> None:
        """Mark the cells of one sheet, and none that was marked earlier.

        Args:
            name: The sheet's name in the workbook.
            sheet: The same as it was read, for the colours that cells have.
            asked: What to write beside each doubtful cell; nothing for a cell that
                is coloured only.
        """
        part = self._parts[name]
        content = self._package.parts[part]
        spots = {coordinate_to_tuple(cell) for cell in asked}
        firsts = first_of_merged(content, spots)
        xml = SheetXml(
            content, self._styles, set(firsts.values()), lambda s: sheet.at(*s).fill
        )
        beside: defaultdict[str, list[str]] = defaultdict(list)
        for cell, text in asked.items():
            row, column = firsts[coordinate_to_tuple(cell)]
            if text:
                beside[f"{get_column_letter(column)}{row}"].append(text)
        self._comment(
            part, xml, {cell: "\n".join(said) for cell, said in beside.items()}
        )
        self._package.parts[part] = xml.spliced()

    def list_doubts(self, lines: Sequence[Line], earlier: Iterable[str]) -> None:
        """Put the list behind the other sheets, or in the place of an earlier list."""
        content = list_xml(lines, self._styles)
        for name in earlier:
            self._package.parts[self._parts[name]] = content
            self._package.parts.pop(relations_of(self._parts[name]), None)
            return
        taken = {name.casefold() for name in self._names}
        spare = (f"{SHEET} {number}" for number in range(2, len(taken) + 3))
        name = next(n for n in (SHEET, *spare) if n.casefold() not in taken)
        part = "xl/worksheets/rotaDoubts{}.xml"
        relation = add_part(self._package, self._workbook, "worksheet", part, content)
        add_sheet_entry(self._package, self._workbook, name, relation)

    def packed(self) -> bytes:
        """The marked workbook."""
        self._package.parts[self._styles_part] = self._styles.spliced()
        return self._package.packed()

    def _comment(self, part: str, xml: SheetXml, asked: Mapping[str, str]) -> None:
        package = self._package
        kept = package.target(part, "comments")
        conversations = _conversations(package, part)
        asked = {
            cell: said for cell, said in asked.items() if cell not in conversations
        }
        if not kept:
            if not asked:
                return
            add_part(package, part, "comments", "xl/rotaComments{}.xml", NEW_COMMENTS)
            kept = package.target(part, "comments")
        comments = Comments(package.parts[kept], asked)
        package.parts[kept] = comments.spliced()
        links = {link.id: link.target for link in package.relations(part)}
        drawing = links.get(xml.drawing, "")
        if drawing in package.parts:
            boxes = with_boxes(package.parts[drawing], comments.new, comments.gone)
            package.parts[drawing] = boxes
        elif comments.new:
            boxes = with_boxes(NEW_DRAWING, comments.new, ())
            new = "xl/drawings/rotaBoxes{}.vml"
            xml.refer_to_drawing(add_part(package, part, "vmlDrawing", new, boxes))


def can_be_marked(package: Package) -> bool:
    """Whether the workbook is written in the usual way, so that it can be changed."""
    workbook = workbook_part(package)
    parts = [workbook, *(entry.part for entry in entries_of(package, workbook))]
    is_usual = package.tree(workbook).tag == _USUAL
    return is_usual and all(_is_utf8(package.parts[part]) for part in parts)


def ending_of(package: Package) -> str:
    """What the marked file's name must end in; a template becomes a workbook."""
    workbook = workbook_part(package)
    kind = package.content_type(workbook)
    if "template" in kind:
        retype(package, workbook, kind.replace("template", "sheet"))
    return ".xlsm" if "macroEnabled" in kind else ".xlsx"


def _conversations(package: Package, sheet_part: str) -> set[str]:
    """Cells with a conversation, in which nobody but its people can write."""
    return {
        comment.get("ref", "")
        for link in package.relations(sheet_part)
        if link.kind == "threadedComment" and link.target in package.parts
        for comment in package.tree(link.target).iterfind("{*}threadedComment")
    }


def _is_utf8(content: bytes) -> bool:
    said = _ENCODING.search(content[:200])
    is_said = said is None or said[1].lower() in (b"utf-8", b"ascii", b"us-ascii")
    return is_said and not content.startswith((b"\xff\xfe", b"\xfe\xff"))
