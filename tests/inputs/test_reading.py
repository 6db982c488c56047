"""What a book says does not hang on how it is laid out."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import inputs
from inputs import _faults
from rostering.domain import Fault, Place, Severity
from tests.inputs.books import (
    FIRST,
    faults_in,
    more,
    placeless,
    put,
    small_book,
    write_csv,
    write_workbook,
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    folder = write_csv(tmp_path_factory.mktemp("plain"), small_book())
    return placeless(inputs.read(folder, first=FIRST, weeks=2).problem)


@settings(max_examples=25)
@given(chance=st.randoms(use_true_random=False))
def test_shuffled_rows_say_the_same(tmp_path_factory, plain, chance):
    """All but the posts of a crew, which keep the order in which they stand."""
    sheets = {
        name: [header, *(rows if name == "Crews" else chance.sample(rows, len(rows)))]
        for name, (header, *rows) in small_book().items()
    }
    folder = write_csv(tmp_path_factory.mktemp("shuffled"), sheets)
    assert placeless(inputs.read(folder, first=FIRST, weeks=2).problem) == plain


JUNK = (
    *("", "#REF!", "-1", "99", "any", "P01", "R01", "JR-02", "Red", "Mon-Sun", "team"),
    *("01:00", "24:00", "28/03/2027", "31/12/4712", "E L N", "regular > special"),
    *("on", "off", "never", "sick", "requested", "hours", "late", "pair", "daily"),
)


@settings(max_examples=50)
@given(chance=st.randoms(use_true_random=False))
def test_however_a_book_is_spoilt_it_is_read_or_faulted(tmp_path_factory, chance):
    sheets = small_book()
    for name in chance.choices(list(sheets), k=8):
        line = chance.choice(sheets[name])
        line[chance.randrange(len(line))] = chance.choice(JUNK)
        sheets[name].append(list(chance.choice(sheets[name])))
    folder = write_csv(tmp_path_factory.mktemp("spoilt"), sheets)
    for fault in faults_in(folder):
        assert fault.found
        assert fault.wanted


def test_rows_dealt_out_to_many_files_say_the_same(tmp_path, plain):
    chance = random.Random(5)
    for name, (header, *rows) in small_book().items():
        for number, row in enumerate(chance.sample(rows, len(rows))):
            file = tmp_path / f"{number}-{name}.xlsx"
            write_workbook(file, {name.upper(): [header, row]})
    assert placeless(inputs.read(tmp_path, first=FIRST, weeks=2).problem) == plain


def test_all_faults_come_at_once_and_in_order(tmp_path):
    sheets = put(small_book(), "People", {"role": "", "weekly hours": "lots"})
    put(sheets, "Leave", {"from": "5/31/27", "kind": "gone"}, row=3)
    more(sheets, "Leave", *["P01 | sick | 07/01/2027 | 07/01/2027"] * 8)
    put(sheets, "Leave", {"person": "SO1"}, row=12)
    with pytest.raises(inputs.BadInputs) as bad:
        inputs.read(write_csv(tmp_path / "book", sheets), first=FIRST)
    told = [str(fault.place) for fault in bad.value.faults]
    leave = ["B3", "C3", *[f"C{row}" for row in range(5, 12)], "A12"]
    assert told == [
        *[f"[Leave.csv]Leave!{cell}" for cell in leave],
        "[People.csv]People!C2",
        "[People.csv]People!G2",
    ]
    assert "[People.csv]People!C2: nothing; wanted a word" in str(bad.value)


def test_faults_stand_by_row_and_column_as_numbers():
    cells = ["AA2", "B2", "B10", "A10", "A9"]
    faults = _faults.Faults()
    for cell in cells:
        faults.error(Place("x.xlsx", "Leave", cell), "this", "that")
    order = [fault.place.cell for fault in faults]
    assert order == ["B2", "AA2", "A9", "A10", "B10"]


def test_one_fault_is_told_once():
    faults = _faults.Faults()
    for _ in range(2):
        faults.warn(Place("x.xlsx", "Leave", "A1"), "this", "that")
    assert [fault.severity for fault in faults] == [Severity.WARNING]
    assert not faults.has_errors


def test_a_number_for_a_date_is_taken_with_a_warning(tmp_path):
    sheets = put(small_book(), "Leave", {"from": "46393", "to": "46394"})
    file = write_workbook(tmp_path / "book.xlsx", sheets)
    reading = inputs.read(file, first=FIRST, weeks=2)
    assert [(w.place.cell, w.found) for w in reading.warnings] == [
        ("C2", "46393"),
        ("D2", "46394"),
    ]
    assert reading.problem.leave[0].span.local_start.date() == date(2027, 1, 6)


def test_a_fault_of_a_whole_file_is_at_its_name():
    fault = Fault(Place("trust.xlsx", "", ""), "an empty file", "a workbook")
    assert str(fault.place) == "trust.xlsx"
