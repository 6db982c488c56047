"""Who rides with somebody else than before, while their own duty stays as it was.

They must know who sits beside them, but nothing of theirs changes: it needs no notice,
breaks none, and nothing is owed for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rostering.domain import Fill, PersonId, Rota, Span


@dataclass(frozen=True, slots=True)
class Company:
    """Other people on the same shift as one person, in the same post and hours."""

    fill: Fill
    """The place that stays."""
    was: tuple[Fill, ...]
    now: tuple[Fill, ...]

    @property
    def person(self) -> PersonId:
        """Whoever is to know of it."""
        return self.fill.person


def other_company(before: Rota, after: Rota) -> tuple[Company, ...]:
    """Everybody who stays on a shift while others come or go, in order of time."""
    return tuple(sorted(_found(before, after), key=lambda x: (x.fill.shift, x.person)))


def _found(before: Rota, after: Rota) -> Iterator[Company]:
    stays = _with_hours(before) & _with_hours(after)
    for fill, _ in stays:
        was, now = (_others(rota, fill) for rota in (before, after))
        if fill.person in after.problem.person and _people(was) != _people(now):
            yield Company(fill, was, now)


def _with_hours(rota: Rota) -> set[tuple[Fill, Span]]:
    return {(fill, fill.shift.span) for fill in rota.fills}


def _others(rota: Rota, own: Fill) -> tuple[Fill, ...]:
    crew = rota.crew_of(own.shift)
    return tuple(fill for fill in crew if fill.person != own.person)


def _people(fills: tuple[Fill, ...]) -> frozenset[PersonId]:
    return frozenset(fill.person for fill in fills)
