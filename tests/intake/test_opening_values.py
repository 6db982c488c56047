"""What the cells of a workbook hold, however it was written."""

from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import MAC_EPOCH

from inputs._cells import Spoilt
from inputs.intake.opening import open_source
from tests.intake.opened import change, refusal_of, remarks_of, sheet_of, values_of

DAY = date(2027, 1, 4)
SHEET = "xl/worksheets/sheet1.xml"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def file(tmp_path):
    book = Workbook()
    book.active["A1"] = 7
    book.save(tmp_path / "list.xlsx")
    return tmp_path / "list.xlsx"


def _only_value(path):
    (value,) = values_of(sheet_of(path)).values()
    return value


@pytest.mark.parametrize(
    ("number", "number_format", "value"),
    [
        (46391, "dd/mm/yyyy", DAY),
        (46391, "[$-809]dddd d mmmm", DAY),
        (46391, "MMM-YY", DAY),
        (46391.5, "dd/mm/yyyy", datetime.combine(DAY, time(12))),
        (46391.75, "dd/mm/yyyy hh:mm", datetime.combine(DAY, time(18))),
        (46391, "dd/mm/yyyy hh:mm", datetime.combine(DAY, time())),
        (0.75, "hh:mm", time(18)),
        (0, "hh:mm", time(0)),
        (1, "hh:mm", timedelta(days=1)),
        (1.25, "hh:mm", timedelta(hours=30)),
        (46391.75, "hh:mm", datetime.combine(DAY, time(18))),
        (1.5625, "[h]:mm", timedelta(hours=37, minutes=30)),
        (0.3125, "[hh]:mm", timedelta(hours=7, minutes=30)),
        (0, "dd/mm/yyyy", 0),
        (0.5, "dd/mm/yyyy", 0.5),
        (-1, "dd/mm/yyyy", -1),
        (1e9, "dd/mm/yyyy", 10**9),
        (0.8, "0%", 0.8),
        (37.5, '0.0" hours a day"', 37.5),
        (5, "[Red]0", 5),
        (123456, "00000000", "00123456"),
        (123456, "0", 123456),
        (12.5, "General", 12.5),
        (12300000, "0.00E+00", 12300000),
    ],
)
def test_a_number_is_what_its_format_shows(file, number, number_format, value):
    book = Workbook()
    book.active["A1"] = number
    book.active["A1"].number_format = number_format
    book.save(file)
    read = sheet_of(file).at(1, 1)
    assert (read.value, type(read.value)) == (value, type(value))
    assert read.number_format == number_format


def test_dates_that_count_from_1904_are_read_aright(tmp_path):
    book = Workbook()
    book.epoch = MAC_EPOCH
    book.active["A1"] = DAY
    book.save(tmp_path / "mac.xlsx")
    source = open_source(tmp_path / "mac.xlsx")
    assert source.counts_from_1904
    assert source.sheets[0].at(1, 1).value == DAY
    assert remarks_of(tmp_path / "mac.xlsx") == ["mac.xlsx: dates counted from 1904"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (b'<c r="A1"><v>12345.0</v></c>', 12345),
        (b'<c r="A1"><v>1.2345678E7</v></c>', 12345678),
        (b'<c r="A1"><v>1E300</v></c>', 1e300),
        (b'<c r="A1" t="b"><v>1</v></c>', True),
        (b'<c r="A1" t="b"><v>0</v></c>', False),
        (b'<c r="A1" t="d"><v>2027-01-04</v></c>', DAY),
        (
            b'<c r="A1" t="d"><v>2027-01-04T18:00:00</v></c>',
            datetime.combine(DAY, time(18)),
        ),
        (b'<c r="A1" t="d"><v>18:00:00</v></c>', time(18)),
        (b'<c r="A1" t="inlineStr"><is><t> Ann </t></is></c>', "Ann"),
        (
            b'<c r="A1" t="inlineStr"><is><r><t>An</t></r><r><rPr/><t>n</t></r>'
            b"<rPh><t>x</t></rPh></is></c>",
            "Ann",
        ),
        (b'<c r="A1" t="str"><f>B1</f><v>Ann</v></c>', "Ann"),
        (b'<c r="A1"><f>B1</f><v>5</v></c>', 5),
        (b'<c r="A1" t="e"><f>B1</f><v>#REF!</v></c>', "#REF!"),
        (b'<c r="A1" t="e"><v>#BUSY!</v></c>', "#BUSY!"),
        (b'<c r="A1"><f>B1</f></c>', "=B1"),
        (b'<c r="A1"><f t="shared" si="0"/><v/></c>', "="),
        (b'<c r="A1" t="inlineStr"><is><t>#N/A</t></is></c>', "#N/A"),
        (b"<c><v>5</v></c>", 5),
    ],
)
def test_a_cell_is_read_as_any_program_writes_it(file, cell, value):
    change(file, SHEET, b"<c .*</c>", cell)
    read = _only_value(file)
    assert (read.text if isinstance(read, Spoilt) else read) == value
    assert isinstance(read, Spoilt) == (str(value)[:1] in ("#", "="))


