"""CREW-04 at its edges."""

from dataclasses import replace

from constraints.newcomers import Newcomers
from rostering.domain import DutyKind, Rota
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

TEN = " ".join([".L"] * 10)
NINE = " ".join([".L"] * 9)


def test_ten_earlier_shifts_in_all_are_enough_and_nine_are_not() -> None:
    assert_kept(Newcomers(), f"Ann {TEN} L\nBob:regular L")
    assert_broken(Newcomers(), f"Ann {NINE} L\nBob:regular L", times=1)
    five = " ".join([".L"] * 5)
    assert_kept(Newcomers(), f"Ann {five} L\nBob:regular {five} L")


def test_newcomers_count_up_within_the_period() -> None:
    # Nine, then nine and one, and one of Bob's own.
    assert_charged(Newcomers(), f"Ann {NINE} L L\nBob:regular L L", 1)
    assert_charged(Newcomers(least=12), f"Ann {NINE} L L L\nBob:regular L L L", 2)


def test_shifts_at_the_same_time_or_later_are_not_earlier() -> None:
    drawing = f"Ann {NINE} L1 L1\nBob:regular L1 -\nCal:regular - L1\nneed L1+L2 L1"
    assert_charged(Newcomers(), drawing, 1)


def test_of_a_book_with_nothing_on_record_it_says_nothing() -> None:
    assert_kept(Newcomers(), "Ann L\nBob:regular L")
    assert_kept(Newcomers(), "Bob@A L\nAnn L\nteam A E - - -")


def test_training_and_team_turns_are_no_experience_of_the_car() -> None:
    drawing = f"Ann {NINE} T L\nBob:regular - L"
    assert_charged(Newcomers(), drawing, 1)


def test_a_crew_that_is_not_complete_is_not_looked_at() -> None:
    drawing = f"Ann {NINE} L\nBob:regular -"
    assert_kept(Newcomers(), drawing)
    assert_agreement(Newcomers(), f"{drawing}\nneed L L")


def test_where_every_candidate_of_a_post_is_experienced_nothing_is_to_say() -> None:
    drawing = f"Ann {TEN} - -\nBob:regular - -\nneed L L"
    assert_agreement(Newcomers(), drawing)


def test_it_binds_the_cars_that_the_book_names() -> None:
    drawing = f"Ann {NINE} L\nBob:regular L"
    assert_kept(Newcomers(units=frozenset({"J2"})), drawing)
    assert_broken(Newcomers(units=frozenset({"J1"})), drawing)


def test_the_breach_gives_the_number() -> None:
    (breach,) = Newcomers().audit(parse(f"Ann {NINE} L\nBob:regular L"))
    assert breach.because == "the crew have had 9 shifts on cars; 10 wished"


def test_a_shift_that_ends_when_the_next_begins_is_an_earlier_one() -> None:
    # The night ends at 07:00, when the early one begins.
    assert_charged(Newcomers(), f"Ann {NINE} N E\nBob:regular N E", 1)


def _on_record(drawing: str, *changes: dict[str, object]) -> Rota:
    """The drawn rota, with a duty for each change made to the first on record."""
    rota = parse(drawing)
    first, *_ = rota.problem.history
    more = tuple(first._replace(**change) for change in changes)
    problem = replace(rota.problem, history=(*rota.problem.history, *more))
    return replace(rota, problem=problem)


def test_only_work_on_a_car_is_experience() -> None:
    elsewhere = ({"unit": ""}, {"kind": DutyKind.AWAY})
    rota = _on_record(f"Ann {NINE} L\nBob:regular L", *elsewhere)
    assert_charged(Newcomers(), rota, 1)


def test_a_record_of_work_elsewhere_alone_is_none() -> None:
    rota = _on_record("Ann .L L\nBob:regular L", {"unit": ""})
    history = rota.problem.history[1:]
    rota = replace(rota, problem=replace(rota.problem, history=history))
    assert_kept(Newcomers(), rota)


def test_one_earlier_shift_may_be_all_that_is_wished() -> None:
    drawing = "Ann .L -\nBob:paramedic L\ncrew p:paramedic"
    assert_charged(Newcomers(least=1), drawing, 1)
    assert_kept(Newcomers(least=1), "Ann .L L\nBob:paramedic -\ncrew p:paramedic")
