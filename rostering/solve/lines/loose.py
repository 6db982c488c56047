"""The rows that a graph of lines let go, and that a line has to keep by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rostering.solve.matrix import Matrix, Whole

Line = Mapping[int, int]
"""The values of one person's variables, but for noughts."""


@dataclass(frozen=True, slots=True)
class Loose:
    """One of the rows, as it is held against lines."""

    number: int
    """The row's number in the matrix."""
    columns: Sequence[int]
    weights: Whole
    least: int
    most: int

    @classmethod
    def of(cls, matrix: Matrix, row: int) -> "Loose":
        """A row of a plain matrix."""
        own = slice(*matrix.columns.start[row : row + 2].tolist())
        columns = matrix.columns.items[own].tolist()
        limits = int(matrix.least[row]), int(matrix.most[row])
        return cls(row, columns, matrix.weights[own], *limits)

    def short(self, line: Line) -> int:
        """How much the line lacks; below nought what it has too much."""
        values = np.array([line.get(column, 0) for column in self.columns], np.int64)
        total = int(self.weights @ values)
        return max(0, self.least - total) - max(0, total - self.most)

    def where(self, line: Line, beginning: int) -> Whole:
        """Columns that the line could do more or less of, at even distances."""
        short = self.short(line)
        may = [
            column
            for column, weight in zip(self.columns, self.weights.tolist(), strict=True)
            if bool(line.get(column, 0)) is (short * weight < 0)
        ]
        each = max(1, int(np.abs(self.weights).mean()))
        count = min(len(may), -(-abs(short) // each))
        places = (beginning + np.arange(count) * len(may) // max(1, count)) % max(
            1, len(may)
        )
        return np.array(may, np.int64)[places]
