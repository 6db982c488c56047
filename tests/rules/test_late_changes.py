"""CHANGE-02 at its edges."""

from dataclasses import replace

import pytest

from constraints.late_changes import LateChanges
from rostering.domain import Rota, RuleSetting
from rostering.drawing import parse
from rostering.rulebook import rulebook
from tests.verify import assert_charged, assert_kept

OFFICER = "Bob@A -\nteam A/1 L\npublished Bob L\nneed L\ntold {}"


@pytest.mark.parametrize(
    ("told", "cost"),
    [
        ("2026-12-19", 0),
        ("2026-12-20", 1),
        ("2026-12-26", 1),
        ("2026-12-27", 2),
        ("2026-12-29", 2),
        ("2026-12-30", 3),
        ("2027-01-04", 3),
        ("2027-01-05", 3),
    ],
)
def test_an_officers_lines_are_15_8_and_5_clear_days(told: str, cost: int) -> None:
    if cost:
        assert_charged(LateChanges(), OFFICER.format(told), cost)
    else:
        assert_kept(LateChanges(), OFFICER.format(told))


def test_contracted_staff_have_four_weeks_and_volunteers_a_fortnight() -> None:
    staff = "Ann L\npublished Ann -\npublished Bob L\ntold {}"
    assert_kept(LateChanges(), staff.format("2026-12-06"))
    assert_charged(LateChanges(), staff.format("2026-12-07"), 1)
    volunteer = "Sam:special -\npublished Sam L\noffer Sam L\nneed L\ntold {}"
    assert_kept(LateChanges(), volunteer.format("2026-12-20"))
    assert_charged(LateChanges(), volunteer.format("2026-12-21"), 1)


def test_a_book_may_set_other_lines_or_none() -> None:
    drawing = OFFICER.format("2027-01-03")
    assert_charged(LateChanges(officers=(2, 1), weight=5), drawing, 10)
    assert_kept(LateChanges(officers=()), drawing)


def test_each_changed_day_has_notice_of_its_own() -> None:
    drawing = "Bob@A - L\nteam A/1 L\npublished Bob L -\npublished Cal - L\nneed L L"
    assert_charged(LateChanges(), f"{drawing}\ntold 2026-12-27", 2 + 1)


def test_without_a_day_of_telling_it_says_nothing() -> None:
    assert_kept(LateChanges(), "Ann L\npublished Ann -\npublished Bob L")


def test_a_waiver_of_the_day_takes_it_out() -> None:
    drawing = f"{OFFICER.format('2027-01-03')}\nwaive Bob CHANGE-02 x"
    assert list(LateChanges().breaches(parse(drawing))) == []


def _set(value: str):
    problem = parse(OFFICER.format("2027-01-03")).problem
    row = RuleSetting("CHANGE-02", parameter="officers", value=value)
    rules, faults = rulebook(replace(problem, settings=(row,)))
    return next(rule for rule in rules if rule.code == "CHANGE-02"), faults


def test_the_rules_sheet_sets_the_lines_as_numbers() -> None:
    rule, faults = _set("10, 3")
    assert (rule.officers, faults) == ((10, 3), ())


def test_lines_that_are_no_numbers_are_a_fault() -> None:
    _, (fault,) = _set("a week")
    assert fault.wanted == "whole numbers such as 15, 8, 5"


def test_nothing_is_late_while_no_day_of_telling_is_known() -> None:
    drawn = parse(OFFICER.format("2027-01-03"))
    problem = replace(drawn.problem, told_on=None)
    assert_kept(LateChanges(), Rota(problem, drawn.fills))


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(LateChanges(people=frozenset({"Ann"})), OFFICER.format("2027-01-03"))
