"""CREW-05 at its edges."""

from constraints.second_holder import SecondHolder
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

CREW = "Ann {0}\nBob:regular {0}\ncrew p:paramedic o:regular any:driving"
BOTH = "\nskill Ann driving\nskill Bob driving"


def test_it_is_off_unless_a_book_switches_it_on() -> None:
    assert not SecondHolder.is_usual


def test_two_holders_are_enough_and_one_is_not() -> None:
    assert_kept(SecondHolder(), CREW.format("L") + BOTH)
    assert_broken(SecondHolder(), f"{CREW.format('L')}\nskill Ann driving", times=1)


def test_each_holder_that_is_missing_costs_one() -> None:
    assert_charged(SecondHolder(), CREW.format("L"), 2)
    assert_charged(SecondHolder(wanted=3), CREW.format("L") + BOTH, 1)


def test_one_who_may_drive_only_till_midnight_does_not_count() -> None:
    tickets = "\nskill Ann driving\nskill Bob driving x"
    assert_charged(SecondHolder(), CREW.format("L") + tickets, 1)
    assert_kept(SecondHolder(), CREW.format("E") + tickets)


def test_every_skill_that_one_must_hold_is_looked_at() -> None:
    drawing = f"{CREW.format('L')} any:water{BOTH}"
    assert_charged(SecondHolder(), drawing, 2)
    assert_kept(SecondHolder(), "Ann L\nBob:regular L")


def test_a_crew_that_is_not_complete_is_not_looked_at() -> None:
    lone = "Ann L\nBob:regular -\ncrew p:paramedic o:regular any:driving"
    assert_kept(SecondHolder(), lone)
    assert_agreement(SecondHolder(), lone)


def test_a_crew_without_any_least_is_complete_with_one_person() -> None:
    lone = "Ann L\nBob:regular -\ncrew p:paramedic*0-1 o:regular*0-1 any:driving"
    assert_charged(SecondHolder(), lone, 2)
    assert_agreement(SecondHolder(), lone)


def test_it_binds_the_cars_that_the_book_names() -> None:
    assert_kept(SecondHolder(units=frozenset({"J2"})), CREW.format("L"))


def test_the_breach_counts_the_holders() -> None:
    drawing = f"{CREW.format('L')}\nskill Ann driving"
    (breach,) = SecondHolder().audit(parse(drawing))
    assert breach.because == "1 in the crew with driving; 2 wished"


def test_somebody_whose_post_may_be_empty_makes_no_crew_complete() -> None:
    posts = "crew p:paramedic o:regular*0-1 any:driving"
    assert_agreement(SecondHolder(), f"Ann L\nBob:regular L\n{posts}")
    assert_kept(SecondHolder(), f"Ann -\nBob:regular L\n{posts}")
