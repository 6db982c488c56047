"""REST-03 at its edges."""

from datetime import timedelta

from constraints.rest_owed import RestOwed
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

# A late to 01:00 and an early from 07:00: six hours' rest, so five are owed. From
# 15:00 on the second day, within 72 hours, one rest of sixteen hours gives them back.
OWED = "Ann .L .E"


def test_a_rest_of_exactly_what_is_owed_on_top_is_enough() -> None:
    # The early ends at 17:00; nine next morning is sixteen hours later.
    assert_broken(RestOwed(), f"{OWED} E E E E", times=1)
    assert_kept(RestOwed(rest=timedelta(hours=10)), f"{OWED} E E E E")


def test_the_next_start_moves() -> None:
    # Only Wednesday's early keeps the rest of sixteen hours away.
    assert_kept(RestOwed(), f"{OWED} - E E E")
    assert_kept(RestOwed(), f"{OWED} E - E E")
    assert_agreement(RestOwed(), f"{OWED} E E E E")


def test_what_is_given_back_later_is_too_late() -> None:
    # The 72 hours end on the third day of the period at 15:00.
    assert_broken(RestOwed(), f"{OWED} E E E -", times=1)
    longer = RestOwed(within=timedelta(hours=100))
    assert_kept(longer, f"{OWED} E E E -")


def test_a_record_that_kept_the_rest_owes_nothing() -> None:
    assert_kept(RestOwed(), "Ann .L .L E E E E")
    assert_kept(RestOwed(), "Ann .- .E E E E E")


def test_a_day_in_two_parts_with_a_night_between_owes_nothing() -> None:
    # 06:00-14:00 and 18:00-02:00: four hours, and then sixteen before the next.
    assert_kept(RestOwed(), "Ann .E E E E E")


def test_two_turns_of_one_day_owe_what_the_24_hours_lack() -> None:
    # From 06:00: 14:00-18:00 and 02:00-06:00 are free, four hours; seven are owed.
    (breach, *_) = RestOwed().audit(parse("Ann .M+S E E E E"))
    assert breach.because == (
        "4 h rest in the 24 h from J1 morning Sun 3 Jan 06:00-14:00; 7 h owed, by a "
        "rest of 18 h within 72 h after it"
    )
    assert f"{breach.day}" == "2027-01-07"


def test_what_the_fixed_duties_leave_no_room_for_is_not_asked() -> None:
    team = "Bob@A .L .E E\nteam A E E E E E E E"
    assert_kept(RestOwed(), team)


def test_debts_of_long_ago_are_not_asked_for() -> None:
    assert_kept(RestOwed(), "Ann .L .E .- .- .- .- E E E E")


def test_each_debt_is_charged_once() -> None:
    assert_charged(RestOwed(), f"{OWED} E E E E", 1)


def test_an_overrun_that_took_the_rest_is_seen_in_the_record() -> None:
    # Court from 09:00 after a late to 01:00: eight hours; three are owed.
    court = "Ann .L E E E\nleave Ann court@9-16 x"
    assert_kept(RestOwed(), "Ann .L - E E")
    assert_agreement(RestOwed(), court)


def test_hours_are_real_hours_when_the_clocks_change() -> None:
    # On 31 October 2027 21:00-07:00 of the record ends, eleven hours long; from its
    # start 24 real hours end at 20:00, and 13 of them are free.
    assert_kept(RestOwed(rest=timedelta(hours=13)), "start 2027-10-31\nAnn .N L L L")
    assert_agreement(
        RestOwed(rest=timedelta(hours=14)), "start 2027-10-31\nAnn .N L L L"
    )
