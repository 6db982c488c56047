"""One person's variables and rows in order of time, and what each day may come to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from rostering.solve.lines.blocks import Blocks
from rostering.solve.lines.diary import Day, Diary, Need
from rostering.solve.lines.options import Listing, Pattern, TooManyError
from rostering.solve.matrix import FAR, Matrix, Whole
from rostering.solve.matrix.lists import Truths


def diaries(matrix: Matrix, blocks: Blocks) -> Iterator[Diary | None]:
    """Each person's diary, in the order of people; None where a day has too much."""
    columns = _by_owner(blocks.of_column, len(blocks.people))
    rows = _by_owner(blocks.of_row, len(blocks.people))
    dates = {column: fill.shift.day for fill, column in matrix.fills.items()}
    charged = {c for each in matrix.charges.values() for c in each.columns.tolist()}
    is_fixed, listing = matrix.lower == matrix.upper, Listing()
    for own_columns, own_rows in zip(columns, rows, strict=True):
        own = own_columns.tolist()
        reading = _Reading(matrix, dates, own, own_rows, is_fixed, listing)
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
    is_fixed: Truths
    """Of all columns."""
    listing: Listing

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
            elif need.is_straight(self.matrix):
                for stage, share in need.shared_out(stages).items():
                    within[stage].append(share)
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
        columns, weights = matrix.columns.items[begin:end], matrix.weights[begin:end]
        is_fixed = self.is_fixed[columns]
        shift = int(weights[is_fixed] @ matrix.lower[columns[is_fixed]])
        columns, weights = columns[~is_fixed], weights[~is_fixed]
        terms = dict(zip(columns.tolist(), weights.tolist(), strict=True))
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
        for variable in sorted(set(variables).difference(stages)):
            begin, end = inputs.start[variable : variable + 2].tolist()
            decided_by = inputs.items[begin:end].tolist()
            if decided_by:
                stages[variable] = max(stages.get(c, 0) for c in decided_by)
        mates: defaultdict[int, int] = defaultdict(int)
        for need in needs:
            open_ = [column for column in need.weights if column not in stages]
            if open_:
                last = max(stages.get(column, 0) for column in need.weights)
                for column in open_:
                    mates[column] = max(mates[column], last)
        return dict.fromkeys(variables, 0) | mates | stages

    def _day(self, columns: Sequence[int], needs: Sequence[Need]) -> Day:
        """List all that the needs of the day allow, with the charges they ask."""
        matrix = self.matrix
        pattern = Pattern(
            matrix.lower[columns],
            matrix.upper[columns],
            _weights(columns, needs),
            np.array([need.least for need in needs], np.int64),
            np.array([need.step for need in needs], np.int64),
            np.array([-1 if n.charge is None else n.give for n in needs], np.int64),
        )
        charges = [need.charge for need in needs if need.charge is not None]
        return Day(
            np.array([*columns, *charges], np.int64), self.listing.options(pattern)
        )


def _weights(columns: Sequence[int], needs: Sequence[Need]) -> Whole:
    """What each column adds to each need: columns × needs."""
    place = {column: n for n, column in enumerate(columns)}
    weights = np.zeros((len(columns), len(needs)), np.int64)
    for n, need in enumerate(needs):
        places = [place[column] for column in need.weights]
        weights[places, n] = [*need.weights.values()]
    return weights
