"""A workbook of the book with an import's rows in it, and all else as it was."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from openpyxl.utils import quote_sheetname
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from inputs.intake.marking._workbook import can_be_marked
from inputs.intake.office.package import CONTENT_TYPES, Package, relations_of
from inputs.intake.office.parts import add_part, add_sheet_entry
from inputs.intake.office.splice import with_attribute
from inputs.intake.office.styles import NEW_STYLES
from inputs.intake.opening._xlsx import entries_of, workbook_part
from inputs.intake.writing.edits import SheetEdit
from inputs.intake.writing.sheet_part import EMPTY_SHEET, SheetWriter
from inputs.intake.writing.value_styles import ValueStyles

_NEW_SHEET = "xl/worksheets/rotaSheet{}.xml"
_REF = re.compile(rb'(\sref\s*=\s*")([A-Z]+[0-9]+:[A-Z]+)([0-9]+)(")')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_COUNTING = re.compile(rb"<(?:\w+:)?calcPr\b[^>]*>")
_FILTER = re.compile(rb"<(?:\w+:)?autoFilter\b[^>]*>")


def edited_workbook(content: bytes, edits: Mapping[str, SheetEdit]) -> bytes:
    """The workbook with the edits of its sheets, by their titles.

    Raises:
        KeyError: A part is missing that every workbook has.
        ValueError: It is not written in the usual way.
    """
    package = Package.of(content)
    if not can_be_marked(package):
        raise ValueError
    workbook = workbook_part(package)
    if not package.target(workbook, "styles"):
        add_part(package, workbook, "styles", "xl/styles{}.xml", NEW_STYLES)
    for edit in edits.values():
        if edit.is_new:
            part = add_part(package, workbook, "worksheet", _NEW_SHEET, EMPTY_SHEET)
            add_sheet_entry(package, workbook, edit.sheet, part)
    _write(package, workbook, edits)
    return package.packed()


def _write(package: Package, workbook: str, edits: Mapping[str, SheetEdit]) -> None:
    parts = {entry.name: entry.part for entry in entries_of(package, workbook)}
    styles_part = package.target(workbook, "styles")
    styles = ValueStyles(package.parts[styles_part])
    is_old = b'date1904="1"' in package.parts[workbook]
    epoch = MAC_EPOCH if is_old else WINDOWS_EPOCH
    has_lost_formula = False
    for title, edit in edits.items():
        part = parts[title]
        writer = SheetWriter(package.parts[part], edit, styles, epoch)
        has_lost_formula |= writer.has_lost_formula
        package.parts[part] = writer.spliced()
        _lengthen(package, workbook, part, edit)
    package.parts[styles_part] = styles.spliced()
    if has_lost_formula:
        _forget_order_of_formulas(package, workbook)
    if any(_FORMULA.search(package.parts[part]) for part in parts.values()):
        _have_counted_anew(package, workbook)


def _lengthen(package: Package, workbook: str, part: str, edit: SheetEdit) -> None:
    """Let tables and filters that end with the last row so far take in the new ones."""
    last = max(row for row, _ in edit.cells)
    if last <= edit.last:
        return

    def longer(text: bytes) -> bytes:
        return _REF.sub(
            lambda ref: b"".join(
                [ref[1], ref[2], str(last).encode(), ref[4]]
                if int(ref[3]) == edit.last
                else [ref[0]]
            ),
            text,
        )

    for relation in package.relations(part):
        table = package.parts.get(relation.target, b"")
        if relation.kind == "table" and b"totalsRowCount" not in table:
            package.parts[relation.target] = longer(table)
    package.parts[part] = _FILTER.sub(lambda tag: longer(tag[0]), package.parts[part])
    title = escape(quote_sheetname(edit.sheet)).encode()
    bare = escape(edit.sheet).encode()
    names = rb"(_FilterDatabase[^>]*>(?:%s|%s)!\$[A-Z]+\$[0-9]+:\$[A-Z]+\$)%d<" % (
        re.escape(title),
        re.escape(bare),
        edit.last,
    )
    package.parts[workbook] = re.sub(
        names, rb"\g<1>%d<" % last, package.parts[workbook]
    )


def _have_counted_anew(package: Package, workbook: str) -> None:
    """Have Excel count all formulas when it next opens the workbook."""
    package.parts[workbook] = _COUNTING.sub(
        lambda tag: with_attribute(tag[0], "fullCalcOnLoad", 1),
        package.parts[workbook],
    )


def _forget_order_of_formulas(package: Package, workbook: str) -> None:
    """Take away the list of cells with formulas, which Excel makes anew."""
    part = package.target(workbook, "calcChain")
    if not part:
        return
    del package.parts[part]
    for holder in (CONTENT_TYPES, relations_of(workbook)):
        package.parts[holder] = re.sub(
            rb"<[^<>]*\bcalcChain\.xml[^<>]*/>", b"", package.parts[holder]
        )
