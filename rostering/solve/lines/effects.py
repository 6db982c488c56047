"""What the kinds of one day add to needs, kept only for the needs that they touch."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rostering.solve.lines.diary import Need
from rostering.solve.matrix import Whole


@dataclass(frozen=True, slots=True)
class Effects:
    """What each kind of day adds to each need; of a long period most have nothing."""

    needs: int
    """How many there are."""
    touched: Whole
    """The needs that any kind adds to, in ascending order."""
    sums: Whole
    """What each kind adds to each of those: kinds × touched."""

    @classmethod
    def of(cls, sums: Whole) -> "Effects":
        """Keep of a whole table, kinds × needs, the columns that are not nought."""
        touched = np.flatnonzero(sums.any(axis=0))
        return cls(sums.shape[1], touched, sums[:, touched])

    @property
    def kinds(self) -> int:
        """How many kinds of day there are."""
        return len(self.sums)

    @property
    def key(self) -> bytes:
        """The same for effects that are the same."""
        shape = np.array(self.sums.shape).tobytes()
        return shape + self.touched.tobytes() + self.sums.tobytes()

    def on(self, needs: Whole) -> Whole:
        """What each kind adds to some needs: kinds × needs."""
        places = np.searchsorted(self.touched, needs)
        is_known = places < len(self.touched)
        is_known[is_known] = self.touched[places[is_known]] == needs[is_known]
        found = np.zeros((self.kinds, len(needs)), np.int64)
        found[:, is_known] = self.sums[:, places[is_known]]
        return found

    def spread(self, of_touched: Whole) -> Whole:
        """A number for each need: that of a touched one, nought for the others."""
        found = np.zeros(self.needs, of_touched.dtype)
        found[self.touched] = of_touched
        return found


def ease(needs: Sequence[Need], effects: Sequence[Effects]) -> Sequence[float]:
    """How far each need is kept by chance alone, in standard deviations.

    Needs of the same sum, such as its least and its most, are as hard as the harder.
    """
    mean, spread = np.zeros(len(needs)), np.zeros(len(needs))
    sums: list[list[bytes]] = [[] for _ in needs]
    for n, each in enumerate(effects):
        mean[each.touched] += each.sums.mean(axis=0)
        spread[each.touched] += each.sums.var(axis=0)
        columns = np.ascontiguousarray(np.abs(each.sums).T)
        for need, column in zip(each.touched.tolist(), columns, strict=True):
            sums[need] += n.to_bytes(4), column.tobytes()
    least = np.array([need.least for need in needs], float)
    alone = (mean - least) / np.sqrt(spread + 1)
    keys = [b"".join(parts) for parts in sums]
    hardest: dict[bytes, float] = {}
    for key, ease in zip(keys, alone.tolist(), strict=True):
        hardest[key] = min(ease, hardest.get(key, ease))
    return [hardest[key] for key in keys]


def ahead(days: Sequence[Whole]) -> Whole:
    """What each day and all after it come to; the last row is what comes after all."""
    each = np.array([*days, np.zeros_like(days[0])])
    return np.asarray(each[::-1].cumsum(axis=0)[::-1])


def futures(effects: Sequence[Effects]) -> list[list[int]]:
    """For each day and need a number: the same where the same can come after it."""
    known: dict[object, int] = {}
    after = [0] * (effects[0].needs if effects else 0)
    futures = [after]
    for n in range(len(effects) - 1, 0, -1):
        after = list(after)
        each = effects[n]
        for need, sums in zip(each.touched.tolist(), each.sums.T, strict=True):
            key = (after[need], n, sums.tobytes())
            after[need] = known.setdefault(key, len(known) + 1)
        futures.append(after)
    return futures[::-1]
