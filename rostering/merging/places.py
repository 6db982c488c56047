"""A rota place by place: who stands in each post of each shift."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rostering.domain import Fill, PersonId, Shift

People = frozenset[PersonId]
NOBODY: People = frozenset()


class Spot(NamedTuple):
    """One post of one shift, where a rota puts nobody, one person or several."""

    shift: Shift
    post: str

    def fills(self, people: Iterable[PersonId]) -> frozenset[Fill]:
        """These people there."""
        return frozenset(Fill(person, self.shift, self.post) for person in people)


def by_spot(fills: Iterable[Fill]) -> Mapping[Spot, People]:
    """Who stands where; spots without anybody are left out."""
    found: defaultdict[Spot, set[PersonId]] = defaultdict(set)
    for fill in fills:
        found[Spot(fill.shift, fill.post)].add(fill.person)
    return {spot: frozenset(people) for spot, people in found.items()}


def differing(one: Mapping[Spot, People], other: Mapping[Spot, People]) -> list[Spot]:
    """The spots where the two do not put the same people, in order."""
    spots = {*one, *other}
    return sorted(s for s in spots if one.get(s, NOBODY) != other.get(s, NOBODY))
