"""What somebody changed in a rota, place by place, each known by its cell."""

from collections.abc import Iterable
from dataclasses import dataclass

from rostering.domain import Fill, Place, Rota
from rostering.merging.cells import NO_CELLS, Cells
from rostering.merging.places import NOBODY, People, Spot, by_spot, differing


@dataclass(frozen=True, slots=True)
class Edit:
    """Who stands in one post of one shift, and who stood there before."""

    spot: Spot
    before: People
    after: People
    place: Place | None = None
    """The cell; None where the edited rota has none for it any more."""

    @property
    def left(self) -> People:
        """Whoever stands there no more."""
        return self.before - self.after

    @property
    def joined(self) -> People:
        """Whoever is new there."""
        return self.after - self.before

    def undone(self, rota: Rota) -> Rota:
        """The rota with this place as it was before."""
        kept = rota.fills - self.spot.fills(self.joined)
        return Rota(rota.problem, kept | self.spot.fills(self.left))


def edits(
    before: Iterable[Fill],
    after: Iterable[Fill],
    cells: Cells = NO_CELLS,
) -> tuple[Edit, ...]:
    """Every place where people differ, in order of date, car and post."""
    was, now = by_spot(before), by_spot(after)
    return tuple(
        Edit(spot, was.get(spot, NOBODY), now.get(spot, NOBODY), cells.spots.get(spot))
        for spot in differing(was, now)
    )