@pytest.mark.parametrize("cell", [b'<c r="A1" t="str"><f>B1</f><v></v></c>', b"<c/>"])
def test_a_formula_that_says_nothing_is_no_cell(file, cell):
    change(file, SHEET, b"<c .*</c>", cell)
    assert sheet_of(file).cells == {}


def test_cells_and_rows_without_addresses_follow_each_other(file):
    rows = b"<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    change(
        file,
        SHEET,
        b"<sheetData>.*</sheetData>",
        b"<sheetData>" + rows + b"</sheetData>",
    )
    assert values_of(sheet_of(file)) == {"A1": 1, "B1": 2, "A2": 3}


def test_text_is_cleaned_and_kept_as_it_was(tmp_path):
    book = Workbook()
    book.active["A1"] = "Ann Ash\nPC\u00a0Bay "
    book.active["A2"] = "_x0041_sh"
    book.active["A3"] = "\u200b"
    book.active["A4"] = "plain"
    book.save(tmp_path / "list.xlsx")
    cells = sheet_of(tmp_path / "list.xlsx").cells
    read = {cell.place.cell: (cell.value, cell.original) for cell in cells.values()}
    assert read == {
        "A1": ("Ann Ash PC Bay", "Ann Ash\nPC\u00a0Bay "),
        "A2": ("Ash", ""),
        "A4": ("plain", ""),
    }


def test_elements_may_have_a_prefix(file):
    change(file, SHEET, b"<(/?)(?=[a-z])", rb"<\1x:")
    change(file, SHEET, b"xmlns=", b"xmlns:x=")
    assert _only_value(file) == 7


def test_a_strict_workbook_is_read_too(file):
    for part in ("xl/workbook.xml", SHEET):
        change(file, part, MAIN, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    strict = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    for part in ("_rels/.rels", "xl/_rels/workbook.xml.rels"):
        change(file, part, LINKS, strict)
    assert _only_value(file) == 7


def test_a_workbook_says_when_it_was_last_saved(file):
    saved = b"2026-12-01T09:30:00Z"
    change(
        file, "docProps/core.xml", rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + saved
    )
    assert f"{open_source(file).saved:%d/%m/%Y %H:%M}" == "01/12/2026 09:30"


def test_a_lonely_value_far_away_is_remarked_on(tmp_path):
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Name", "x"
    book.save(tmp_path / "list.xlsx")
    assert values_of(sheet_of(tmp_path / "list.xlsx")) == {"A1": "Name"}
    assert remarks_of(tmp_path / "list.xlsx") == ["[list.xlsx]Sheet!XFD1048576: x"]


def test_many_values_far_away_are_refused(tmp_path):
    book = Workbook()
    for column in range(1_001, 1_020):
        book.active.cell(1, column, "x")
    book.save(tmp_path / "list.xlsx")
    assert refusal_of(tmp_path / "list.xlsx").found == "many values beyond ALL100000"


def test_values_with_a_desert_between_them_are_refused(tmp_path):
    book = Workbook()
    book.active["A1"] = book.active.cell(99_999, 999).value = "x"
    book.save(tmp_path / "list.xlsx")
    assert refusal_of(tmp_path / "list.xlsx").found == "values as far apart as ALK99999"
