"""Two people who would exchange a shift."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.audit import audit
from rostering.domain import Fill, Mode, Rota
from rostering.drawing import parse
from rostering.repair.swap import Swap, swap
from tests.explain.asking import EVERY_RULE, rotas

TOLD = date(2026, 12, 1)


def swapped(drawing, first, second) -> Swap:
    """Exchange the places of two people on two days of a drawing, counted from 0."""
    rota = parse(drawing)
    days = rota.problem.period.days
    places = [
        fill
        for person, day in (first, second)
        for fill in rota.fills
        if (fill.person, fill.shift.day) == (person, days[day])
    ]
    one, other = places
    return swap(rota, EVERY_RULE, one, other, told_on=TOLD)


ALIKE = "Ann D - -\nBob:paramedic - - D\ncrew p:paramedic\nneed D - D"


def test_two_alike_may_exchange_shifts_of_the_same_length():
    found = swapped(ALIKE, ("Ann", 0), ("Bob", 2))
    assert found.is_allowed
    assert [side.person for side in found.sides] == ["Ann", "Bob"]
    assert [side.takes.shift.day.day for side in found.sides] == [6, 4]
    assert all(side.bank_hours == 0 for side in found.sides)
    assert len(found.after.fills) == 2


def test_everything_against_either_of_them_is_told():
    drawing = f"{ALIKE}\nleave Ann annual - - x\nskill Bob radio - - x\n"
    found = swapped(f"{drawing}asks paramedic radio", ("Ann", 0), ("Bob", 2))
    assert not found.is_allowed
    ann, bob = found.sides
    assert {each.rule for each in ann.against} >= {"LEAVE-01", "SKILL-01"}
    assert [each.rule for each in bob.against] == ["SKILL-01"]


def test_a_swap_that_makes_a_quick_return_is_refused():
    drawing = "Ann - E -\nBob:paramedic - - L\nCal:paramedic - - -\n"
    found = swapped(f"{drawing}crew p:paramedic\nneed - E L", ("Ann", 1), ("Bob", 2))
    assert found.is_allowed
    short = swapped(
        "Ann L - L\nBob:paramedic - E -\ncrew p:paramedic\nneed L E L",
        ("Ann", 2),
        ("Bob", 1),
    )
    assert [each.rule for each in short.sides[0].against] == ["REST-01"]
    assert short.sides[0].after.rest_before == timedelta(hours=6)


def test_services_cannot_exchange_places():
    drawing = "Ann D -\nBob:regular D D\nCal:paramedic - D"
    found = swapped(
        f"{drawing}\ncrew p:paramedic o:regular\nneed D D", ("Ann", 0), ("Bob", 1)
    )
    rules = {each.rule for side in found.sides for each in side.against}
    assert "POST-01" in rules


def test_hours_and_what_unsocial_hours_earn_change_sides():
    drawing = "Ann D - -\nBob:paramedic - - L\ncrew p:paramedic\nneed D - L"
    found = swapped(drawing, ("Ann", 0), ("Bob", 2))
    ann, bob = found.sides
    assert ann.extra_hours > 0
    assert ann.extra_hours == -bob.extra_hours
    assert ann.bank_hours == -bob.bank_hours


def test_each_is_told_of_both_days():
    found = swapped(ALIKE, ("Ann", 0), ("Bob", 2))
    assert [(c.person, c.day.day) for c in found.changes] == [
        ("Ann", 4),
        ("Ann", 6),
        ("Bob", 4),
        ("Bob", 6),
    ]
    assert found.changes[0].notice == (date(2027, 1, 4) - TOLD).days - 1


@st.composite
def exchanges(draw: st.DrawFn) -> tuple[Rota, Fill, Fill]:
    """A rota with places of two people."""
    rota = draw(rotas().filter(lambda r: len({fill.person for fill in r.fills}) > 1))
    places = sorted(rota.fills)
    first = draw(st.sampled_from(places))
    others = [fill for fill in places if fill.person != first.person]
    return rota, first, draw(st.sampled_from(others))


@settings(max_examples=40)
@given(exchanges())
def test_yes_means_that_nothing_breaks_and_no_that_something_does(
    exchange: tuple[Rota, Fill, Fill],
):
    rota, first, second = exchange
    found = swap(rota, EVERY_RULE, first, second, told_on=TOLD)
    hard = [rule for rule in EVERY_RULE if rule.mode is Mode.HARD]
    new = set(audit(found.after, hard).breaches) - set(audit(rota, hard).breaches)
    assert found.is_allowed == (not new)


@settings(max_examples=20)
@given(exchanges())
def test_exchanging_twice_is_exchanging_nothing(exchange: tuple[Rota, Fill, Fill]):
    rota, first, second = exchange
    there = swap(rota, EVERY_RULE, first, second, told_on=TOLD)
    one, other = (side.takes for side in there.sides)
    back = swap(there.after, EVERY_RULE, one, other, told_on=TOLD)
    assert back.after == rota
