"""FAIR-04 at its edges."""

from constraints.weekends_off import WeekendsOff
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

FRIDAY = "start 2027-01-08\n"
SIX = " - - - - - - "


def test_one_in_three_off_is_enough_wherever_it_is() -> None:
    for weeks in (["S", "S", "-"], ["S", "-", "S"], ["-", "S", "S"]):
        assert_kept(WeekendsOff(), f"{FRIDAY}Ann {SIX.join(weeks)}")


def test_three_on_end_cost_one_and_each_after_it_one_more() -> None:
    assert_charged(WeekendsOff(), f"{FRIDAY}Ann {SIX.join('SSS')}", 1)
    assert_charged(WeekendsOff(), f"{FRIDAY}Ann {SIX.join('SSSSS')}", 3)


def test_one_in_two_is_asked_where_the_book_says_so() -> None:
    assert_charged(WeekendsOff(one_in=2), f"{FRIDAY}Ann {SIX.join('SS')}", 1)


def test_any_part_of_a_weekend_takes_it() -> None:
    # Thursday's late turn ends on Friday at 01:00; Friday's early one at 17:00.
    thursday = f"start 2027-01-07\nAnn {SIX.join('LLL')}"
    assert_kept(WeekendsOff(), thursday)
    assert_kept(WeekendsOff(), f"{FRIDAY}Ann {SIX.join('EEE')}")
    sunday = f"start 2027-01-10\nAnn {SIX.join('LLL')}"
    assert_charged(WeekendsOff(), sunday, 1)
    # Sunday's night ends on Monday at 07:00, Monday's morning turn begins at 06:00.
    assert_kept(WeekendsOff(), f"start 2027-01-11\nAnn {SIX.join('MMM')}")


def test_weekends_on_record_count_for_those_who_worked_them() -> None:
    week = " .- .- .- .- .- .- "
    record = f"start 2027-01-22\nAnn .S{week}.S{week}"
    assert_charged(WeekendsOff(), f"{record}S", 1)
    assert_kept(WeekendsOff(), f"start 2027-01-22\nAnn .-{week}.S{week}S")


def test_training_at_a_weekend_takes_it_but_is_not_the_rotas_doing() -> None:
    three = f"{FRIDAY}Ann - T{SIX}T{SIX}T"
    assert_kept(WeekendsOff(), f"{three}\nneed S")
    assert_charged(WeekendsOff(), f"{FRIDAY}Ann S -{SIX}T{SIX}T", 1)


def test_volunteers_and_members_of_a_team_have_weekends_of_their_own() -> None:
    weekends = SIX.join("SSS")
    assert_kept(WeekendsOff(), f"{FRIDAY}Sam:special {weekends}\noffer Sam {weekends}")
    assert_kept(WeekendsOff(), f"{FRIDAY}Bob@A {weekends}\nteam A - - -")


def test_the_period_may_begin_on_a_sunday_and_end_on_a_saturday() -> None:
    drawing = "start 2027-01-10\nAnn L - - - - - S - - - - - - S"
    assert_charged(WeekendsOff(), drawing, 1)
    assert_agreement(WeekendsOff(weight=2), f"{drawing}\nneed - - - - - L S")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = WeekendsOff(people=frozenset({PersonId("Bob")}))
    assert_kept(rule, f"{FRIDAY}Ann {SIX.join('SSS')}")


def test_the_breach_says_since_when() -> None:
    (breach,) = WeekendsOff().audit(parse(f"{FRIDAY}Ann {SIX.join('SSS')}"))
    assert breach.because == (
        "works 3 weekends in a row, from Fri 8 Jan 2027; one in 3 off is wished"
    )
