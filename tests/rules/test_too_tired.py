"""FATIGUE-01 at its edges."""

from constraints.too_tired import TooTired
from rostering.domain import PersonId
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

FIVE_NIGHTS = ".N .N .N .N .N"


def test_the_sixth_night_on_end_gives_warning_and_the_fifth_does_not() -> None:
    assert_kept(TooTired(), f"Ann {FIVE_NIGHTS.removeprefix('.N ')} N")
    assert_broken(TooTired(), f"Ann {FIVE_NIGHTS} N", times=1)
    assert_charged(TooTired(), f"Ann {FIVE_NIGHTS} N N", 2)


def test_a_rest_of_more_than_a_day_begins_anew() -> None:
    assert_kept(TooTired(), f"Ann {FIVE_NIGHTS} - N N")


def test_by_day_and_by_night_the_index_may_reach_so_much() -> None:
    # The first of the Specials' turns comes to 13.8, a late turn to 10.4.
    assert_kept(TooTired(night=14), "Ann S")
    assert_charged(TooTired(night=13), "Ann S", 1)
    assert_kept(TooTired(night=13, day=11), "Ann L")
    assert_charged(TooTired(day=10), "Ann L", 1)


def test_the_risk_gives_warning_by_itself() -> None:
    # 0.82 on the first late turn, 0.91 on the second, 1.00 on the third.
    assert_charged(TooTired(risk=90), "Ann L L L", 2)
    assert_charged(TooTired(risk=101), "Ann L L L", 0)


def test_every_kind_of_work_before_counts() -> None:
    rule = TooTired(risk=88)
    assert_kept(rule, "Ann - L")
    assert_charged(rule, "Ann .L L", 1)
    assert_charged(rule, "Ann T L", 1)
    assert_charged(rule, "Bob@A - L\nteam A L -", 1)
    assert_kept(rule, "Ann A L")


def test_the_main_job_counts_unless_the_day_is_off() -> None:
    # 1.17 after a day at work, and 0.76 without.
    job = "\nterms Sam job=9-17"
    assert_charged(TooTired(risk=110), f"Sam:special S{job}", 1)
    assert_kept(TooTired(risk=110), f"Sam:special S{job}\nholiday x")
    assert_kept(TooTired(risk=110), f"Sam:special S{job}\noffer Sam D")
    assert_kept(TooTired(risk=110), f"Sam:special S{job}\nleave Sam annual x")
    assert_kept(TooTired(risk=110), f"start 2027-01-09\nSam:special S{job}")


def test_a_long_way_to_work_counts() -> None:
    assert_kept(TooTired(risk=90), "Ann L\nterms Ann commute=20")
    assert_charged(TooTired(risk=90), "Ann L\nterms Ann commute=120", 1)


def test_only_shifts_on_the_car_are_held_against_the_rota() -> None:
    assert_kept(TooTired(risk=91), "Bob@A L -\nteam A - L L L - - - -")


def test_somebody_with_two_rows_is_tired_of_both() -> None:
    drawing = "Ann .L L\nSam:special - -\nterms Sam same_as=Ann\nneed - L"
    rule = TooTired(risk=90)
    assert_charged(rule, drawing, 1)
    assert_agreement(rule, drawing)


def test_posting_and_audit_agree_where_many_ways_lead_to_a_shift() -> None:
    assert_agreement(TooTired(risk=95, weight=2), "Ann .L\nneed E+L N S+L L")


def test_no_more_than_seven_duties_on_end_are_looked_at() -> None:
    # Nine late turns on end come to 1.5, and seven to 1.35.
    nine = " ".join([".L"] * 8) + " L"
    assert_kept(TooTired(risk=145), f"Ann {nine}")
    assert_charged(TooTired(risk=134), f"Ann {nine}", 1)


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(TooTired(people=frozenset({PersonId("Bob")})), f"Ann {FIVE_NIGHTS} N")


def test_the_breach_gives_both_figures() -> None:
    (breach,) = TooTired().audit(parse(f"Ann {FIVE_NIGHTS} N"))
    assert breach.because == (
        "after what is worked before J1 night on Mon 4 Jan 2027, "
        "the index of fatigue reaches 45 there, or that of risk 1.6"
    )
