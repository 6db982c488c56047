"""The cells in which a saved rota says who is where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rostering.domain import Breach, Fill, PersonId, Place, Rota
from rostering.merging.places import Spot
from rostering.saved.lines import State
from rostering.saved.reading import SavedRota
from rostering.saved.rebuild import shifts_named

_JOIN = " and "
_WEEK = 7


@dataclass(frozen=True)
class Cells:
    """Where a saved rota says what."""

    spots: Mapping[Spot, Place] = field(default_factory=dict)
    """The first cell of each post of each shift, filled or not."""
    fills: Mapping[Fill, Place] = field(default_factory=dict)
    """The cell of each person there."""

    def of(self, breach: Breach) -> Iterator[Place]:
        """The cells of the people whom a breach is about, or of its shift.

        Where they stand nowhere on its day, all their cells in the seven days before,
        of which a rule about runs and weeks may speak.
        """
        subjects = breach.subject.split(_JOIN)
        found = {fill: p for fill, p in self.fills.items() if fill.person in subjects}
        days = {fill.shift.day for fill in found}
        if breach.day is not None:
            last = breach.day
            near = {day for day in days if 0 <= (last - day).days <= _WEEK}
            days = {last} if last in days else near
        places = [place for fill, place in found.items() if fill.shift.day in days]
        places += [p for spot, p in self.spots.items() if spot.shift.id in subjects]
        yield from dict.fromkeys(places)


NO_CELLS = Cells(MappingProxyType({}), MappingProxyType({}))


def cells_of(rota: Rota, saved: SavedRota) -> Cells:
    """The cells of a rota that was read back."""
    shifts = shifts_named(rota.problem)
    spots: dict[Spot, Place] = {}
    fills: dict[Fill, Place] = {}
    for line, record in zip(saved.lines, saved.records, strict=True):
        shift = shifts.get((line.day, line.unit, line.turn))
        if shift is not None:
            place = record.places["person"]
            spots.setdefault(Spot(shift, line.post), place)
            if line.state is State.FILLED:
                fills[Fill(PersonId(line.person), shift, line.post)] = place
    return Cells(spots, fills)
