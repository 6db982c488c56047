"""The record, the rules' settings, bank holidays, and the days to plan."""

from datetime import date

import pytest

import inputs
from rostering.domain import AbsenceKind, DutyKind, Mode, Period, Tier
from rostering.domain.pay_terms import OwnHoliday
from tests.inputs.books import more, put, small_book, write_csv


def test_the_record_tells_work_from_leave(problem_of):
    worked, sick = problem_of(small_book()).history
    assert (worked.person, worked.kind, worked.unit) == (
        "P01",
        DutyKind.WORKED,
        "JR-01",
    )
    assert (worked.what, worked.absence, worked.day) == (
        "JR-01",
        None,
        date(2027, 1, 2),
    )
    assert (sick.kind, sick.what) == (DutyKind.AWAY, "sick")
    assert sick.absence is AbsenceKind.SICK
    assert str(sick.place) == "[History.csv]History!B3"


@pytest.mark.parametrize("kind", ["", "worked", "Shift", "OT"])
def test_work_goes_by_several_names(problem_of, kind):
    sheets = put(small_book(), "History", {"kind": kind, "unit": ""})
    assert problem_of(sheets).history[0].what == "worked"


def test_the_record_of_one_stretch_twice_is_a_fault(told_of):
    row = "P01 | 02/01/2027 | 18:00 | 02:00 | JR-02"
    assert told_of(more(small_book(), "History", row)) == ["History!B4 error"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("P01 | 03/01/2027 | 01:00 | 09:00", ["History!B4 warning"]),
        ("P01 | 03/01/2027 | 02:00 | 09:00", []),
        ("P02 | 02/01/2027 | 18:00 | 02:00", []),
    ],
)
def test_work_that_overlaps_is_doubtful(told_of, row, told):
    assert told_of(more(small_book(), "History", row)) == told


def test_a_record_inside_the_period_is_told_once_and_not_used(tmp_path):
    rows = [f"P02 | 0{day}/01/2027 | 09:00 | 17:00" for day in (3, 4, 5, 6)]
    folder = write_csv(tmp_path / "book", more(small_book(), "History", *rows))
    reading = inputs.read(folder, first=date(2027, 1, 4), weeks=2)
    (warning,) = reading.warnings
    assert warning.place.cell == "B5"
    assert "before 04/01/2027" in warning.wanted
    assert "this row and 2 more rows will not be used" in warning.wanted
    assert max(duty.day for duty in reading.problem.history) == date(2027, 1, 3)


def test_a_duty_planned_elsewhere_counts_in_the_period(tmp_path):
    row = "P02 | 05/01/2027 | 09:00 | 17:00 | | custody | planned"
    folder = write_csv(tmp_path / "book", more(small_book(), "History", row))
    reading = inputs.read(folder, first=date(2027, 1, 4), weeks=2)
    assert not reading.warnings
    (planned,) = [d for d in reading.problem.history if d.day == date(2027, 1, 5)]
    assert (planned.kind, planned.what) == (DutyKind.WORKED, "custody")
    assert planned in reading.problem.fixed_duties("P02")


def test_a_duty_planned_elsewhere_does_not_move_the_period(tmp_path):
    row = "P02 | 05/04/2027 | 09:00 | 17:00 | | | planned"
    plain = write_csv(tmp_path / "plain", small_book())
    book = write_csv(tmp_path / "book", more(small_book(), "History", row))
    assert inputs.read(book).problem.period == inputs.read(plain).problem.period


def test_a_car_that_was_planned_in_the_period_is_planned_anew(tmp_path):
    row = "P02 | 05/01/2027 | 18:00 | 02:00 | JR-02 | | planned"
    folder = write_csv(tmp_path / "book", more(small_book(), "History", row))
    reading = inputs.read(folder, first=date(2027, 1, 4), weeks=2)
    assert [w.place.cell for w in reading.warnings] == ["B4"]


