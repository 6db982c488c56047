"""What is otherwise in a rota than in one that people know already."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rostering.domain import Span
from rostering.saved.lines import RotaLine, State

_Place = tuple[str, str, Span, str]


@dataclass(frozen=True)
class Since:
    """The differences from an earlier rota, on the days that both have."""

    name: str
    """What the earlier rota is called: `kent@1`."""
    new: frozenset[RotaLine] = frozenset()
    """The lines of people who were not there before, or at other hours."""
    gone: tuple[RotaLine, ...] = ()
    """The lines, as they were, of people who are there no more."""
    shifts: frozenset[str] = frozenset()
    """The ids of the shifts whose crew or hours are other ones."""


def since(
    name: str,
    before: Iterable[RotaLine],
    now: Iterable[RotaLine],
    days: Collection[date],
) -> Since:
    """What differs on the days.

    Args:
        name: What the earlier rota is called.
        before: The lines that people know.
        now: The lines that are shown.
        days: The days of which people know anything.
    """
    was = {_place(line): line for line in _filled(before, days)}
    are = {_place(line): line for line in _filled(now, days)}
    new = [line for place, line in are.items() if place not in was]
    gone = [line for place, line in was.items() if place not in are]
    shifts = frozenset(line.shift_id for line in (*new, *gone))
    return Since(name, frozenset(new), tuple(gone), shifts)


def _filled(lines: Iterable[RotaLine], days: Collection[date]) -> Iterator[RotaLine]:
    return (x for x in lines if x.state is State.FILLED and x.day in days)


def _place(line: RotaLine) -> _Place:
    return line.person, line.shift_id, line.span, line.post
