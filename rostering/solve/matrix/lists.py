"""Many short lists of numbers, kept end to end in one array."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Lists:
    """List n is `items[start[n] : start[n + 1]]`."""

    start: Whole
    items: Whole

    @classmethod
    def of(cls, lists: Sequence[Iterable[int]], sizes: Sequence[int]) -> "Lists":
        """Put lists of known sizes end to end."""
        items = np.fromiter(chain.from_iterable(lists), np.int64, sum(sizes))
        return cls(starts(np.array(sizes, np.int64)), items)

    def __len__(self) -> int:
        """How many lists there are."""
        return len(self.start) - 1

    @property
    def sizes(self) -> Whole:
        """How long each list is."""
        return np.diff(self.start)

    def where(self, which: Whole) -> Whole:
        """Where in `items` those of some lists stand, list after list."""
        sizes = self.start[which + 1] - self.start[which]
        ends = np.cumsum(sizes)
        total = int(ends[-1]) if len(ends) else 0
        begins = np.repeat(self.start[which] - ends + sizes, sizes)
        found: Whole = np.arange(total) + begins
        return found

    def taken(self, which: Whole) -> Whole:
        """All items of some lists, list after list."""
        found: Whole = self.items[self.where(which)]
        return found

    def sums(self, numbers: Whole) -> Whole:
        """The sum over each list, given one number for each item."""
        total = np.concatenate((np.zeros(1, numbers.dtype), np.cumsum(numbers)))
        found: Whole = total[self.start[1:]] - total[self.start[:-1]]
        return found

    def owners(self) -> Whole:
        """For each item the list it is in."""
        return np.repeat(np.arange(len(self)), self.sizes)

    def turned(self, size: int) -> "Lists":
        """For each of so many items the lists it is in."""
        order = np.argsort(self.items, kind="stable")
        counts = np.bincount(self.items, minlength=size)
        return Lists(starts(counts), self.owners()[order])

    def joined(self, other: "Lists") -> "Lists":
        """Each list followed by that of the same number among the others."""
        owners = np.concatenate((self.owners(), other.owners()))
        order = np.argsort(owners, kind="stable")
        items = np.concatenate((self.items, other.items))[order]
        return Lists(self.start + other.start, items)


def starts(sizes: Whole) -> Whole:
    """Where lists of these sizes begin, and where the last one ends."""
    return np.concatenate(([0], np.cumsum(sizes)))
