"""An import is written whole or not at all, looks like the book, and can go again."""

import hashlib
import re
import shutil
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import MAC_EPOCH

import inputs
from inputs import BadInputs, template
from inputs.beside import folder_of
from inputs.intake import survey
from inputs.intake.changes.taking import as_read
from inputs.intake.changes.working_out import changes
from inputs.intake.memory.waiting import waiting
from inputs.intake.standing import standing_of
from inputs.intake.wanted import Wanted
from inputs.intake.writing import undo, write
from rostering.domain import Place
from tests.inputs.books import (
    faults_in,
    problem_in,
    small_book,
    write_csv,
    write_workbook,
)
from tests.intake.sent import doubt, imported, leave, sent, told

ASH = "P01 | annual | 11/01/2027 | 12/01/2027"
BAY = "P02 | sick | 11/01/2027 | 11/01/2027 | 09:00 | 13:00"
COX = "R01 | annual | 18/01/2027 | 22/01/2027"
KENT = Path("examples/kent")


@pytest.fixture
def book(tmp_path):
    return write_csv(tmp_path / "book", small_book())


@pytest.fixture
def workbook(tmp_path):
    return write_workbook(tmp_path / "my book.xlsx", small_book())


def marks(folder: Path) -> dict[str, str]:
    """What every file of the folder holds."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def day(number: int) -> datetime:
    """A day of January 2027, as a workbook's date is read."""
    return datetime(2027, 1, number)  # noqa: DTZ001


def rows_of(file: Path, sheet: str) -> list[tuple]:
    return list(load_workbook(file)[sheet].iter_rows(2, values_only=True))


def test_new_rows_go_into_a_workbook_of_their_own(book):
    before = marks(book)
    imported(book, leave(ASH, BAY))
    after = marks(book)
    assert {name: after[name] for name in before} == before
    assert load_workbook(book / "imported.xlsx").sheetnames == ["Leave"]
    ash, bay = rows_of(book / "imported.xlsx", "Leave")
    assert ash[:4] == ("P01", "annual", day(11), day(12))
    assert ash[4:] == (None, None, None, "HR leave: [sent.xlsx]Sheet1!A2")
    assert bay[:4] == ("P02", "sick", day(11), day(11))
    assert bay[4:] == (time(9), time(13), None, "HR leave: [sent.xlsx]Sheet1!A3")


def test_new_rows_of_a_workbook_go_below_those_of_its_own_sheets(workbook):
    imported(workbook, leave(ASH))
    assert [row[0] for row in rows_of(workbook, "Leave")] == [
        "P01",
        "P02",
        "R01",
        "P01",
    ]
    assert faults_in(workbook) == ()


def test_a_book_reads_as_if_the_rows_had_been_typed(book):
    imported(
        book, leave(ASH, BAY, COX), sent("History", "P01 | 01/01/2027 | 08:00 | 16:00")
    )
    problem = problem_in(book)
    assert len(problem.leave) == 5
    assert [str(x.place) for x in problem.leave if x.place.file == "imported.xlsx"] == [
        "[imported.xlsx]Leave!C2",
        "[imported.xlsx]Leave!C3",
        "[imported.xlsx]Leave!C4",
    ]


def test_dates_and_times_show_as_such_and_ids_stay_text(book):
    person = "00123456 | =SUM(1) | paramedic | T | JR-01"
    imported(book, sent("People", person), leave(BAY))
    made = load_workbook(book / "imported.xlsx")
    cells = {cell.coordinate: cell for row in made["People"] for cell in row}
    assert (cells["A2"].value, cells["A2"].data_type) == ("00123456", "s")
    assert (cells["B2"].value, cells["B2"].data_type) == ("=SUM(1)", "s")
    cells = {cell.coordinate: cell for row in made["Leave"] for cell in row}
    assert (cells["C2"].number_format, cells["E2"].number_format) == (
        "dd/mm/yyyy",
        "hh:mm",
    )


def test_new_rows_look_as_the_row_above_them(tmp_path):
    file = write_workbook(tmp_path / "book.xlsx", small_book())
    made = load_workbook(file)
    for cell in made["Leave"][4]:
        cell.fill, cell.font = PatternFill("solid", fgColor="DDEEFF"), Font(italic=True)
    made["Leave"]["C4"].number_format = "d mmm yy"
    made["Leave"].column_dimensions["B"].width = 33
    made.save(file)
    imported(file, leave(ASH))
    sheet = load_workbook(file)["Leave"]
    assert sheet["A5"].fill.fgColor.rgb == "00DDEEFF"
    assert sheet["A5"].font.italic
    assert sheet["C5"].number_format == "d mmm yy"
    assert sheet["C5"].fill.fgColor.rgb == "00DDEEFF"
    assert sheet.column_dimensions["B"].width == 33


