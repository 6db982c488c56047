"""FATIGUE-03 at its edges."""

from datetime import timedelta

from constraints.quick_returns import QuickReturns
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

# From the end of a late turn, 01:00, to the next one, 15:00, are 14 hours.


def test_a_gap_of_just_the_wish_is_enough() -> None:
    assert_kept(QuickReturns(rest=timedelta(hours=14)), "Ann L L")


def test_each_hour_begun_costs_one() -> None:
    for minutes, cost in ((1, 1), (60, 1), (61, 2), (120, 2), (121, 3)):
        rest = timedelta(hours=14, minutes=minutes)
        assert_charged(QuickReturns(rest=rest), "Ann L L", cost)


def test_the_worst_of_several_duties_before_counts_and_once() -> None:
    # From 07:00, and from 01:00, to 08:00: one hour and seven.
    drawing = "Ann L1+N2 D\nneed L1+N2 D"
    assert_charged(QuickReturns(), drawing, 11)
    assert_agreement(QuickReturns(), drawing)


def test_the_record_and_the_teams_next_turn_count() -> None:
    assert_charged(QuickReturns(), "Ann .N L\nneed L", 4)
    assert_charged(QuickReturns(), "Bob@A L\nteam A - D - - -", 5)


def test_what_a_teams_pattern_makes_by_itself_is_the_teams_business() -> None:
    assert_kept(QuickReturns(), "Bob@A - - L\nteam A L D L - - -")


def test_training_counts_and_leave_does_not() -> None:
    assert_charged(QuickReturns(), "Ann L T", 5)
    assert_kept(QuickReturns(), "Ann L A")


def test_the_hours_are_real_when_the_clocks_change() -> None:
    # From 01:00, which is skipped, to 08:00 are six hours on 28 March 2027.
    rule = QuickReturns(rest=timedelta(hours=7))
    assert_kept(rule, "Ann L D")
    assert_charged(rule, "start 2027-03-27\nAnn L D", 1)


def test_a_day_later_nothing_counts() -> None:
    assert_kept(QuickReturns(rest=timedelta(hours=48)), "Ann E - L")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(QuickReturns(people=frozenset({PersonId("Bob")})), "Ann L D")


def test_the_breach_gives_the_gap() -> None:
    (breach,) = QuickReturns().audit(parse("Ann L D"))
    assert breach.subject == "Ann"
    assert breach.because == (
        "7 h between J1 late Mon 4 Jan 15:00-01:00 and J1 day Tue 5 Jan 08:00-18:00; "
        "12 h wished"
    )


def test_leave_between_two_turns_breaks_no_rest() -> None:
    # The early turn ends at 17:00 and begins at 07:00, seven hours from midnight.
    assert_kept(QuickReturns(), "Ann E A E")
    assert_agreement(QuickReturns(), "Ann E A E\nneed E - E")


def test_turns_that_overlap_do_not_hide_what_ends_before_the_next() -> None:
    # The long turn starts first and ends last: 20:00, after the night's start.
    assert_agreement(QuickReturns(), "Ann -\nneed X D N")


def test_the_end_of_leave_and_of_a_course_elsewhere_is_no_finish() -> None:
    assert_kept(QuickReturns(), "Ann A M")
