"""CHANGE-01 at its edges."""

from dataclasses import replace
from datetime import date

from constraints.people_told import PeopleTold
from rostering.domain import Fill
from rostering.drawing import parse
from tests.verify import assert_charged, assert_kept


def test_nothing_published_says_nothing() -> None:
    assert_kept(PeopleTold(), "Ann L L L\nBob:regular - L -")


def test_a_person_counts_once_and_each_day_a_little() -> None:
    assert_charged(PeopleTold(), "Ann L L L\npublished Ann - - L", 102)
    assert_charged(PeopleTold(a_call=7, weight=2), "Ann L L L\npublished Ann - - L", 18)


def test_the_first_and_the_last_day_of_the_period_count() -> None:
    drawing = "Ann L - L\npublished Ann - - -\npublished Bob L"
    assert_charged(PeopleTold(), drawing, 102)


def test_the_same_hours_in_another_post_are_a_change() -> None:
    rota = parse("Ann L\ncrew p:paramedic o:paramedic")
    (fill,) = rota.fills
    told = frozenset({Fill(fill.person, fill.shift, "o")})
    moved = replace(rota, problem=replace(rota.problem, published=told))
    assert_charged(PeopleTold(), moved, 101)


def test_a_shift_that_keeps_its_name_at_other_hours_is_a_change() -> None:
    rota = parse("Ann L")
    (fill,) = rota.fills
    night = parse("Ann N").problem.shifts[0].span
    told = fill._replace(shift=replace(fill.shift, span=night))
    later = replace(rota.problem, published=frozenset({told}))
    assert_charged(PeopleTold(), replace(rota, problem=later), 101)


def test_part_of_a_day_away_leaves_the_rest_of_the_day_as_news() -> None:
    drawing = "Ann -\nleave Ann other@15-18 x\npublished Ann M1+L1\nneed M1+L1"
    assert_charged(PeopleTold(), drawing, 101)


def test_a_shift_into_the_first_morning_of_leave_is_not_called_off() -> None:
    assert_kept(PeopleTold(), "Ann L A\npublished Ann L -")
    assert_charged(PeopleTold(), "Ann - A\npublished Ann L -\nneed L", 101)


def test_training_is_work_and_calls_nothing_off() -> None:
    drawing = "Ann -\nleave Ann training@9-17 x\npublished Ann D\nneed D"
    assert_charged(PeopleTold(), drawing, 101)


def test_whoever_it_does_not_bind_may_be_told_freely() -> None:
    free = PeopleTold(people=frozenset())
    assert_kept(free, "Ann L\npublished Ann -\npublished Bob L")


def test_somebody_no_longer_in_the_book_costs_nothing() -> None:
    assert_kept(PeopleTold(), "Ann -\npublished Zoe L\nneed L")


def test_the_breach_is_of_the_first_changed_day() -> None:
    (breach,) = PeopleTold().audit(parse("Ann - L L\npublished Ann -\npublished Bob L"))
    assert breach.day == date(2027, 1, 5)
    assert breach.because == "not as published on 2 days, from Tue 05 Jan"
