"""HOURS-03 at its edges."""

from dataclasses import replace
from datetime import timedelta

from constraints.contracted_hours import ContractedHours
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

# 37 h 30 min are 2250 min; a shift of ten hours is paid 570 min, a day's training 450.
EXACT = ContractedHours(tolerance=timedelta())


def within(minutes: int) -> ContractedHours:
    return ContractedHours(tolerance=timedelta(minutes=minutes))


def test_hours_short_by_exactly_the_tolerance_are_near_enough() -> None:
    # 3 x 570 = 1710, 540 short of 2250.
    assert_kept(within(540), "Ann L L L - - - -")
    assert_charged(within(539), "Ann L L L - - - -", 1)


def test_hours_over_by_exactly_the_tolerance_are_near_enough() -> None:
    # 5 x 570 = 2850, 600 over.
    assert_kept(within(600), "Ann L L L L L - -")
    assert_charged(within(599), "Ann L L L L L - -", 1)


def test_each_hour_begun_is_charged_both_ways() -> None:
    # 540 short are nine hours; 480 and a minute beyond are nine hours begun.
    assert_charged(EXACT, "Ann L L L - - - -", 9)
    assert_charged(within(59), "Ann L L L - - - -", 9)
    assert_charged(within(60), "Ann L L L - - - -", 8)
    assert_charged(within(60), "Ann L L L L L - -", 9)


def test_a_weight_multiplies_the_charge() -> None:
    assert_charged(replace(EXACT, weight=4), "Ann L L L - - - -", 36)


def test_no_break_is_taken_where_it_is_paid() -> None:
    # 4 x 600 = 2400 is 150 over; 3 x 600 = 1800 is 450 short.
    paid = replace(EXACT, meal_break=timedelta())
    assert_charged(paid, "Ann L L L L - - -", 3)
    assert_charged(paid, "Ann L L L - - - -", 8)


def test_a_part_timer_has_a_part_of_the_hours() -> None:
    # 2 x 570 = 1140, 60 short of 20 h.
    assert_charged(EXACT, "Ann L L - - - - -\nterms Ann hours=20", 1)


def test_someone_who_joins_or_leaves_is_asked_for_the_days_between() -> None:
    # 2250 x 4 / 7 = 1285.7, 1286; 2 x 570 = 1140 is 146 short.
    assert_charged(EXACT, "Ann - - - L L - -\nterms Ann employed=4-", 3)
    assert_charged(EXACT, "Ann L L - - - - -\nterms Ann employed=-4", 3)


def test_training_and_court_count_as_hours() -> None:
    # 570 + 450 + 180 = 1200, 1050 short of 2250.
    text = "Ann L T - - - - -\nleave Ann court@9-12 - - x"
    assert_charged(EXACT, text, 18)


def test_leave_is_credited_with_a_seventh_of_the_week_a_day() -> None:
    # 7 x 2250 / 7 is the whole week; 570 against 2250 / 7 = 321 on the eighth day.
    assert_charged(EXACT, "Ann A A A A A A A L", 5)
    # 1710 and 2250 x 2 / 7 = 642.9, 643: 103 over.
    assert_charged(EXACT, "Ann L L L A A - -", 2)


def test_sickness_is_credited_and_rest_is_not() -> None:
    assert_charged(EXACT, "Ann L L L - - - -\nleave Ann sick - - - x x", 2)
    assert_charged(EXACT, "Ann L L L - - - -\nleave Ann rest - - - x x", 9)


def test_the_contract_does_not_run_in_unpaid_leave() -> None:
    # 2250 x 5 / 7 = 1607; 1710 is 103 over.
    assert_charged(EXACT, "Ann L L L - - - -\nleave Ann unpaid - - - x x", 2)


def test_hours_before_the_period_are_another_periods() -> None:
    assert_charged(EXACT, "Ann .L .L L L L - - - -", 9)


def test_a_night_that_ends_after_the_period_counts_whole() -> None:
    assert_charged(EXACT, "Ann - - - - N N N", 9)


def test_fixed_hours_that_are_too_many_by_themselves_are_not_held_against_it() -> None:
    # 6 x 450 = 2700, 450 over already; a shift of 570 more.
    assert_charged(EXACT, "Ann T T T T T T -\nneed - - - - - - L", 0)
    assert_charged(EXACT, "Ann T T T T T T L", 10)


def test_the_hour_of_the_clock_change_is_paid_as_it_is_worked() -> None:
    # The night of 30 October is eleven hours, 630 paid; 60 more than 2250 x 1 / 7.
    only = within(309)
    assert_kept(only, "start 2027-10-30\nAnn N")
    assert_charged(within(308), "start 2027-10-30\nAnn N", 1)


def test_two_shifts_at_once_are_counted_as_the_audit_counts_them() -> None:
    assert_agreement(EXACT, "Ann E+N L+S - - - - -")


def test_people_without_weekly_hours_are_not_measured() -> None:
    assert_kept(EXACT, "Sam:special L - -\nBob@A L - -\nteam A L L -")


def test_a_team_member_with_weekly_hours_works_them_in_the_team_too() -> None:
    # Three turns of the team, one of them on the car, and a ride: 2280, 30 over.
    terms = "\nteam A L L L - - - - -\nterms Bob hours=37.5"
    assert_charged(EXACT, f"Bob@A L - - - L - -{terms}", 1)
    assert_agreement(EXACT, f"Bob@A L - - - L - -{terms}")
    # 1710 without the ride, 540 short.
    assert_charged(EXACT, f"Bob@A L - - - - - -{terms}", 9)


def test_someone_for_whom_the_period_has_no_shift_is_not_measured() -> None:
    assert_kept(EXACT, "Ann - - -\nSam:special L - -\nterms Ann units=J2")


def test_the_figures_are_told() -> None:
    (breach,) = EXACT.audit(parse("Ann L L L A A - -"))
    assert breach.because == (
        "39 h 13 min planned, with 10 h 43 min credited for leave; the contract asks "
        "for 37 h 30 min, give or take 0 h"
    )


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(replace(EXACT, people=frozenset({"Bob"})), "Ann L - -")


def test_nobody_breaks_nothing() -> None:
    assert_kept(EXACT, "need L L")


def test_hours_owing_or_owed_from_before_count_up_to_a_cap() -> None:
    # 38 h are planned and 37 h 30 min asked for.
    rota = parse("Ann L L L L - - -")
    for before, cost in [(0, 1), (-30, 0), (60, 2), (690, 12), (9000, 12), (-9000, 11)]:
        problem = replace(rota.problem, bank={PersonId("Ann"): before})
        assert_charged(EXACT, replace(rota, problem=problem), cost)


def test_hours_from_before_are_told_only_where_there_are_some() -> None:
    rota = parse("Ann L - - - - - -")
    for before, said in [
        (0, "0 h credited for leave; the contract"),
        (60, "0 h credited for leave and 1 h worked before added; the contract"),
        (-60, "0 h credited for leave and 1 h owed from before taken off; the"),
    ]:
        problem = replace(rota.problem, bank={PersonId("Ann"): before})
        (breach,) = EXACT.audit(replace(rota, problem=problem))
        assert breach.because.startswith(f"9 h 30 min planned, with {said}")
