"""The cells of a rota that a breach is about."""

from collections.abc import Iterator, Mapping

from rostering.domain import Breach, Place, Rota
from rostering.merging.places import Spot

_JOIN = " and "


def cells_of(
    breach: Breach, rota: Rota, places: Mapping[Spot, Place]
) -> Iterator[Place]:
    """Where the people whom it is about stand on its day, or its shift's cells.

    Where they stand nowhere that day, all their cells in the seven days before, of
    which a rule about runs and weeks may speak.
    """
    subjects = breach.subject.split(_JOIN)
    about = [
        spot
        for spot in places
        if spot.shift.id in subjects or _has_any(spot, rota, subjects)
    ]
    spots = [spot for spot in about if breach.day in (None, spot.shift.day)]
    if not spots and breach.day is not None:
        day = breach.day
        spots = [spot for spot in about if 0 <= (day - spot.shift.day).days <= _WEEK]
    yield from dict.fromkeys(places[spot] for spot in spots)


_WEEK = 7


def _has_any(spot: Spot, rota: Rota, people: list[str]) -> bool:
    return any(
        fill.person in people and fill.post == spot.post
        for fill in rota.crew_of(spot.shift)
    )
