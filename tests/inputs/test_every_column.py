"""Whatever is wrong in a cell is a fault at that very cell, for every column."""

import pytest

from inputs import SHEETS
from rostering.domain import Severity
from tests.inputs.books import (
    cell_of,
    faults_in,
    placeless,
    problem_in,
    put,
    small_book,
    write_csv,
    write_workbook,
)

BAD_VALUES = {
    "text": (),
    "name": (),
    "word": (),
    "value": (),
    "names": (",", "P01, p01"),
    "words": (";", "special, Special"),
    "skills": (",", "any:", "first aid, first aid"),
    "roles in order": ("regular >", "special > special"),
    "weekdays": ("Mon-Funday", "T", "1-4", "Mon--Thu"),
    "pattern": ("E 1 L", "E/L", ","),
    "choice": ("perhaps", "0", "?"),
    "Y or N": ("maybe", "2", "yn"),
    "whole number": ("1.5", "-1", "many", "99999999999"),
    "hours": ("0", "101", "37:60", "full time", "-5"),
    "pay band": ("0", "6e", "Band"),
    "rate": ("0", "-5", "18,50", "lots", "1000"),
    "date": ("5/31/27", "30/02/2027", "Tue 4 Jan 2027", "4 Jan", "1/1/1900", "46027"),
    "last date": ("5/31/27", "31/06/2027", "until further notice", "2027"),
    "clock time": ("24:00", "25:00", "9:60", "13pm", "late", "15.5"),
    "clock time, or 24:00": ("24:01", "0:60", "dawn", "26:00", "2-10"),
    "clock time, or team": ("teams", "24:00", "18-02"),
    "clock time, 24:00 or team": ("teams", "24:30", "18-02"),
}


def _columns():
    for form in SHEETS:
        for column in form.columns:
            for header in column.headers:
                yield form, column, header


def _cases():
    for form, column, header in _columns():
        bad = [*BAD_VALUES[column.kind.name], "#REF!", "#N/A"]
        bad += [""] * column.required
        if column.refers and column.refers.strict:
            bad += ["Nobody"] * ((form.name, column.name) not in OWN)
        for value in bad:
            yield form.name, header, value


OWN = {("Crews", "crew"), ("Teams", "district"), ("Skills", "skill")}
"""Columns that refer to themselves, for one spelling of each word."""


def test_the_small_book_has_every_column_and_no_fault(tmp_path):
    sheets = small_book()
    for form, _, header in _columns():
        assert header in sheets[form.name][0]
    assert faults_in(write_csv(tmp_path / "book", sheets)) == ()
    assert faults_in(write_workbook(tmp_path / "book.xlsx", sheets)) == ()


def test_a_workbook_and_csv_files_say_the_same(tmp_path):
    by_workbook = problem_in(write_workbook(tmp_path / "book.xlsx", small_book()))
    by_text = problem_in(write_csv(tmp_path / "book", small_book()))
    assert placeless(by_workbook) == placeless(by_text)


@pytest.mark.parametrize(("sheet", "header", "value"), list(_cases()))
def test_a_bad_cell_is_a_fault_there(faults_of, sheet, header, value):
    sheets = put(small_book(), sheet, {header: value})
    cell = cell_of(sheets, sheet, header)
    faults = faults_of(sheets)
    (fault,) = [f for f in faults if (f.place.sheet, f.place.cell) == (sheet, cell)]
    assert fault.severity is Severity.ERROR
    assert fault.place.file == f"{sheet}.csv"
    assert fault.found.lower() == (value.lower() or "nothing")
    assert fault.wanted


def test_bad_cells_all_over_a_workbook_are_told_at_once(tmp_path):
    sheets = small_book()
    spoilt = {}
    for form, column, header in _columns():
        if bad := BAD_VALUES[column.kind.name]:
            put(sheets, form.name, {header: bad[0]})
            spoilt[form.name, cell_of(sheets, form.name, header)] = bad[0]
    faults = faults_in(write_workbook(tmp_path / "book.xlsx", sheets))
    told = {(f.place.sheet, f.place.cell): f.found for f in faults}
    assert spoilt.items() <= told.items()
