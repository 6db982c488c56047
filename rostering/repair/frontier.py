"""The fewest people told for each cover, and the best cover for so many."""

from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial

from rostering.domain import Tier
from rostering.repair.search import Found, Search

PROOF = 30.0
"""The most work for one proof, in the solver's units."""


class Impossible(Exception):
    """No rota keeps the rules, whatever is changed: pins, or the past, forbid it."""


@dataclass(frozen=True, slots=True)
class Point:
    """The fewest people told for some cover, and the best cover for so many."""

    told: Found
    cover: Found


@dataclass(frozen=True, slots=True)
class Frontier:
    """All such points from the fewest told to the best covered."""

    points: tuple[Point, ...]
    best: Found
    """The best cover, whoever is told."""


def frontier(search: Search, pool: Executor, *, most: int, effort: float) -> Frontier:
    """Find the points in order, of which the last has the best cover of all.

    Args:
        search: The model.
        pool: Where a second search may run at the same time.
        most: How many points at most; then the last one is not the best.
        effort: How much longer than usual to look for proofs.

    Raises:
        Impossible: There is no rota at all.
    """
    cover, told = search.tier(Tier.COVER), search.told
    prove = partial(search.least, effort=PROOF * effort)
    fewest = pool.submit(prove, told)
    best = _existing(prove(cover))
    least = _existing(fewest.result())
    last = pool.submit(prove, told, [(cover, best.value)], start=best)
    points: list[Point] = []
    while len(points) < most:
        if least.value < last.result().value:
            here = prove(cover, [(told, least.value)], start=least)
        else:
            here = replace(last.result(), value=best.value, bound=best.bound)
        # Where the last one was not proved, it may not be worth its people.
        points = [p for p in points if p.told.value < least.value]
        points.append(Point(least, here))
        if here.value <= best.value:
            break
        better = [(cover, here.value - 1)]
        least = prove(told, better, start=last.result())
    return Frontier(tuple(points), best)


def _existing(found: Found) -> Found:
    if not found.is_found:
        raise Impossible
    return found
