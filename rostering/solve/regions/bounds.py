"""What the regions by themselves say of the whole, said no louder than is proved."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from rostering.domain import Tier
from rostering.solve.part import Part, TierBound

SIDE_BY_SIDE = 2

Again = Callable[[int, Tier, Mapping[Tier, int]], int]
"""The bound of a region's tier, where earlier tiers may cost no more than this."""


def bounds_of(
    parts: Sequence[Part], costs: Mapping[Tier, int], again: Again
) -> tuple[TierBound, ...]:
    """The bound of each tier, given what the earlier ones cost.

    A tier costs no less than the regions' least together. Of a later tier a region's
    bound holds as long as the region may not spend more on earlier ones than it was
    given; where the rota spends more than the least on them, any region might have, and
    the region is asked again.
    """
    found: list[TierBound] = []
    least: dict[Tier, list[int]] = {}
    regions = range(len(parts))
    for tier in Tier:
        allowed = [_allowed(least, costs, nth) for nth in regions]
        bound_of = partial(_within, tier, again)
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            bounds = list(pool.map(bound_of, regions, parts, allowed))
        least[tier] = bounds
        bound = sum(bounds)
        is_proved = bound >= costs.get(tier, 0)
        found.append(TierBound(tier, bound, is_proved, _seconds(parts, tier)))
    return tuple(found)


def _within(
    tier: Tier, again: Again, region: int, part: Part, allowed: Mapping[Tier, int]
) -> int:
    """The bound of a region's tier, asked for again where earlier ones cost more."""
    if all(most <= _bound(part, each) for each, most in allowed.items()):
        return _bound(part, tier)
    return again(region, tier, allowed)


def _allowed(
    least: Mapping[Tier, Sequence[int]], costs: Mapping[Tier, int], region: int
) -> dict[Tier, int]:
    """What the region can spend on each earlier tier, the others spending the least."""
    return {
        tier: bounds[region] + costs.get(tier, 0) - sum(bounds)
        for tier, bounds in least.items()
    }


def _bound(part: Part, tier: Tier) -> int:
    return next((each.bound for each in part.bounds if each.tier is tier), 0)


def _seconds(parts: Sequence[Part], tier: Tier) -> float:
    return sum(b.seconds for part in parts for b in part.bounds if b.tier is tier)
