"""Cells of workbooks hold what openpyxl reads in them, however they are written."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from inputs._cells import NO_RESULT, Spoilt, cleaned, with_noughts
from inputs._faults import Faults
from inputs._workbook import read_workbook

FORMATS = (
    "General",
    "0000",
    "0.00",
    "dd/mm/yyyy",
    "yyyy-mm-dd h:mm",
    "h:mm",
    "[h]:mm",
    "[hh]:mm:ss",
    "[HH]:MM",
    "mm:ss",
    "mmm-yy",
    "m/d/yy h:mm",
    '"days" 0',
    "[Red]0",
    "[$-809]d mmmm yyyy",
    "0_d",
    "0;[Red]dd/mm/yyyy",
    "0%",
)
TEXTS = ("", "Ann", " Ann\u2013Marie ", "#REF!", "#N/A", "1e3", "_x005F_x", "  ")
NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = f"<worksheet {NAMESPACE}>"
OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ADDED = {
    "[Content_Types].xml": (
        b"</Types>",
        b'<Override PartName="/xl/sharedStrings.xml" '
        + f'ContentType="{OFFICE}.sharedStrings+xml"/>'.encode(),
    ),
    "xl/_rels/workbook.xml.rels": (
        b"</Relationships>",
        b'<Relationship Id="rIdT" Target="/xl/sharedStrings.xml" '
        + f'Type="{RELATIONS}/sharedStrings"/>'.encode(),
    ),
}
"""What refers to the shared texts, which openpyxl does not write here."""


def written(rows, *, prefix="", is_1904=False):
    """A workbook of one sheet with a style for each format and these rows as XML."""
    book = Workbook()
    for number, code in enumerate(FORMATS, 1):
        book.active.cell(number, 1, 1).number_format = code
    before, after = BytesIO(), BytesIO()
    book.save(before)
    root = SHEET.replace("<w", f"<{prefix}w")
    if prefix:
        root = root.replace("xmlns=", f"xmlns:{prefix.rstrip(':')}=")
    sheet = f"{root}<{prefix}sheetData>{rows}</{prefix}sheetData></{prefix}worksheet>"
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in ADDED:
                end, more = ADDED[name]
                content = content.replace(end, more + end)
            if name.endswith("sheet1.xml"):
                content = sheet.encode()
            if name == "xl/workbook.xml" and is_1904:
                content = content.replace(b"<workbookPr ", b'<workbookPr date1904="1" ')
            new.writestr(name, content)
        items = "".join(f'<si><t xml:space="preserve">{t}</t></si>' for t in TEXTS)
        rich = "<si><r><t>Bob </t></r><r><t>Day</t></r></si>"
        new.writestr("xl/sharedStrings.xml", f"<sst {NAMESPACE}>{items}{rich}</sst>")
    return after.getvalue()


def by_openpyxl(content):
    """What openpyxl reads in each row that is not blank."""
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    rows = [
        (number, [cleaned(with_noughts(c.value, str(c.number_format))) for c in cells])
        for number, cells in enumerate(sheet.iter_rows(), 1)
    ]
    return [(number, row) for number, row in rows if any(v is not None for v in row)]


def by_us(content):
    faults = Faults()
    tables = read_workbook("book.xlsx", content, faults)
    assert not list(faults)
    return [(line.number, list(line.values)) for line in tables[0].lines]


def in_cell(kind, style, text, *, column="A"):
    return f'<c r="{column}1" t="{kind}" s="{style}"><v>{text}</v></c>'


NUMBERS = ("0", "1", "42", "-3", "0.5", "0.99999999999", "1.25", "45", "59.5", "60")
NUMBERS += ("61", "45000", "45000.75", "45000.999999", "1E3", "-0.25", "2958465")
NUMBERS += ("99999999", "1.5e-3")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("is_1904", [False, True])
@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_under_every_format(number, is_1904):
    cells = "".join(
        in_cell("n", style, number, column=chr(ord("A") + style))
        for style in range(len(FORMATS))
    )
    content = written(f'<row r="1">{cells}</row>', is_1904=is_1904)
    found, wanted = by_us(content), by_openpyxl(content)
    assert repr(found) == repr(wanted)


@pytest.mark.filterwarnings("ignore")
@given(st.integers(0, len(FORMATS) - 1), st.floats(-10, 80_000))
def test_any_number(style, number):
    content = written(f'<row r="1">{in_cell("n", style, number)}</row>')
    assert repr(by_us(content)) == repr(by_openpyxl(content))


@pytest.mark.parametrize(
    "cell",
    [
        *(in_cell("s", 0, number) for number in range(len(TEXTS) + 1)),
        in_cell("b", 0, "1"),
        in_cell("b", 0, "0"),
        in_cell("e", 0, "#DIV/0!"),
        in_cell("str", 0, " a  result "),
        in_cell("str", 0, ""),
        in_cell("d", 0, "2027-01-04"),
        in_cell("d", 0, "2027-01-04T15:30:00"),
        in_cell("d", 0, "15:30:00"),
        in_cell("n", 0, ""),
        '<c r="A1"/>',
        "<c><v>7</v></c>",
        '<c t="inlineStr"><is><t>Ann</t></is></c>',
        '<c t="inlineStr"><is><r><t>An</t></r><r><t>n</t></r></is></c>',
        '<c t="inlineStr"><is><t>Ann</t><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
        '<c t="inlineStr"><v>Ann</v></c>',
        '<c r="A1"><f>1+1</f><v>2</v></c>',
        '<c r="A1" t="str"><f>""</f><v></v></c>',
    ],
)
def test_kinds_of_cells(cell):
    row = f'<row r="1">{cell}<c r="D1"><v>1</v></c></row>'
    content = written(row)
    assert repr(by_us(content)) == repr(by_openpyxl(content))


@pytest.mark.parametrize(
    "rows",
    [
        "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>",
        '<row r="3"><c r="AB3"><v>1</v></c><c><v>2</v></c></row>',
        '<row r="3.0"><c r="b3"><v>1</v></c><c r="D3"/></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row>'
        '<row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="2"/><row><c r="A3"><v>1</v></c></row>',
    ],
)
def test_where_cells_stand(rows):
    content = written(rows)
    assert by_us(content) == by_openpyxl(content) != []


def test_a_workbook_may_name_its_elements_with_a_prefix():
    row = '<x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row>'
    content = written(row, prefix="x:")
    assert by_us(content) == by_openpyxl(content) == [(2, [None, 7])]


def test_a_formula_that_was_never_counted_is_no_blank():
    content = written('<row r="1"><c r="B1"><f>A1+1</f></c></row>')
    assert by_us(content) == [(1, [None, Spoilt("=A1+1", NO_RESULT)])]


@pytest.mark.parametrize("row", ["x", "1.5"])
@pytest.mark.parametrize("cell", ["1", "ABCD1", "!1"])
def test_an_address_that_is_none_is_damage(row, cell):
    for rows in (f'<row r="{row}"/>', f'<row><c r="{cell}"><v>1</v></c></row>'):
        faults = Faults()
        assert read_workbook("book.xlsx", written(rows), faults) == []
        assert [fault.found for fault in faults] == ["a damaged workbook"]
