"""People, what they may do and what they are taught."""

from datetime import date, time
from decimal import Decimal

import pytest

from inputs.training import last_day_after
from rostering.domain import DateRange
from rostering.domain.pay_terms import PayScheme, PayTerms
from rostering.domain.time import span_between
from tests.inputs.books import cell_of, more, put, small_book


def _person(problem, person):
    return problem.person[person]


def test_a_person_knows_all_that_the_row_says(problem_of):
    ann = _person(problem_of(small_book()), "P01")
    assert (ann.name, ann.role, ann.employer) == ("Ann Ash", "paramedic", "T")
    assert (ann.units, ann.home) == (("JR-01", "JR-02"), "JR-01")
    assert (ann.weekly_minutes, ann.overtime) == (2250, True)
    assert ann.opt_out == DateRange(date(2026, 4, 1), date(2027, 3, 31))
    assert ann.employed == DateRange(date(2020, 1, 1), None)
    assert (ann.team, ann.main_job, ann.offers_time) == ("", None, False)


def test_pay_is_known_where_it_is_said(problem_of):
    problem = problem_of(small_book())
    terms = PayTerms(PayScheme.SECTION_2, 6, Decimal("18.25"))
    assert _person(problem, "P01").pay == terms
    assert _person(problem, "P02").pay == PayTerms()


def test_a_volunteer_knows_standing_and_main_job(problem_of):
    dan = _person(problem_of(small_book()), "S01")
    assert (dan.status, dan.main_job) == ("IPS", (time(9), time(17)))
    assert (dan.weekly_minutes, dan.opt_out, dan.offers_time) == (None, None, True)
    assert _person(problem_of(small_book()), "S02").status == "DPS"


def test_a_regular_officer_has_a_team_and_no_hours(problem_of):
    cat = _person(problem_of(small_book()), "R01")
    assert (cat.team, cat.weekly_minutes, cat.offers_time) == ("Red", None, False)


@pytest.mark.parametrize(
    ("written", "units"),
    [
        ("any", ()),
        ("Any", ()),
        ("JR-02, any", ("JR-02", "JR-01")),
        ("jr-02; JR-01", ("JR-02", "JR-01")),
    ],
)
def test_cars_may_be_named_or_any(problem_of, written, units):
    sheets = put(small_book(), "People", {"units": written})
    assert _person(problem_of(sheets), "P01").units == units


def test_an_id_that_stands_twice_is_a_fault_at_the_second(faults_of):
    sheets = more(small_book(), "People", "p02 | Fay Fox | special | F | any")
    (fault,) = faults_of(sheets)
    assert (fault.place.cell, fault.severity) == ("A7", "error")
    assert "[People.csv]People!A3" in fault.wanted


def test_two_people_of_one_name_are_doubtful(told_of):
    sheets = more(small_book(), "People", "S03 | eve elm | special | F | any")
    assert told_of(sheets) == ["People!B7 warning"]


@pytest.mark.parametrize(
    ("header", "value", "likely"),
    [
        ("units", "JR-O1", "JR-01"),
        ("units", "JR-03", ""),
        ("team", "Reed", "Red"),
    ],
)
def test_an_unknown_car_or_team_is_a_fault(faults_of, header, value, likely):
    faults = faults_of(put(small_book(), "People", {header: value}))
    assert [(f.found, f.likely, f.severity) for f in faults] == [
        (value, likely, "error")
    ]


def test_a_role_that_no_crew_has_is_doubtful(faults_of):
    sheets = put(small_book(), "People", {"role": "paramedik"})
    (fault,) = faults_of(sheets)
    assert (fault.found, fault.likely) == ("paramedik", "paramedic")
    assert fault.severity == "warning"


def test_half_a_main_job_is_a_fault(told_of):
    sheets = put(small_book(), "People", {"main job end": ""}, row=5)
    assert told_of(sheets) == ["People!M5 error"]


def test_an_opt_out_that_ends_before_it_begins_is_a_fault(told_of):
    sheets = put(small_book(), "People", {"opt-out to": "31/03/2026"})
    assert told_of(sheets) == ["People!K2 error"]


@pytest.mark.parametrize(
    ("sheet", "header"),
    [
        ("Training", "person"),
        ("Leave", "person"),
        ("Availability", "person"),
        ("Requests", "person"),
        ("Pairs", "second"),
        ("Pins", "person"),
        ("History", "person"),
        ("Courses", "booked"),
    ],
)
def test_an_unknown_person_is_a_fault_with_a_likely_id(faults_of, sheet, header):
    (fault,) = faults_of(put(small_book(), sheet, {header: "SO1"}))
    assert (fault.place.sheet, fault.found, fault.likely) == (sheet, "SO1", "S01")
    assert (fault.severity, fault.wanted) == ("error", "a name from People, column id")


def test_ids_are_known_in_either_case(problem_of):
    sheets = put(small_book(), "Leave", {"person": "p01"})
    assert problem_of(sheets).leave[0].person == "P01"


def test_a_person_with_another_fault_is_not_called_unknown(faults_of):
    sheets = put(small_book(), "People", {"weekly hours": "lots"})
    assert [fault.found for fault in faults_of(sheets)] == ["lots"]