def test_formulas_elsewhere_keep_their_results(tmp_path):
    """A library that writes workbooks anew would lose them, and the book its values."""
    from inputs.intake.office.package import Package

    file = write_workbook(tmp_path / "book.xlsx", small_book())
    package = Package.of(file.read_bytes())
    part = "xl/worksheets/sheet2.xml"
    package.parts[part] = package.parts[part].replace(
        b'<c r="I2" t="n"><v>1</v></c>', b'<c r="I2"><f>2-1</f><v>1</v></c>'
    )
    assert b"<f>2-1</f>" in package.parts[part]
    file.write_bytes(package.packed())
    assert faults_in(file) == ()
    imported(file, leave(ASH))
    assert faults_in(file) == ()
    assert load_workbook(file)["Cover"]["I2"].value == "=2-1"
    assert load_workbook(file).calculation.fullCalcOnLoad
    assert load_workbook(file, data_only=True)["Cover"]["I2"].value == 1


def test_parts_that_no_edit_concerns_stay_byte_for_byte(tmp_path):
    from inputs.intake.office.package import Package

    file = write_workbook(tmp_path / "book.xlsx", small_book())
    before = Package.of(file.read_bytes()).parts
    imported(file, leave(ASH))
    after = Package.of(file.read_bytes()).parts
    differing = {name for name in before if before[name] != after[name]}
    assert before.keys() == after.keys()
    assert {name.rpartition("/")[2] for name in differing} == {"sheet9.xml"}


def test_filters_and_tables_take_in_the_new_rows(tmp_path):
    from openpyxl.worksheet.table import Table

    file = write_workbook(tmp_path / "book.xlsx", small_book())
    made = load_workbook(file)
    made["Leave"].auto_filter.ref = "A1:G4"
    made["Requests"].add_table(Table(displayName="Wishes", ref="A1:G3"))
    made.save(file)
    imported(file, leave(ASH), sent("Requests", "P02 | off | 12/01/2027"))
    made = load_workbook(file)
    assert made["Leave"].auto_filter.ref == "A1:G5"
    assert made["Requests"].tables["Wishes"].ref == "A1:G4"
    assert made["Requests"].tables["Wishes"].autoFilter.ref == "A1:G4"


def test_a_table_with_totals_does_not_grow_over_them(tmp_path):
    from openpyxl.worksheet.table import Table

    file = write_workbook(tmp_path / "book.xlsx", small_book())
    made = load_workbook(file)
    wishes = Table(displayName="Wishes", ref="A1:G3", totalsRowCount=1)
    made["Requests"].add_table(wishes)
    made.save(file)
    imported(file, sent("Requests", "P02 | off | 12/01/2027"))
    assert load_workbook(file)["Requests"].tables["Wishes"].ref == "A1:G3"


@pytest.mark.parametrize("is_shared", [False, True])
def test_a_formula_in_an_imported_row_gives_way_unless_others_share_it(book, is_shared):
    from inputs.intake.office.package import Package

    imported(book, leave(ASH, COX))
    file = book / "imported.xlsx"
    package = Package.of(file.read_bytes())
    part = "xl/worksheets/sheet1.xml"
    kind = b'f t="shared" ref="D2:D3" si="0"' if is_shared else b"f"
    found = re.search(rb'(<c r="D2"[^>]*>)(<v>)', package.parts[part])
    formula = found[1] + b"<" + kind + b">C2+1</f>" + found[2]
    package.parts[part] = package.parts[part].replace(found[0], formula)
    file.write_bytes(package.packed())
    found = changes(book, [leave(ASH.replace("12/01", "13/01"), COX)])
    if is_shared:
        with pytest.raises(BadInputs, match="opened in Excel and saved"):
            write(found)
    else:
        write(found)
        assert rows_of(file, "Leave")[0][3] == day(13)


def test_a_book_counting_from_1904_gets_its_own_dates(tmp_path):
    file = write_workbook(tmp_path / "book.xlsx", small_book())
    made = load_workbook(file)
    made.epoch = MAC_EPOCH
    made.save(file)
    imported(file, leave(ASH))
    assert rows_of(file, "Leave")[-1][2] == day(11)


