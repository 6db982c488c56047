"""CREW-01 at its edges."""

from constraints.complete_crew import CompleteCrew
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

ONE_OR_TWO = "crew p:paramedic o:regular*1-2"


def test_the_least_and_the_most_of_a_post_are_both_allowed() -> None:
    assert_kept(CompleteCrew(), f"Ann L\nBob:regular L\n{ONE_OR_TWO}")
    assert_kept(CompleteCrew(), f"Ann L\nBob:regular L\nCal:regular L\n{ONE_OR_TWO}")


def test_one_more_than_the_most_is_too_many() -> None:
    crew = "Ann L\nBob:regular L\nCal:regular L\nDee:regular L"
    assert_broken(CompleteCrew(), f"{crew}\n{ONE_OR_TWO}", times=1)
    assert_charged(CompleteCrew(), f"{crew}\n{ONE_OR_TWO}", 1)


def test_two_more_than_the_most_cost_two() -> None:
    assert_charged(CompleteCrew(), "Ann L\nBob L\nCal L\ncrew p:paramedic", 2)


def test_one_fewer_than_the_least_is_incomplete_and_costs_one_however_many() -> None:
    drawing = "Ann L\nBob:regular -\ncrew p:paramedic o:regular*2"
    assert_broken(CompleteCrew(), drawing, times=1)
    assert_charged(CompleteCrew(), drawing, 1)


def test_nobody_on_the_car_is_allowed() -> None:
    assert_kept(CompleteCrew(), f"Ann -\nBob:regular -\n{ONE_OR_TWO}\nneed L")


def test_a_place_that_is_only_wanted_may_stay_empty_but_not_ride_alone() -> None:
    crew = "crew p:paramedic s:special*0-1"
    assert_kept(CompleteCrew(), f"Ann L\nSam:special -\n{crew}")
    assert_broken(CompleteCrew(), f"Ann -\nSam:special L\n{crew}")


def test_a_post_that_nobody_could_fill_keeps_everybody_off_the_car() -> None:
    assert_broken(CompleteCrew(), "Ann L\ncrew p:paramedic o:regular")


def test_each_shift_is_looked_at_by_itself_to_the_last_day() -> None:
    # Bob is missing on the first day and Ann on the last.
    assert_broken(CompleteCrew(), "Ann L L -\nBob:regular - L L", times=2)


def test_two_cars_on_one_day_are_two_crews() -> None:
    drawing = "Ann L1\nBob:regular L2\ncrew p:paramedic o:regular"
    assert_broken(CompleteCrew(), drawing, times=2)


def test_a_person_who_fits_two_posts_is_counted_where_they_are() -> None:
    crew = "crew first:regular second:regular"
    assert_agreement(CompleteCrew(), f"Bob:regular L\nCal:regular -\n{crew}")
    assert_broken(CompleteCrew(), f"Bob:regular L\nCal:regular -\n{crew}")


def test_a_car_that_it_does_not_bind_is_left_alone() -> None:
    rule = CompleteCrew(units=frozenset({"J2"}))
    assert_kept(rule, "Ann L\nBob:regular -")
    assert_broken(rule, "Ann L2\nBob:regular -")


def test_the_breach_counts_the_people_in_each_post() -> None:
    (breach,) = CompleteCrew().audit(parse(f"Ann L\nBob:regular -\n{ONE_OR_TWO}"))
    assert breach.because == "the crew is incomplete: o 0 of at least 1"
    assert breach.subject == "J1 2027-01-04 late"
