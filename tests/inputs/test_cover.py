"""From rows of Cover to shifts."""

from datetime import date, timedelta

import pytest

import inputs
from tests.inputs.books import FIRST, more, put, small_book, write_csv


def _shifts(problem, unit, turn):
    return [s for s in problem.shifts if (s.unit, s.turn) == (unit, turn)]


def test_a_row_gives_a_shift_for_each_of_its_days(problem_of):
    shifts = _shifts(problem_of(small_book()), "JR-01", "night")
    assert [shift.day.day for shift in shifts] == [8, 9, 15, 16]
    assert {shift.span.length for shift in shifts} == {timedelta(hours=8)}
    assert shifts[0].id == "JR-01 2027-01-08 night"
    assert str(shifts[0].place) == "[Cover.csv]Cover!A3"


def test_shifts_stand_in_order_of_date_car_and_turn(problem_of):
    shifts = problem_of(small_book()).shifts
    assert list(shifts) == sorted(shifts)
    assert len(shifts) == 8 + 4 + 2


def test_team_gives_the_times_of_the_districts_team(problem_of):
    shift = _shifts(problem_of(small_book()), "JR-01", "late")[0]
    assert (shift.span.local_start.hour, shift.span.local_end.hour) == (15, 1)


def test_team_may_stand_for_one_of_the_two_times(problem_of):
    sheets = put(small_book(), "Cover", {"start": "16:00"})
    shift = _shifts(problem_of(sheets), "JR-01", "late")[0]
    assert (shift.span.local_start.hour, shift.span.local_end.hour) == (16, 1)


def test_days_without_a_team_on_the_turn_are_told_once(tmp_path):
    sheets = put(small_book(), "Cover", {"days": "Mon-Thu, Sun"})
    folder = write_csv(tmp_path / "book", sheets)
    reading = inputs.read(folder, first=FIRST, weeks=2)
    (warning,) = reading.warnings
    assert str(warning.place) == "[Cover.csv]Cover!D2"
    assert "Sun 10 Jan 2027 and 1 more day," in warning.wanted
    assert len(_shifts(reading.problem, "JR-01", "late")) == 8


def test_a_turn_that_no_team_has_is_told_at_the_turn(faults_of):
    (fault,) = faults_of(put(small_book(), "Cover", {"turn": "latee"}))
    assert (fault.place.cell, fault.likely) == ("C2", "late")


def test_teams_with_other_times_on_one_turn_are_a_fault(faults_of):
    sheets = more(
        small_book(),
        "Teams",
        "Blue | Northtown | 04/01/2027 | L - - - - - - | 0 | | | 14:00 | 01:00",
    )
    (fault,) = faults_of(sheets)
    assert fault.place.cell == "D2"
    assert "Blue and Red have different times on Mon 4 Jan 2027" in fault.wanted


def test_teams_that_agree_on_the_time_used_are_no_fault(problem_of):
    sheets = more(
        small_book(),
        "Teams",
        "Blue | Northtown | 04/01/2027 | L - - - - - - | 0 | | | 14:00 | 01:00",
    )
    put(sheets, "Cover", {"start": "15:00"})
    assert len(_shifts(problem_of(sheets), "JR-01", "late")) == 8


def test_team_needs_a_car_with_districts(faults_of):
    (fault,) = faults_of(put(small_book(), "Cover", {"start": "team"}, row=4))
    assert fault.place.cell == "D4"
    assert "JR-02 names no districts" in fault.wanted


def test_dates_of_the_row_and_of_the_car_bound_the_shifts(problem_of):
    sheets = put(small_book(), "Cover", {"from": "06/01/2027", "to": "13/01/2027"})
    put(sheets, "Units", {"to": "12/01/2027"})
    days = [shift.day.day for shift in _shifts(problem_of(sheets), "JR-01", "late")]
    assert days == [6, 7, 11, 12]


def test_the_row_s_priority_goes_before_the_car_s(problem_of):
    sheets = put(small_book(), "Cover", {"priority": "5"}, row=3)
    shifts = problem_of(sheets).shifts
    told = {(shift.unit, shift.turn): shift.priority for shift in shifts}
    assert told == {("JR-01", "late"): 1, ("JR-01", "night"): 5, ("JR-02", "late"): 2}


def test_a_shift_that_stands_twice_is_a_fault_at_the_later_row(faults_of):
    sheets = more(small_book(), "Cover", "JR-01 | Sat | night | 19:00 | 03:00 | pair")
    (fault,) = faults_of(sheets)
    assert fault.place.cell == "C5"
    assert "night of JR-01 on Sat 9 Jan 2027 once" in fault.wanted
    assert "[Cover.csv]Cover!C3" in fault.wanted


def test_a_car_in_two_shifts_at_once_is_doubtful(told_of):
    sheets = more(small_book(), "Cover", "JR-01 | Sat | day | 10:00 | 19:00 | pair")
    assert told_of(sheets) == ["Cover!D3 warning"]


def test_a_shift_may_begin_when_another_ends(problem_of):
    sheets = more(small_book(), "Cover", "JR-01 | Sat | day | 10:00 | 18:00 | pair")
    assert len(_shifts(problem_of(sheets), "JR-01", "day")) == 2


def test_a_shift_may_not_end_when_it_starts(told_of):
    told = told_of(put(small_book(), "Cover", {"end": "18:00"}, row=3))
    assert "Cover!E3 error" in told


def test_cover_outside_the_period_is_doubtful(faults_of):
    sheets = small_book()
    for row in (2, 3, 4):
        put(sheets, "Cover", {"from": "01/03/2027", "to": "31/03/2027"}, row=row)
    put(sheets, "Pins", {"pin": "off"})
    (fault,) = faults_of(sheets)
    assert (fault.place.cell, fault.severity) == ("B2", "warning")
    assert "from 04/01/2027 to 17/01/2027" in fault.wanted


def _only_nights(sheets, end):
    put(sheets, "Cover", {"end": end, "from": "", "to": ""}, row=3)
    sheets["Cover"] = [sheets["Cover"][0], sheets["Cover"][2]]
    for sheet in ("Leave", "Availability", "Requests", "Pins"):
        del sheets[sheet][1:]
    return sheets


@pytest.mark.parametrize(
    ("first", "told", "hours"),
    [
        (date(2027, 3, 22), "01:00 on Sun 28 Mar 2027 is skipped", 7),
        (date(2027, 10, 25), "01:00 on Sun 31 Oct 2027 comes twice", 8),
    ],
)
def test_an_end_that_the_clocks_skip_or_repeat_is_doubtful(
    tmp_path, first, told, hours
):
    folder = write_csv(tmp_path / "book", _only_nights(small_book(), "01:00"))
    reading = inputs.read(folder, first=first, weeks=1)
    (warning,) = reading.warnings
    assert str(warning.place) == "[Cover.csv]Cover!E2"
    assert told in warning.wanted
    assert reading.problem.shifts[-1].span.length == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("first", "hours"), [(date(2027, 3, 22), 7), (date(2027, 10, 25), 9)]
)
def test_a_clock_change_night_has_its_real_length(tmp_path, first, hours):
    folder = write_csv(tmp_path / "book", _only_nights(small_book(), "02:00"))
    reading = inputs.read(folder, first=first, weeks=1)
    friday, saturday = reading.problem.shifts
    assert friday.span.length == timedelta(hours=8)
    assert saturday.span.length == timedelta(hours=hours)
    assert len(reading.warnings) == 0
