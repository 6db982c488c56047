"""FAIR-06 at its edges."""

from dataclasses import replace
from datetime import date

from constraints.holidays_in_turn import HolidaysInTurn
from rostering.domain import AbsenceKind, Duty, DutyKind, Mode, PersonId, Rota
from rostering.domain.time import span_between
from rostering.drawing import parse
from tests.rules.test_bank_holidays import BOB
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

TWO_CHRISTMASES = "\nholiday .Christmas_Day Christmas_Day"
LAST_YEAR = date(2026, 1, 4)


def _after(day: date, drawing: str, *, kind: DutyKind = DutyKind.WORKED) -> Rota:
    """The drawn rota, before which Ann has a duty on the day."""
    rota = parse(drawing)
    hours = rota.problem.shifts[0].span
    span = span_between(day, hours.local_start.time(), hours.local_end.time())
    absence = AbsenceKind.SICK if kind is DutyKind.AWAY else None
    duty = Duty(PersonId("Ann"), kind, span, day, "on record", absence=absence)
    return replace(rota, problem=replace(rota.problem, history=(duty,)))


def test_a_year_ago_counts_however_few_weeks_are_remembered() -> None:
    rule = HolidaysInTurn(holidays=("4 Jan",))
    rota = _after(LAST_YEAR, "Ann L" + BOB)
    assert LAST_YEAR not in rota.problem.memory
    assert_charged(rule, rota, 1)
    assert_agreement(rule, rota)


def test_the_day_before_and_the_day_after_are_other_days() -> None:
    rule = HolidaysInTurn(holidays=("4 January",))
    for day in (date(2026, 1, 3), date(2026, 1, 5)):
        assert_kept(rule, _after(day, "Ann L" + BOB))


def test_two_years_ago_is_not_running() -> None:
    rule = HolidaysInTurn(holidays=("4 Jan",))
    assert_kept(rule, _after(date(2025, 1, 4), "Ann L" + BOB))


def test_sickness_on_the_holiday_was_no_work() -> None:
    rota = _after(LAST_YEAR, "Ann L" + BOB, kind=DutyKind.AWAY)
    assert_kept(HolidaysInTurn(holidays=("4 Jan",)), rota)


def test_someone_without_a_record_had_it_off() -> None:
    assert_kept(HolidaysInTurn(), "Ann L\nBob:paramedic .L -" + TWO_CHRISTMASES)


def test_two_shifts_on_the_holiday_are_one_holiday() -> None:
    assert_charged(HolidaysInTurn(), "Ann .L E+N" + TWO_CHRISTMASES, 1)
    assert_agreement(HolidaysInTurn(), "Ann .L E+N" + TWO_CHRISTMASES)


def test_each_person_and_each_holiday_costs_its_own() -> None:
    holidays = "\nholiday .Christmas_Day .Boxing_Day Christmas_Day Boxing_Day"
    drawing = "Ann .L .L L L\nBob:paramedic .L .- L L" + holidays
    assert_charged(HolidaysInTurn(), drawing, 3)


def test_both_times_may_lie_in_one_period() -> None:
    drawing = "Ann L - L\nBob:paramedic - - -\nholiday Boxing_Day - Boxing_Day"
    assert_agreement(HolidaysInTurn(), drawing)
    assert_broken(HolidaysInTurn(), drawing, times=1)


def test_a_team_that_works_the_holiday_rides_for_nothing() -> None:
    drawing = "Bob@A .L L\nteam A L L" + TWO_CHRISTMASES
    assert_kept(HolidaysInTurn(), drawing)
    assert_agreement(replace(HolidaysInTurn(), mode=Mode.HARD), drawing)


def test_any_apostrophe_and_any_case_name_the_holiday() -> None:
    holidays = "\nholiday .New_Year’s_Day New_Year’s_Day"
    assert_charged(HolidaysInTurn(), "Ann .L L" + holidays, 1)
    said = HolidaysInTurn(holidays=("NEW YEARS DAY",))
    assert_charged(said, "Ann .L L" + holidays, 1)


def test_a_name_that_is_no_holiday_and_no_date_binds_nobody() -> None:
    assert_kept(HolidaysInTurn(holidays=("Pancake Day", "40 Jan")), "Ann .L L")


def test_the_29th_of_february_comes_round_in_leap_years_only() -> None:
    rota = _after(date(2024, 2, 29), "start 2028-02-28\nAnn L L")
    # Four years are further back than holidays are looked for.
    assert_kept(HolidaysInTurn(holidays=("29 Feb",)), rota)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = HolidaysInTurn(people=frozenset({PersonId("Bob")}))
    assert_kept(rule, "Ann .L L" + BOB + TWO_CHRISTMASES)


def test_somebody_with_two_rows_is_one_human_being() -> None:
    drawing = "Ann .L -\nSam:special .- L\nterms Sam same_as=Ann" + TWO_CHRISTMASES
    assert_charged(HolidaysInTurn(), drawing, 1)
    assert_agreement(HolidaysInTurn(), drawing)


def test_it_must_know_who_worked_the_holiday_before() -> None:
    problem = parse("Ann L\nholiday x .- -").problem
    assert HolidaysInTurn().days_recalled(problem) == frozenset()
    again = HolidaysInTurn(holidays=("4 Jan",)).days_recalled(problem)
    assert again == {LAST_YEAR}
