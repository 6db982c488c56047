"""What can be done about it: the best with each number of people told, each proved."""

import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial

from rostering.audit import audit
from rostering.domain import Breach, Fill, Mode, Rota, Tier
from rostering.drawing import draw
from rostering.repair.frontier import PROOF, Impossible, Point, frontier
from rostering.repair.options import Menu, Option, Proof
from rostering.repair.search import Limit, Search
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
    try:
        if not situation.past & situation.eligible.barred:
            return _menu(situation, most, effort, seed)
    except (Impossible, Disagreement):
        if situation.is_past_doubted or not situation.past:
            raise
    doubted = replace(situation, is_past_doubted=True)
    return _menu(doubted, most, effort, seed)


def _menu(situation: Situation, most: int, effort: float, seed: int) -> Menu:
    start = time.monotonic()
    search = Search(situation, seed=seed)
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        found = frontier(search, pool, most=most, effort=effort)
        if any(point.told.value for point in found.points):
            search.weigh()
        made = partial(_option, situation, search, effort)
        options = tuple(pool.map(made, found.points))
    best = Proof(found.best.value, found.best.bound)
    return Menu(situation, options, best, time.monotonic() - start)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The best of the rotas of a point, and what was proved on the way to it."""

    fills: frozenset[Fill]
    least_moved: int = 0
    least_price: int = 0
    bounds: Mapping[Tier, int] = field(default_factory=dict)


def _option(
    situation: Situation, search: Search, effort: float, point: Point
) -> Option:
    fills = search.fills(point.cover)
    chosen = (
        _choose(search, effort, point, fills) if point.told.value else _Chosen(fills)
    )
    rota = situation.rota(chosen.fills)
    return Option(
        situation,
        rota,
        _gone_by(situation, rota),
        Proof(point.told.value, point.told.bound),
        Proof(point.cover.value, point.cover.bound),
        chosen.least_moved,
        chosen.least_price,
        chosen.bounds,
    )


def _choose(
    search: Search, effort: float, point: Point, fills: frozenset[Fill]
) -> _Chosen:
    """Of all rotas with this cover and so many told: fewest days, kindest, best."""
    limits: list[Limit] = [
        (search.tier(Tier.COVER), point.cover.value),
        (search.told, point.told.value),
    ]
    both = search.moved.times(MOVED) + search.price
    found = search.least(both, limits, effort=PROOF * effort, start=fills)
    if not found.is_found:
        return _Chosen(fills)
    days, price = divmod(found.value, MOVED)
    least_days, least_price = divmod(found.bound, MOVED)
    limits += [(search.moved, days), (search.price, price)]
    bounds = {}
    for tier in (Tier.CARE, Tier.CONTRACT, Tier.FAIRNESS, Tier.WISHES):
        goal = search.tier(tier)
        found = search.least(goal, limits, effort=POLISH * effort, start=found)
        bounds[tier] = found.bound
        limits.append((goal, found.value))
    late = least_price if days == least_days else 0
    return _Chosen(search.fills(found), least_days, late, bounds)


def _gone_by(situation: Situation, rota: Rota) -> tuple[Breach, ...]:
    """What days gone by break of what must hold; anything else is a mistake of ours."""
    hard = [rule for rule in situation.rules if rule.mode is Mode.HARD]
    found = audit(rota, hard).hard
    ours = [breach for breach in found if not _is_past(situation, breach)]
    if ours:
        wrong = [f"{b.rule} {b.subject}: {b.because}" for b in ours]
        raise Disagreement("\n".join(["The audit disagrees.", *wrong, draw(rota)]))
    return found


def _is_past(situation: Situation, breach: Breach) -> bool:
    """Whether it is about somebody, a shift or a team of a day that is beyond help."""
    return bool(set(breach.subject.split(" and ")) & set(_beyond_help(situation)))


def _beyond_help(situation: Situation) -> Iterator[str]:
    for fill in situation.beyond_help:
        yield from (fill.person, fill.shift.id)
        if team := situation.problem.person[fill.person].team:
            yield team
