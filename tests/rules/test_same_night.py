"""FAIR-05 at its edges."""

from constraints.same_night import SameNight
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

SIX = " - - - - - - "
OTHER = "\nBob:paramedic -"


def test_the_share_and_one_more_are_no_complaint() -> None:
    # Of two Mondays one each is fair, and two are one more; of four, three are.
    assert_kept(SameNight(), f"Ann {SIX.join('LL')}{OTHER}")
    assert_kept(SameNight(), f"Ann {SIX.join('LLL-')}{OTHER}\nneed {SIX.join('LLLL')}")
    assert_charged(SameNight(), f"Ann {SIX.join('LLLL')}{OTHER}", 1)


def test_without_slack_each_date_beyond_the_share_costs_one() -> None:
    assert_charged(SameNight(slack=0), f"Ann {SIX.join('LLLL')}{OTHER}", 2)


def test_each_day_of_the_week_is_shared_by_itself() -> None:
    # As many dates each, but all of Ann's are Mondays.
    ann, bob = SIX.join("LLLL"), f"- {SIX.join('LLLL')}"
    assert_charged(SameNight(), f"Ann {ann}\nBob:paramedic {bob}", 2)
    mixed = "Ann L - - - - - - - L - - - - - L\nBob:paramedic - L - - - - - L"
    assert_kept(SameNight(), mixed)


def test_two_shifts_on_one_date_are_one_date() -> None:
    drawing = f"Ann M+S{OTHER}\nneed M+S"
    assert_kept(SameNight(slack=0), drawing)


def test_what_is_on_record_counts() -> None:
    record = f"Ann .L .- .- .- .- .- .- .L .- .- .- .- .- .- L{SIX}L"
    assert_charged(SameNight(), f"{record}{OTHER}", 1)
    assert_kept(SameNight(), f"{record.replace('.L', '.-')}{OTHER}")


def test_whoever_works_nothing_is_charged_nothing() -> None:
    assert_kept(SameNight(slack=0), "Ann -\nBob:paramedic -\nneed L L L L")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = SameNight(people=frozenset({PersonId("Bob")}))
    assert_kept(rule, f"Ann {SIX.join('LLLL')}{OTHER}")


def test_posting_and_audit_agree() -> None:
    drawing = f"Ann .L .- .- .- .- .- .- L{SIX}L{OTHER}"
    assert_agreement(SameNight(slack=0, weight=2), drawing)


def test_the_breach_names_the_day_of_the_week() -> None:
    (breach,) = SameNight().audit(parse(f"Ann {SIX.join('LLLL')}{OTHER}"))
    because = "4 Mondays with those on record; a fair share is 2 at most"
    assert breach.because == because
