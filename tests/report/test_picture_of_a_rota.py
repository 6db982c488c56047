"""A rota with everything in it, drawn in every way: shapes, colours and words."""

import re

import pytest

from rostering.report.console.cars import cars_shown
from rostering.report.console.days import days_shown
from rostering.report.console.people import people_shown
from rostering.report.console.person import person_shown
from rostering.report.console.shares import shares_shown
from rostering.report.console.weeks import weeks_shown
from tests.report.shown import drawn, known, saved

BEFORE = """
start 2027-01-06
Ann:paramedic L1 L1 A  A  T  L1 L1 -  L1
Bea:paramedic L2 L2 L2 L2 L2 L2 S2 -  -
Cay:special   -  -  -  -  S2 -  -  S2 S2
Pat@R         L1 L1 -  -  -  L1 -  -  L1
Ria@R         L2 L2 -  -  -  -  -  -  -
terms Cay status=IPS
terms Bea hours=20
crew paramedic:paramedic officer:regular>special*1-2
team R L L L L L L L L L
offer Cay - - - - S2 - S2 S2 S2
leave Ria sick - - - x x
leave Pat court@9-12 - - x
holiday - - - - - New_Day
need L1+L2 L1+L2 L1+L2 L2 L2 L1+L2 L1+S2 S2 L1+S2
"""
"""Nine days from a Wednesday; Bea has hours beyond her contract by the end."""
AFTER = BEFORE.replace("Ria@R         L2 L2 -", "Ria@R         L2 -  L1")
VIEWS = {
    "by car": cars_shown,
    "by person": people_shown,
    "by week": weeks_shown,
    "by day": days_shown,
    "by share": shares_shown,
    "Bea": lambda lines, *known: person_shown(lines, "Bea", *known),
    "Ria": lambda lines, *known: person_shown(lines, "Ria", *known),
}


@pytest.fixture(scope="module")
def rota():
    return saved(AFTER)


@pytest.fixture(scope="module")
def facts(rota):
    return known(rota, BEFORE)


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("view", VIEWS)
def test_it_is_drawn_as_before(rota, facts, view, width, snapshot):
    parts = list(VIEWS[view](rota.lines, width, facts))
    assert drawn(parts, width) == snapshot(name="plain")
    assert drawn(parts, width, colour=True) == snapshot(name="colour")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_it_fits(rota, facts, view, width):
    text = drawn(VIEWS[view](rota.lines, width, facts), width)
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("view", VIEWS)
def test_colour_adds_nothing_that_shapes_do_not_tell(rota, facts, view):
    parts = list(VIEWS[view](rota.lines, 120, facts))
    coloured = drawn(parts, 120, colour=True)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    plain = drawn(parts, 120)
    assert [x.rstrip() for x in bare.splitlines()] == plain.splitlines()
    assert "\x1b" in coloured
    assert "\x1b" not in plain
