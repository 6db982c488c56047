"""HOURS-06 at its edges."""

from datetime import timedelta

from constraints.hazardous_nights import HazardousNights
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = HazardousNights()


def test_it_is_off_unless_a_book_switches_it_on() -> None:
    assert not HazardousNights.is_usual


def test_a_night_of_exactly_eight_hours_is_allowed() -> None:
    assert_kept(RULE, "Ann S")
    assert_broken(
        HazardousNights(most=timedelta(hours=7, minutes=59)), "Ann S", times=1
    )


def test_a_night_of_ten_hours_is_not() -> None:
    assert_broken(RULE, "Ann N", times=1)
    assert_kept(RULE, "Ann L")


def test_all_work_in_24_hours_counts() -> None:
    # From 06:00: eight hours of a morning, and eight of the night that follows.
    assert_broken(RULE, "Ann M+S", times=1)
    # From 18:00: eight hours of the night and those from 15:00 to 18:00.
    assert_broken(RULE, "Ann S L", times=1)
    # From 18:00 until 18:00: the late has begun no night, and starts at 18:00.
    assert_kept(RULE, "Ann S S")


def test_work_after_the_24_hours_does_not_count() -> None:
    assert_kept(HazardousNights(most=timedelta(hours=10)), "Ann N - M")


def test_the_record_counts() -> None:
    assert_broken(RULE, "Ann .S L", times=1)
    assert_broken(RULE, "Ann .N L", times=1)


def test_what_stands_anyway_is_not_held_against_the_rota() -> None:
    assert_kept(RULE, "Bob@A - - L\nteam A N - - -")
    assert_broken(RULE, "Bob@A - L\nteam A N - - -", times=1)
    assert_kept(RULE, "Bob@A N -\nteam A N - - -")
    assert_agreement(RULE, "Bob@A N L+E\nteam A N - L -")


def test_each_hour_begun_is_charged() -> None:
    assert_charged(RULE, "Ann N", 2)
    assert_charged(HazardousNights(most=timedelta(hours=8, minutes=1)), "Ann N", 2)


def test_hours_are_real_hours_when_the_clocks_change() -> None:
    assert_broken(RULE, "start 2027-10-30\nAnn S", times=1)
    assert_kept(RULE, "start 2027-03-27\nAnn S L")
