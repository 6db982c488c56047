"""Which way to choose the next part, and how large, by what has come of it before."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

FAIR = 0.4
"""The share of all work that goes to all ways alike, whatever came of them."""
FADING = 0.95
GROWS, SHRINKS = 1.06, 0.9
SMALLEST = 20


@dataclass(slots=True)
class Record:
    """What came of one way to choose parts; older tries count less and less."""

    size: float
    gained: float = 1.0
    work: float = 1.0
    tries: float = 1.0


class Choosing:
    """Learns which ways pay, and how many fills may change at a time."""

    def __init__(self, sizes: Mapping[str, int], most: int) -> None:
        """Begin with parts of the given sizes, way by way."""
        self._most = most
        self._records = {kind: Record(min(n, most)) for kind, n in sizes.items()}

    def next(self, chance: np.random.Generator) -> tuple[str, int]:
        """A way and a size."""
        kinds = list(self._records)
        records = self._records.values()
        rates = np.array([r.gained / r.work for r in records])
        shares = FAIR / len(kinds) + (1 - FAIR) * rates / rates.sum()
        odds = shares * np.array([r.tries / r.work for r in records])
        kind = kinds[int(chance.choice(len(kinds), p=odds / odds.sum()))]
        return kind, max(1, round(self._records[kind].size))

    def note(self, kind: str, gained: float, work: float, *, is_closed: bool) -> None:
        """Learn from one try.

        Args:
            kind: The way it was chosen.
            gained: By how much the charge fell, as a share of it.
            work: What it took, in the solver's units.
            is_closed: Whether nothing better is in the part; else it was too large.
        """
        record = self._records[kind]
        record.gained = FADING * record.gained + gained
        record.work = FADING * record.work + work
        record.tries = FADING * record.tries + 1
        factor = GROWS if is_closed else SHRINKS
        record.size = min(self._most, max(SMALLEST, record.size * factor))
