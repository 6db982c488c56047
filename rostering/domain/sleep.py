"""What duties cost in sleep, night by night, and what that does to people.

From the same research as `rostering.domain.fatigue`, with the same caveat. A night is
named by the date of its morning.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import exp, log, pi, sin

from rostering.domain.time import DAY, HOUR, Span

FRESH = 3.9
"""Vigilance after sleep without end: lapses begin below it."""
_USUAL = 3.87
_BEST = 4.44
_AFTERNOON = 15.0
_MOST = 8.0
_LATEST_EVENING = 22.67
"""A later start is of the night's sleep that is missed, not of an evening's."""


def vigilance(spans: Sequence[Span]) -> Iterator[float]:
    """The level at which each stretch of work finds the person; the first, fresh."""
    if not spans:
        return
    levels = _by_night(spans)
    yield FRESH
    for before, span in pairwise(spans):
        night, start = _night(span), _start(span)
        earlier, later = levels[night - DAY], levels[night]
        level = earlier
        if 3 < start < _AFTERNOON:  # noqa: PLR2004
            share = (1 + sin(pi * (start - 9) / 12)) / 2
            level += (later - earlier) * share
        rest = min(1.0, max(0.0, (_gap(before, span) - 1) / 8))
        yield rest * level + (1 - rest) * min(later, level)


def _by_night(spans: Sequence[Span]) -> dict[date, float]:
    """The level after each night; it falls slowly and recovers fast."""
    lost = _losses(spans)
    level, levels = _USUAL, {}
    night = _night(spans[0]) - DAY
    while night <= _night(spans[-1]):
        aim = FRESH - 0.4416 * min(_MOST, lost[night])
        level = aim + (level - aim) * exp(-0.137 if level > aim else -0.687)
        levels[night] = level
        night += DAY
    return levels


def _losses(spans: Sequence[Span]) -> defaultdict[date, float]:
    """Hours of sleep lost in each night, by what is worked around it."""
    lost: defaultdict[date, float] = defaultdict(float)
    for span, after in zip(spans, [*spans[1:], None], strict=True):
        short = 0.0 if after is None else 9 - _gap(span, after)
        night, start = _night(span), _start(span)
        end = start + span.length / HOUR + 1
        if start < _AFTERNOON:
            first, second = _before_early(start), _after_late(end)
        else:
            first, second = _after_late(end), _after_late(end - 24)
            if start > _LATEST_EVENING:
                first = min(_before_early(start - 24), first)
            first = max(first, short)
        lost[night] = max(lost[night], first)
        lost[night + DAY] = max(lost[night + DAY], second, short)
    return lost


def _before_early(start: float) -> float:
    """What a start before the early afternoon costs of the night before it."""
    early = max(0.0, 13.5 - start)
    return min(_MOST, (0.03501 * early + 0.01928) * early)


def _after_late(end: float) -> float:
    """What a finish after 18:30 costs of the night after it; hours may pass 24."""
    if end < 18.5:  # noqa: PLR2004
        return 0.0
    bed = 16.3 + 0.367 * end if end < 24.25 else end + 1  # noqa: PLR2004
    by_day = 11.79953 / (1 + 0.47295 * exp(0.162448 * (bed - 20) - 1.773935))
    of_crews = 8 - 0.285 * (end - 18.5)
    slept = (by_day - 2.288274 + of_crews) / 2
    return min(_MOST, max(0.0, 8.07 - slept))


def _start(span: Span) -> float:
    """The hour on the wall at which the person leaves home."""
    start = span.local_start
    return start.hour + start.minute / 60 - 0.5


def _night(span: Span) -> date:
    """The night to which it belongs: the one before, or after an afternoon's start."""
    day = span.local_start.date()
    return day if _start(span) < _AFTERNOON else day + DAY


def _gap(before: Span, span: Span) -> float:
    """Hours at home between the two."""
    return (span.start - before.end) / HOUR - 1


def sleepiness_of(level: float) -> float:
    """The part of great sleepiness that lost sleep makes."""
    lapses = log((1.001 - level / FRESH) / 0.00189) / 0.801 if level < FRESH else 1.0
    return sleepiness(max(1.0, lapses)) / 3


def sleepiness(strain: float) -> float:
    """The chance of 8 or 9 of 9 points on the Karolinska scale of sleepiness."""
    perelli = 1 + 6 / (1 + exp(3.057 - 0.764 * strain))
    karolinska = 1.436 * perelli - 0.6
    return min(1.0, 1.26 / (1 + 3670 * exp(-1.06 * karolinska)))
