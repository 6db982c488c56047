"""All that can become of what several days must come to, as a graph of states.

A state after a day is what the days before mean for those after: what each row that is
still open needs yet, unless it cannot fail any more. Ways to spend a day that mean the
same are one kind of day here; so people whose days are of the same kinds, and who have
the same needs, have graphs of one shape, whatever their days are filled with.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rostering.solve.lines.diary import Need
from rostering.solve.lines.layers import Layer, pruned
from rostering.solve.lines.options import TooManyError
from rostering.solve.lines.step import Step
from rostering.solve.lines.tables import distinct, table_of
from rostering.solve.matrix import Whole

MOST_STATES = 4_000
"""So many states after one day are kept; where there are more, a row is let go."""
LONG = 0.25
"""Rows over so much of the period are let go before others: they cost most."""
SOME = 5
"""Where there are more rows of many days, half of the others go at a time."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The graph but for what its days are filled with.

    In its layers a charge is the place of the need that asks for it, and there is an
    option for each kind of day.
    """

    layers: tuple[Layer, ...]
    released: tuple[int, ...]
    """The places of needs whose rows would have asked for too many states."""


def shape_of(effects: Sequence[Whole], needs: Sequence[Need]) -> Shape | None:
    """Unfold all days; None where no line comes to an end.

    Args:
        effects: For each day what each kind of day adds to each need: kinds × needs.
        needs: What the days must come to.
    """
    unfolding = _Unfolding(effects, needs)
    layers = unfolding.layers()
    if layers is None:
        return None
    return Shape(tuple(pruned(layers)), tuple(unfolding.released))


class _Unfolding:
    """States and arcs, day after day."""

    def __init__(self, effects: Sequence[Whole], needs: Sequence[Need]) -> None:
        self._effects, self._needs = effects, needs
        self._days = len(effects)
        touched = np.array([each.any(axis=0) for each in effects], bool)
        touched = touched.reshape(len(effects), len(needs))
        self._first = touched.argmax(axis=0)
        self._last = len(effects) - 1 - touched[::-1].argmax(axis=0)
        self._futures = _futures(effects, touched)
        self._ease = _ease(needs, effects)
        self._open: list[int] = []
        self._states: Whole = np.zeros((1, 0), np.int64)
        """What each open need still needs: states × open."""
        self.released: list[int] = []
        """The places of the needs that were let go."""

    def layers(self) -> list[Layer] | None:
        """All days unfolded; None where no line comes to an end."""
        if not all(len(effects) for effects in self._effects):
            return None
        bests = _ahead([effects.max(axis=0) for effects in self._effects])
        lows = _ahead([effects.min(axis=0) for effects in self._effects])
        steps: list[Step] = []
        begun: list[tuple[list[int], Whole]] = []
        while len(steps) < self._days:
            n = len(steps)
            begun[n:] = [(self._open, self._states)]
            try:
                step = self._step(n, bests[n + 1], lows[n + 1])
            except TooManyError:
                first = self._release()
                del steps[first:]
                self._open, self._states = begun[first]
                continue
            if step is None:
                return None
            steps.append(step)
        return [step.layer() for step in steps]

    def _release(self) -> int:
        """Let rows go that are easy to keep; the day from which to begin anew.

        Where many rows of many days are open, more than one goes at a time.
        """
        least = LONG * self._days
        is_long = self._last - self._first >= least
        first = self._days
        for _ in range(max(1, (int(is_long[self._open].sum()) - SOME) // 2)):
            worst = max(
                (n for n in self._open if self._first[n] < self._days),
                key=lambda n: (is_long[n], self._ease[n], -n),
            )
            number = self._needs[worst].number
            sides = [n for n, need in enumerate(self._needs) if need.number == number]
            self.released += sides
            first = min(first, *(int(self._first[n]) for n in sides))
            self._first[sides] = self._days
        return first

    def _step(self, n: int, hoped: Whole, sure: Whole) -> Step | None:
        active = self._open + np.flatnonzero(self._first == n).tolist()
        needs = [self._needs[each] for each in active]
        begun = [need.least for need in needs[len(self._open) :]]
        fresh = np.tile(np.array(begun, np.int64), (len(self._states), 1))
        before = np.column_stack((self._states, fresh))
        kinds, kind_of = distinct(self._effects[n][:, active])
        if len(before) * len(kinds) > 150 * MOST_STATES:
            raise TooManyError
        give = np.array([need.step * need.give for need in needs], np.int64)
        source, kind = _hopeful(before, kinds, hoped[active] + give)
        missing = before[source] - kinds[kind]
        if not len(missing):
            return None
        closing = [a for a, each in enumerate(active) if self._last[each] == n]
        charging = [a for a in closing if needs[a].charge is not None]
        asked = [needs[a].asked(missing[:, a]) for a in charging]
        amounts, amount_of = distinct(table_of(asked, len(missing)))
        self._close(n, active, missing, sure)
        self._states, target = distinct(self._states)
        if len(self._states) > MOST_STATES:
            raise TooManyError
        charges = np.array([active[a] for a in charging], np.int64)
        return Step(source, kind, amount_of, target, kind_of, charges, amounts)

    def _close(self, n: int, active: list[int], missing: Whole, sure: Whole) -> None:
        """Keep what the days to come have to know, each thing once."""
        alike: dict[object, int] = {}
        columns: list[Whole] = []
        self._open = []
        for a, each in enumerate(active):
            if self._last[each] > n:
                # What the days ahead give in any case needs no remembering.
                needed = np.maximum(missing[:, a], sure[each])
                has_charge = self._needs[each].charge is not None
                key = ("own", each) if has_charge else self._futures[n][each]
                if key in alike:
                    place = alike[key]
                    columns[place] = np.maximum(columns[place], needed)
                else:
                    alike[key] = len(columns)
                    columns.append(needed)
                    self._open.append(each)
        self._states = table_of(columns, len(missing))


def _ease(needs: Sequence[Need], effects: Sequence[Whole]) -> Sequence[float]:
    """How far each need is kept by chance alone, in standard deviations.

    Needs of the same sum, such as its least and its most, are as hard as the harder.
    """
    mean = sum((each.mean(axis=0) for each in effects), np.zeros(len(needs)))
    spread = sum((each.var(axis=0) for each in effects), np.zeros(len(needs)))
    least = np.array([need.least for need in needs], float)
    alone = (mean - least) / np.sqrt(spread + 1)
    sums = np.ascontiguousarray(np.abs(np.vstack(effects)).T)
    keys = [each.tobytes() for each in sums]
    hardest: dict[bytes, float] = {}
    for key, ease in zip(keys, alone.tolist(), strict=True):
        hardest[key] = min(ease, hardest.get(key, ease))
    return [hardest[key] for key in keys]


def _ahead(days: Sequence[Whole]) -> Whole:
    """What each day and all after it come to; the last row is what comes after all."""
    each = np.array([*days, np.zeros_like(days[0])])
    return np.asarray(each[::-1].cumsum(axis=0)[::-1])


def _futures(effects: Sequence[Whole], touched: Whole) -> list[list[int]]:
    """For each day and need a number: the same where the same can come after it."""
    known: dict[object, int] = {}
    after = [0] * touched.shape[1]
    futures = [after]
    for n in range(len(effects) - 1, 0, -1):
        after = list(after)
        for need in np.flatnonzero(touched[n]).tolist():
            key = (after[need], n, effects[n][:, need].tobytes())
            after[need] = known.setdefault(key, len(known) + 1)
        futures.append(after)
    return futures[::-1]


def _hopeful(before: Whole, kinds: Whole, most: Whole) -> tuple[Whole, Whole]:
    """The pairs of states and kinds after which no need misses more than it may."""
    kept = np.ones((len(before), len(kinds)), bool)
    for state, kind, limit in zip(before.T, kinds.T, most.tolist(), strict=True):
        if int(state.max()) - int(kind.min()) > limit:
            kept &= state[:, None] <= kind[None, :] + limit
    source, kind = np.nonzero(kept)
    return source, kind
