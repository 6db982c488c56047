"""Weights by name: every row of the data takes effect, and a book still wins."""

from dataclasses import replace

import pytest

from constraints import RULES
from rostering.domain import Mode, RuleSetting, Tier
from rostering.drawing import parse
from rostering.rulebook import rulebook
from rostering.rulebook.presets import presets

PROBLEM = parse("Ann L - L\nSam:special - S -").problem
FAIR = presets()["fair-first"]


def _rules(*settings):
    rules, faults = rulebook(replace(PROBLEM, settings=tuple(settings)))
    assert not faults
    return {rule.code: rule for rule in rules}


def test_the_presets_are_offered_in_order():
    assert list(presets()) == ["cover-first", "fair-first", "least-change"]


@pytest.mark.parametrize("name", presets())
def test_a_preset_changes_what_it_says_and_nothing_else(name):
    preset = presets()[name]
    usual, picked = _rules(), _rules(*preset.over(()))
    told = {then.code: then for _, then in preset.differences()}
    assert told
    assert usual | {c: r for c, r in told.items() if r.is_usual} == picked
    assert all(before != then for before, then in preset.differences())
    assert all(RULES[code]().mode is Mode.WISH for code in told)


def test_what_the_book_says_of_everybody_wins():
    own = RuleSetting("FAIR-01", tier=Tier.WISHES)
    picked = _rules(*FAIR.over((own,)))
    assert picked["FAIR-01"].tier is Tier.WISHES
    assert picked["FAIR-02"].tier is Tier.CONTRACT


def test_what_the_book_says_of_another_matter_stands_beside_the_preset():
    own = RuleSetting("FAIR-01", weight=7)
    rule = _rules(*FAIR.over((own,)))["FAIR-01"]
    assert (rule.tier, rule.weight) == (Tier.CONTRACT, 7)


def test_what_the_book_says_of_some_people_wins_for_them():
    own = RuleSetting("FAIR-01", tier=Tier.WISHES, applies_to="special")
    settings = FAIR.over((own,))
    rules, faults = rulebook(replace(PROBLEM, settings=settings))
    assert not faults
    tiers = {rule.tier: rule.people for rule in rules if rule.code == "FAIR-01"}
    assert tiers == {Tier.WISHES: {"Sam"}, Tier.CONTRACT: {"Ann"}}


def test_cover_is_never_anything_but_first():
    """The proof that no rota crews more counts on nothing else being in its tier."""
    for preset in presets().values():
        for _, then in preset.differences():
            assert then.code != "COVER-01"
            assert then.tier is not Tier.COVER
