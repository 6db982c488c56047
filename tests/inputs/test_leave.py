"""Leave: its kinds, its hours, and what overlaps."""

from datetime import date, datetime, time

import pytest

from rostering.domain import AbsenceKind, DateRange, LeaveStatus, Request, Want
from rostering.domain.time import ZONE, instant, whole_days
from tests.inputs.books import more, put, small_book


def _leave(problem, person="P01"):
    (leave,) = [leave for leave in problem.leave if leave.person == person]
    return leave


def test_leave_without_times_is_whole_days(problem_of):
    leave = _leave(problem_of(small_book()))
    assert leave.span == whole_days(date(2027, 1, 6), date(2027, 1, 7))
    assert (leave.kind, leave.status) == (AbsenceKind.ANNUAL, LeaveStatus.APPROVED)
    assert str(leave.place) == "[Leave.csv]Leave!C2"


@pytest.mark.parametrize(
    ("start", "end", "begins", "ends"),
    [
        ("12:00", "", (6, 12), (8, 0)),
        ("", "12:00", (6, 0), (7, 12)),
        ("12:00", "13:00", (6, 12), (7, 13)),
        ("", "24:00", (6, 0), (8, 0)),
        ("00:00", "00:00", (6, 0), (8, 0)),
    ],
)
def test_times_bound_the_first_and_the_last_day(problem_of, start, end, begins, ends):
    sheets = put(small_book(), "Leave", {"start": start, "end": end})
    span = _leave(problem_of(sheets)).span
    assert span.local_start == datetime(2027, 1, begins[0], begins[1], tzinfo=ZONE)
    assert span.local_end == datetime(2027, 1, ends[0], ends[1], tzinfo=ZONE)


@pytest.mark.parametrize(
    ("start", "end", "ends"),
    [("09:00", "13:00", (5, 13)), ("20:00", "02:00", (6, 2)), ("09:00", "", (6, 0))],
)
def test_times_on_one_day_are_that_span(problem_of, start, end, ends):
    sheets = put(small_book(), "Leave", {"start": start, "end": end}, row=3)
    span = _leave(problem_of(sheets), "P02").span
    assert span.local_end == datetime(2027, 1, ends[0], ends[1], tzinfo=ZONE)


def test_leave_without_an_end_outlasts_the_period(problem_of):
    sheets = put(small_book(), "Leave", {"to": "31-DEC-4712"})
    assert _leave(problem_of(sheets)).span.end == instant(date(2027, 2, 1), time())


def test_requested_leave_is_a_wish_to_be_off(problem_of):
    problem = problem_of(small_book())
    days = DateRange(date(2027, 1, 14), date(2027, 1, 15))
    (wish,) = [request for request in problem.requests if request.person == "R01"]
    assert wish == Request("R01", Want.OFF, days, place=wish.place)
    assert str(wish.place) == "[Leave.csv]Leave!G4"
    assert {leave.person for leave in problem.leave} == {"P01", "P02"}


@pytest.mark.parametrize("status", ["refused", "cancelled", "Withdrawn"])
def test_leave_that_does_not_stand_keeps_its_status(problem_of, status):
    problem = problem_of(put(small_book(), "Leave", {"status": status}))
    assert not _leave(problem).status.value.startswith("approved")
    assert "P01" not in problem.approved_leave


def test_leave_may_not_end_before_it_begins(told_of):
    sheets = put(small_book(), "Leave", {"to": "05/01/2027"})
    assert told_of(sheets) == ["Leave!D2 error"]


def test_leave_that_overlaps_is_a_fault_that_names_the_other(faults_of):
    row = "P01 | TOIL | 07/01/2027 | 08/01/2027"
    (fault,) = faults_of(more(small_book(), "Leave", row))
    assert (fault.place.cell, fault.severity) == ("C5", "error")
    assert "annual leave in [Leave.csv]Leave!C2" in fault.wanted


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("P01 | sick | 07/01/2027 | 09/01/2027", ["Leave!C5 warning"]),
        ("P01 | annual | 08/01/2027 | 09/01/2027", []),
        ("P01 | annual | 07/01/2027 | 07/01/2027 | | | refused", []),
        ("P02 | annual | 05/01/2027 | 05/01/2027 | 13:00", []),
        ("P02 | annual | 05/01/2027 | 05/01/2027 | 12:59", ["Leave!C5 error"]),
        ("P01 | annual | 01/01/2027 | 31/01/2027", ["Leave!C5 error"]),
    ],
)
def test_only_leave_that_stands_and_shares_time_overlaps(told_of, row, told):
    assert told_of(more(small_book(), "Leave", row)) == told


def test_the_later_row_is_at_fault_wherever_it_begins(told_of):
    row = "P01 | annual | 04/01/2027 | 06/01/2027"
    assert told_of(more(small_book(), "Leave", row)) == ["Leave!C5 error"]


def test_sickness_twice_over_is_a_fault(told_of):
    rows = ["P02 | sick | 11/01/2027 | 13/01/2027", "P02 | S | 13/01/2027 | 14/01/2027"]
    assert told_of(more(small_book(), "Leave", *rows)) == ["Leave!C6 error"]