def test_a_column_that_is_missing_is_added_behind_the_others(tmp_path):
    sheets = small_book()
    sheets["Leave"] = [line[:4] for line in sheets["Leave"]]
    sheets["Leave"][1] += ["", "call Ann first"]
    file = write_workbook(tmp_path / "book.xlsx", sheets)
    imported(file, leave(BAY))
    sheet = load_workbook(file)["Leave"]
    assert [cell.value for cell in sheet[1]][6:] == ["start", "end", "imported"]
    assert [cell.value for cell in sheet[5]][5:8] == [None, time(9), time(13)]


def test_a_sheet_that_is_missing_is_added(tmp_path):
    sheets = small_book()
    del sheets["Leave"]
    file = write_workbook(tmp_path / "book.xlsx", sheets)
    imported(file, leave(ASH))
    assert faults_in(file) == ()
    assert rows_of(file, "Leave")[0][:2] == ("P01", "annual")


def test_a_sheet_is_written_under_the_name_that_it_has(tmp_path):
    sheets = small_book()
    sheets["LEAVE "] = sheets.pop("Leave")
    file = write_workbook(tmp_path / "book.xlsx", sheets)
    imported(file, leave(ASH))
    assert "Leave" not in load_workbook(file).sheetnames
    assert len(rows_of(file, "LEAVE ")) == 4


def test_changed_cells_are_changed_in_their_place_and_no_others(book):
    imported(book, leave(ASH, BAY, COX))
    made = load_workbook(book / "imported.xlsx")
    made["Leave"]["D2"].fill = PatternFill("solid", fgColor="FFEE00")
    made["Leave"]["J2"] = "ask again"
    made.save(book / "imported.xlsx")
    imported(book, leave(ASH.replace("12/01", "13/01"), BAY, COX, file="newer.xlsx"))
    sheet = load_workbook(book / "imported.xlsx")["Leave"]
    assert sheet["D2"].value == day(13)
    assert sheet["D2"].fill.fgColor.rgb == "00FFEE00"
    assert (sheet["J2"].value, sheet["H2"].value, sheet["H3"].value) == (
        "ask again",
        "HR leave: [newer.xlsx]Sheet1!A2",
        "HR leave: [sent.xlsx]Sheet1!A3",
    )


def test_rows_that_went_leave_their_place_to_new_ones(book):
    imported(book, leave(ASH, BAY, COX))
    new = "S01 | annual | 15/01/2027 | 16/01/2027"
    imported(book, leave(ASH, COX, new))
    rows = rows_of(book / "imported.xlsx", "Leave")
    assert [row[0] for row in rows] == ["P01", "S01", "R01"]
    assert rows[1][4:7] == (None, None, None)


def test_rows_that_went_leave_a_note_beside_them_alone(book):
    imported(book, leave(ASH, BAY, COX))
    made = load_workbook(book / "imported.xlsx")
    made["Leave"]["J3"] = "rang in"
    made.save(book / "imported.xlsx")
    imported(book, leave(ASH, COX, "S01 | annual | 15/01/2027 | 16/01/2027"))
    sheet = load_workbook(book / "imported.xlsx")["Leave"]
    assert [sheet[f"A{row}"].value for row in range(2, 6)] == [
        "P01",
        None,
        "R01",
        "S01",
    ]
    assert sheet["J3"].value == "rang in"


@pytest.mark.parametrize(
    ("encoding", "separator", "ending"),
    [
        ("utf-8", ",", "\n"),
        ("utf-8-sig", ";", "\r\n"),
        ("cp1252", "\t", "\r\n"),
        ("utf-16", ";", "\r\n"),
    ],
)
def test_rows_in_a_csv_file_are_rewritten_as_the_file_is_written(
    book, encoding, separator, ending
):
    imported(book, leave(ASH, BAY, COX))
    rows = rows_of(book / "imported.xlsx", "Leave")
    (book / "imported.xlsx").unlink()
    lines = (book / "Leave.csv").read_text("utf-8").replace(",", separator).splitlines()
    lines.append(separator.join(["P02", '"court"', "20/01/2027", "20/01/2027"]))
    first = len(lines) + 1
    for row in rows:
        words = [f"{v:%d/%m/%Y}" if isinstance(v, date) else str(v or "") for v in row]
        lines.append(separator.join(words))
    text = ending.join([*lines, ""])
    (book / "Leave.csv").write_bytes(text.encode(encoding))
    imported(book, leave(ASH.replace("12/01", "13/01"), COX))
    expected = [*lines[: first - 1], lines[first - 1], lines[first + 1]]
    expected[first - 1] = expected[first - 1].replace("12/01/2027", "13/01/2027")
    assert (book / "Leave.csv").read_bytes() == ending.join([*expected, ""]).encode(
        encoding
    )
    assert not (book / "imported.xlsx").exists()


