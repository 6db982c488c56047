"""PAIR-03 at its edges."""

from constraints.preferred_partners import PreferredPartners
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

PARTNERS = "Ann {}\nBob:regular {}\nprefer Ann Bob"


def test_together_or_both_at_home_costs_nothing() -> None:
    assert_kept(PreferredPartners(), PARTNERS.format("L - L", "L - L"))


def test_one_without_the_other_costs_one_a_shift_whoever_it_is() -> None:
    assert_charged(PreferredPartners(), PARTNERS.format("L L -", "- - -"), 2)
    assert_charged(PreferredPartners(), PARTNERS.format("- - -", "L - -"), 1)


def test_two_cars_at_once_cost_one_for_each_of_the_two() -> None:
    assert_charged(PreferredPartners(), PARTNERS.format("L1", "L2"), 2)


def test_the_wish_lasts_from_its_first_to_its_last_day() -> None:
    alone = PARTNERS.format("L L L L", "- - - -")
    assert_charged(PreferredPartners(), f"{alone} - x x -", 2)


def test_a_car_that_the_other_may_not_ride_costs_nothing() -> None:
    drawing = f"{PARTNERS.format('L1 L2', '- -')}\nterms Bob units=J1"
    assert_charged(PreferredPartners(), drawing, 1)


def test_a_crew_without_a_post_for_the_other_costs_nothing() -> None:
    drawing = f"{PARTNERS.format('L', '-')}\ncrew p:paramedic"
    assert_kept(PreferredPartners(), drawing)


def test_a_crew_with_one_place_for_the_two_of_them_costs_nothing() -> None:
    alike = "Ann L\nBob -\nprefer Ann Bob\ncrew p:paramedic{}"
    assert_kept(PreferredPartners(), alike.format(""))
    assert_charged(PreferredPartners(), alike.format("*1-2"), 1)


def test_two_posts_open_to_both_have_room_for_both() -> None:
    crew = "crew first:paramedic second:paramedic"
    assert_agreement(PreferredPartners(), f"Ann L L\nBob - -\nprefer Ann Bob\n{crew}")


def test_whether_it_binds_is_decided_by_the_first_of_the_pair() -> None:
    alone = PARTNERS.format("L", "-")
    assert_kept(PreferredPartners(people=frozenset({"Bob"})), alone)
    assert_charged(PreferredPartners(people=frozenset({"Ann"})), alone, 1)


def test_the_breach_names_the_two() -> None:
    (breach,) = PreferredPartners().audit(parse(PARTNERS.format("L", "-")))
    assert breach.subject == "Ann and Bob"
    assert breach.because == "a preferred partner is not on J1 late on Mon 4 Jan 2027"
