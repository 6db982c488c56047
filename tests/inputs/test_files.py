"""Whatever the path and whatever the bytes: one clear fault, never a traceback."""

import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

import inputs
from inputs import _safety, _workbook
from inputs._cells import Spoilt
from inputs._faults import Faults
from inputs._workbook import read_workbook
from tests.inputs.books import (
    FIRST,
    faults_in,
    more,
    problem_in,
    put,
    small_book,
    write_csv,
    write_workbook,
)

OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")


def _zipped(parts):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.fixture
def workbook(tmp_path):
    return write_workbook(tmp_path / "book.xlsx", small_book())


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty file"),
        (b"callsign,area\nJR-01,North\n", "a file that is no workbook"),
        (random.Random(1).randbytes(5_000), "a file that is no workbook"),
        (b"PK\x03\x04" + random.Random(2).randbytes(5_000), "a damaged file"),
        (OLD_OFFICE + bytes(600), "an old Excel workbook (.xls)"),
        (
            OLD_OFFICE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "a file locked by a password",
        ),
        (_zipped({"readme.txt": b"hello"}), "a zip file that is no workbook"),
        (_zipped({"[Content_Types].xml": b"<no"}), "a damaged workbook"),
        (
            _zipped({"[Content_Types].xml": bytes(30_000_000)}),
            "a file that unpacks to far too much",
        ),
        (
            _zipped({"[Content_Types].xml": b""} | {f"{n}": b"" for n in range(2_000)}),
            "a file that unpacks to far too much",
        ),
    ],
)
def test_a_file_that_is_no_workbook_is_one_fault(tmp_path, content, found):
    file = tmp_path / "people.xlsx"
    file.write_bytes(content)
    (fault,) = faults_in(file)
    assert (str(fault.place), fault.found) == ("people.xlsx", found)
    assert "an Excel workbook (.xlsx)" in fault.wanted


def test_a_file_that_is_far_too_large_is_one_fault(tmp_path, monkeypatch):
    monkeypatch.setattr(_safety, "MOST_BYTES", 999_999)
    (tmp_path / "people.xlsx").write_bytes(b"PK" + bytes(1_000_000))
    (fault,) = faults_in(tmp_path / "people.xlsx")
    assert fault.found == "a very large file"


def test_a_zip_with_a_password_is_one_fault(workbook):
    content = bytearray(workbook.read_bytes())
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    workbook.write_bytes(content)
    (fault,) = faults_in(workbook)
    assert fault.found == "a file locked by a password"


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_one_fault(workbook, kept):
    content = workbook.read_bytes()
    workbook.write_bytes(content[: int(len(content) * kept)])
    (fault,) = faults_in(workbook)
    assert fault.found == "a damaged file"


def test_a_damaged_part_inside_a_workbook_is_one_fault(workbook):
    with zipfile.ZipFile(workbook) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet3.xml"]
    parts["xl/worksheets/sheet3.xml"] = sheet[: len(sheet) // 2]
    workbook.write_bytes(_zipped(parts))
    assert [fault.found for fault in faults_in(workbook)] == ["a damaged workbook"]


def test_entities_that_would_blow_up_are_refused(workbook):
    with zipfile.ZipFile(workbook) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    parts["xl/worksheets/sheet1.xml"] = bomb + parts["xl/worksheets/sheet1.xml"]
    workbook.write_bytes(_zipped(parts))
    assert [fault.found for fault in faults_in(workbook)] == ["a damaged workbook"]


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_end_in_a_fault(content, looks_zipped):
    faults = Faults()
    head = b"PK\x03\x04" if looks_zipped else b""
    assert read_workbook("x.xlsx", head + content, faults) == []
    assert faults.has_errors


def test_a_flipped_byte_never_ends_in_a_traceback(workbook):
    content = workbook.read_bytes()
    chance = random.Random(3)
    for _ in range(40):
        spoilt = bytearray(content)
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        read_workbook("x.xlsx", bytes(spoilt), Faults())


def test_a_stray_cell_in_the_last_corner_is_named_at_once(tmp_path):
    book = load_workbook(write_workbook(tmp_path / "book.xlsx", small_book()))
    book["Leave"]["XFD1048576"] = "x"
    book.save(tmp_path / "book.xlsx")
    stray = [f for f in faults_in(tmp_path / "book.xlsx") if f.found == "x"]
    (fault,) = stray
    assert str(fault.place) == "[book.xlsx]Leave!XFD1048576"
    assert "clear this cell" in fault.wanted


def test_formats_without_values_far_away_are_no_fault(tmp_path):
    book = load_workbook(write_workbook(tmp_path / "book.xlsx", small_book()))
    book["Leave"].cell(900_000, 400).number_format = "0.00"
    book.save(tmp_path / "book.xlsx")
    assert faults_in(tmp_path / "book.xlsx") == ()


def test_more_rows_than_are_ever_read_are_a_fault(tmp_path, monkeypatch):
    monkeypatch.setattr(_workbook, "MOST_ROWS", 2)
    file = write_workbook(tmp_path / "book.xlsx", {"Notes": [["a"], ["b"], ["c"]]})
    assert [str(fault.place) for fault in faults_in(file)] == ["[book.xlsx]Notes!A3"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("nowhere.xlsx", "no such file or folder"),
        ("nowhere", "no such file or folder"),
        ("book.xls", "a .xls file"),
        ("book.ods", "a .ods file"),
        ("book", "a nameless file"),
    ],
)
def test_a_path_that_is_no_book_is_one_fault(tmp_path, name, found):
    if not name.startswith("nowhere"):
        (tmp_path / name).write_bytes(OLD_OFFICE)
    (fault,) = faults_in(tmp_path / name)
    assert (fault.place.file, fault.found) == (name, found)