def test_needs_for_skills_are_for_roles_and_posts(problem_of):
    regular, special = problem_of(small_book()).skill_needs
    assert (regular.role, regular.posts, regular.warn_days) == (
        "regular",
        frozenset(),
        90,
    )
    assert (special.role, special.posts, special.warn_days) == (
        "special",
        {"police"},
        60,
    )


def test_an_unknown_post_of_a_skill_is_a_fault(faults_of):
    (fault,) = faults_of(put(small_book(), "Skills", {"posts": "polce"}))
    assert (fault.place.cell, fault.likely) == ("C2", "police")


def test_a_need_that_stands_twice_is_a_fault(told_of):
    sheets = more(small_book(), "Skills", "special | First Aid | police")
    assert told_of(sheets) == ["Skills!B4 error"]


def test_training_ends_as_written_or_as_skills_says_or_never(problem_of):
    held = problem_of(small_book()).training
    assert [(t.person, t.skill, t.valid.last) for t in held] == [
        ("P01", "driving", None),
        ("R01", "first aid", date(2027, 3, 14)),
        ("S01", "first aid", date(2027, 5, 31)),
    ]
    assert [t.place.cell for t in held] == ["B4", "B3", "D2"]


def test_an_expiry_in_a_far_year_is_none(problem_of):
    sheets = put(small_book(), "Training", {"expires": "31/12/4712"}, row=3)
    assert problem_of(sheets).training[1].valid.last is None


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2026, 1, 15), 12, date(2027, 1, 14)),
        (date(2026, 1, 1), 12, date(2026, 12, 31)),
        (date(2026, 3, 1), 12, date(2027, 2, 28)),
        (date(2027, 3, 1), 12, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 3, 31), 6, date(2026, 9, 30)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 14)),
    ],
)
def test_months_end_on_the_day_before_the_same_number(first, months, last):
    assert last_day_after(first, months) == last


def test_training_that_ends_before_it_begins_is_a_fault(told_of):
    sheets = put(small_book(), "Training", {"expires": "31/05/2026"})
    assert told_of(sheets) == ["Training!D2 error"]


def test_training_that_stands_twice_is_doubtful_and_with_two_ends_a_fault(told_of):
    once_more = "S01 | first aid | 01/06/2026 |"
    same = more(small_book(), "Training", f"{once_more} 31/05/2027")
    assert told_of(same) == ["Training!A5 warning"]
    other = more(small_book(), "Training", f"{once_more} 30/06/2027")
    assert told_of(other) == ["Training!D5 error"]


def test_an_unknown_skill_in_training_is_doubtful(faults_of):
    (fault,) = faults_of(put(small_book(), "Training", {"skill": "frst aid"}))
    assert (fault.likely, fault.severity) == ("first aid", "warning")
    assert "Skills, column skill or Crews, column skills" in fault.wanted


def test_a_course_knows_who_is_booked(problem_of):
    (course,) = problem_of(small_book()).courses
    assert (course.id, course.skill, course.places) == ("FA1", "first aid", 8)
    assert course.booked == ("R01", "S02")
    assert course.roles == {"regular", "special"}
    assert course.span == span_between(date(2027, 1, 12), time(9), time(17))


def test_more_booked_than_places_are_a_fault(told_of):
    sheets = put(small_book(), "Courses", {"places": "1"})
    assert told_of(sheets) == ["Courses!H2 error"]


def test_a_course_may_have_a_row_for_each_day_but_not_two(told_of):
    second = "FA1 | first aid | 13/01/2027 | 09:00 | 17:00 | 8"
    assert told_of(more(small_book(), "Courses", second)) == []
    double = "FA1 | first aid | 12/01/2027 | 09:00 | 16:00 | 8"
    assert told_of(more(small_book(), "Courses", double)) == ["Courses!A3 error"]


def test_a_course_for_other_roles_is_doubtful(faults_of):
    (fault,) = faults_of(put(small_book(), "Courses", {"roles": "regular"}))
    assert (fault.place.cell, fault.severity) == ("H2", "warning")
    assert "S02 is a special" in fault.wanted


def test_a_course_during_leave_is_doubtful(faults_of):
    row = "R01 | annual | 11/01/2027 | 12/01/2027"
    (fault,) = faults_of(more(small_book(), "Leave", row))
    assert fault.place.sheet == "Courses"
    assert "R01 is away by [Leave.csv]Leave!C5" in fault.wanted


def test_hours_in_another_job_are_known(problem_of):
    sheets = put(small_book(), "People", {"other hours": "12:30"})
    assert _person(problem_of(sheets), "P01").other_minutes == 750
    assert _person(problem_of(sheets), "P02").other_minutes == 0


def test_one_human_being_may_have_two_rows(problem_of, told_of):
    sheets = more(small_book(), "People", "S03 | ann ash | special | F | any")
    put(sheets, "People", {"same as": "s03"})
    assert _person(problem_of(sheets), "P01").same_as == "S03"
    assert problem_of(sheets).selves("S03") == ("P01", "S03")
    assert told_of(sheets) == []


def test_a_row_that_is_the_same_as_itself_or_as_nobody_is_a_fault(told_of):
    for other in ("P01", "P09"):
        sheets = put(small_book(), "People", {"same as": other})
        assert f"People!{cell_of(sheets, 'People', 'same as')} error" in told_of(sheets)
