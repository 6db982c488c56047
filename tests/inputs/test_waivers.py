"""The sheet Waivers: who signed what, for whom and until when."""

from datetime import date

import pytest

from inputs import read
from rostering.domain import DateRange, Severity, Waiver
from tests.inputs.books import cell_of, more, put, small_book, write_csv

JANUARY = DateRange(date(2027, 1, 4), date(2027, 1, 10))


def signed(problem_of, sheets):
    return problem_of(sheets).waivers


def test_a_row_is_a_signed_exception_that_keeps_its_cell(problem_of):
    (waiver,) = signed(problem_of, small_book())
    assert waiver == Waiver(
        "P01",
        "RUN-01",
        JANUARY,
        "J Lee",
        "long course",
        date(2027, 3, 31),
        waiver.place,
    )
    assert str(waiver.place) == "[Waivers.csv]Waivers!B2"


def test_a_code_may_be_typed_in_small_letters(problem_of):
    sheets = put(small_book(), "Waivers", {"rule": "run-01"})
    assert signed(problem_of, sheets)[0].rule == "RUN-01"


@pytest.mark.parametrize("column", ["approver", "reason", "from", "to", "person"])
def test_who_signs_why_and_for_when_must_be_said(told_of, column):
    sheets = put(small_book(), "Waivers", {column: ""})
    assert told_of(sheets) == [f"Waivers!{cell_of(sheets, 'Waivers', column)} error"]


def test_it_counts_without_an_end_until_its_days_are_over(problem_of):
    (waiver,) = signed(problem_of, put(small_book(), "Waivers", {"expires": ""}))
    assert waiver.expires is None
    assert waiver.excuses("RUN-01", "P01", JANUARY.last)


def test_a_signature_that_ended_before_its_days_is_a_fault(faults_of):
    (fault,) = faults_of(put(small_book(), "Waivers", {"expires": "03/01/2027"}))
    assert (fault.place.cell, fault.severity) == ("G2", Severity.ERROR)
    assert "still counts on Mon 4 Jan 2027" in fault.wanted


def test_a_signature_that_ends_among_its_days_is_doubtful_and_ends_there(
    told_of, tmp_path
):
    sheets = put(small_book(), "Waivers", {"expires": "06/01/2027"})
    assert told_of(sheets) == ["Waivers!G2 warning"]
    (waiver,) = read(write_csv(tmp_path / "read", sheets)).problem.waivers
    assert waiver.excuses("RUN-01", "P01", date(2027, 1, 6))
    assert not waiver.excuses("RUN-01", "P01", date(2027, 1, 7))


def test_a_last_day_before_the_first_is_a_fault(told_of):
    sheets = put(small_book(), "Waivers", {"to": "03/01/2027"})
    assert told_of(sheets) == ["Waivers!D2 error"]


def test_somebody_unknown_is_a_fault(told_of):
    sheets = put(small_book(), "Waivers", {"person": "Nobody"})
    assert told_of(sheets) == ["Waivers!A2 error"]


def test_days_that_are_waived_twice_are_doubtful(told_of):
    row = "P01 | run-01 | 10/01/2027 | 11/01/2027 | J Lee | again"
    assert told_of(more(small_book(), "Waivers", row)) == ["Waivers!C3 warning"]
    other = "P01 | RUN-02 | 10/01/2027 | 11/01/2027 | J Lee | again"
    assert told_of(more(small_book(), "Waivers", other)) == []


def test_it_is_for_all_rows_of_one_human_being(problem_of):
    sheets = small_book()
    head, *rows = sheets["People"]
    if "same as" not in head:
        head.append("same as")
    for row in rows:
        row.extend([""] * (len(head) - len(row)))
        row[head.index("same as")] = "P01" if row[0] == "S02" else ""
    waivers = signed(problem_of, sheets)
    assert {waiver.person for waiver in waivers} == {"P01", "S02"}
