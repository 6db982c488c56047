"""Whatever the bytes: a source or one fault, never a traceback."""

from io import BytesIO

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from odf import table, text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

import inputs
from inputs.intake.opening import _limits, _sheet_part, open_source
from tests.intake.opened import packed, parts_of, refusal_of


def _xlsx():
    book = Workbook()
    sheet = book.active
    for row in range(1, 8):
        sheet.append([f"Name {row}", row, row / 2, "AL", "=A1"])
    sheet["B2"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["C3"].comment = Comment("ask", "Ann")
    sheet.merge_cells("A9:C9")
    return _saved(book)


def _xls():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Jan")
    for row in range(8):
        sheet.write(row, 0, f"Name {row}")
        sheet.write(row, 1, row)
    sheet.write_merge(9, 9, 0, 3, "AL")
    return _saved(book)


def _ods():
    book = OpenDocumentSpreadsheet()
    sheet = table.Table(name="Jan")
    for number in range(8):
        row = table.TableRow()
        for kind, value in (("string", None), ("float", number)):
            cell = table.TableCell(
                valuetype=kind, **({} if value is None else {"value": value})
            )
            cell.addElement(text.P(text=f"Name {number}"))
            row.addElement(cell)
        sheet.addElement(row)
    book.spreadsheet.addElement(sheet)
    return _saved(book)


def _saved(book):
    file = BytesIO()
    book.save(file)
    return file.getvalue()


CSV = 'Name;Kind;From\n"Ann\nAsh";AL;05/01/2027\nZoë;AL;06/01/2027\n'.encode()
WHOLE = {"a.xlsx": _xlsx(), "a.xls": _xls(), "a.ods": _ods(), "a.csv": CSV}
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 40)),
    min_size=1,
    max_size=4,
)


def _changed(content, changes):
    """The content with some bytes put in the place of others."""
    for share, new, gone in changes:
        at = int(share * len(content))
        content = content[:at] + new + content[at + gone :]
    return content


def _open(path):
    try:
        return open_source(path)
    except inputs.BadInputs as bad:
        (fault,) = bad.faults
        assert fault.found
        assert fault.wanted
        return None


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("hostile")


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_not_changed_is_opened(folder, name):
    (folder / name).write_bytes(WHOLE[name])
    assert _open(folder / name).sheets[0].height >= 3


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=60)
@given(changes=CHANGES)
def test_changed_bytes_end_in_a_source_or_a_fault(folder, name, changes):
    (folder / name).write_bytes(_changed(WHOLE[name], changes))
    _open(folder / name)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("a.xlsx", "xl/worksheets/sheet1.xml"),
        ("a.xlsx", "xl/styles.xml"),
        ("a.xlsx", "xl/workbook.xml"),
        ("a.xlsx", "xl/_rels/workbook.xml.rels"),
        ("a.xlsx", "xl/comments/comment1.xml"),
        ("a.ods", "content.xml"),
        ("a.ods", "styles.xml"),
    ],
)
@settings(max_examples=40)
@given(changes=CHANGES)
def test_a_changed_part_ends_in_a_source_or_a_fault(folder, name, part, changes):
    (folder / name).write_bytes(WHOLE[name])
    parts = parts_of(folder / name)
    parts[part] = _changed(parts[part], changes)
    (folder / name).write_bytes(packed(parts))
    _open(folder / name)


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("kept", [0.01, 0.3, 0.7, 0.95])
def test_what_is_cut_short_ends_in_a_source_or_a_fault(folder, name, kept):
    content = WHOLE[name]
    (folder / name).write_bytes(content[: int(kept * len(content))])
    source = _open(folder / name)
    assert source is None or name == "a.csv" or kept > 0.9


@given(st.binary(max_size=200), st.sampled_from(["", "PK\x03\x04", "<", "\xff\xfe"]))
def test_any_bytes_end_in_a_source_or_a_fault(folder, content, head):
    (folder / "any").write_bytes(head.encode("latin-1") + content)
    _open(folder / "any")


def test_more_cells_than_are_ever_read_are_refused(folder, monkeypatch):
    monkeypatch.setattr(_sheet_part, "MOST_CELLS", 10)
    (folder / "a.xlsx").write_bytes(WHOLE["a.xlsx"])
    found = f"more than {_limits.MOST_CELLS:,} filled cells"
    assert refusal_of(folder / "a.xlsx").found == found


REPEATED = (
    b'<table:table-row table:number-rows-repeated="1048576">'
    b'<table:table-cell office:value-type="string" '
    b'table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
    b"</table:table-row></table:table>"
)


def test_a_cell_repeated_without_end_is_refused(folder):
    (folder / "a.ods").write_bytes(WHOLE["a.ods"])
    parts = parts_of(folder / "a.ods")
    parts["content.xml"] = parts["content.xml"].replace(b"</table:table>", REPEATED)
    (folder / "a.ods").write_bytes(packed(parts))
    assert refusal_of(folder / "a.ods").found == "many values beyond ALL100000"


def test_merged_cells_without_end_are_spread_as_far_as_the_sheet_goes(folder):
    (folder / "a.xlsx").write_bytes(WHOLE["a.xlsx"])
    parts = parts_of(folder / "a.xlsx")
    name = "xl/worksheets/sheet1.xml"
    ranges = b'<mergeCell ref="A1:XFD1048576"/>' * 50
    parts[name] = parts[name].replace(b"</mergeCells>", ranges + b"</mergeCells>")
    (folder / "a.xlsx").write_bytes(packed(parts))
    (sheet,) = open_source(folder / "a.xlsx").sheets
    assert (sheet.height, sheet.width) == (7, 5)
