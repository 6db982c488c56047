"""HOURS-04 at its edges."""

from dataclasses import replace
from datetime import timedelta

from constraints.overtime import Overtime
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

# 37 h 30 min are 2250 min; a shift of ten hours is paid 570 min, a day's training 450.
OVERTIME = "\nterms Ann overtime"


def over(minutes: int, *, overtime: int = 0) -> Overtime:
    return Overtime(
        tolerance=timedelta(minutes=minutes),
        most_overtime=timedelta(minutes=overtime),
    )


def test_hours_over_by_exactly_the_tolerance_are_allowed() -> None:
    # 5 x 570 = 2850, 600 over.
    assert_kept(over(600), "Ann L L L L L - -")
    assert_broken(over(599), "Ann L L L L L - -", times=1)


def test_hours_short_are_not_overtime() -> None:
    assert_kept(over(0), "Ann L - - - - - -")


def test_overtime_of_exactly_the_most_is_allowed_to_those_who_want_it() -> None:
    assert_kept(over(0, overtime=600), f"Ann L L L L L - -{OVERTIME}")
    assert_broken(over(0, overtime=599), f"Ann L L L L L - -{OVERTIME}", times=1)
    assert_broken(over(0, overtime=600), "Ann L L L L L - -", times=1)


def test_overtime_is_an_average_over_the_period() -> None:
    # 8 x 570 = 4560, 60 over 4500: 30 a week.
    two_weeks = f"Ann L L L L L L L L{OVERTIME}\ndays 14"
    assert_kept(over(0, overtime=30), two_weeks)
    assert_broken(over(0, overtime=29), two_weeks)


def test_whoever_wants_overtime_is_allowed_the_tolerance_at_least() -> None:
    # 2250 x 1 / 7 = 321; 570 is 249 over, and 11 h x 1 / 7 would be 94.
    assert_kept(Overtime(), f"Ann L{OVERTIME}")
    assert_broken(over(248, overtime=660), f"Ann L{OVERTIME}")


def test_leave_and_training_are_hours_too() -> None:
    # 3 x 570 + 450 = 2160, and 321 for a day of leave: 2481, 231 over.
    assert_kept(over(231), "Ann L L L T A - -")
    assert_broken(over(230), "Ann L L L T A - -")


def test_unpaid_leave_stops_the_contract() -> None:
    # 2250 x 5 / 7 = 1607; 4 x 570 = 2280 is 673 over.
    text = "Ann L L L L - - -\nleave Ann unpaid - - - - - x x"
    assert_kept(over(673), text)
    assert_broken(over(672), text)


def test_a_part_timer_has_less() -> None:
    assert_broken(over(59), "Ann L L - - - - -\nterms Ann hours=18")
    assert_kept(over(60), "Ann L L - - - - -\nterms Ann hours=18")


def test_someone_who_joins_late_has_less() -> None:
    # 2250 x 2 / 7 = 643; 2 x 570 = 1140 is 497 over.
    text = "Ann - - - - - L L\nterms Ann employed=6-"
    assert_kept(over(497), text)
    assert_broken(over(496), text)


def test_what_is_fixed_is_not_held_against_the_rota_but_more_may_not_be_added() -> None:
    assert_kept(over(0), "Ann T T T T T T -\nneed - - - - - - L")
    assert_broken(over(0), "Ann T T T T T T L", times=1)
    assert_charged(over(0), "Ann T T T T T T L", 10)


def test_hours_before_the_period_are_another_periods() -> None:
    assert_kept(over(0), "Ann .L .L .L L L L - - - -")


def test_the_hour_of_the_clock_change_counts() -> None:
    # The night of 30 October is eleven hours, 630 paid; 309 over 321.
    assert_kept(over(309), "start 2027-10-30\nAnn N")
    assert_broken(over(308), "start 2027-10-30\nAnn N")


def test_each_hour_begun_is_charged_where_it_is_a_wish() -> None:
    # 600 over.
    assert_charged(over(540), "Ann L L L L L - -", 1)
    assert_charged(over(539), "Ann L L L L L - -", 2)
    assert_charged(replace(over(539), weight=3), "Ann L L L L L - -", 6)


def test_two_shifts_at_once_are_counted_as_the_audit_counts_them() -> None:
    assert_agreement(over(0), "Ann E+N L+S - -\ndays 3")


def test_people_without_weekly_hours_are_not_measured() -> None:
    assert_kept(over(0), "Sam:special L L L\nBob@A L - -\nteam A L L L")


def test_the_figures_are_told() -> None:
    (breach,) = over(0).audit(parse("Ann L L L L A - -"))
    assert breach.because == (
        "43 h 21 min planned, with 5 h 21 min credited for leave; at most 37 h 30 min "
        "allowed with a contract for 37 h 30 min"
    )


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(replace(over(0), people=frozenset({"Bob"})), "Ann L L L")


def test_nobody_breaks_nothing() -> None:
    assert_kept(over(0), "need L L")
