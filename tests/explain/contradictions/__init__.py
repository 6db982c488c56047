"""Books in which two or three rules contradict each other over a pin.

`situations` says how each rule bars one shift, `stretches` how it couples two days,
`plans` how two or three make a contradiction and `reasons` why they cannot; `books`
writes the book of a plan, which `sheets` puts into files.
"""

from itertools import combinations

from constraints import RULES
from tests.explain.contradictions.books import planted
from tests.explain.contradictions.draft import FIRST
from tests.explain.contradictions.finished import Planted
from tests.explain.contradictions.reasons import Codes, why_not
from tests.explain.contradictions.situations import SITUATIONS

__all__ = ["FIRST", "HARD", "Codes", "Planted", "named", "planted", "possible"]

HARD = tuple(code for code in RULES if code in SITUATIONS)
"""The rules that are planted; what the others draw is pinned and tried by itself."""


def possible(size: int) -> list[Codes]:
    """All sets of so many rules that can contradict each other over a pin."""
    every = map(frozenset, combinations(HARD, size))
    return [codes for codes in every if size == 1 or not why_not(codes)]


def named(codes: Codes) -> str:
    """The codes in order, for the name of a test."""
    return "+".join(sorted(codes))
