"""Tables of whole numbers: rows without repeats, and columns side by side."""

from collections.abc import Sequence

import numpy as np

from rostering.solve.matrix import Whole


def table_of(columns: Sequence[Whole], height: int) -> Whole:
    """Columns side by side, also where there are none."""
    return np.column_stack(columns) if columns else np.zeros((height, 0), np.int64)


def distinct(table: Whole) -> tuple[Whole, Whole]:
    """The rows of a table without repeats, and which of them each one is."""
    if not table.shape[1]:
        return table[:1], np.zeros(len(table), np.int64)
    low = table.min(axis=0)
    spans = [int(span) + 1 for span in np.ptp(table, axis=0)]
    if np.prod(np.array(spans, float)) > 2.0**62:
        found, which = np.unique(table, axis=0, return_inverse=True)
        return found, which.reshape(-1)
    key = np.zeros(len(table), np.int64)
    for column, span, least in zip(table.T, spans, low, strict=True):
        key = key * span + (column - least)
    _, first, which = np.unique(key, return_index=True, return_inverse=True)
    return table[first], which.reshape(-1)