def test_a_roster_that_repeats_the_teams_turn_leaves_the_turn_as_it_is(tmp_path):
    plain = inputs.read(
        write_csv(tmp_path / "plain", small_book()), first=date(2027, 1, 4), weeks=2
    ).problem
    turn = next(
        duty
        for person in plain.people
        for duty in plain.fixed_duties(person.id)
        if duty.kind is DutyKind.TEAM and duty.day in plain.period
    )
    span = turn.span
    row = (
        f"{turn.person} | {turn.day:%d/%m/%Y} | {span.local_start:%H:%M} | "
        f"{span.local_end:%H:%M} | | | planned"
    )
    book = write_csv(tmp_path / "book", more(small_book(), "History", row))
    problem = inputs.read(book, first=date(2027, 1, 4), weeks=2).problem
    assert turn in problem.fixed_duties(turn.person)


def test_settings_keep_where_their_code_and_value_stand(problem_of):
    plain, named = problem_of(small_book()).settings
    assert (named.code, named.on, named.mode) == ("REST-01", True, Mode.HARD)
    assert (named.tier, named.weight, named.source) == (Tier.CARE, 5, "law")
    assert (named.applies_to, named.parameter, named.value) == ("P01", "rest", "11:00")
    assert (named.place.cell, named.value_place.cell) == ("A2", "H2")
    assert (plain.on, plain.mode, plain.tier, plain.weight) == (None,) * 4
    assert (plain.applies_to, plain.parameter, plain.value) == ("", "hours", "11")


@pytest.mark.parametrize(
    ("written", "subject"),
    [
        ("s01", "S01"),
        ("jr-02", "JR-02"),
        ("Special", "special"),
        ("t", "T"),
        ("everybody", ""),
    ],
)
def test_a_setting_is_for_a_person_car_role_or_employer(problem_of, written, subject):
    sheets = put(small_book(), "Rules", {"applies to": written})
    assert {s.applies_to for s in problem_of(sheets).settings} == {"", subject}


def test_a_setting_for_nobody_known_is_a_fault(faults_of):
    (fault,) = faults_of(put(small_book(), "Rules", {"applies to": "specials"}))
    assert (fault.place.cell, fault.likely) == ("F2", "special")


def test_a_value_needs_the_name_of_what_it_sets(told_of):
    told = told_of(put(small_book(), "Rules", {"parameter": ""}))
    assert told == ["Rules!G2 error"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("rest-01 | | | | | | Hours | 12", ["Rules!G4 error"]),
        ("REST-01 | | | | | P02 | hours | 12", []),
        ("REST-01 | N | | | | P01", ["Rules!B4 error"]),
        ("REST-01 | Y | hard | care | 5 | P01", []),
        ("REST-01 | | wish | | 4 | P01", ["Rules!C4 error", "Rules!E4 error"]),
        ("REST-01 | N | | | | P02", []),
    ],
)
def test_rows_about_one_rule_must_agree(told_of, row, told):
    assert told_of(more(small_book(), "Rules", row)) == told


def test_bank_holidays_are_the_country_s_and_the_sheet_s(problem_of):
    sheets = small_book()
    more(sheets, "Bank holidays", "01/01/2027 | Not a holiday", "03/05/2027 | May Day!")
    holidays = problem_of(sheets).bank_holidays
    assert holidays[date(2027, 1, 15)] == "Founders' day"
    assert holidays[date(2027, 5, 3)] == "May Day!"
    assert holidays[date(2026, 12, 28)] == "Boxing Day (observed)"
    assert date(2027, 1, 1) not in holidays
    assert list(holidays) == sorted(holidays)
    assert {day.year for day in holidays} == {2025, 2026, 2027}


def test_a_day_taken_off_the_list_must_be_on_it(told_of):
    sheets = more(small_book(), "Bank holidays", "02/01/2027 | not a holiday")
    assert told_of(sheets) == ["Bank holidays!A3 warning"]


