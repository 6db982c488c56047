"""CREW-03 at its edges."""

from dataclasses import replace

import pytest

from constraints.able_to_act_alone import AbleToActAlone
from rostering.domain import Rota
from rostering.drawing import parse
from tests.verify import assert_broken, assert_kept

PAIR = "Ann L\nSam:special L"


@pytest.mark.parametrize("status", ["DPS", "IPS"])
def test_a_special_of_either_higher_standing_may_be_the_only_one(status: str) -> None:
    assert_kept(AbleToActAlone(), f"{PAIR}\nterms Sam status={status}")


def test_a_special_on_accompanied_patrol_may_not_be_the_only_one() -> None:
    assert_broken(AbleToActAlone(), f"{PAIR}\nterms Sam status=APS", times=1)


def test_a_special_whose_standing_is_not_known_may_not_be_the_only_one() -> None:
    assert_broken(AbleToActAlone(), PAIR, times=1)


def test_a_regular_may_act_alone_whatever_the_standing() -> None:
    assert_kept(AbleToActAlone(), "Ann L\nBob:regular L")


def test_a_special_on_accompanied_patrol_may_ride_with_a_regular() -> None:
    crew = "crew p:paramedic o:regular/special*1-2"
    drawing = f"{PAIR}\nBob:regular L\nterms Sam status=APS\n{crew}"
    assert_kept(AbleToActAlone(), drawing)


def test_the_standing_of_somebody_who_is_no_constable_counts_for_nothing() -> None:
    assert_broken(AbleToActAlone(), f"{PAIR}\nterms Ann status=IPS")


def test_a_crew_with_nobody_from_the_police_is_a_breach() -> None:
    assert_broken(AbleToActAlone(), "Ann L\nSam:special -\nterms Sam status=IPS")


def test_an_empty_shift_is_no_breach() -> None:
    assert_kept(AbleToActAlone(), "Ann -\nSam:special -\nneed L")


def test_a_car_without_police_is_left_alone() -> None:
    assert_kept(AbleToActAlone(), "Ann L\nPat:physiotherapist L")


def test_each_shift_is_looked_at_by_itself() -> None:
    drawing = "Ann L L L\nSam:special L L L\nTom:special - L -\nterms Tom status=IPS"
    assert_broken(AbleToActAlone(), drawing, times=2)


def test_another_service_may_have_other_standings() -> None:
    rule = AbleToActAlone(constables=("ranger",), statuses=("full",), always=())
    assert_kept(rule, "Ann L\nRon:ranger L\nterms Ron status=full")
    assert_broken(rule, "Ann L\nRon:ranger L\nterms Ron status=half")


def test_a_role_that_is_always_able_must_be_a_constable_first() -> None:
    rule = AbleToActAlone(constables=("special",), always=("regular",))
    assert_broken(rule, "Ann L\nBob:regular L\nSam:special -")


def test_a_car_that_it_does_not_bind_is_left_alone() -> None:
    assert_kept(AbleToActAlone(units=frozenset({"J2"})), PAIR)


def test_the_breach_tells_the_standing_of_each_constable() -> None:
    (breach,) = AbleToActAlone().audit(parse(f"{PAIR}\nterms Sam status=APS"))
    assert breach.because == "no constable in the crew may act alone: Sam is APS"


def test_the_breach_tells_names_and_no_ids() -> None:
    rota = parse(f"{PAIR}\nterms Sam status=APS")
    people = tuple(replace(p, name=f"{p.id} Doe") for p in rota.problem.people)
    named = Rota(replace(rota.problem, people=people), rota.fills)
    (breach,) = AbleToActAlone().audit(named)
    assert breach.because.endswith(": Sam Doe is APS")
