"""Writes a drawing as the format that its name ends in."""

import csv
import io
import re
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import xlwt
from odf import table, text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.corpus.drawing import Drawing, Ink, Page, Value

_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_WRITTEN = b"2026-12-18T09:00:00Z"
_XLSX_TYPE = b"spreadsheetml.sheet.main+xml"
_XLSM_TYPE = b"ms-excel.sheet.macroEnabled.main+xml"


def content_of(drawing: Drawing) -> bytes:
    """The drawing's bytes."""
    match drawing.format:
        case "xlsx":
            return _xlsx(drawing)
        case "xlsm":
            return _with_macros(_xlsx(drawing))
        case "xls":
            return _xls(drawing)
        case "ods":
            return _ods(drawing)
    return _separated(drawing)


def write(drawing: Drawing, folder: Path) -> Path:
    """Write the drawing into the folder."""
    path = folder / drawing.file
    path.write_bytes(content_of(drawing))
    return path


def _xlsx(drawing: Drawing) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    if drawing.from_1904:
        workbook.epoch = CALENDAR_MAC_1904
    for page in drawing.pages:
        sheet = workbook.create_sheet(page.name)
        _draw_sheet(sheet, page)
    written = io.BytesIO()
    workbook.save(written)
    return _steady(written)


def _draw_sheet(sheet: Worksheet, page: Page) -> None:
    for row, column, ink in page.placed():
        cell = sheet.cell(row, column, ink.value)
        _dress(cell, ink)
        if ink.across > 1 or ink.down > 1:
            last = row + ink.down - 1, column + ink.across - 1
            sheet.merge_cells(None, row, column, *last)
    for row, line in enumerate(page.lines, 1):
        sheet.row_dimensions[row].hidden = line.is_hidden
    for column in page.hidden_columns:
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    if page.is_hidden:
        sheet.sheet_state = "hidden"


def _dress(cell: Cell | MergedCell, ink: Ink) -> None:
    if isinstance(ink.value, str) and ink.value.startswith("#"):
        cell.data_type = "e"
    if ink.number_format:
        cell.number_format = ink.number_format
    if ink.fill:
        cell.fill = PatternFill("solid", fgColor=ink.fill)
    if ink.is_struck:
        cell.font = Font(strike=True)
    if ink.note:
        cell.comment = Comment(ink.note, "Rota desk")


def _steady(written: io.BytesIO) -> bytes:
    """The same archive without the time at which it was written."""
    steady = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(steady, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MOMENT.sub(_WRITTEN, content)
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return steady.getvalue()


def _with_macros(plain: bytes) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(plain)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                main = b"application/vnd.openxmlformats-officedocument." + _XLSX_TYPE
                content = content.replace(main, b"application/vnd." + _XLSM_TYPE)
                binary = b'<Default Extension="bin" ContentType="%s"/></Types>'
                kind = b"application/vnd.ms-office.vbaProject"
                content = content.replace(b"</Types>", binary % kind)
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        new.writestr(zipfile.ZipInfo("xl/vbaProject.bin"), b"\xd0\xcf\x11\xe0" * 16)
    return made.getvalue()


def _xls(drawing: Drawing) -> bytes:
    workbook = xlwt.Workbook()
    for page in drawing.pages:
        sheet = workbook.add_sheet(page.name)
        sheet.visibility = int(page.is_hidden)
        for row, column, ink in page.placed():
            style = xlwt.easyxf(num_format_str=_old_format(ink))
            if ink.across > 1 or ink.down > 1:
                last = row + ink.down - 2, column + ink.across - 2
                sheet.write_merge(row - 1, last[0], column - 1, last[1], ink.value)
            else:
                sheet.write(row - 1, column - 1, ink.value, style)
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def _old_format(ink: Ink) -> str:
    usual = {date: "DD/MM/YYYY", datetime: "DD/MM/YYYY HH:MM", time: "HH:MM"}
    return ink.number_format or usual.get(type(ink.value), "General")


def _ods(drawing: Drawing) -> bytes:
    document = OpenDocumentSpreadsheet()
    for page in drawing.pages:
        sheet = table.Table(name=page.name)
        for line in page.lines:
            row = table.TableRow()
            for ink in line.inks:
                row.addElement(_ods_cell(ink or Ink()))
            sheet.addElement(row)
        document.spreadsheet.addElement(sheet)
    written = io.BytesIO()
    document.write(written)
    return _steady(written)


def _ods_cell(ink: Ink) -> table.TableCell:
    value = ink.value
    if value is None:
        return table.TableCell()
    spread = {}
    if ink.across > 1 or ink.down > 1:
        spread = {"numbercolumnsspanned": ink.across, "numberrowsspanned": ink.down}
    if isinstance(value, date):
        kind = {"valuetype": "date", "datevalue": value.isoformat()}
    elif isinstance(value, time):
        kind = {"valuetype": "time", "timevalue": f"PT{value:%HH%MM%SS}"}
    elif isinstance(value, bool):
        kind = {"valuetype": "boolean", "booleanvalue": str(value).lower()}
    elif isinstance(value, int | float):
        kind = {"valuetype": "float", "value": value}
    else:
        kind = {"valuetype": "string"}
    cell = table.TableCell(**kind, **spread)
    for part in as_text(value).split("\n"):
        cell.addElement(text.P(text=part))
    return cell


def _separated(drawing: Drawing) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=drawing.delimiter)
    for page in drawing.pages:
        width = max((len(line.inks) for line in page.lines), default=0)
        for line in page.lines:
            values = [as_text(ink.value) if ink else "" for ink in line.inks]
            writer.writerow(values + [""] * (width - len(values)))
    # An encoding without a sign loses it, as a spreadsheet does.
    return written.getvalue().encode(drawing.encoding, errors="ignore")


def as_text(value: Value) -> str:
    """The value as a British spreadsheet shows it."""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return "" if value is None else str(value)
