"""Two rotas that began from one, put together place by place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rostering.domain import Fill
from rostering.merging.places import NOBODY, People, Spot, by_spot
from rostering.merging.side import Side


@dataclass(frozen=True, slots=True)
class Three:
    """Who stands in one place in the rota that both began from, and in each of them."""

    spot: Spot
    base: People
    mine: People
    theirs: People

    @property
    def united(self) -> People:
        """With what either side did: who came, and without whoever was taken off."""
        stayed = self.base & self.mine & self.theirs
        return stayed | (self.mine - self.base) | (self.theirs - self.base)

    @property
    def is_clash(self) -> bool:
        """Whether both changed it, and united have more or fewer people than either.

        So it is where each side put somebody else in the place of the same person.
        Where they agree, or where one of them changed nothing, it never is.
        """
        sizes = len(self.mine), len(self.theirs)
        return not min(sizes) <= len(self.united) <= max(sizes)

    def by(self, side: Side) -> People:
        """Who stands there in one of the two."""
        return self.mine if side is Side.MINE else self.theirs

    def is_changed(self, side: Side) -> bool:
        """Whether the side changed it."""
        return self.by(side) != self.base


def three_ways(
    base: Iterable[Fill], mine: Iterable[Fill], theirs: Iterable[Fill]
) -> tuple[Three, ...]:
    """Every place where anybody stands in any of the three, in order."""
    were, ours, others = by_spot(base), by_spot(mine), by_spot(theirs)
    return tuple(
        Three(
            spot,
            were.get(spot, NOBODY),
            ours.get(spot, NOBODY),
            others.get(spot, NOBODY),
        )
        for spot in sorted({*were, *ours, *others})
    )


def united(places: Iterable[Three], taken: Mapping[Spot, Side]) -> frozenset[Fill]:
    """The merged rota; where both clash and neither is taken, it is as it was."""
    return frozenset(_fills(places, taken))


def _fills(places: Iterable[Three], taken: Mapping[Spot, Side]) -> Iterator[Fill]:
    for place in places:
        side = taken.get(place.spot)
        if not place.is_clash:
            people = place.united
        else:
            people = place.base if side is None else place.by(side)
        yield from place.spot.fills(people)
