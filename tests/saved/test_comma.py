import codecs
import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.saved.comma import from_csv, guarded, to_csv, unguarded
from rostering.saved.lines import COLUMNS

FORMULAS = ["=1+1", "+44 1622", "-3", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "Ann", "O'Neil", "'s Gravenhage", "JR-04", "a=b"])
def test_other_text_is_left_as_it_is(text):
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text(alphabet="'=+-@\t\r\n aé,\"", max_size=6))
def test_every_text_comes_back_and_never_begins_as_a_formula(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_no_cell_of_the_file_begins_as_a_formula(built):
    named = [replace(line, name="=HYPERLINK()", reason="@x") for line in built.lines]
    records = list(csv.reader(StringIO(to_csv(named).decode("utf-8-sig"))))
    assert tuple(records[0]) == COLUMNS
    assert {record[8] for record in records[1:]} == {"'=HYPERLINK()"}
    assert not [c for record in records for c in record if c[:1] in "=+-@" and c]


def test_what_is_written_is_read_back(built):
    named = [replace(line, name="-Zoë, 'Ann'\"") for line in built.lines]
    headers, rows = from_csv(to_csv(named))
    assert tuple(headers) == COLUMNS
    assert rows == [line.texts for line in named]


def test_spreadsheets_are_told_that_it_is_utf_8(built):
    assert to_csv(built.lines).startswith(codecs.BOM_UTF8 + b"date,")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_what_a_spreadsheet_saved_is_read_in_its_encoding(encoding):
    headers, rows = from_csv("Date,name\n2027-01-04,Zoë\n".encode(encoding))
    assert headers == ["date", "name"]
    assert rows == [{"date": "2027-01-04", "name": "Zoë"}]


def test_a_file_whose_mark_was_taken_for_letters_is_read_as_it_was(built):
    named = [replace(line, name="Zoë") for line in built.lines]
    saved = to_csv(named).decode("cp1252").encode()
    headers, rows = from_csv(saved)
    assert tuple(headers) == COLUMNS
    assert rows == [line.texts for line in named]


def test_semicolons_may_stand_between_values():
    assert from_csv(b"date;name\n2027-01-04;Ann, Bob\n")[1] == [
        {"date": "2027-01-04", "name": "Ann, Bob"}
    ]


@pytest.mark.parametrize("content", [b"\x00\x01\x02", b"PK\x03\x04\x00\x00"])
def test_what_is_no_text_is_refused(content):
    with pytest.raises(ValueError, match="no text"):
        from_csv(content)
