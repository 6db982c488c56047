"""Colours, strikes, comments, hidden and merged cells of a workbook."""

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Color, Font, GradientFill, PatternFill
from openpyxl.workbook.protection import WorkbookProtection

from tests.intake.opened import (
    change,
    fills_of,
    packed,
    parts_of,
    remarks_of,
    sheet_of,
    values_of,
)

YELLOW = PatternFill("solid", fgColor="FFFF00")


@pytest.fixture
def book():
    made = Workbook()
    made.active.title = "Jan"
    return made


@pytest.fixture
def sheet(book):
    return book.active


@pytest.fixture
def saved(book, tmp_path):
    def save():
        book.save(tmp_path / "chart.xlsx")
        return tmp_path / "chart.xlsx"

    return save


@pytest.mark.parametrize(
    ("fill", "colour"),
    [
        (PatternFill("solid", fgColor="FFFF00"), "FFFF00"),
        (PatternFill("solid", fgColor="80ffff00"), "FFFF00"),
        (PatternFill("solid", fgColor="FFFFFF"), ""),
        (PatternFill("solid", fgColor=Color(indexed=13)), "FFFF00"),
        (PatternFill("solid", fgColor=Color(indexed=65)), ""),
        (PatternFill("solid", fgColor=Color(indexed=64)), "000000"),
        (PatternFill("solid", fgColor=Color(theme=0)), ""),
        (PatternFill("solid", fgColor=Color(theme=1)), "000000"),
        (PatternFill("solid", fgColor=Color(theme=0, tint=-0.149998)), "D9D9D9"),
        (PatternFill("solid", fgColor=Color(theme=1, tint=0.499985)), "7F7F7F"),
        (PatternFill("solid", fgColor=Color(theme=4)), "4F81BD"),
        (PatternFill("solid", fgColor=Color(theme=99)), "000000"),
        (PatternFill("darkTrellis", fgColor="FF0000"), "hatched"),
        (PatternFill("gray125"), "E0E0E0"),
        (PatternFill("none"), ""),
        (GradientFill(stop=("00FF00", "FFFFFF")), "00FF00"),
    ],
)
def test_a_fill_is_seen_as_people_see_it(sheet, saved, fill, colour):
    sheet["A1"], sheet["A1"].fill = "L", fill
    assert sheet_of(saved()).at(1, 1).fill == colour


def test_a_workbooks_own_palette_counts(sheet, saved):
    sheet["A1"], sheet["A1"].fill = "L", PatternFill("solid", fgColor=Color(indexed=1))
    white = b'<rgbColor rgb="00FFFFFF" />'
    other = b'<rgbColor rgb="00123456" />'
    file = change(saved(), "xl/styles.xml", white, other, count=1)
    assert sheet_of(file).at(1, 1).fill == "123456"


def test_a_blank_cell_with_a_colour_is_there(sheet, saved):
    sheet["A1"], sheet["C3"] = "Name", "end"
    sheet["B2"].fill = YELLOW
    assert fills_of(sheet_of(saved())) == {"B2": "FFFF00"}


def test_colours_beyond_the_last_value_are_no_cells(sheet, saved):
    sheet["B2"] = "end"
    for spot in ("C2", "B3", "Z99"):
        sheet[spot].fill = YELLOW
    assert fills_of(sheet_of(saved())) == {}


def test_a_colour_of_a_whole_row_or_column_reaches_its_blank_cells(sheet, saved):
    sheet["A1"], sheet["C3"] = "Name", "end"
    sheet.row_dimensions[2].fill = YELLOW
    sheet.column_dimensions["B"].fill = PatternFill("solid", fgColor="C0C0C0")
    sheet["B3"].number_format = "0.00"
    assert fills_of(sheet_of(saved())) == {
        "B1": "C0C0C0",
        "A2": "FFFF00",
        "B2": "FFFF00",
        "C2": "FFFF00",
    }


def test_a_million_formatted_rows_cost_no_cells(sheet, saved):
    sheet["A1"] = "Name"
    file = saved()
    rows = b"".join(
        b'<row r="%d" s="1" customFormat="1"/>' % n for n in range(2, 99_999)
    )
    far = b'<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    change(
        file, "xl/worksheets/sheet1.xml", b"</sheetData>", rows + far + b"</sheetData>"
    )
    assert values_of(sheet_of(file)) == {"A1": "Name"}


@pytest.mark.parametrize(
    ("text", "is_cell_struck", "seen"),
    [
        ("Late", False, (False, "")),
        ("Late", True, (True, "")),
        ([("Late", True)], False, (True, "")),
        ([("Late", True), (" AL", False)], False, (False, "AL")),
        (["Late ", ("AL", True)], False, (False, "Late")),
        (["Late ", ("AL", False)], True, (False, "AL")),
        ([("Late", True), " "], False, (True, "")),
    ],
)
def test_what_is_struck_through_is_told_from_what_stands(
    sheet, saved, text, is_cell_struck, seen
):
    if isinstance(text, list):
        runs = [
            run
            if isinstance(run, str)
            else TextBlock(InlineFont(strike=run[1]), run[0])
            for run in text
        ]
        text = CellRichText(*runs)
    sheet["A1"], sheet["A1"].font = text, Font(strike=is_cell_struck)
    cell = sheet_of(saved()).at(1, 1)
    assert (cell.is_struck, cell.unstruck) == seen


