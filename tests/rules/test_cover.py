"""COVER-01 at its edges."""

from constraints.cover import Cover
from rostering.drawing import parse
from tests.verify import assert_charged, assert_kept


def test_a_shift_with_each_least_met_is_crewed() -> None:
    assert_kept(Cover(), "Ann L\nBob:regular L\ncrew p:paramedic o:regular*1-2")


def test_one_person_short_of_the_least_is_an_open_shift() -> None:
    assert_charged(Cover(), "Ann L\nBob:regular L\ncrew p:paramedic o:regular*2", 100)


def test_each_open_shift_is_charged_from_the_first_day_to_the_last() -> None:
    # Three shifts, of which Ann works the middle one.
    assert_charged(Cover(), "Ann - L -\nneed L - L", 200)


def test_a_shift_that_nobody_could_work_is_charged_too() -> None:
    assert_charged(Cover(), "Pat:physiotherapist -\ncrew p:paramedic\nneed L", 100)


def test_a_shift_whose_posts_need_nobody_is_never_open() -> None:
    assert_kept(Cover(), "Ann -\ncrew p:paramedic*0-1\nneed L")


def test_cars_that_come_first_cost_more_when_they_stand() -> None:
    # 100 + 2 for the first of three cars, 100 + 1 for the second, 100 for the last.
    needs = "need L1+L2+L3\norder J2 J1 J3"
    assert_charged(Cover(), f"Ann L1\n{needs}", 102 + 100)
    assert_charged(Cover(), f"Ann L2\n{needs}", 101 + 100)
    assert_charged(Cover(), f"Ann L3\n{needs}", 102 + 101)


def test_two_open_shifts_of_the_last_car_cost_more_than_one_of_the_first() -> None:
    rule = Cover(worth=2)
    assert_charged(rule, "Ann - L1\nneed L2 L2\norder J1 J2", 4)
    assert_charged(rule, "Ann L2 L2\nneed - L1\norder J1 J2", 3)


def test_the_order_of_cars_is_that_of_the_problem_not_of_those_it_binds() -> None:
    # J1 comes one step before J2, though only J1 is bound.
    rule = Cover(units=frozenset({"J1"}))
    assert_charged(rule, "Ann -\nneed L1+L2\norder J1 J2", 101)


def test_a_car_that_it_does_not_bind_may_stand() -> None:
    assert_kept(Cover(units=frozenset({"J2"})), "Ann -\nneed L1")


def test_a_shift_over_midnight_is_charged_on_the_date_of_its_start() -> None:
    rota = parse("Ann -\nneed N")
    (breach,) = Cover().audit(rota)
    assert breach.day == rota.problem.period.first
    assert breach.because == "not crewed: paramedic 0 of 1"