def test_an_empty_folder_is_one_fault_even_if_it_is_called_a_workbook(tmp_path):
    (tmp_path / "book.xlsx").mkdir()
    (fault,) = faults_in(tmp_path / "book.xlsx")
    assert fault.found == "a folder without .xlsx or .csv files"


@pytest.mark.parametrize("name", ["old.xls", "police.ods", "macros.xlsm"])
def test_another_spreadsheet_in_the_folder_is_not_passed_over(tmp_path, name):
    folder = write_csv(tmp_path / "book", small_book())
    (folder / name).write_bytes(b"...")
    (fault,) = faults_in(folder)
    assert fault.place.file == name


def test_a_folder_called_a_workbook_inside_the_book_is_a_fault(tmp_path):
    folder = write_csv(tmp_path / "book", small_book())
    (folder / "x.xlsx").mkdir()
    (fault,) = faults_in(folder)
    assert (fault.place.file, fault.found) == ("x.xlsx", "a folder")


def test_a_file_that_may_not_be_read_is_a_fault(tmp_path, monkeypatch):
    folder = write_csv(tmp_path / "book", small_book())

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    faults = faults_in(folder)
    assert len(faults) == len(small_book())
    assert "Permission denied" in faults[0].found


def test_what_belongs_to_other_programs_is_passed_over(tmp_path):
    folder = write_csv(tmp_path / "book", small_book())
    for name in ("~$trust.xlsx", ".hidden.csv", "README.md", "letter.docx"):
        (folder / name).write_bytes(b"not for us")
    (folder / "old").mkdir()
    assert faults_in(folder) == ()


def test_what_an_unread_file_may_hold_is_not_called_unknown(tmp_path):
    sheets = small_book()
    del sheets["People"]
    put(sheets, "Leave", {"from": "5/31/27"})
    folder = write_csv(tmp_path / "book", sheets)
    (folder / "trust.xlsx").write_bytes(b"")
    assert [str(fault.place) for fault in faults_in(folder)] == [
        "[Leave.csv]Leave!C2",
        "trust.xlsx",
    ]


def test_every_file_is_hashed_as_it_was_read(workbook):
    reading = inputs.read(workbook, first=FIRST, weeks=2)
    (mark,) = reading.files.items()
    assert mark[0] == "book.xlsx"
    assert len(mark[1]) == 64


def test_a_sheet_may_stand_in_several_files(tmp_path):
    sheets = small_book()
    header, *people = sheets.pop("People")
    folder = write_csv(tmp_path / "book", sheets)
    for name, rows in (("trust", people[:2]), ("police", people[2:])):
        write_workbook(folder / f"{name}.xlsx", {"PEOPLE ": [header, *rows]})
    reading = inputs.read(folder, first=FIRST, weeks=2)
    places = {person.id: str(person.place) for person in reading.problem.people}
    assert reading.warnings == ()
    assert places["P02"] == "[trust.xlsx]PEOPLE !A3"
    assert places["S01"] == "[police.xlsx]PEOPLE !A3"


FORMULA = b'<c r="B3"><f>A1</f><v /></c>'


def _value_of_formula(tmp_path, cell):
    book = Workbook()
    book.active["A1"] = "a"
    book.active["B3"] = "=A1"
    book.save(tmp_path / "notes.xlsx")
    with zipfile.ZipFile(tmp_path / "notes.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert FORMULA in parts[sheet]
    parts[sheet] = parts[sheet].replace(FORMULA, cell)
    ((_, lines),) = [
        (table.sheet, table.lines)
        for table in read_workbook("notes.xlsx", _zipped(parts), Faults())
    ]
    return lines[-1].value(1)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (b'<c r="B3"><f>A1</f><v>5</v></c>', 5),
        (b'<c r="B3" t="str"><f>A1</f><v>x</v></c>', "x"),
        (b'<c r="B3" t="str"><f>A1</f><v></v></c>', None),
        (b'<c r="B3" t="e"><f>A1</f><v>#REF!</v></c>', "#REF!"),
        (FORMULA, "=A1"),
    ],
)
def test_a_formula_counts_as_its_result(tmp_path, cell, value):
    read = _value_of_formula(tmp_path, cell)
    assert (read.text if isinstance(read, Spoilt) else read) == value


def test_a_formula_without_a_result_is_a_fault_at_its_cell(tmp_path):
    sheets = small_book()
    sheets["Leave"][1][4] = "=TIME(9,0,0)"
    (fault,) = faults_in(write_workbook(tmp_path / "book.xlsx", sheets))
    assert str(fault.place) == "[book.xlsx]Leave!E2"
    assert fault.found == "=TIME(9,0,0)"
    assert "save it" in fault.wanted


def test_a_number_shown_with_leading_noughts_keeps_them(tmp_path):
    sheets = small_book()
    more(sheets, "People", "123456 | Fay Fox | special | F | any")
    book = load_workbook(write_workbook(tmp_path / "book.xlsx", sheets))
    book["People"]["A7"].number_format = "00000000"
    book.save(tmp_path / "book.xlsx")
    problem = problem_in(tmp_path / "book.xlsx")
    assert "00123456" in {person.id for person in problem.people}
