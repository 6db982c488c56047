"""FATIGUE-04 at its edges."""

from datetime import time, timedelta

from constraints.rest_after_nights import RestAfterNights
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

# A night ends at 07:00; 32 hours later, on the next day but one, a late turn begins.


def test_rest_of_just_the_wish_is_enough() -> None:
    assert_kept(RestAfterNights(rest=timedelta(hours=32)), "Ann N - L")
    rest = timedelta(hours=32, minutes=1)
    assert_charged(RestAfterNights(rest=rest), "Ann N - L", 1)


def test_another_night_may_follow_at_once() -> None:
    assert_kept(RestAfterNights(), "Ann N N N")


def test_each_duty_by_day_that_is_too_soon_costs_one() -> None:
    # The second one begins 46 h 1 min or more after the last night.
    assert_charged(RestAfterNights(), "Ann N N - L L", 1)
    assert_charged(RestAfterNights(rest=timedelta(hours=72)), "Ann N N - L L", 2)


def test_the_specials_evening_is_no_night_unless_the_book_says_so() -> None:
    assert_kept(RestAfterNights(), "Ann S L")
    assert_charged(RestAfterNights(past=time(1, 59)), "Ann S L", 1)
    assert_kept(RestAfterNights(past=time(2)), "Ann S L")


def test_nights_on_record_and_a_teams_own_nights_count() -> None:
    assert_charged(RestAfterNights(), "Ann .N - L", 1)
    assert_charged(RestAfterNights(), "Bob@A - - L\nteam A N - - - - - - -", 1)


def test_a_teams_next_turn_by_day_counts_after_a_night_on_the_car() -> None:
    drawing = "Bob@A N\nteam A - - E - - -"
    assert_charged(RestAfterNights(), drawing, 1)
    assert_agreement(RestAfterNights(), drawing)


def test_an_hour_of_rest_is_lost_when_the_clocks_go_forward() -> None:
    # The night ends at 07:00 in the old time, the late turn begins at 15:00 in the new.
    lost = "start 2027-03-26\nAnn N - L"
    assert_charged(RestAfterNights(rest=timedelta(hours=31)), lost, 0)
    assert_charged(RestAfterNights(rest=timedelta(hours=31, minutes=1)), lost, 1)


def test_the_breach_says_how_long_the_rest_is() -> None:
    (breach,) = RestAfterNights().audit(parse("Ann N - L"))
    assert breach.because.startswith("32 h from J1 night Mon 4 Jan 21:00-07:00 to ")
    assert breach.because.endswith("; 46 h wished")