def test_a_person_may_swap_a_holiday_for_another_day(problem_of):
    sheets = small_book()
    more(sheets, "Bank holidays", "15/01/2027 | not a holiday | r01")
    problem = problem_of(more(sheets, "Bank holidays", "20/01/2027 | swapped | R01"))
    assert problem.person["R01"].pay.own_holidays == (
        OwnHoliday(date(2027, 1, 15), False),
        OwnHoliday(date(2027, 1, 20), True),
    )
    assert problem.person["P01"].pay.own_holidays == ()
    assert date(2027, 1, 15) in problem.bank_holidays
    assert date(2027, 1, 20) not in problem.bank_holidays


def test_christmas_day_is_not_swapped(told_of):
    row = "25/12/2026 | not a holiday | R01"
    assert told_of(more(small_book(), "Bank holidays", row)) == [
        "Bank holidays!A3 warning"
    ]


def test_a_bank_holiday_that_stands_twice_is_a_fault(told_of):
    sheets = more(small_book(), "Bank holidays", "15/01/2027 | Other day")
    assert told_of(sheets) == ["Bank holidays!A3 error"]


def _period(tmp_path, sheets, **asked):
    del sheets["Pins"][1:]
    folder = write_csv(tmp_path / "book", sheets)
    today = date(2027, 3, 3)
    return inputs.read(folder, today=today, **asked).problem.period


def test_the_period_is_as_asked(tmp_path):
    period = _period(tmp_path, small_book(), first=date(2027, 1, 6), weeks=3)
    assert period == Period(date(2027, 1, 6), date(2027, 1, 26))


def test_without_a_first_day_the_period_begins_on_the_monday_after_the_record(tmp_path):
    sheets = more(small_book(), "History", "P01 | 05/01/2027 | 09:00 | 17:00 | | | AL")
    assert _period(tmp_path, sheets, weeks=1).first == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("begins", "first"),
    [("04/01/2027", date(2027, 1, 4)), ("05/01/2027", date(2027, 1, 11))],
)
def test_without_a_record_it_begins_on_a_monday_with_cover(tmp_path, begins, first):
    sheets = small_book()
    del sheets["History"]
    for row in (2, 3):
        put(sheets, "Cover", {"from": begins}, row=row)
    assert _period(tmp_path, sheets, weeks=1).first == first


def _bare(sheets):
    del sheets["History"]
    for row in (2, 3):
        put(sheets, "Cover", {"from": "", "to": ""}, row=row)
    return sheets


def test_without_anything_it_begins_next_monday_for_four_weeks(tmp_path):
    period = _period(tmp_path, _bare(small_book()))
    assert period == Period(date(2027, 3, 8), date(2027, 4, 4))


def test_without_a_length_it_goes_on_while_there_is_cover(tmp_path):
    sheets = put(small_book(), "Cover", {"to": "20/01/2027"}, row=4)
    period = _period(tmp_path, sheets, first=date(2027, 1, 4))
    assert period.last == date(2027, 1, 24)


def test_cars_out_of_service_end_their_cover(tmp_path):
    sheets = put(small_book(), "Units", {"to": "15/02/2027"}, row=3)
    period = _period(tmp_path, sheets, first=date(2027, 1, 4))
    assert period.last == date(2027, 2, 21)


def test_cover_for_years_gives_twelve_weeks(tmp_path):
    sheets = put(small_book(), "Cover", {"to": "31/12/2029"}, row=4)
    period = _period(tmp_path, sheets, first=date(2027, 1, 4))
    assert period.last == date(2027, 3, 28)


def test_cover_that_is_over_gives_one_week(tmp_path):
    sheets = put(small_book(), "Cover", {"to": "17/01/2027"}, row=4)
    period = _period(tmp_path, sheets, first=date(2027, 6, 7))
    assert period == Period(date(2027, 6, 7), date(2027, 6, 13))
