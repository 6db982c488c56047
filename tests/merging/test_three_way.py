"""Merging as sets of places, against a plain statement of what it should come to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.merging.side import Side
from rostering.merging.three_way import three_ways, united
from tests.merging.sides import FILLS, THREE, fills


def merged(base, mine, theirs, **taken):
    return united(three_ways(base, mine, theirs), taken)


def clashing(base, mine, theirs):
    return {place.spot for place in three_ways(base, mine, theirs) if place.is_clash}


def naive(base, mine, theirs):
    """Every fill by itself: whoever changed it has it as he wants."""
    every = base | mine | theirs
    wins = {
        f: (f in mine) if (f in mine) != (f in base) else f in theirs for f in every
    }
    return {f for f, stays in wins.items() if stays}


def spot(fill):
    return fill.shift, fill.post


@given(THREE)
def test_it_is_what_each_fill_by_itself_comes_to_outside_clashes(three):
    clashes = clashing(*three)
    free = {f for f in merged(*three) if spot(f) not in clashes}
    assert free == {f for f in naive(*three) if spot(f) not in clashes}


@given(THREE)
def test_no_change_is_lost_and_none_is_invented(three):
    base, mine, theirs = three
    clashes = clashing(*three)
    found = merged(*three)
    for side in (mine, theirs):
        assert {f for f in side - base if spot(f) not in clashes} <= found
        assert not {f for f in base - side if spot(f) not in clashes} & found
    assert found - base <= mine | theirs
    assert base - found <= (base - mine) | (base - theirs)


@given(THREE)
def test_the_order_of_the_sides_does_not_matter(three):
    base, mine, theirs = three
    assert merged(base, mine, theirs) == merged(base, theirs, mine)
    assert clashing(base, mine, theirs) == clashing(base, theirs, mine)


@given(FILLS, FILLS)
def test_a_side_that_changed_nothing_gives_the_other(base, side):
    assert merged(base, side, base) == merged(base, base, side) == side
    assert not clashing(base, side, base)


@given(FILLS, FILLS)
def test_sides_that_agree_give_what_they_agree_on(base, side):
    assert merged(base, side, side) == side
    assert not clashing(base, side, side)


@given(THREE)
def test_merging_what_was_merged_changes_nothing(three):
    base, mine, theirs = three
    once = merged(*three)
    if not clashing(*three):
        assert merged(base, once, theirs) == merged(base, mine, once) == once


@given(THREE, st.sampled_from(Side))
def test_a_side_that_is_taken_everywhere_has_its_way_in_every_clash(three, side):
    base, mine, theirs = three
    places = three_ways(base, mine, theirs)
    taken = {place.spot: side for place in places if place.is_clash}
    found = united(places, taken)
    own = mine if side is Side.MINE else theirs
    for place in taken:
        assert {f for f in found if spot(f) == place} == {
            f for f in own if spot(f) == place
        }


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "is_clash"),
    [
        ("Ann", "Bob", "Cat", True),
        ("Ann", "Bob", "", False),
        ("Ann", "", "", False),
        ("Ann", "Ann Bob", "Ann Cat", True),
        ("Sam Tom", "Sam Ann", "Bob Tom", False),
        ("Sam Tom", "Sam", "Tom", True),
        ("", "Ann", "Bob", True),
        ("", "Ann", "Ann", False),
    ],
)
def test_a_clash_is_where_both_would_make_too_many_or_too_few(
    base, mine, theirs, is_clash
):
    three = [fills(J1o0=people) for people in (base, mine, theirs)]
    assert bool(clashing(*three)) is is_clash


def test_where_two_of_a_post_were_changed_apart_both_changes_count():
    three = [fills(J1o0=people) for people in ("Sam Tom", "Sam Ann", "Bob Tom")]
    assert merged(*three) == fills(J1o0="Ann Bob")


def test_a_clash_is_as_it_was_until_somebody_decides():
    three = [fills(J1p0=people) for people in ("Ann", "Bob", "Cat")]
    assert merged(*three) == three[0]


def test_nothing_merged_with_nothing_is_nothing():
    assert merged(frozenset(), frozenset(), frozenset()) == frozenset()
