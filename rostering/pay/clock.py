"""Time cut into pieces at hours on the wall clock, as pay needs it."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from rostering.domain import Span
from rostering.domain.time import DAY, MINUTE, days_between, instant

MIDNIGHT = time()
SUNDAY = 6
SATURDAY = 5


class Counting(StrEnum):
    """How the hours of a night on which the clocks change are paid (DST-PAY)."""

    ACTUAL = "actual"
    """Every hour worked: 18:00-02:00 is 9 hours in October and 7 in March."""
    NOMINAL = "nominal"
    """As the clock on the wall shows: it is 8 hours on every night."""


class Piece(NamedTuple):
    """A stretch within one local day that no cut falls into."""

    day: date
    start: time
    minutes: int

    def is_between(self, begin: time, end: time) -> bool:
        """Tell whether it lies between two hours, which may be either side of midnight.

        Both must be among the hours at which the time was cut.
        """
        if begin <= end:
            return begin <= self.start < end
        return self.start >= begin or self.start < end


def pieces(
    span: Span, cuts: Sequence[time] = (), counting: Counting = Counting.ACTUAL
) -> Iterator[Piece]:
    """The span cut at every midnight and at these hours, in order."""
    days = days_between(span.local_start.date(), span.local_end.date() + DAY)
    hours = {MIDNIGHT, *cuts}
    inner = {instant(day, clock) for day in days for clock in hours}
    bounds = sorted({span.start, span.end, *inner})
    for start, end in pairwise(b for b in bounds if span.start <= b <= span.end):
        piece = Span(start, end)
        yield Piece(
            piece.local_start.date(), piece.local_start.time(), _length(piece, counting)
        )


def _length(span: Span, counting: Counting) -> int:
    if counting is Counting.ACTUAL:
        return span.minutes
    start, end = (x.replace(tzinfo=None) for x in (span.local_start, span.local_end))
    return max(0, int((end - start) / MINUTE))
