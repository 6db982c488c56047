"""COVER-02 at its edges."""

from constraints.wanted_places import WantedPlaces
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

TWO_OFFICERS = "crew p:paramedic o:special*1-2"


def test_every_wanted_place_filled_costs_nothing() -> None:
    assert_kept(WantedPlaces(), f"Ann L\nSam:special L\nTom:special L\n{TWO_OFFICERS}")


def test_one_empty_place_costs_one() -> None:
    drawing = f"Ann L\nSam:special L\nTom:special -\n{TWO_OFFICERS}"
    assert_charged(WantedPlaces(), drawing, 1)
    assert_charged(WantedPlaces(weight=5), drawing, 5)


def test_an_uncrewed_shift_is_not_charged_again() -> None:
    assert_kept(WantedPlaces(), f"Ann -\nSam:special L\nTom:special -\n{TWO_OFFICERS}")


def test_a_least_of_two_is_counted_before_what_is_wanted() -> None:
    crew = "crew p:paramedic*2-3"
    people = "Ann L\nBob {}\nCal -"
    assert_kept(WantedPlaces(), f"{people.format('-')}\n{crew}")
    assert_charged(WantedPlaces(), f"{people.format('L')}\n{crew}", 1)
    assert_agreement(WantedPlaces(), f"{people.format('L L')}\n{crew}")


def test_a_place_that_nobody_could_fill_is_still_charged() -> None:
    assert_charged(WantedPlaces(), "Ann L\ncrew p:paramedic o:special*0-2", 2)


def test_a_crew_that_needs_nobody_is_charged_for_its_empty_places() -> None:
    assert_charged(WantedPlaces(), "Ann -\ncrew p:paramedic*0-2\nneed L", 2)


def test_the_last_day_counts_as_the_first_does() -> None:
    drawing = "Ann L - L\nSam:special - - -\ncrew p:paramedic o:special*0-1"
    assert_charged(WantedPlaces(), drawing, 2)


def test_a_car_that_it_does_not_bind_may_have_empty_places() -> None:
    rule = WantedPlaces(units=frozenset({"J2"}))
    assert_kept(rule, "Ann L\ncrew p:paramedic*1-2")


def test_the_breach_says_how_many_are_wanted() -> None:
    (breach,) = WantedPlaces().audit(parse("Ann L\ncrew p:paramedic*1-3"))
    assert breach.because == "p has 1 of 3 wanted"
    assert breach.amount == 2
