"""How rotas stand up to what may happen."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings

from rostering.domain import Rota
from rostering.drawing import parse
from rostering.lookahead.draws import Draws
from rostering.lookahead.rates import Rates
from rostering.lookahead.stress import Stress, stress
from tests.explain.asking import EVERY_RULE, rotas

CALM = Rates(
    sickness=0, abstraction=0, withdrawal=0, late_job=0, yes=1, overrun=timedelta(0)
)


def tried(drawing, rates: Rates = CALM, number=400, *, reserves=10) -> Stress:
    rota = drawing if isinstance(drawing, Rota) else parse(drawing)
    return stress(rota, EVERY_RULE, Draws(rota, rates, number), reserves=reserves)


def chances(found: Stress) -> list[tuple[float, float]]:
    return [(chance.as_planned, chance.with_calls) for chance in found.chances]


ALONE = "Ann D - D\ncrew p:paramedic\nneed D - D"
RELIEVED = "Ann D\nBob:paramedic -\ncrew p:paramedic\nneed D"


def test_a_rota_without_crews_has_nothing_to_try():
    found = tried("Ann -\ncrew p:paramedic\nneed D")
    assert found.chances == found.standby == ()


def test_where_nothing_happens_everything_goes_out():
    assert chances(tried(ALONE)) == [(1, 1), (1, 1)]


def test_one_who_is_always_ill_never_goes_out():
    found = tried(ALONE, replace(CALM, sickness=1))
    assert all(planned < 0.05 for planned, _ in chances(found))


def test_the_share_of_days_lost_is_the_one_that_was_given():
    rota = parse("Ann " + "D " * 20)
    for spell in (1, 5):
        ill = Draws(rota, replace(CALM, sickness=0.2, spell=spell), 4000).ill["Ann"]
        assert ill.mean() == pytest.approx(0.2, abs=0.02)


def test_illness_lasts_as_long_as_was_given():
    rota = parse("Ann " + "D " * 60)
    ill = Draws(rota, replace(CALM, sickness=0.2, spell=5), 2000).ill["Ann"]
    begun = (ill[1:] & ~ill[:-1]).sum()
    assert ill[1:].sum() / begun == pytest.approx(5, rel=0.1)


def test_somebody_free_who_says_yes_saves_the_shift():
    found = tried(RELIEVED, replace(CALM, sickness=0.3, spell=1), 4000)
    ((planned, called),) = chances(found)
    assert planned == pytest.approx(0.7, abs=0.03)
    # Both are ill together in nine of a hundred.
    assert called == pytest.approx(0.91, abs=0.02)
    assert found.standby == ()


def test_somebody_who_never_says_yes_is_worth_having_in_reserve():
    found = tried(RELIEVED, replace(CALM, sickness=0.3, spell=1, yes=0), 4000)
    ((planned, called),) = chances(found)
    assert planned == called
    (reserve,) = found.standby
    assert reserve.person == "Bob"
    assert reserve.saves == pytest.approx(0.21, abs=0.02)
    assert tried(RELIEVED, replace(CALM, sickness=0.3, yes=0), reserves=0).standby == ()


def test_nobody_who_has_no_rest_steps_in():
    drawing = "Ann - E\nBob:paramedic L -\ncrew p:paramedic\nneed L E"
    found = tried(drawing, replace(CALM, sickness=0.5, yes=1))
    assert all(planned == called for planned, called in chances(found))


def test_a_second_officer_who_stays_away_keeps_no_car_at_home():
    crew = "crew p:paramedic o:special*1-2\nneed S\noffer Bob S\noffer Cal S"
    two = f"Ann S\nBob:special S\nCal:special S\nterms Bob status=IPS\n{crew}"
    never = replace(CALM, withdrawal=1)
    (both,) = chances(tried(f"{two}\nterms Cal status=IPS", never))
    assert both == (0, 0)
    alone = replace(CALM, withdrawal=0.5)
    ((able, _),) = chances(tried(f"{two}\nterms Cal status=IPS", alone, 4000))
    ((unable, _),) = chances(tried(f"{two}\nterms Cal status=APS", alone, 4000))
    # Either of two will do; whoever may not act alone will not.
    assert able == pytest.approx(0.75, abs=0.03)
    assert unable == pytest.approx(0.5, abs=0.03)


def test_a_late_job_that_leaves_too_little_rest_costs_the_next_shift():
    drawing = "Ann L L\ncrew p:paramedic\nneed L L"
    late = replace(CALM, late_job=1, overrun=timedelta(hours=30))
    first, second = chances(tried(drawing, late))
    assert first == (1, 1)
    assert second[0] < 0.2
    short = replace(late, overrun=timedelta(minutes=1))
    assert chances(tried(drawing, short)) == [(1, 1), (1, 1)]


def test_the_same_seed_draws_the_same_and_another_draws_another():
    rota = parse(ALONE)
    rates = replace(CALM, sickness=0.3)
    first, again, other = (
        Draws(rota, rates, 50, seed).ill["Ann"] for seed in (1, 1, 2)
    )
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@settings(max_examples=30)
@given(rotas())
def test_calling_people_never_loses_a_shift_and_reserves_save_what_is_lost(rota: Rota):
    found = tried(rota, Rates(sickness=0.3, withdrawal=0.3, yes=0.5), 40)
    assert all(0 <= planned <= called <= 1 for planned, called in chances(found))
    lost = len(found.chances) - found.expected_with_calls
    assert sum(each.saves for each in found.standby) <= lost + 1e-9
    saves = [each.saves for each in found.standby]
    assert saves == sorted(saves, reverse=True)
