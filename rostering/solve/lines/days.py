"""One person's variables and rows in order of time, and what each day may come to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from rostering.solve.lines.blocks import Blocks
from rostering.solve.matrix import FAR, Matrix, Whole

MOST_OPTIONS = 2000
"""More ways than this to settle one day are not listed."""


class TooManyError(Exception):
    """There is more to tell apart than is worth listing."""


@dataclass(frozen=True, slots=True)
class Need:
    """One side of a row: a weighted sum reaches `least`, or a charge makes up for it.

    The charge adds `step` for each unit of it, and has at most `give` units.
    """

    number: int
    """The row's number in the matrix."""
    weights: Mapping[int, int]
    least: int
    charge: int | None = None
    step: int = 1
    give: int = 0

    @property
    def lowest(self) -> int:
        """The least sum for which a charge can still make up."""
        return self.least - self.step * self.give

    def asked(self, missing: Whole) -> Whole:
        """How many units of the charge make up for so much that is missing."""
        return np.maximum(0, -(-missing // self.step))


@dataclass(frozen=True, slots=True)
class Day:
    """All ways to settle the variables of one day, and the charges of that day alone.

    `options` has a row for each way and a column for each of `columns`.
    """

    columns: Whole
    options: Whole


@dataclass(frozen=True, slots=True)
class Diary:
    """One person's block in order of time: its days, and its needs of several days."""

    days: tuple[Day, ...]
    needs: tuple[Need, ...]


def diaries(matrix: Matrix, blocks: Blocks) -> Iterator[Diary | None]:
    """Each person's diary, in the order of people; None where a day has too much."""
    columns = _by_owner(blocks.of_column, len(blocks.people))
    rows = _by_owner(blocks.of_row, len(blocks.people))
    dates = {column: fill.shift.day for fill, column in matrix.fills.items()}
    charged = {c for each in matrix.charges.values() for c in each.columns.tolist()}
    for own_columns, own_rows in zip(columns, rows, strict=True):
        reading = _Reading(matrix, dates, own_columns.tolist(), own_rows)
        try:
            yield reading.diary(charged)
        except TooManyError:
            yield None


def _by_owner(owners: Whole, size: int) -> list[Whole]:
    order = np.argsort(owners, kind="stable")
    ends = np.searchsorted(owners[order], np.arange(size + 1))
    return [order[ends[n] : ends[n + 1]] for n in range(size)]


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads one person's block out of the matrix."""

    matrix: Matrix
    dates: Mapping[int, date]
    columns: Sequence[int]
    rows: Whole

    def diary(self, charged: set[int]) -> Diary:
        """Each variable on its day, and each need on its day or across days."""
        single = self._single(charged)
        needs = [
            need for row in self.rows.tolist() for need in self._needs(row, single)
        ]
        given = {need.charge for need in needs}
        variables = [column for column in self.columns if column not in given]
        stages = self._stages(variables, needs)
        days: defaultdict[int, list[int]] = defaultdict(list)
        for variable in variables:
            days[stages[variable]].append(variable)
        within: defaultdict[int, list[Need]] = defaultdict(list)
        across = []
        for need in needs:
            touched = {stages[column] for column in need.weights}
            if len(touched) == 1:
                within[touched.pop()].append(need)
            else:
                across.append(need)
        listed = (self._day(days[stage], within[stage]) for stage in sorted(days))
        return Diary(tuple(listed), tuple(across))

    def _single(self, charged: set[int]) -> set[int]:
        """The charges that are in one row of the person and no more."""
        entries = self.matrix.columns.taken(self.rows)
        found, counts = np.unique(entries, return_counts=True)
        lower = self.matrix.lower
        once = found[(counts == 1) & (lower[found] == 0)]
        return charged.intersection(once.tolist()).intersection(self.columns)

    def _needs(self, row: int, single: set[int]) -> Iterator[Need]:
        """The sides of a row, without what is constant, a charge being set apart."""
        matrix = self.matrix
        begin, end = matrix.columns.start[row : row + 2]
        columns = matrix.columns.items[begin:end].tolist()
        weights = matrix.weights[begin:end].tolist()
        terms = dict(zip(columns, weights, strict=True))
        still = [c for c in terms if matrix.lower[c] == matrix.upper[c]]
        shift = sum(terms.pop(c) * int(matrix.lower[c]) for c in still)
        least, most = int(matrix.least[row]), int(matrix.most[row])
        sides = [(1, least - shift)] if least > -FAR // 2 else []
        if most < FAR // 2:
            sides.append((-1, shift - most))
        if not terms:
            return
        for sign, limit in sides:
            signed = {c: sign * weight for c, weight in terms.items()}
            may = len(sides) == 1 and len(terms) > 1
            charge = next((c for c in signed if may and c in single), None)
            if charge is None or signed[charge] < 0:
                yield Need(row, signed, limit)
            else:
                step = signed.pop(charge)
                give = int(matrix.upper[charge])
                yield Need(row, signed, limit, charge, step, give)

    def _stages(
        self, variables: Sequence[int], needs: Sequence[Need]
    ) -> Mapping[int, int]:
        """The day of each: of a choice its own, of others the last that they touch.

        A claim is settled with the last of what decides it, anything else on the last
        day of all the rows it is in.
        """
        order = sorted({self.dates[v] for v in variables if v in self.dates})
        number = {day: n for n, day in enumerate(order)}
        stages = {v: number[self.dates[v]] for v in variables if v in self.dates}
        inputs = self.matrix.inputs
        for variable in sorted(set(variables) - stages.keys()):
            decided_by = inputs.taken(np.array([variable])).tolist()
            if decided_by:
                stages[variable] = max(stages.get(c, 0) for c in decided_by)
        mates: defaultdict[int, int] = defaultdict(int)
        for need in needs:
            open_ = need.weights.keys() - stages.keys()
            if open_:
                last = max(stages.get(column, 0) for column in need.weights)
                for column in open_:
                    mates[column] = max(mates[column], last)
        return dict.fromkeys(variables, 0) | mates | stages

    def _day(self, columns: Sequence[int], needs: Sequence[Need]) -> Day:
        """List all that the needs of the day allow, with the charges they ask."""
        options = self._options(columns, needs)
        place = {column: n for n, column in enumerate(columns)}
        charging = [need for need in needs if need.charge is not None]
        amounts = [
            need.asked(
                need.least
                - options[:, [place[c] for c in need.weights]]
                @ np.array([*need.weights.values()], np.int64)
            )
            for need in charging
        ]
        charges = [need.charge for need in charging if need.charge is not None]
        return Day(
            np.array([*columns, *charges], np.int64),
            np.column_stack((options, *amounts)),
        )

    def _options(self, columns: Sequence[int], needs: Sequence[Need]) -> Whole:
        """All ways to settle the columns, one column after another."""
        first = self._at_most_one(columns, needs)
        order = [*first, *(n for n in range(len(columns)) if n not in set(first))]
        ordered = [columns[n] for n in order]
        lower, upper = self.matrix.lower[ordered], self.matrix.upper[ordered]
        weights = weights_of(ordered, needs)
        lowest = np.array([need.lowest for need in needs], np.int64)
        best = np.maximum(weights * lower[:, None], weights * upper[:, None])
        ahead = np.vstack((best[::-1].cumsum(0)[::-1], np.zeros_like(best[:1])))
        options = np.eye(len(first) + 1, len(first), -1, dtype=np.int64)
        sums = multiplied(options, weights[: len(first)])
        for n in range(len(first), len(columns)):
            values = np.arange(lower[n], upper[n] + 1)
            if len(values) * len(options) > 40 * MOST_OPTIONS:
                raise TooManyError
            repeated, tiled = pairs(len(options), len(values))
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

    def _at_most_one(self, columns: Sequence[int], needs: Sequence[Need]) -> list[int]:
        """The places of as many columns as can be of which no two are ever chosen."""
        place = {column: n for n, column in enumerate(columns)}
        matrix, found = self.matrix, list[int]()
        for need in needs:
            weights = set(need.weights.values())
            if need.charge is None and len(weights) == 1 and weights == {need.least}:
                members = [c for c in need.weights if c in place]
                is_choice = (matrix.lower[members] == 0) & (matrix.upper[members] == 1)
                if need.least < 0 and is_choice.all() and len(members) > len(found):
                    found = [place[column] for column in members]
        return found


def weights_of(columns: Sequence[int], needs: Sequence[Need]) -> Whole:
    """What each column adds to each need: columns × needs."""
    place = {column: n for n, column in enumerate(columns)}
    weights = np.zeros((len(columns), len(needs)), np.int64)
    for n, need in enumerate(needs):
        for column, weight in need.weights.items():
            if column in place:
                weights[place[column], n] = weight
    return weights


def multiplied(first: Whole, second: Whole) -> Whole:
    """The product of two tables, by way of floating point: that is much faster.

    It is exact as long as all sums are below 2 to the power of 53, as they are of
    minutes and turns.
    """
    product = np.rint(first.astype(float) @ second.astype(float))
    return np.asarray(product, np.int64)


def pairs(first: int, second: int) -> tuple[Whole, Whole]:
    """The numbers of all pairs of so many with so many."""
    return np.repeat(np.arange(first), second), np.tile(np.arange(second), first)
