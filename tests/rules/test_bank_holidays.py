"""FAIR-03 at its edges."""

from dataclasses import replace
from datetime import date

from constraints.bank_holidays import FairBankHolidays
from rostering.domain import PersonId, Rota
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

BOB = "\nBob:paramedic - - - -"


def _with_holiday(drawing: str, day: date) -> Rota:
    """The drawn rota with another holiday, which may lie before the period."""
    rota = parse(drawing)
    holidays = {**rota.problem.bank_holidays, day: "bank holiday"}
    return replace(rota, problem=replace(rota.problem, bank_holidays=holidays))


def test_one_holiday_each_is_fair_and_two_for_one_is_not() -> None:
    assert_kept(
        FairBankHolidays(), "Ann L - - -\nBob:paramedic - - - L\nholiday x - - x"
    )
    assert_charged(FairBankHolidays(), "Ann L - - L" + BOB + "\nholiday x - - x", 2)


def test_one_holiday_for_two_people_may_fall_to_either() -> None:
    assert_kept(FairBankHolidays(), "Ann L - - -" + BOB + "\nholiday x - - -")
    assert_kept(FairBankHolidays(), "Ann - - - -" + BOB + "\nholiday x\nneed L")


def test_the_shift_that_starts_the_evening_before_is_not_the_holidays() -> None:
    assert_kept(FairBankHolidays(), "Ann L - L -" + BOB + "\nholiday - x - x")


def test_the_first_and_the_last_day_of_the_period_count() -> None:
    assert_charged(FairBankHolidays(), "Ann N - - N" + BOB + "\nholiday x - - x", 2)


def test_other_days_are_not_shared_by_this_rule() -> None:
    assert_kept(FairBankHolidays(), "Ann L L L L" + BOB)


def test_a_holiday_on_record_counts() -> None:
    # Ann worked the one on Sunday 3 January; one is to plan: one each.
    bobs = _with_holiday("Ann .L - -\nBob:paramedic L -\nholiday x", date(2027, 1, 3))
    assert_kept(FairBankHolidays(), bobs)
    anns = _with_holiday("Ann .L L -\nBob:paramedic - -\nholiday x", date(2027, 1, 3))
    assert_charged(FairBankHolidays(), anns, 1 + 1)


def test_what_is_on_record_is_never_charged_by_itself() -> None:
    drawing = "Ann .L - -\nBob:paramedic - L"
    assert_kept(FairBankHolidays(), _with_holiday(drawing, date(2027, 1, 3)))


def test_volunteers_are_charged_only_for_more() -> None:
    facts = "\nholiday x - x\noffer Sam S - S\noffer Tom S - S\nneed S - S"
    one = "Sam:special S - S\nTom:special - - -"
    assert_charged(FairBankHolidays(), one + facts, 1)
    nobody = "Sam:special - - -\nTom:special - - -"
    assert_kept(FairBankHolidays(), nobody + facts)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = FairBankHolidays(people=frozenset({PersonId("Bob")}))
    assert_charged(rule, "Ann L - - L" + BOB + "\nholiday x - - x", 1)


def test_posting_and_audit_agree_with_a_holiday_on_record() -> None:
    rota = _with_holiday(
        "Ann .L L L L L\nBob:paramedic - - - -\nholiday x - x -", date(2027, 1, 3)
    )
    assert_agreement(FairBankHolidays(weight=2), rota)
