"""A file that is given back marked, and that comes back answered."""

import re
import shutil
import subprocess
from datetime import date

import pytest
import xlwt
from defusedxml import ElementTree
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

import inputs
from inputs.intake._marks import MARK_COLOUR
from inputs.intake.doubts import Doubt
from inputs.intake.marking import mark
from inputs.intake.opening import open_source
from rostering.domain import Place
from tests.intake.opened import change, packed, parts_of, values_of
from tests.needs import needs

YELLOW = PatternFill("solid", fgColor="FFFF00")
HATCH = PatternFill("lightUp")
SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"


@pytest.fixture
def chart(tmp_path):
    """A wall-chart with as much in it as senders put there."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Jan '27"
    sheet.append(["Name", 1, 2, 3, 4, "Total"])
    sheet.append(["Ash", "L", "AL", None, "LD", "=COUNTA(B2:E2)"])
    sheet.append(["Bay", "N", None, None, "R", 3])
    sheet["C2"].fill, sheet["C3"].fill, sheet["D3"].fill = YELLOW, YELLOW, HATCH
    sheet["C2"].font = Font(bold=True, color="FF0000")
    sheet["E2"].comment = Comment("swap, see Dave", "Ann")
    sheet["A5"] = "Printed on Monday"
    sheet.merge_cells("A5:C5")
    sheet.column_dimensions["A"].width = 31
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.conditional_formatting.add("B2:E3", CellIsRule("equal", ['"N"'], fill=YELLOW))
    sheet.add_data_validation(DataValidation("list", '"L,N,R"', sqref="B2:E3"))
    figure = BarChart()
    figure.add_data(Reference(sheet, min_col=6, min_row=1, max_row=3))
    sheet.add_chart(figure, "H2")
    book.create_sheet("Legend").append(["AL", "leave"])
    book.defined_names["days"] = DefinedName("days", attr_text="'Jan ''27'!$B$1:$E$1")
    book.save(tmp_path / "chart.xlsx")
    # Excel keeps what a formula came to, as openpyxl does not.
    came_to = rb"<f>COUNTA(B2:E2)</f><v>3</v>"
    formula = rb"<f>COUNTA\(B2:E2\)</f><v ?/>"
    return change(tmp_path / "chart.xlsx", SHEET, formula, came_to)


def _doubts(path, *cells, sheet="Jan '27", likely="long day"):
    return [
        Doubt(Place(path.name, sheet, cell), f"what is in {cell}", "a code", likely)
        for cell in cells
    ]


def _marked(path, *cells, **more):
    return mark(path, open_source(path), _doubts(path, *cells, **more), _free(path))


def _free(path):
    numbers = range(1, 9)
    names = (path.with_name(f"{path.stem}-{number}.xlsx") for number in numbers)
    return next(name for name in names if not name.exists())


def _answer(path, answers, **cells):
    """Answer on the list by the number of the doubt, and put cells right."""
    book = load_workbook(path)
    for row in book["Doubts"].iter_rows(min_row=4):
        row[5].value = answers.get(row[0].value)
    for cell, value in cells.items():
        book.worksheets[0][cell] = value
    book.save(path)
    return open_source(path)


def _seen(source):
    """Everything that was seen of the source's own sheets, but for the file's name."""
    return {
        (sheet.name, cell.place.cell): (
            cell.value,
            cell.fill,
            cell.note,
            cell.number_format,
            cell.is_struck,
            cell.is_hidden,
            cell.is_spread,
            cell.original,
        )
        for sheet in source.sheets
        for cell in sheet.cells.values()
    }


def _given(source):
    return {place.cell: answer for place, answer in source.answers.items()}


def test_a_doubtful_cell_is_coloured_commented_and_listed(chart):
    book = load_workbook(_marked(chart, "E2", "D2"))
    sheet = book["Jan '27"]
    fills = [sheet[cell].fill.fgColor.rgb for cell in ("E2", "D2")]
    assert fills == [f"FF{MARK_COLOUR}"] * 2
    asked = (
        "rota asks (1): found what is in E2; wanted a code. We would take it for long "
        "day. Put the cell right, or answer on the sheet Doubts."
    )
    assert sheet["E2"].comment.text == f"swap, see Dave\n{asked}"
    assert "(2): found what is in D2" in sheet["D2"].comment.text
    assert [cell.value for cell in book["Doubts"][4]][:6] == [
        1,
        "'Jan ''27'!E2",
        "what is in E2",
        "a code",
        "long day",
        None,
    ]
    assert book["Doubts"]["B4"].hyperlink.location == "'Jan ''27'!E2"
    assert book["Doubts"].freeze_panes == "A4"
    assert book.sheetnames == ["Jan '27", "Legend", "Doubts"]


def test_everything_else_stays_as_it_was_to_the_byte(chart):
    before, after = parts_of(chart), parts_of(_marked(chart, "E2"))
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        STYLES,
        SHEET,
        "xl/comments/comment1.xml",
    }
    assert set(after) - set(before) == {"xl/worksheets/rotaDoubts1.xml"}
    old, new = before[SHEET], after[SHEET]
    at = old.index(b'<c r="E2"')
    assert new[:at] == old[:at]
    assert new[new.index(b">", at) :] == old[old.index(b">", at) :]
    head, _, tail = before["xl/workbook.xml"].partition(b"</sheets>")
    assert after["xl/workbook.xml"].startswith(head)
    assert after["xl/workbook.xml"].endswith(tail)


def test_what_was_seen_is_seen_again(chart):
    cells = ("A1", "B2", "C2", "C3", "D2", "D3", "E2", "F2", "A5", "Z40", "C9")
    source = open_source(chart)
    again = open_source(_marked(chart, *cells))
    assert _seen(again) == _seen(source)
    assert again.lists == ("Doubts",)
    assert again.answers == {}
    assert [fault.found for fault in again.remarks] == [
        fault.found for fault in source.remarks
    ]


def test_looks_other_than_the_fill_are_kept(chart):
    marked = load_workbook(_marked(chart, "C2", "D3"))["Jan '27"]
    assert marked["C2"].font.bold
    assert marked["C2"].font.color.rgb == "00FF0000"
    assert marked["D3"].fill.patternType == "lightUp"
    assert marked["D3"].fill.bgColor.rgb == f"FF{MARK_COLOUR}"


def test_answers_come_out_by_their_cells(chart):
    marked = _marked(chart, "E2", "D2", "E3")
    source = _answer(marked, {1: " late ", 3: date(2027, 1, 4)})
    assert _given(source) == {"E2": "late", "E3": "04/01/2027"}
    assert {place.file for place in source.answers} == {marked.name}


def test_an_answer_goes_along_when_rows_are_put_in(chart):
    marked = _marked(chart, "E3")
    book = load_workbook(marked)
    book["Doubts"]["F4"] = "rest"
    book.worksheets[0].insert_rows(2, 3)
    book.save(marked)
    source = open_source(marked)
    assert _given(source) == {"E6": "rest"}
    assert source.sheets[0].at(6, 5).value == "R"


def test_an_answer_to_a_cell_that_was_changed_is_not_used(chart):
    source = _answer(_marked(chart, "E2", "E3"), {1: "done", 2: "rest"}, E2="L")
    assert _given(source) == {"E3": "rest"}
    (late,) = [fault for fault in source.remarks if fault.found == "done"]
    assert (late.place.sheet, late.place.cell) == ("Doubts", "F4")


def test_an_answer_without_its_comment_is_found_by_its_address(chart):
    marked = _marked(chart, "E3")
    book = load_workbook(marked)
    book["Doubts"]["F4"], book.worksheets[0]["E3"].comment = "rest", None
    book.save(marked)
    assert _given(open_source(marked)) == {"E3": "rest"}


def test_a_doubt_within_merged_cells_stands_at_the_first_of_them(chart):
    marked = _marked(chart, "B5")
    sheet = load_workbook(marked)["Jan '27"]
    assert sheet["A5"].fill.fgColor.rgb == f"FF{MARK_COLOUR}"
    assert "what is in B5" in sheet["A5"].comment.text
    assert _given(_answer(marked, {1: "title"})) == {"B5": "title"}


def test_two_doubts_about_one_cell_are_both_asked(chart):
    marked = _marked(chart, "E2", "E2")
    comment = load_workbook(marked)["Jan '27"]["E2"].comment.text
    assert "rota asks (1)" in comment
    assert "rota asks (2)" in comment
    assert open_source(marked).sheets[0].at(2, 5).note == "swap, see Dave"


def test_every_changed_part_is_sound_xml(chart):
    marked = _marked(chart, "E2", "D2", "Z40", "D3")
    for name, content in parts_of(marked).items():
        if name.endswith((".xml", ".rels", ".vml")):
            ElementTree.fromstring(content)


def test_a_second_round_asks_only_what_is_left(chart):
    first = _marked(chart, "E2", "C2", "C3", "D3", "D2", "E3")
    source = _answer(first, {6: "what?"}, E2="L")
    doubts = _doubts(first, "E3")
    second = mark(first, source, doubts, first.with_name("second.xlsx"))
    book = load_workbook(second)
    sheet = book["Jan '27"]
    assert book.sheetnames == ["Jan '27", "Legend", "Doubts"]
    assert [c.value for c in book["Doubts"]["B"][3:]] == ["'Jan ''27'!E3"]
    assert book["Doubts"]["F4"].value == "what?"
    noted = {c.coordinate for row in sheet.iter_rows() for c in row if c.comment}
    assert noted == {"E2", "E3"}
    assert sheet["E2"].comment.text == "swap, see Dave"
    assert sheet["C2"].fill.fgColor.rgb == sheet["C3"].fill.fgColor.rgb == "FFFFFF00"
    assert sheet["D3"].fill.patternType == "lightUp"
    assert sheet["E2"].fill.patternType is None
    boxes = parts_of(second)["xl/drawings/commentsDrawing1.vml"]
    assert len(re.findall(rb":Row>\d+<", boxes)) == 2


def test_what_the_sender_writes_beside_our_comment_is_a_note(chart):
    marked = _marked(chart, "E3")
    book = load_workbook(marked)
    ours = book.worksheets[0]["E3"].comment.text
    book.worksheets[0]["E3"].comment = Comment(f"{ours} No, it is relief.", "Ann")
    book.save(marked)
    assert open_source(marked).sheets[0].at(3, 5).note == "No, it is relief."


def test_doubts_about_no_cell_are_listed_only(chart):
    source = open_source(chart)
    doubts = [
        Doubt(Place(chart.name, "", ""), "no year", "a year"),
        Doubt(Place(chart.name, "Legend", ""), "no heading", "a heading"),
        Doubt(Place("other.xlsx", "Jan '27", "B2"), "x", "y"),
    ]
    book = load_workbook(mark(chart, source, doubts, _free(chart)))
    rows = [[cell.value for cell in row] for row in book["Doubts"]["A4:D6"]]
    assert rows == [
        [1, None, "no year", "a year"],
        [2, "Legend", "no heading", "a heading"],
        [None] * 4,
    ]


def test_what_looks_like_a_formula_or_cannot_be_written_is_text(chart):
    doubt = Doubt(Place(chart.name, "Jan '27", "B2"), "=1+1\x01", "<b> & 'c'", "@x")
    book = load_workbook(mark(chart, open_source(chart), [doubt], _free(chart)))
    cells = [book["Doubts"][f"{column}4"] for column in "CDE"]
    assert [cell.value for cell in cells] == ["=1+1", "<b> & 'c'", "@x"]
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_sheet_of_theirs_called_doubts_is_left_alone(chart):
    book = load_workbook(chart)
    book["Legend"].title = "doubts"
    book.save(chart)
    marked = _marked(chart, "B2")
    assert load_workbook(marked).sheetnames[-1] == "Doubts 2"
    assert [sheet.name for sheet in open_source(marked).sheets] == ["Jan '27", "doubts"]


def test_a_workbook_with_macros_keeps_them_and_its_ending(chart):
    macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    plain = (
        rb"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main\+xml"
    )
    change(chart, "[Content_Types].xml", plain, macros)
    chart.write_bytes(packed(parts_of(chart) | {"xl/vbaProject.bin": b"macro"}))
    marked = _marked(chart, "B2")
    assert marked.suffix == ".xlsm"
    assert parts_of(marked)["xl/vbaProject.bin"] == b"macro"


def test_a_template_becomes_a_workbook(chart):
    change(chart, "[Content_Types].xml", b"sheet.main", b"template.main")
    assert b"template.main" not in parts_of(_marked(chart, "B2"))["[Content_Types].xml"]


def test_a_conversation_is_left_to_its_people(chart):
    parts = parts_of(chart)
    links = "xl/worksheets/_rels/sheet1.xml.rels"
    said = (
        b'<Relationship Id="t" Target="/xl/threadedComments/t.xml" Type="http://schemas.'
        b'microsoft.com/office/2017/10/relationships/threadedComment"/></Relationships>'
    )
    parts[links] = parts[links].replace(b"</Relationships>", said)
    parts["xl/threadedComments/t.xml"] = (
        b'<T xmlns="x"><threadedComment ref="E2"><text>?</text></threadedComment></T>'
    )
    chart.write_bytes(packed(parts))
    after = parts_of(_marked(chart, "E2"))
    assert after["xl/comments/comment1.xml"] == parts["xl/comments/comment1.xml"]


def test_elements_may_have_a_prefix(chart):
    for part in (SHEET, STYLES, "xl/workbook.xml"):
        change(chart, part, rb"<(/?)(?=[a-z])", rb"<\1x:")
        change(chart, part, b"xmlns=", b"xmlns:x=")
    marked = _marked(chart, "E2", "Z40", "D3")
    assert _seen(open_source(marked)) == _seen(open_source(chart))
    assert f"FF{MARK_COLOUR}" in str(load_workbook(marked).worksheets[0]["Z40"].fill)


def test_rows_without_cells_and_sheets_without_comments_take_marks(tmp_path):
    book = Workbook()
    book.active["A1"] = "Name"
    book.active["B9"] = "end"
    book.save(tmp_path / "list.xlsx")
    empty = rb'<row r="5" ht="30"/><row r="9"'
    file = change(tmp_path / "list.xlsx", SHEET, rb'<row r="9"', empty)
    cells = ("A1", "B1", "C5", "A7", "A9", "C9", "B12")
    marked = load_workbook(_marked(file, *cells, sheet="Sheet")).worksheets[0]
    noted = {c.coordinate for row in marked.iter_rows() for c in row if c.comment}
    assert noted == set(cells)
    assert marked.row_dimensions[5].height == 30
    assert (marked["A1"].value, marked["B9"].value) == ("Name", "end")


def test_an_old_workbook_comes_back_as_a_new_one(tmp_path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Jan")
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    sheet.write(0, 0, "=x\nAsh")
    sheet.write(1, 0, date(2027, 1, 4), day)
    sheet.write_merge(2, 2, 0, 2, "AL")
    book.save(str(tmp_path / "old.xls"))
    source = open_source(tmp_path / "old.xls")
    again = open_source(_marked(tmp_path / "old.xls", "A1", "C3", sheet="Jan"))
    assert values_of(again.sheets[0]) == values_of(source.sheets[0])
    assert again.lists == ("Doubts",)


def test_a_text_file_comes_back_as_a_workbook(tmp_path):
    file = tmp_path / "leave [all] of the staff, January 2027.csv"
    file.write_text("Name,No\nZoë,00123\n=1+1,-\n", encoding="utf-8")
    marked = _marked(file, "B3", sheet=file.stem)
    source = _answer(marked, {1: "7"})
    assert values_of(source.sheets[0]) == {
        **{"A1": "Name", "B1": "No", "A2": "Zoë", "B2": "00123"},
        **{"A3": "=1+1", "B3": "-"},
    }
    assert _given(source) == {"B3": "7"}


def test_a_strict_workbook_comes_back_as_a_usual_one(chart):
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    for part in (SHEET, "xl/worksheets/sheet2.xml", "xl/workbook.xml"):
        change(chart, part, usual, strict)
    marked = _marked(chart, "B2")
    values = values_of(open_source(chart).sheets[0])
    assert values_of(open_source(marked).sheets[0]) == values


def test_no_file_is_ever_overwritten(chart):
    source, before = open_source(chart), chart.read_bytes()
    with pytest.raises(inputs.BadInputs, match="there already"):
        mark(chart, source, _doubts(chart, "B2"), chart)
    assert chart.read_bytes() == before
    assert list(chart.parent.iterdir()) == [chart]


def test_a_file_that_changed_meanwhile_is_not_marked(chart):
    source = open_source(chart)
    chart.write_bytes(chart.read_bytes() + b"\0")
    with pytest.raises(inputs.BadInputs, match="changed since"):
        mark(chart, source, _doubts(chart, "B2"), _free(chart))


@pytest.mark.slow
@needs(shutil.which("soffice"), "LibreOffice")
def test_another_office_reads_the_marked_file_and_gives_it_back(chart, tmp_path):
    marked = _marked(chart, "E2", "C2", "C3", "E3")
    for kind in ("xlsx", "ods"):
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{tmp_path}/profile",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                tmp_path / kind,
                marked,
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        again = open_source(tmp_path / kind / f"{marked.stem}.{kind}")
        own = open_source(chart)
        looks = {key: look[:3] for key, look in _seen(own).items() if key[1] != "D3"}
        found = {key: look[:3] for key, look in _seen(again).items() if key[1] != "D3"}
        assert found == looks
        assert again.lists == ("Doubts",)
