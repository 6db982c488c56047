"""Cars that share most of their people, so that a large book can be split by them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from rostering.domain import Fill, PersonId

Cars = frozenset[str]


def regions_of(fills: Iterable[Fill], most: int) -> tuple[Cars, ...]:
    """The cars in groups of at most so many fills, those together that share people.

    Which two share most is looked at first. So a county stays whole where it is small
    enough, and few people ride in two groups. A car is never split.
    """
    sizes: Counter[str] = Counter()
    cars_of: defaultdict[PersonId, set[str]] = defaultdict(set)
    for fill in fills:
        sizes[fill.shift.unit] += 1
        cars_of[fill.person].add(fill.shift.unit)
    shared: Counter[tuple[str, str]] = Counter()
    for cars in cars_of.values():
        shared.update(combinations(sorted(cars), 2))
    group = {car: frozenset({car}) for car in sizes}
    for two, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        whole = group[two[0]] | group[two[1]]
        if sum(sizes[car] for car in whole) <= most:
            group.update(dict.fromkeys(whole, whole))
    return tuple(sorted(set(group.values()), key=sorted))
