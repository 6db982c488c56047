"""The order in which reasons are told."""

from constraints import RULES
from rostering.domain import Mode
from rostering.explain.telling import MOST_TELLING_FIRST


def test_every_rule_that_holds_unless_a_book_says_otherwise_has_its_place() -> None:
    hard = {code for code, rule in RULES.items() if rule().mode is Mode.HARD}
    assert set(MOST_TELLING_FIRST) == hard
    assert len(MOST_TELLING_FIRST) == len(hard)
