"""FAIR-01 at its edges."""

from dataclasses import replace
from datetime import time

from constraints.weekends import FairWeekends
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

FRIDAY = "start 2027-01-08\n"


def test_a_whole_weekend_is_one_weekend() -> None:
    # Ann has the first weekend and Bob the second.
    assert_kept(
        FairWeekends(),
        FRIDAY + "Ann S S L - - - - - - -\nBob:paramedic - - - - - - - S S L",
    )


def test_two_part_weekends_are_two() -> None:
    # One each is fair; both have two.
    assert_charged(
        FairWeekends(),
        FRIDAY + "Ann S - - - - - - S - -\nBob:paramedic - S L - - - - - S L",
        2,
    )


def test_fridays_shift_counts_where_it_reaches_the_evening() -> None:
    # Nothing is shared where the early turn ends at 17:00, before the weekend.
    assert_kept(FairWeekends(), FRIDAY + "Ann E - - -\nBob:paramedic - - - -")
    early = FairWeekends(begin=time(16, 59))
    charged = FRIDAY + "Ann E - - - - - - E\nBob:paramedic - - - - - - - -"
    assert_charged(early, charged, 2)
    assert_kept(FairWeekends(begin=time(17)), charged)


def test_thursdays_late_shift_is_over_before_the_weekend() -> None:
    drawing = "start 2027-01-07\nAnn L - - - - - - L\nBob:paramedic - - - - - - - -"
    assert_kept(FairWeekends(), drawing)
    # It ends on Friday at 01:00.
    assert_charged(FairWeekends(begin=time(0, 59)), drawing, 2)
    assert_kept(FairWeekends(begin=time(1)), drawing)


def test_sundays_late_shift_is_of_the_weekend_and_mondays_is_not() -> None:
    # 10 and 17 January 2027 are Sundays.
    sundays = "start 2027-01-10\nAnn L - - - - - - L\nBob:paramedic - - - - - - - -"
    assert_charged(FairWeekends(), sundays, 2)
    mondays = "start 2027-01-11\nAnn L - - - - - - L\nBob:paramedic - - - - - - - -"
    assert_kept(FairWeekends(), mondays)


def test_a_shift_that_starts_before_the_weekend_ends_on_monday_counts() -> None:
    # The morning turn starts on Monday at 06:00.
    mondays = "start 2027-01-11\nAnn M - - - - - - M\nBob:paramedic - - - - - - - -"
    assert_kept(FairWeekends(), mondays)
    assert_charged(FairWeekends(end=time(6, 1)), mondays, 2)


def test_the_clocks_change_within_the_weekend() -> None:
    # Saturday 27 March and Saturday 30 October 2027: the night counts as ever.
    for start in ("2027-03-27", "2027-10-30"):
        drawing = f"start {start}\nAnn S - - - - - - S\nBob:paramedic - - - - - - - -"
        assert_charged(FairWeekends(), drawing, 2)


def test_the_weekend_in_which_the_period_starts_is_counted_once() -> None:
    # Friday is on record, and Saturday of the same weekend adds none.
    drawing = "start 2027-01-09\nAnn .S S -\nBob:paramedic - -"
    rota = parse(drawing)
    assert [b.subject for b in FairWeekends().audit(rota)] == ["Bob"]
    # One on record and one to share: Ann has her one, and Bob none of his.
    assert_charged(FairWeekends(), drawing, 1)


def test_weekends_on_record_count() -> None:
    # Ann had the last one; one is to come: one each.
    record = "start 2027-01-15\nAnn .S .- .- .- .- .- .- "
    assert_kept(FairWeekends(), record + "- -\nBob:paramedic S -")
    assert_charged(FairWeekends(), record + "S -\nBob:paramedic - -", 1 + 1)


def test_the_first_remembered_monday_may_belong_to_the_weekend_before() -> None:
    # The morning turn of Monday 11 January starts a minute before the weekend ends.
    drawing = "start 2027-01-12\nAnn .M - - - S\nBob:paramedic - - - -"
    rota = parse(drawing)
    short = replace(rota, problem=replace(rota.problem, memory_weeks=0))
    # One on record and one planned: one each.
    assert_charged(FairWeekends(end=time(6, 1)), short, 2)


def test_weekend_shifts_of_several_days_are_shared_as_one() -> None:
    # Friday one car, Saturday two: two people's weekend, one each for two.
    drawing = FRIDAY + "Ann S1 S1\nBob:paramedic - S2"
    assert_kept(FairWeekends(), drawing)


def test_volunteers_are_charged_only_for_more() -> None:
    offers = "\noffer Sam S - - - - - - S\noffer Tom S - - - - - - S"
    need = "\nneed S - - - - - - S"
    nobody = "Sam:special - - - - - - - -\nTom:special - - - - - - - -"
    assert_kept(FairWeekends(), FRIDAY + nobody + offers + need)
    one = "Sam:special S - - - - - - S\nTom:special - - - - - - - -"
    assert_charged(FairWeekends(), FRIDAY + one + offers, 1)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = FairWeekends(people=frozenset({PersonId("Bob")}))
    drawing = FRIDAY + "Ann S - - - - - - S\nBob:paramedic - - - - - - - -"
    assert_charged(rule, drawing, 1)


def test_posting_and_audit_agree_over_two_weekends_and_the_record() -> None:
    drawing = "start 2027-01-09\nAnn .S S L - - - - S\nBob:paramedic - - - - - - - -"
    assert_agreement(FairWeekends(weight=2), drawing + "\nneed - - - - - - N")


def test_the_breach_gives_the_count_and_the_fair_share() -> None:
    drawing = FRIDAY + "Ann S - - - - - - S\nBob:paramedic - - - - - - - -"
    above, _ = FairWeekends().audit(parse(drawing))
    assert above.because == "2 weekends with those on record; a fair share is 1"
