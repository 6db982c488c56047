"""Finding the columns, and saying what is wrong with their names."""

import pytest

from inputs import SHEETS
from rostering.domain import Severity
from tests.inputs.books import (
    cell_of,
    faults_in,
    placeless,
    put,
    small_book,
    write_csv,
    write_workbook,
)

REQUIRED = [(f.name, c.name) for f in SHEETS for c in f.columns if c.required]


@pytest.mark.parametrize(("sheet", "column"), REQUIRED)
def test_a_missing_column_is_a_fault_of_the_header(faults_of, sheet, column):
    sheets = small_book()
    index = sheets[sheet][0].index(column)
    for line in sheets[sheet]:
        del line[index]
    (fault,) = [f for f in faults_of(sheets) if f.found == f"no column {column}"]
    assert (fault.place.sheet, fault.place.cell) == (sheet, "A1")
    assert fault.wanted == f"a column {column}"


def test_a_missing_column_brings_no_other_fault_about(faults_of):
    sheets = small_book()
    sheets["People"][0][0] = "ident"
    told = [(str(f.place), f.likely, f.severity) for f in faults_of(sheets)]
    assert told == [
        ("[People.csv]People!A1", "", Severity.ERROR),
        ("[People.csv]People!A1", "", Severity.WARNING),
    ]


def test_a_misspelt_column_has_a_likely_name(faults_of):
    sheets = small_book()
    sheets["People"][0][sheets["People"][0].index("weekly hours")] = "weekly hour"
    (fault,) = faults_of(sheets)
    assert (fault.place.cell, fault.likely) == ("G1", "weekly hours")
    assert fault.severity is Severity.WARNING


def test_a_column_that_stands_twice_is_a_fault(told_of):
    sheets = small_book()
    for line, extra in zip(sheets["Pins"], ("Date", "", ""), strict=True):
        line.append(extra)
    assert told_of(sheets) == ["Pins!E1 error"]


def test_headers_may_be_written_in_many_ways(problem_of):
    plain = problem_of(small_book())
    sheets = small_book()
    for lines in sheets.values():
        lines[0] = [f" {header.upper().replace(' ', '_')} *" for header in lines[0]]
    assert placeless(problem_of(sheets)) == placeless(plain)


def test_columns_may_stand_in_any_order(problem_of):
    plain = problem_of(small_book())
    sheets = {
        name: [line[::-1] for line in lines] for name, lines in small_book().items()
    }
    assert placeless(problem_of(sheets)) == placeless(plain)


def test_titles_may_stand_above_the_header(problem_of):
    plain = problem_of(small_book())
    sheets = small_book()
    sheets["Leave"][:0] = [["Leave of all staff"], [], ["Printed on", "4 January"]]
    problem = problem_of(sheets)
    assert placeless(problem) == placeless(plain)
    assert problem.leave[0].place.cell == "C5"


@pytest.mark.parametrize("sheet", ["Units", "Cover", "Crews", "People"])
def test_a_missing_sheet_is_a_fault_of_the_book(tmp_path, sheet):
    sheets = small_book()
    del sheets[sheet]
    faults = faults_in(write_csv(tmp_path / "book", sheets))
    errors = [f for f in faults if f.severity is Severity.ERROR]
    assert [(f.place.file, f.place.sheet) for f in errors] == [("book", sheet)]


@pytest.mark.parametrize("sheet", ["Units", "Cover", "Crews", "People"])
def test_a_sheet_without_rows_is_a_fault_below_its_header(told_of, sheet):
    sheets = small_book()
    del sheets[sheet][1:]
    assert f"{sheet}!A2 error" in told_of(sheets)


@pytest.mark.parametrize("sheet", [form.name for form in SHEETS if not form.required])
def test_another_sheet_may_be_left_out_or_empty(faults_of, sheet):
    sheets = small_book()
    del sheets[sheet][1:]
    empty = [f for f in faults_of(sheets) if f.place.sheet == sheet]
    assert empty == []


def test_a_sheet_with_nothing_at_all_in_it_is_as_good_as_none(tmp_path):
    sheets = small_book() | {"Teams": [], "Sheet1": []}
    put(sheets, "Units", {"districts": ""})
    faults = faults_in(write_workbook(tmp_path / "book.xlsx", sheets))
    told = [(f.place.sheet, f.found) for f in faults if f.severity is Severity.ERROR]
    assert told == [("Cover", "team"), ("People", "Red")]


def test_a_column_without_a_header_is_passed_over(problem_of):
    plain = problem_of(small_book())
    sheets = small_book()
    sheets["Pins"] = [["", *line] for line in sheets["Pins"]]
    assert placeless(problem_of(sheets)) == placeless(plain)


def test_an_unknown_sheet_is_a_warning_with_a_likely_name(faults_of):
    sheets = small_book()
    sheets["Requestz"] = sheets.pop("Requests")
    (fault,) = faults_of(sheets)
    assert (fault.found, fault.likely) == ("Requestz", "Requests")
    assert (fault.place.cell, fault.severity) == ("A1", Severity.WARNING)


def test_a_blank_sheet_that_nobody_knows_is_passed_over(problem_of):
    assert problem_of(small_book() | {"Sheet1": [["", " "], []]})


def test_blank_rows_and_notes_beside_the_table_are_no_rows(faults_of):
    sheets = small_book()
    sheets["Leave"].insert(2, ["", " ", "", "", "", "", ""])
    sheets["Leave"].append([""] * 8 + ["a note far to the right"])
    assert faults_of(sheets) == ()


def test_an_unknown_column_is_named_once(told_of):
    sheets = small_book()
    for line in sheets["Units"]:
        line.append("colour")
    assert told_of(sheets) == [f"Units!{cell_of(sheets, 'Units', 'colour', 1)} warning"]