def test_an_import_is_taken_back_to_the_last_byte(book):
    imported(book, leave(ASH, BAY))
    before = marks(book)
    imported(book, leave(ASH.replace("12/01", "13/01"), doubts=(doubt(),)))
    assert marks(book) != before
    assert [path.name for path in undo(book)] == ["imported.xlsx"]
    left = marks(book)
    before = {name: mark for name, mark in before.items() if "before" not in name}
    assert left == before


def test_the_first_import_is_taken_back_to_nothing(workbook):
    content = workbook.read_bytes()
    imported(workbook, leave(ASH, doubts=(doubt(),)))
    undo(workbook)
    assert workbook.read_bytes() == content
    assert list(workbook.parent.iterdir()) == [workbook]
    with pytest.raises(BadInputs, match="no import that could be taken back"):
        undo(workbook)


def test_an_import_that_changes_nothing_does_not_hide_the_one_before(book):
    before = marks(book)
    imported(book, leave(ASH))
    imported(book, leave(ASH))
    undo(book)
    assert {name: marks(book)[name] for name in before} == before
    assert not (book / "imported.xlsx").exists()


def test_what_somebody_changed_since_is_not_lost_by_taking_back(book):
    imported(book, leave(ASH))
    made = load_workbook(book / "imported.xlsx")
    made["Leave"]["D2"] = day(15)
    made.save(book / "imported.xlsx")
    before = marks(book)
    with pytest.raises(BadInputs, match="a file that was changed after the import"):
        undo(book)
    assert marks(book) == before


@pytest.mark.parametrize("lock", ["~$imported.xlsx", ".~lock.imported.xlsx#"])
def test_a_file_that_is_open_elsewhere_is_not_written(book, lock):
    imported(book, leave(ASH))
    (book / lock).touch()
    before = marks(book)
    found = changes(book, [leave(ASH, BAY)])
    with pytest.raises(BadInputs, match="open in Excel"):
        write(found)
    with pytest.raises(BadInputs, match="open in Excel"):
        undo(book)
    assert marks(book) == before


def test_a_book_that_changed_in_the_meantime_is_not_written(book):
    imported(book, leave(ASH))
    found = changes(book, [leave(ASH, BAY)])
    imported(book, leave(ASH, COX))
    before = marks(book)
    with pytest.raises(BadInputs, match="has changed since it was read"):
        write(found)
    assert marks(book) == before


@pytest.mark.parametrize("failing", range(1, 5))
def test_a_disk_that_fails_leaves_everything_as_it_was(book, monkeypatch, failing):
    imported(book, leave(ASH), sent("History", "P01 | 01/01/2027 | 08:00 | 16:00"))
    before = marks(book)
    found = changes(book, [leave(ASH.replace("12/01", "13/01"), COX)])
    replace, calls = Path.replace, []

    def fail(path, target):
        calls.append(target)
        if len(calls) == failing:
            raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write(found)
    monkeypatch.undo()
    assert marks(book) == before


def test_a_book_of_one_csv_file_is_refused(tmp_path):
    write_csv(tmp_path, {"Leave": small_book()["Leave"]})
    found = changes(
        tmp_path / "Leave.csv", [sent("Requests", "P02 | off | 12/01/2027")]
    )
    with pytest.raises(BadInputs, match="one CSV file"):
        write(found)


def test_a_workbook_that_is_strange_inside_is_refused_with_what_to_do(book):
    from inputs.intake.office.package import Package

    imported(book, leave(ASH))
    file = book / "imported.xlsx"
    package = Package.of(file.read_bytes())
    part = "xl/worksheets/sheet1.xml"
    package.parts[part] = package.parts[part].decode().encode("utf-16")
    head = '<?xml version="1.0" encoding="UTF-16"?>'.encode("utf-16")
    package.parts[part] = head + package.parts[part][2:]
    file.write_bytes(package.packed())
    found = changes(book, [leave(ASH, BAY)])
    with pytest.raises(BadInputs, match="opened in Excel and saved"):
        write(found)


