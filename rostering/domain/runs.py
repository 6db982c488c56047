"""Days in a row."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import pairwise

from rostering.domain.time import DAY


def runs_of(days: AbstractSet[date]) -> Iterator[tuple[date, ...]]:
    """Each stretch of days in a row, as long as it can be, in order."""
    ordered = sorted(days)
    begins = [
        index
        for index, day in enumerate(ordered)
        if index == 0 or day - ordered[index - 1] > DAY
    ]
    for begin, end in pairwise([*begins, len(ordered)]):
        yield tuple(ordered[begin:end])


def long_runs(
    days: AbstractSet[date], added: AbstractSet[date], most: int
) -> Iterator[tuple[tuple[date, ...], tuple[date, ...]]]:
    """Each run longer than most, with the days that end a stretch of one day too many.

    Only stretches that hold an added day count.
    """
    for run in runs_of(days):
        length = most + 1
        stretches = (
            run[begin : begin + length] for begin in range(len(run) - length + 1)
        )
        beyond = tuple(s[-1] for s in stretches if not added.isdisjoint(s))
        if beyond:
            yield run, beyond