def test_a_comment_is_a_note_without_its_authors_name(sheet, saved):
    sheet["A1"], sheet["A1"].comment = (
        "L",
        Comment("Ann Ash:\nswap, see Dave", "Ann Ash"),
    )
    sheet["B2"].comment = Comment("was AL: ask", "Ann Ash")
    read = sheet_of(saved())
    assert read.at(1, 1).note == "swap, see Dave"
    assert read.at(2, 2).note == "was AL: ask"
    assert "[chart.xlsx]Jan!A1: 2 comments" in remarks_of(saved())


def test_a_conversation_is_read_in_place_of_its_copy(sheet, saved):
    sheet["A1"], sheet["A1"].comment = "L", Comment("[Threaded comment] ...", "tc=1")
    parts = parts_of(saved())
    links = "xl/worksheets/_rels/sheet1.xml.rels"
    parts[links] = parts[links].replace(
        b"</Relationships>",
        b'<Relationship Id="t" Target="/xl/threadedComments/t1.xml" Type="http://schemas.'
        b'microsoft.com/office/2017/10/relationships/threadedComment"/></Relationships>',
    )
    parts["xl/threadedComments/t1.xml"] = (
        b'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/'
        b'2018/threadedcomments"><threadedComment ref="A1" id="{1}"><text>swap?</text>'
        b'</threadedComment><threadedComment ref="A1" id="{2}"><text>yes</text>'
        b"</threadedComment></ThreadedComments>"
    )
    file = saved()
    file.write_bytes(packed(parts))
    assert sheet_of(file).at(1, 1).note == "swap?\nyes"


def test_hidden_cells_are_read_and_told_of(book, sheet, saved):
    for row in range(1, 7):
        sheet.cell(row, 1, row)
    sheet["D1"] = "x"
    for row in (2, 3, 5):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["D"].hidden = True
    book.create_sheet("Legend")["A1"] = "AL"
    book["Legend"].sheet_state = "veryHidden"
    file = saved()
    read = sheet_of(file, "Jan")
    assert [read.at(row, 1).is_hidden for row in range(1, 7)] == [
        *(False, True, True),
        *(False, True, False),
    ]
    assert read.at(1, 4).is_hidden
    assert sheet_of(file, "Legend").is_hidden
    assert remarks_of(file) == [
        "[chart.xlsx]Jan!A2: hidden: rows 2-3, 5",
        "[chart.xlsx]Jan!D1: hidden: columns D",
        "[chart.xlsx]Legend!A1: a hidden sheet",
    ]


def test_a_merged_bar_stands_in_each_of_its_cells(sheet, saved):
    sheet["A1"], sheet["F1"] = "Ann", "end"
    sheet["B1"], sheet["B1"].fill = "AL", YELLOW
    sheet.merge_cells("B1:E1")
    sheet.column_dimensions["D"].hidden = True
    read = sheet_of(saved())
    bar = [read.at(1, column) for column in range(2, 6)]
    assert [cell.value for cell in bar] == ["AL"] * 4
    assert [cell.fill for cell in bar] == ["FFFF00"] * 4
    assert [cell.is_spread for cell in bar] == [False, True, True, True]
    assert [cell.is_hidden for cell in bar] == [False, False, True, False]
    assert [cell.place.cell for cell in bar] == ["B1", "C1", "D1", "E1"]


def test_a_bar_of_colour_alone_and_a_name_over_the_last_two_rows_are_spread(
    sheet, saved
):
    sheet["A1"], sheet["E1"], sheet["A2"] = "Name", "end", "Ann"
    sheet["B1"].fill = YELLOW
    sheet.merge_cells("B1:D1")
    sheet.merge_cells("A2:A3")
    sheet["C3"].fill = YELLOW
    read = sheet_of(saved())
    assert fills_of(read) == dict.fromkeys(("B1", "C1", "D1", "C3"), "FFFF00")
    assert read.at(3, 1).value == "Ann"


def test_a_title_merged_across_the_whole_sheet_does_not_widen_it(sheet, saved):
    sheet["A1"], sheet["C2"] = "Rota", "end"
    sheet.merge_cells("A1:XFD1")
    read = sheet_of(saved())
    assert (read.height, read.width) == (2, 3)


def test_habits_are_remarked_on(book, sheet, saved):
    sheet["A1"], sheet["A2"] = "Name", "=TODAY()"
    sheet.auto_filter.ref = "A1:A2"
    sheet.protection.enable()
    sheet.conditional_formatting.add("A2", CellIsRule("equal", ["1"], fill=YELLOW))
    book.security = WorkbookProtection(lockStructure=True)
    book.create_chartsheet("Chart")
    found = [remark.partition(": ")[2] for remark in remarks_of(saved())]
    assert found == [
        "a filter",
        "a protected sheet",
        "colours set by a rule (conditional formatting)",
        "1 formula of today or of chance",
        "a sheet without cells",
    ]


def test_links_to_other_workbooks_are_remarked_on(sheet, saved):
    sheet["A1"] = "Name"
    links = b"</sheets><externalReferences><externalReference/></externalReferences>"
    file = change(saved(), "xl/workbook.xml", b"</sheets>", links)
    assert remarks_of(file) == ["chart.xlsx: links to other workbooks"]