def test_a_new_book_is_filled_by_imports_alone(tmp_path):
    book = template.write(tmp_path / "new", ()).parent
    people = sent("People", "P1 | Ann Ash | paramedic | T | JR-01", source="HR staff")
    imported(book, people)
    imported(book, leave("P1 | annual | 11/01/2027 | 12/01/2027"))
    with pytest.raises(BadInputs) as bad:
        inputs.read(book)
    assert {fault.place.sheet for fault in bad.value.faults} == {
        "Units",
        "Cover",
        "Crews",
    }
    assert load_workbook(book / "imported.xlsx").sheetnames == ["People", "Leave"]


def test_a_real_book_has_no_new_faults(tmp_path):
    book = tmp_path / "kent"
    shutil.copytree(KENT, book)
    before = inputs.read(book)
    ill = "PM4107 | sick | 15/02/2027 | 16/02/2027"
    work = "PC11204 | 01/01/2027 | 15:00 | 01:00 | JR-01"
    imported(book, leave(ill), sent("History", work))
    after = inputs.read(book)
    assert after.warnings == before.warnings
    assert len(after.problem.leave) == len(before.problem.leave) + 1
    assert len(after.problem.history) == len(before.problem.history) + 1


def test_nothing_private_is_ever_written(tmp_path):
    book = tmp_path / "book"
    shutil.copytree("tests/data/intake/book", book)
    secrets = ["QQ123456C", "14 Chapel Lane", "ME4 5AB", "slipped disc", "07700 900123"]
    heads = ["Employee Number", "Name", "NI Number", "Home Address", "Post Code"]
    heads += [
        "Absence Type",
        "Level 1 Reason",
        "Absence Start Date",
        "Absence End Date",
    ]
    heads += ["Mobile"]
    ni, address, code, reason, phone = secrets
    file = Workbook()
    file.active.append(heads)
    for number, kind in (("20413377", "Annual Leave"), ("99999999", f"Zumba ({ni})")):
        row = [number, "Shanice Kalsi", ni, address, code, kind, reason]
        file.active.append([*row, date(2027, 1, 11), date(2027, 1, 12), phone])
    file.active.append([f"20413377 lives at {address}, {code}; off with a {reason}"])
    file.save(tmp_path / "absence.xlsx")
    found = survey([tmp_path / "absence.xlsx"], book)
    imported(book, *found.files)
    assert len(rows_of(book / "imported.xlsx", "Leave")) == 1
    assert sum(len(each.doubts) for each in waiting(book)) > 0
    from inputs.intake.office.package import Package

    for path in book.rglob("*"):
        if not path.is_file():
            continue
        parts = {"": path.read_bytes()}
        if path.suffix == ".xlsx":
            parts = Package.of(path.read_bytes()).parts
        for part, content in parts.items():
            for secret in secrets:
                assert secret.encode() not in content, (path.name, part, secret)


def test_the_memory_of_imports_lies_beside_the_book_and_is_no_part_of_it(
    book, workbook
):
    imported(book, leave(ASH))
    imported(workbook, leave(ASH))
    assert folder_of(book) == book / "imports"
    assert folder_of(workbook) == workbook.parent / "my book imports"
    assert faults_in(book) == faults_in(workbook) == ()
    assert told(changes(book, [leave(ASH)])).keys() == {"same"}


_TEXTS = st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=8)


@settings(max_examples=25)
@given(_TEXTS, st.booleans())
def test_any_words_are_read_back_as_they_were(tmp_path_factory, texts, is_folder):
    folder = tmp_path_factory.mktemp("any")
    people = {"People": [["id", "name", "role", "employer", "units"], ["P0", *"nreu"]]}
    book = (
        write_csv(folder / "book", people)
        if is_folder
        else write_workbook(folder / "book.xlsx", people)
    )
    rows = [
        Wanted(
            "People",
            {"id": f"P{n}", "name": name, "role": "r", "employer": "e", "units": "u"},
            (Place("sent.xlsx", "Sheet1", f"A{n}"),),
        )
        for n, name in enumerate(texts, 1)
    ]
    found = imported(book, replace(sent("People"), rows=tuple(rows)))
    standing = {row.id: row.name for row in standing_of(book).rows("People")}
    taken = {each.row.values["id"]: each.row.values["name"] for each in found.added}
    assert standing == {"P0": "n"} | {id: as_read(name) for id, name in taken.items()}
    assert len(taken) + len(found.doubts) == len(texts)
