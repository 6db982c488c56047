"""All ways to settle what is decided on one day."""

from dataclasses import dataclass, field

import numpy as np

from rostering.solve.matrix import Whole

MOST_OPTIONS = 2000
"""More ways than this to settle one day are not listed."""


class TooManyError(Exception):
    """There is more to tell apart than is worth listing."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What there is to settle, but for whose it is and on which day.

    `weights` is columns × needs; all else has a number for each column or each need.
    """

    lower: Whole
    upper: Whole
    weights: Whole
    least: Whole
    step: Whole
    """What a unit of the charge adds."""
    give: Whole
    """The most units of the charge; below nought where a need has none."""

    @property
    def key(self) -> bytes:
        """The same for patterns that are the same."""
        parts = (self.lower, self.upper, self.weights, self.least, self.step, self.give)
        return np.array(self.weights.shape).tobytes() + b"".join(
            part.tobytes() for part in parts
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """Ways that were listed before: many days have the same pattern."""

    known: dict[bytes, Whole | None] = field(default_factory=dict)

    def options(self, pattern: Pattern) -> Whole:
        """A row for each way: the values of columns, then what charges are asked.

        Raises:
            TooManyError: There are more than are worth listing.
        """
        key = pattern.key
        if key not in self.known:
            try:
                self.known[key] = _with_charges(pattern)
            except TooManyError:
                self.known[key] = None
        found = self.known[key]
        if found is None:
            raise TooManyError
        return found


def _with_charges(pattern: Pattern) -> Whole:
    """The ways, with what their needs ask of charges."""
    options = _options(pattern)
    charged = np.flatnonzero(pattern.give >= 0)
    reached = multiplied(options, pattern.weights[:, charged])
    asked = -(-(pattern.least[charged] - reached) // pattern.step[charged])
    return np.column_stack((options, np.maximum(0, asked)))


def _options(pattern: Pattern) -> Whole:
    """All ways to settle the columns, one column after another."""
    first = _at_most_one(pattern)
    others = np.setdiff1d(np.arange(len(pattern.lower)), first)
    order = np.concatenate((first, others))
    lower, upper = pattern.lower[order], pattern.upper[order]
    weights = pattern.weights[order]
    lowest = pattern.least - pattern.step * np.maximum(0, pattern.give)
    best = np.maximum(weights * lower[:, None], weights * upper[:, None])
    ahead = np.vstack((best[::-1].cumsum(0)[::-1], np.zeros_like(best[:1])))
    options = np.eye(len(first) + 1, len(first), -1, dtype=np.int64)
    sums = multiplied(options, weights[: len(first)])
    for n in range(len(first), len(order)):
        values = np.arange(lower[n], upper[n] + 1)
        if len(values) * len(options) > 40 * MOST_OPTIONS:
            raise TooManyError
        repeated, tiled = _pairs(len(options), len(values))
        options = np.column_stack((options[repeated], values[tiled]))
        sums = sums[repeated] + values[tiled, None] * weights[n]
        kept = (sums + ahead[n + 1] >= lowest).all(axis=1)
        options, sums = options[kept], sums[kept]
        if len(options) > MOST_OPTIONS:
            raise TooManyError
    kept = (sums >= lowest).all(axis=1)
    settled = np.empty_like(options[kept])
    settled[:, order] = options[kept]
    return settled


def _at_most_one(pattern: Pattern) -> Whole:
    """The places of as many columns as can be of which no two are ever chosen."""
    is_choice = (pattern.lower == 0) & (pattern.upper == 1)
    found = np.zeros(0, np.int64)
    for n in np.flatnonzero((pattern.give < 0) & (pattern.least < 0)).tolist():
        members = np.flatnonzero(pattern.weights[:, n])
        alike = (pattern.weights[members, n] == pattern.least[n]).all()
        if alike and is_choice[members].all() and len(members) > len(found):
            found = members
    return found


def _pairs(first: int, second: int) -> tuple[Whole, Whole]:
    """The numbers of all pairs of so many with so many."""
    return np.repeat(np.arange(first), second), np.tile(np.arange(second), first)


def multiplied(first: Whole, second: Whole) -> Whole:
    """The product of two tables, by way of floating point: that is much faster.

    It is exact as long as all sums are below 2 to the power of 53, as they are of
    minutes and turns.
    """
    product = np.rint(first.astype(float) @ second.astype(float))
    return np.asarray(product, np.int64)
