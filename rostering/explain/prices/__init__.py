"""What one unit of slack in each rule would buy in cover and in fairness, solved."""

import time
from collections.abc import Callable, Sequence

from constraints import RULES, Rule
from rostering.domain import Mode, Tier
from rostering.explain.prices.found import Gain, Price, Prices
from rostering.explain.prices.market import Market
from rostering.explain.prices.slacks import is_for_sale
from rostering.solve import Result

__all__ = ["Gain", "Price", "Prices", "Told", "base_rules", "prices"]

Told = Callable[[str, int, int], None]
"""Told of each rule before it is tried: its code, how many are done, of how many."""


def base_rules(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules that matter here: all but the wishes that come after fairness."""
    return tuple(r for r in rules if r.mode is Mode.HARD or r.tier <= Tier.FAIRNESS)


def prices(
    base: Result,
    rules: Sequence[Rule],
    *,
    seconds: float | None = None,
    is_all: bool = False,
    tell: Told | None = None,
) -> Prices:
    """Solve again with a unit of slack in one rule after another.

    A rule is left out altogether first: where that buys nothing, no unit of it does.
    Ctrl-C ends the asking; what was found by then is told.

    Args:
        base: The best rota under these rules, with what was proved of it.
        rules: As `base_rules` gives them.
        seconds: How long to ask; what is not asked by then is told.
        is_all: Whether to price laws and rules of safety too.
        tell: Told of the progress.

    Raises:
        ValueError: There is no rota to begin from.
    """
    codes = list(dict.fromkeys(rule.code for rule in rules if rule.mode is Mode.HARD))
    asked = [code for code in codes if is_all or is_for_sale(RULES[code])]
    ends = float("inf") if seconds is None else time.monotonic() + seconds
    market = Market(base, rules, ends)
    found: list[Price] = []
    left = list(asked)
    while left and time.monotonic() < ends:
        if tell is not None:
            tell(left[0], len(asked) - len(left), len(asked))
        try:
            found += tuple(market.prices_of(left[0]))
        except KeyboardInterrupt:
            break
        del left[0]
    return Prices(
        market.crewed,
        market.wanted,
        market.fairness,
        tuple(sorted(found, key=lambda price: price.rank)),
        tuple(code for code in codes if code not in asked),
        tuple(left),
    )
