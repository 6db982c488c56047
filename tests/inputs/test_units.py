"""Cars, crews and teams."""

from datetime import date, time

import pytest

from rostering.domain import DateRange
from tests.inputs.books import more, put, small_book


def test_a_car_knows_all_that_its_row_says(problem_of):
    unit = problem_of(small_book()).unit["JR-01"]
    assert (unit.area, unit.districts, unit.base) == ("North", ("Northtown",), "A")
    assert (unit.force, unit.trust, unit.priority) == ("F", "T", 1)
    assert unit.in_service == DateRange(date(2026, 1, 1), None)
    assert str(unit.place) == "[Units.csv]Units!A2"


def test_a_car_that_stands_twice_is_a_fault_at_the_second(faults_of):
    sheets = more(small_book(), "Units", "jr-01 | West | | | F | T")
    (fault,) = faults_of(sheets)
    assert fault.place.cell == "A4"
    assert "[Units.csv]Units!A2" in fault.wanted


def test_the_last_day_may_not_be_before_the_first(faults_of):
    (fault,) = faults_of(put(small_book(), "Units", {"to": "31/12/2025"}))
    assert fault.place.cell == "I2"
    assert "not before from, 01/01/2026" in fault.wanted


def test_a_district_without_a_team_is_doubtful(faults_of):
    sheets = put(small_book(), "Units", {"districts": "Northtown, Nortown"})
    (fault,) = faults_of(sheets)
    assert (fault.found, fault.likely, fault.severity) == (
        "Nortown",
        "Northtown",
        "warning",
    )


def test_days_off_the_road_that_overlap_are_doubtful(told_of):
    sheets = more(small_book(), "Off road", "JR-02 | 09/01/2027 | 12/01/2027")
    assert told_of(sheets) == ["Off road!B3 warning"]


def test_the_rows_of_a_crew_are_its_posts_by_name(problem_of):
    (crew,) = {shift.crew for shift in problem_of(small_book()).shifts}
    assert [post.name for post in crew.posts] == ["paramedic", "police"]
    police = crew.by_name["police"]
    assert police.roles == (frozenset({"regular"}), frozenset({"special"}))
    assert (police.least, police.wanted, police.most) == (1, 1, 2)
    assert police.skills == {"first aid"}
    assert crew.any_skills == ("driving",)


def test_blank_numbers_of_a_post_follow_the_least(problem_of):
    sheets = put(small_book(), "Crews", {"least": "2", "wanted": "", "most": ""})
    post = problem_of(sheets).shifts[0].crew.by_name["paramedic"]
    assert (post.least, post.wanted, post.most) == (2, 2, 2)


@pytest.mark.parametrize(
    ("least", "wanted", "most", "column"),
    [("2", "1", "2", "E"), ("1", "2", "1", "F"), ("0", "", "", "F")],
)
def test_fewer_may_not_be_wanted_than_needed(told_of, least, wanted, most, column):
    numbers = {"least": least, "wanted": wanted, "most": most}
    assert told_of(put(small_book(), "Crews", numbers)) == [f"Crews!{column}2 error"]


def test_a_blank_cell_at_fault_is_said_to_hold_nothing(faults_of):
    numbers = {"least": "0", "wanted": "", "most": ""}
    (fault,) = faults_of(put(small_book(), "Crews", numbers))
    assert fault.found == "nothing"


def test_a_post_that_stands_twice_is_a_fault(told_of):
    sheets = more(small_book(), "Crews", "PAIR | Police | special | 1")
    assert told_of(sheets) == ["Crews!B4 error"]


def test_a_role_that_nobody_has_is_doubtful(faults_of):
    sheets = put(small_book(), "Crews", {"roles": "regular > speciel"}, row=3)
    faults = {fault.place.sheet: fault for fault in faults_of(sheets)}
    assert (faults["Crews"].found, faults["Crews"].likely) == ("speciel", "special")
    assert faults["People"].found == "special, here and 1 more row"
    assert {fault.severity for fault in faults.values()} == {"warning"}


def test_a_skill_that_nobody_holds_or_needs_is_doubtful(faults_of):
    sheets = put(small_book(), "Crews", {"skills": "any: drivng"})
    crews, training = faults_of(sheets)
    assert (crews.found, crews.likely) == ("drivng", "driving")
    assert (training.found, training.likely) == ("driving", "drivng")


def test_the_letters_of_a_pattern_are_the_first_of_its_turns(problem_of):
    (team,) = problem_of(small_book()).teams
    assert team.pattern == ("late", "late", "late", "late", "-", "-", "-")
    assert team.times == (
        ("early", time(7), time(17)),
        ("late", time(15), time(1)),
    )
    assert (team.district, team.least_on_duty) == ("Northtown", 1)


def test_a_letter_without_a_turn_is_a_fault(faults_of):
    (fault,) = faults_of(put(small_book(), "Teams", {"pattern": "L L L L N - -"}))
    assert (fault.place.cell, fault.found) == ("D2", "L L L L N - -")
    assert "early, late" in fault.wanted


def test_a_letter_of_two_turns_is_a_fault(told_of):
    sheets = small_book()
    sheets["Teams"][0] += ["long start", "long end"]
    sheets["Teams"][1] += ["14:00", "02:00"]
    assert "Teams!D2 error" in told_of(sheets)


@pytest.mark.parametrize(("header", "cell"), [("late start", "H2"), ("late end", "I2")])
def test_a_turn_needs_both_its_times(told_of, header, cell):
    assert f"Teams!{cell} error" in told_of(put(small_book(), "Teams", {header: ""}))


def test_a_turn_without_a_column_for_its_end_is_a_fault(faults_of):
    sheets = small_book()
    sheets["Teams"][0][8] = "notes"
    errors = [fault for fault in faults_of(sheets) if fault.severity == "error"]
    assert ["no end" in fault.wanted for fault in errors] == [True]


def test_any_word_may_be_a_turn(problem_of):
    sheets = small_book()
    sheets["Teams"][0][7:9] = ["Twilight start", "twilight END"]
    sheets["Teams"][1][3] = "T T T T - - -"
    sheets["Cover"][1][2] = "Twilight"
    problem = problem_of(sheets)
    assert problem.teams[0].turn_on(date(2027, 1, 4)) == "twilight"
    assert problem.shifts[0].turn == "twilight"


def test_a_team_that_stands_twice_is_a_fault(told_of):
    sheets = more(small_book(), "Teams", "red | Northtown | 04/01/2027 | - - -")
    assert told_of(sheets) == ["Teams!A3 error"]
