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
from rostering.solve.lines.effects import Effects, ahead, ease, futures
from rostering.solve.lines.layers import Layer, pruned
from rostering.solve.lines.options import TooManyError
from rostering.solve.lines.step import Step
from rostering.solve.lines.tables import distinct, table_of
from rostering.solve.matrix import Whole

MOST_STATES, LEAST_STATES = 4_000, 400
"""So many states after one day are kept; where there are more, a row is let go."""
ROOM = 70_000_000
"""Where many people have many days, so many states are kept of all together."""
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


def most_states(days: int) -> int:
    """How many states may be kept after a day where everybody has so many together."""
    return min(MOST_STATES, max(LEAST_STATES, ROOM // max(1, days)))


def shape_of(
    effects: Sequence[Effects], needs: Sequence[Need], most: int
) -> Shape | None:
    """Unfold all days; None where no line comes to an end.

    Args:
        effects: For each day what each kind of day adds to each need.
        needs: What the days must come to.
        most: So many states after a day are kept.
    """
    unfolding = _Unfolding(effects, needs, most)
    layers = unfolding.layers()
    if layers is None:
        return None
    return Shape(tuple(pruned(layers)), tuple(unfolding.released))


class _Unfolding:
    """States and arcs, day after day."""

    def __init__(
        self, effects: Sequence[Effects], needs: Sequence[Need], most: int
    ) -> None:
        self._effects, self._needs, self._most = effects, needs, most
        self._days = len(effects)
        touched = np.zeros((len(effects), len(needs)), bool)
        for day, each in zip(touched, effects, strict=True):
            day[each.touched] = True
        self._first = touched.argmax(axis=0)
        self._last = len(effects) - 1 - touched[::-1].argmax(axis=0)
        self._futures = futures(effects)
        self._ease = ease(needs, effects)
        self._open: list[int] = []
        self._states: Whole = np.zeros((1, 0), np.int64)
        """What each open need still needs: states × open."""
        self.released: list[int] = []
        """The places of the needs that were let go."""

    def layers(self) -> list[Layer] | None:
        """All days unfolded; None where no line comes to an end."""
        if not all(each.kinds for each in self._effects):
            return None
        bests = ahead([e.spread(e.sums.max(axis=0)) for e in self._effects])
        lows = ahead([e.spread(e.sums.min(axis=0)) for e in self._effects])
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
        kinds, kind_of = distinct(self._effects[n].on(np.array(active, np.int64)))
        if len(before) * len(kinds) > 150 * self._most:
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
        if len(self._states) > self._most:
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


def _hopeful(before: Whole, kinds: Whole, most: Whole) -> tuple[Whole, Whole]:
    """The pairs of states and kinds after which no need misses more than it may."""
    kept = np.ones((len(before), len(kinds)), bool)
    for state, kind, limit in zip(before.T, kinds.T, most.tolist(), strict=True):
        if int(state.max()) - int(kind.min()) > limit:
            kept &= state[:, None] <= kind[None, :] + limit
    source, kind = np.nonzero(kept)
    return source, kind
