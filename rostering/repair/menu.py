"""What can be done about it: the best with each number of people told, each proved."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from rostering.audit import audit
from rostering.domain import Audit, Breach, Rota, Tier
from rostering.drawing import draw
from rostering.repair.frontier import PROOF, Impossible, Point, frontier
from rostering.repair.options import Menu, Option, Proof
from rostering.repair.search import Found, Limit, Search
from rostering.repair.situation import Situation
from rostering.solve import Disagreement

__all__ = ["Impossible", "Menu", "Option", "menu"]

MOST_OPTIONS = 9
POLISH = 0.3
"""The most work for each later stage, which chooses among equally short lists."""
MOVED = 10_000
"""What one more changed day weighs against the price of late notice."""
SIDE_BY_SIDE = 2


def menu(
    situation: Situation,
    *,
    most: int = MOST_OPTIONS,
    effort: float = 1.0,
    seed: int = 0,
) -> Menu:
    """Work out the options, each proved where the effort allows.

    Args:
        situation: What was published, and what is so now.
        most: How many options at most.
        effort: How long to look for proofs: 10 is ten times the usual work.
        seed: Where the search begins.

    Raises:
        Impossible: There is no rota at all.
        Disagreement: A rota found does not pass its audit, which is our mistake.
    """
    start = time.monotonic()
    search = Search(situation, seed=seed)
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        found = frontier(search, pool, most=most, effort=effort)
        polish = partial(_option, situation, search, effort)
        options = tuple(pool.map(polish, found.points))
    best = Proof(found.best.value, found.best.bound)
    return Menu(situation, options, best, time.monotonic() - start)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The best of the rotas of a point, and what was proved on the way to it."""

    found: Found
    moved: Proof
    price: Proof
    tiers: tuple[tuple[Tier, Proof], ...]


def _option(
    situation: Situation, search: Search, effort: float, point: Point
) -> Option:
    chosen = _choose(search, effort, point)
    rota = situation.rota(search.fills(chosen.found))
    return Option(
        situation,
        rota,
        _audited(situation, rota),
        Proof(point.told.value, point.told.bound),
        Proof(point.cover.value, point.cover.bound),
        chosen.moved,
        chosen.price,
        chosen.tiers,
    )


def _choose(search: Search, effort: float, point: Point) -> _Chosen:
    """Of all rotas with this cover and so many told: fewest days, kindest, best."""
    limits: list[Limit] = [
        (search.tier(Tier.COVER), point.cover.value),
        (search.told, point.told.value),
    ]
    both = search.moved.times(MOVED) + search.price
    start = point.cover.solution
    found = search.least(both, limits, effort=PROOF * effort, start=start)
    days, price = divmod(found.value, MOVED)
    least_days, least_price = divmod(found.bound, MOVED)
    limits += [(search.moved, days), (search.price, price)]
    moved = Proof(days, least_days)
    notice = Proof(price, least_price if moved.is_proved else 0)
    tiers = []
    for tier in (Tier.CARE, Tier.CONTRACT, Tier.FAIRNESS, Tier.WISHES):
        goal, start = search.tier(tier), found.solution
        found = search.least(goal, limits, effort=POLISH * effort, start=start)
        tiers.append((tier, Proof(found.value, found.bound)))
        limits.append((goal, found.value))
    return _Chosen(found, moved, notice, tuple(tiers))


def _audited(situation: Situation, rota: Rota) -> Audit:
    """The audit of an option; what days gone by break is no mistake of ours."""
    found = audit(rota, situation.rules)
    ours = [b for b in found.hard if not _is_past(situation, b)]
    if ours:
        wrong = [f"{b.rule} {b.subject}: {b.because}" for b in ours]
        raise Disagreement("\n".join(["The audit disagrees.", *wrong, draw(rota)]))
    return found


def _is_past(situation: Situation, breach: Breach) -> bool:
    """Whether it is about somebody, or a shift, of a day that is beyond help."""
    return bool(set(breach.subject.split(" and ")) & set(_beyond_help(situation)))


def _beyond_help(situation: Situation) -> Iterator[str]:
    for fill in situation.beyond_help:
        yield from (fill.person, fill.shift.id)
