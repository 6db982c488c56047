"""Merging with the rules: what both sides break only together."""

import pytest
from hypothesis import given, settings

from rostering.audit import audit
from rostering.merging.merge import Merge
from rostering.merging.nearest import mended
from rostering.merging.side import Side
from rostering.merging.three_way import three_ways, united
from rostering.rulebook import rulebook
from tests.merging.sides import PROBLEM, THREE, fills, rota

RULES = rulebook(PROBLEM)[0]
BASE = fills(J1p0="Ann", J1o0="Sam")


def merge(mine, theirs, base=BASE, **more):
    return Merge(rota(base), rota(mine), rota(theirs), RULES, **more)


def one_on_two_cars():
    """Mine puts Bob on one car on the second day, theirs on the other."""
    mine = BASE | fills(J1p1="Bob", J1o1="Sam")
    theirs = BASE | fills(J2p1="Bob", J2o1="Tom")
    return mine, theirs


def test_each_side_is_legal_by_itself():
    for side in one_on_two_cars():
        assert not audit(rota(side), RULES).hard


def test_one_person_on_two_cars_is_a_clash_that_names_both_places():
    (clash,) = merge(*one_on_two_cars()).clashes
    assert [(p.spot.shift.unit, p.spot.post) for p in clash.places] == [
        ("J1", "p"),
        ("J2", "p"),
    ]
    assert {breach.subject for breach in clash.breaches} == {"Bob"}
    assert "CLASH-01" in {breach.rule for breach in clash.breaches}


@pytest.mark.parametrize("side", Side)
def test_the_side_that_is_taken_keeps_its_place(side):
    found = merge(*one_on_two_cars(), otherwise=side)
    kept, left = ("J1", "J2") if side is Side.MINE else ("J2", "J1")
    units = {f.shift.unit for f in found.rota.fills if f.person == "Bob"}
    assert units == {kept} != {left}
    assert not found.clashes
    assert [taken for _, taken in found.settled] == [side]


def test_an_answer_is_found_by_the_key_of_its_clash():
    (clash,) = merge(*one_on_two_cars()).clashes
    found = merge(*one_on_two_cars(), chosen={clash.key: Side.THEIRS})
    assert not found.clashes
    assert found.rota.fills >= fills(J2p1="Bob")
    assert merge(*one_on_two_cars(), chosen={"another": Side.MINE}).clashes


def test_what_a_side_breaks_by_itself_is_no_clash():
    mine = BASE | fills(J1p1="Bob")
    found = merge(mine, BASE)
    assert not found.clashes
    assert "CREW-01" in {breach.rule for breach in found.audit.hard}


def test_the_smallest_repair_of_both_versions_crews_both_cars():
    mine, theirs = one_on_two_cars()
    found = mended(rota(mine | theirs), RULES)
    assert found is not None
    assert found.is_least
    assert len(found.gone(rota(mine | theirs))) == 1
    assert len(found.new(rota(mine | theirs))) == 1
    assert not audit(found.rota, RULES).hard


def test_a_legal_rota_needs_no_repair():
    found = mended(rota(BASE), RULES)
    assert found is not None
    assert found.rota.fills == BASE


@settings(max_examples=25)
@given(THREE)
def test_with_no_clash_it_is_the_union_of_both_and_the_order_does_not_matter(three):
    base, mine, theirs = three
    found, turned = merge(mine, theirs, base), merge(theirs, mine, base)
    assert {clash.key for clash in found.clashes} == {c.key for c in turned.clashes}
    assert found.rota.fills == turned.rota.fills
    if not found.clashes:
        assert found.rota.fills == united(three_ways(base, mine, theirs), {})


@settings(max_examples=25)
@given(THREE)
def test_what_is_decided_is_open_no_more(three):
    base, mine, theirs = three
    for side in Side:
        assert not merge(mine, theirs, base, otherwise=side).clashes


@settings(max_examples=25)
@given(THREE)
def test_the_smallest_repair_is_legal_and_no_longer_than_taking_all_off(three):
    given_rota = rota(three[1])
    found = mended(given_rota, RULES)
    assert found is not None
    assert not audit(found.rota, RULES).hard
