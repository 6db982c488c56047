"""What cover is worth, by published figures."""

from fractions import Fraction

import pytest

from rostering.drawing import parse
from rostering.worth.published import GIVEN, published, weekend, with_given
from rostering.worth.worth import worth

FRIDAY = parse("Ann:special - - - - S - -")


def _found(rota=FRIDAY, **given):
    values = {name: Fraction(value) for name, value in given.items()}
    found = worth(rota, with_given(values))
    return found, {each.what: each for each in found.estimates}


def _amounts(**given):
    return {what: each.amount for what, each in _found(**given)[1].items()}


def test_every_figure_has_a_source_and_is_used():
    assert all(figure.source and figure.about for figure in published().values())
    found, _ = _found()
    assert {figure.name for figure in found.used} == published().keys()
    assert weekend() == {4, 5}


def test_a_weekend_shift_is_worth_what_was_published_of_it():
    found, estimates = _found()
    assert (len(found.weekend), len(found.others)) == (1, 0)
    first, police, waiting, again, time, unsent = estimates.values()
    assert first.amount == 7
    assert police.amount == Fraction(2091, 366)
    assert police.pounds == Fraction(65466, 366)
    assert (waiting.amount, waiting.is_again) == (Fraction(7 * 76, 60), True)
    assert waiting.pounds == waiting.amount * Fraction(65466, 2091)
    assert (again.amount, again.pounds, again.is_again) == (7, Fraction(1505, 2), True)
    assert time.amount == Fraction(7, 2)
    assert unsent.pounds == 7 * Fraction(57, 72) * 419
    assert not any(each.is_again for each in (first, police, time, unsent))


def test_the_whole_counts_each_thing_once():
    found, estimates = _found()
    counted = estimates["police time released"], estimates["ambulances not sent"]
    assert found.in_pounds == counted
    assert found.pounds == sum(each.pounds for each in counted)


def test_without_a_crew_nothing_is_worth_anything():
    nobody = parse("Ann - - - - -\nneed - - - - S")
    _, estimates = _found(nobody)
    assert all(each.amount == 0 for each in estimates.values())
    assert all(not each.pounds for each in estimates.values())


def test_other_days_count_only_by_a_figure_that_somebody_gives():
    tuesday = parse("Ann:special - S")
    key = "joint incidents attended, at most"
    assert _found(tuesday)[1][key].amount == 0
    assert _found(tuesday, other_days=50)[1][key].amount == Fraction(7, 2)
    assert _found(other_days=50)[1][key].amount == 7


def test_a_day_on_which_a_car_is_out_counts_once_and_on_every_day_of_the_week():
    twice = parse("Ann:special - D\nBob:special - S\nCat:special L2 -")
    released = _found(twice)[1]["police time released"]
    assert released.amount == 2 * Fraction(2091, 366)
    assert _amounts(year_days=100)["police time released"] == Fraction("20.91")


def test_only_some_cars_may_count():
    both = parse("Ann:special - - - - S1\nBob:special - - - - S2")
    found = worth(both, published(), units={"J2"})
    assert [shift.unit for shift in found.weekend] == ["J2"]
    assert len(worth(both, published()).weekend) == 2


def test_a_car_without_an_officer_is_not_what_the_figures_are_of():
    falls = parse("Ann - - - - S\nSam:special D\ncrew p:paramedic s:special*0-1")
    found, estimates = _found(falls)
    assert found.without_officers == 1
    assert all(each.amount == 0 for each in estimates.values())
    told = worth(falls, published(), ["paramedic"])
    assert (told.without_officers, told.estimates[0].amount) == (0, 7)


def test_two_officers_are_released_for_twice_as_long():
    one, two = _amounts(), _amounts(officers=2)
    assert two["the same by waiting times"] == 2 * one["the same by waiting times"]
    assert two["police time released"] == one["police time released"]
    assert two["ambulances not sent"] == one["ambulances not sent"]


@pytest.mark.parametrize(
    "given", [{"seen": 0}, {"seen": 1}, {"weekend_shift": 0}, {"year_days": 0}]
)
def test_figures_that_make_no_sense_give_no_error_and_nothing_below_nothing(given):
    assert all(amount >= 0 for amount in _amounts(**given).values())


def test_a_figure_that_is_given_says_so():
    given = with_given({"officers": Fraction(2)})
    assert given["officers"].source == GIVEN
    assert given["officers"].value == 2
    assert given["seen"] == published()["seen"]
