"""Old and open workbooks, and whatever is none."""

import random
from datetime import date, time, timedelta

import pytest
import xlwt
from odf import dc, office, style, table, text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl import Workbook

from inputs.intake.opening import open_source
from tests.intake.opened import (
    fills_of,
    packed,
    parts_of,
    refusal_of,
    remarks_of,
    sheet_of,
    values_of,
)

OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.fixture
def old(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Jan")
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    clock = xlwt.easyxf(num_format_str="hh:mm")
    sheet.write(2, 1, " Ann\nAsh")
    sheet.write(2, 2, date(2027, 1, 4), day)
    sheet.write(2, 3, 0.75, clock)
    sheet.write(2, 4, 1.25, clock)
    sheet.write(3, 1, 12)
    sheet.write(3, 2, 37.5)
    sheet.row(3).set_cell_boolean(3, True)
    sheet.row(3).set_cell_error(4, 0x2A)
    sheet.write_merge(5, 6, 1, 2, "AL")
    sheet.row(3).hidden = True
    sheet.col(2).hidden = True
    book.add_sheet("Legend").visibility = 2
    book.save(str(tmp_path / "old.xls"))
    return tmp_path / "old.xls"


def test_an_old_workbook_is_read(old):
    values = values_of(sheet_of(old))
    assert {cell: getattr(v, "text", v) for cell, v in values.items()} == {
        "B3": "Ann Ash",
        "C3": date(2027, 1, 4),
        "D3": time(18),
        "E3": timedelta(hours=30),
        "B4": 12,
        "C4": 37.5,
        "D4": True,
        "E4": "#N/A",
        **dict.fromkeys(("B6", "C6", "B7", "C7"), "AL"),
    }
    assert sheet_of(old).at(3, 2).original == " Ann\nAsh"


def test_what_is_hidden_in_an_old_workbook_is_told(old):
    assert remarks_of(old) == [
        "old.xls: a workbook of which values are read, but no colours and comments",
        "[old.xls]Jan!A4: hidden: rows 4",
        "[old.xls]Jan!C1: hidden: columns C",
        "[old.xls]Jan!B6: 1 group of merged cells",
        "[old.xls]Legend!A1: a hidden sheet",
    ]
    assert sheet_of(old).at(4, 2).is_hidden
    assert sheet_of(old).at(3, 3).is_hidden


def _cell(kind=None, value=None, shown="", **more):
    said = {"valuetype": kind} if kind else {}
    name = {"date": "datevalue", "time": "timevalue", "boolean": "booleanvalue"}
    if value is not None:
        said[name.get(kind, "value")] = value
    cell = table.TableCell(**said, **more)
    for line in shown.splitlines():
        cell.addElement(text.P(text=line))
    return cell


@pytest.fixture
def open_book(tmp_path):
    """Write rows of cells as an OpenDocument spreadsheet."""

    def write(*rows, columns=()):
        made = OpenDocumentSpreadsheet()
        yellow = style.Style(name="yellow", family="table-cell")
        yellow.addElement(style.TableCellProperties(backgroundcolor="#ffff00"))
        out = style.Style(name="out", family="table-cell", parentstylename="yellow")
        out.addElement(style.TextProperties(textlinethroughstyle="solid"))
        off = style.Style(name="off", family="table")
        off.addElement(style.TableProperties(display="false"))
        struck = style.Style(name="struck", family="text")
        struck.addElement(style.TextProperties(textlinethroughstyle="solid"))
        for made_style in (yellow, out, off, struck):
            made.automaticstyles.addElement(made_style)
        sheet = table.Table(name="Jan")
        for column in columns:
            sheet.addElement(column)
        for cells in rows:
            row = cells
            if isinstance(cells, list):
                row = table.TableRow()
                for cell in cells:
                    row.addElement(cell)
            sheet.addElement(row)
        made.spreadsheet.addElement(sheet)
        made.spreadsheet.addElement(table.Table(name="Legend", stylename="off"))
        made.save(str(tmp_path / "open.ods"))
        return tmp_path / "open.ods"

    return write


def test_an_open_spreadsheet_is_read(open_book):
    file = open_book(
        [_cell("string", shown="Ann\nAsh"), _cell("float", 12, "12"), _cell()],
        [_cell("date", "2027-01-04"), _cell("time", "PT18H30M00S")],
        [_cell("time", "PT37H30M00S"), _cell("boolean", "true")],
        [_cell("float", 123, "00123"), _cell("percentage", 0.8, "80%")],
        [_cell("date", "2027-01-04T18:00:00"), _cell("string", shown="#REF!")],
    )
    read = sheet_of(file)
    assert {c: getattr(v, "text", v) for c, v in values_of(read).items()} == {
        "A1": "Ann Ash",
        "B1": 12,
        "A2": date(2027, 1, 4),
        "B2": time(18, 30),
        "A3": timedelta(hours=37, minutes=30),
        "B3": True,
        "A4": "00123",
        "B4": 0.8,
        "A5": read.at(5, 1).value,
        "B5": "#REF!",
    }
    assert f"{read.at(5, 1).value:%d/%m/%Y %H:%M}" == "04/01/2027 18:00"
    assert read.at(1, 1).original == "Ann\nAsh"


def test_repeated_merged_and_coloured_cells_of_an_open_spreadsheet(open_book):
    file = open_book(
        [_cell("string", shown="x", numbercolumnsrepeated=3)],
        table.TableRow(numberrowsrepeated=2),
        [_cell(stylename="yellow", numbercolumnsrepeated=1_000)],
        [_cell("string", shown="AL", stylename="out", numbercolumnsspanned=2)],
        table.TableRow(numberrowsrepeated=1_048_000),
    )
    read = sheet_of(file)
    assert {cell.place.cell: cell.text for cell in read.cells.values()} == {
        **dict.fromkeys(("A1", "B1", "C1"), "x"),
        **dict.fromkeys(("A4", "B4", "C4"), ""),
        **dict.fromkeys(("A5", "B5"), "AL"),
    }
    assert set(fills_of(read)) == {"A4", "B4", "C4", "A5", "B5"}
    assert read.at(5, 1).is_struck
    assert read.at(5, 2).is_spread


def test_comments_strikes_and_hidden_parts_of_an_open_spreadsheet(open_book):
    noted = _cell("string", shown="L")
    note = office.Annotation()
    note.addElement(dc.Creator(text="Ann"))
    note.addElement(text.P(text="swap"))
    noted.insertBefore(note, noted.firstChild)
    partly = table.TableCell(valuetype="string")
    line = text.P()
    line.addElement(text.Span(stylename="struck", text="Late"))
    line.addElement(text.S(c=2))
    line.addText("AL")
    partly.addElement(line)
    hidden = table.TableRow(visibility="filter")
    hidden.addElement(_cell("string", shown="gone"))
    columns = [table.TableColumn(), table.TableColumn(visibility="collapse")]
    file = open_book([noted, partly], hidden, columns=columns)
    read = sheet_of(file)
    assert (read.at(1, 1).value, read.at(1, 1).note) == ("L", "swap")
    assert (read.at(1, 2).value, read.at(1, 2).unstruck) == ("Late AL", "AL")
    assert read.at(2, 1).is_hidden
    assert read.at(1, 2).is_hidden
    assert sheet_of(file, "Legend").is_hidden
    assert remarks_of(file) == [
        "[open.ods]Jan!A2: hidden: rows 2",
        "[open.ods]Jan!B1: hidden: columns B",
        "[open.ods]Jan!A1: 1 comment",
        "[open.ods]Legend!A1: a hidden sheet",
    ]


@pytest.fixture
def workbook(tmp_path):
    Workbook().save(tmp_path / "empty.xlsx")
    return tmp_path / "empty.xlsx"


def _with(file, name, content=b""):
    return packed(parts_of(file) | {name: content})


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (bytes(5_000), "an empty file"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (b"<html><table><tr><td>Name", "a web page (HTML)"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", "a web page (HTML)"),
        ("<table><tr>".encode("utf-16"), "a web page (HTML)"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
            "an Excel workbook in XML of 2003",
        ),
        (b'<?xml version="1.0"?><data/>', "a file of XML"),
        (b"MIME-Version: 1.0\r\n", "a web page or an e-mail"),
        (b"{\\rtf1 Name", "a text document (RTF)"),
        (
            OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"),
            "a file locked by a password",
        ),
        (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "a text document (Word)"),
        (OLD_OFFICE, "a damaged file (.xls)"),
        (random.Random(1).randbytes(3_000), "a file that is no text and no workbook"),
        (b"PK\x03\x04" + random.Random(2).randbytes(3_000), "a damaged file"),
        (packed({"readme.txt": b"x"}), "a packed file (zip) that is no workbook"),
        (packed({"Index/Document.iwa": b"x"}), "an Apple Numbers file"),
        (packed({"word/document.xml": b"x"}), "a text document (Word)"),
        (packed({"xl/workbook.bin": b"x"}), "a binary Excel workbook (.xlsb)"),
        (
            packed({"mimetype": b"application/vnd.oasis.opendocument.text"}),
            "a document that is no spreadsheet",
        ),
        (packed({"[Content_Types].xml": b"<no"}), "a damaged file (.xlsx)"),
        (
            packed({"[Content_Types].xml": bytes(30_000_000)}),
            "a file that unpacks to far too much",
        ),
    ],
)
@pytest.mark.parametrize("name", ["staff.xls", "staff.xlsx", "staff.csv", "staff"])
def test_what_is_no_spreadsheet_is_refused_with_what_to_do(
    tmp_path, name, content, found
):
    (tmp_path / name).write_bytes(content)
    fault = refusal_of(tmp_path / name)
    assert (str(fault.place), fault.found) == (name, found)
    assert (
        "spreadsheet" in fault.wanted
        or "save it" in fault.wanted
        or (fault.wanted == "an Excel workbook (.xlsx) of an ordinary size")
    )


@pytest.mark.parametrize("name", ["nowhere.xlsx", ""])
def test_a_path_that_is_no_file_is_refused(tmp_path, name):
    assert refusal_of(tmp_path / name).found.startswith("a file that cannot be opened")


def test_a_locked_open_spreadsheet_is_refused(open_book):
    file = open_book([_cell("string", shown="x")])
    manifest = b"<manifest><encryption-data/></manifest>"
    file.write_bytes(_with(file, "META-INF/manifest.xml", manifest))
    assert refusal_of(file).found == "a file locked by a password"


def test_entities_that_would_blow_up_are_refused(workbook):
    part = "xl/worksheets/sheet1.xml"
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    workbook.write_bytes(_with(workbook, part, bomb + parts_of(workbook)[part]))
    assert refusal_of(workbook).found == "a damaged file (.xlsx)"


def test_macros_are_remarked_on_and_never_run(workbook):
    workbook.write_bytes(_with(workbook, "xl/vbaProject.bin", b"macro"))
    assert remarks_of(workbook) == ["empty.xlsx: macros"]


@pytest.mark.parametrize(
    ("name", "remarks"),
    [
        ("a.xlsx", []),
        ("a.XLSM", []),
        ("a.xls", ["a.xls: a .xlsx file by its content"]),
        ("a.csv", ["a.csv: a .xlsx file by its content"]),
        ("a", ["a: a .xlsx file by its content"]),
    ],
)
def test_an_ending_that_lies_is_remarked_on(workbook, name, remarks):
    renamed = workbook.rename(workbook.with_name(name))
    assert remarks_of(renamed) == remarks


def test_the_content_is_marked_by_its_hash(workbook):
    copy = workbook.with_name("copy.xlsx")
    copy.write_bytes(workbook.read_bytes())
    assert open_source(copy).mark == open_source(workbook).mark
    assert len(open_source(copy).mark) == 64
