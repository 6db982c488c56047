"""How tired a run of duties makes: the Fatigue and Risk Index, to rank and to warn.

The algebra is that of research report RR446 (2006) for the Health and Safety Executive,
as rows 9b of the rule catalogue have it. The Executive has withdrawn its own tool, and
these figures were never checked against it: they say which of two rotas tires more, and
never that a rota is safe.

The *risk index* is the chance of an incident, 1.0 being the average of two days and two
nights of twelve hours and four days off. The *fatigue index* is the chance, in per
cent, of being very sleepy. Where the book says nothing else, the way to work takes 40
minutes in all, work is demanding, and a break of 22.5 minutes comes after each 3 h 30.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from itertools import pairwise
from math import cos, exp, pi, sin

from rostering.domain.duty import Duty
from rostering.domain.sleep import sleepiness, sleepiness_of, vigilance
from rostering.domain.time import HOUR, Span, night_minutes

CAVEAT = (
    "The index behind these figures was withdrawn by its makers: it ranks and warns, "
    "and never shows that a rota is safe."
)
COMMUTE = 40
"""Minutes to work and back where nobody has said."""
NIGHT_HOURS = 3
LONGEST = 7
"""How many duties on end rules look at: what is longer is against other rules."""
_TRAVEL = HOUR / 2
"""What lies between a duty and the rest at either side of it."""
_SHORT = 9.0
_LONG = 24.0
_SPELL, _BREAK = 3.5, 0.375
_CEILING, _CLIMB = 1.826297, 1.146457
_LEFT_AFTER_BREAK = 0.0258
"""Of the risk that builds up in a spell of work, what a break leaves."""
_TIRING = 0.2506
"""How fast sleepiness grows by the hour, with usual demands and breaks."""


@dataclass(frozen=True, slots=True)
class Score:
    """How tired a duty finds the person who works it."""

    duty: Duty
    risk: float
    """The risk index; 1.0 is average."""
    fatigue: float
    """The fatigue index, in per cent."""

    @property
    def is_night(self) -> bool:
        """Whether it is night work: three hours of it between 23:00 and 06:00."""
        return is_night(self.duty.span)


def is_night(span: Span) -> bool:
    """Whether three hours of it lie between 23:00 and 06:00."""
    return night_minutes(span, time(23), time(6)) >= NIGHT_HOURS * 60


def scores(duties: Iterable[Duty], commute: int = COMMUTE) -> tuple[Score, ...]:
    """The score of each duty that is work, in order; the first finds them rested.

    Args:
        duties: What one person works.
        commute: The way to work and back, in minutes.
    """
    worked = sorted((d for d in duties if d.is_work), key=lambda duty: duty.span)
    spans = [duty.span for duty in worked]
    figures = zip(risks(spans, commute), fatigues(spans, commute), strict=True)
    return tuple(
        Score(duty, risk, fatigue)
        for duty, (risk, fatigue) in zip(worked, figures, strict=True)
    )


def risks(spans: Sequence[Span], commute: int = COMMUTE) -> Iterator[float]:
    """The risk index of each stretch of work, in order."""
    built_up = 1.0
    for before, span in pairwise([None, *spans]):
        if span is not None:
            built_up = 1.0 if before is None else _built_up(built_up, before, span)
            yield rested_risk(span, commute) * built_up


def stretches(
    spans: Sequence[Span], last: Span, most: int = LONGEST
) -> Iterator[tuple[Span, ...]]:
    """Each way in which work follows on work, without a long rest, up to the last."""
    yield (last,)
    if most > 1:
        for span in spans:
            if span.end <= last.start and added_risk(span, last) is not None:
                for way in stretches(spans, span, most - 1):
                    yield (*way, last)


def _built_up(so_far: float, before: Span, span: Span) -> float:
    added = added_risk(before, span)
    if added is not None:
        return so_far + added
    asleep = Span(before.end + HOUR, span.start - HOUR)
    nights = night_minutes(asleep, time(0), time(8)) / 480
    return 1 + (so_far - 1) * exp(-1.118 * max(0.0, nights - 1))


@lru_cache(maxsize=2**16)
def added_risk(before: Span, span: Span) -> float | None:
    """What work before adds to the risk; None where a long rest lies between.

    A rest is long if more than 24 h are left of it after the way there and back.
    """
    gap = (span.start - before.end - 2 * _TRAVEL) / HOUR
    if gap < _SHORT:
        return 0.06 * (_SHORT - gap)
    if gap > _LONG:
        return None
    return (_strain(before) + _strain(span)) / 2


def _strain(span: Span) -> float:
    """What one more of such duties adds; most in the middle of the night."""
    middle = _clock(span) + span.length / HOUR / 2
    return 0.0886 + 0.0359 * cos(pi * middle / 12)


@lru_cache(maxsize=2**16)
def rested_risk(span: Span, commute: int = COMMUTE) -> float:
    """The risk index of the work for somebody who comes to it rested."""
    length, further = span.length / HOUR, max(0, commute - COMMUTE) / 60
    timing = _time_of_day(_clock(span) - further / 2, length + further)
    job = _time_on_task(length) / (1.4858 * 1.0615)
    return timing * _length_risk(length + further) * 0.998 / 1.288 * job * 0.989 / 1.113


def _time_of_day(start: float, length: float) -> float:
    """The mean over the work of a curve that is highest at midnight."""
    turned = (sin(pi * (start + length) / 12) - sin(pi * start / 12)) * 12 / pi
    return 1.0106 + 0.1057 * turned / length


def _length_risk(length: float) -> float:
    if length < 4.25:  # noqa: PLR2004 - the report's own steps
        return 1.0359 - 0.8012 * exp(-0.7315 * length)
    if length <= 8.13:  # noqa: PLR2004
        return 1.0
    return 0.5713 + 0.1501 * exp(0.129 * length)


def _time_on_task(length: float) -> float:
    """The mean risk within spells of work, which each break takes down again."""
    level, total, worked, left = 1.0, 0.0, 0.0, length
    while left > 0:
        spell = min(_SPELL, left)
        below = (_CEILING - level) * exp(-_CLIMB * spell)
        total += _CEILING * spell - (_CEILING - level - below) / _CLIMB
        worked += spell
        level = 1 + (_CEILING - below - 1) * _LEFT_AFTER_BREAK
        left -= _SPELL + _BREAK
    return total / worked


def fatigues(spans: Sequence[Span], commute: int = COMMUTE) -> Iterator[float]:
    """The fatigue index of each stretch of work, in order."""
    for span, level in zip(spans, vigilance(spans), strict=True):
        yield _fatigue(span, level, commute)


@lru_cache(maxsize=2**16)
def last_fatigue(spans: tuple[Span, ...], commute: int = COMMUTE) -> float:
    """The fatigue index of the last of these; many people work the same hours."""
    *_, level = vigilance(spans)
    return _fatigue(spans[-1], level, commute)


def _fatigue(span: Span, level: float, commute: int) -> float:
    spared = 1 - sleepiness_of(level)
    return 100 * (1 - spared * (1 - _sleepy_at_work(span, commute)))


@lru_cache(maxsize=2**16)
def _sleepy_at_work(span: Span, commute: int) -> float:
    """The chance of great sleepiness that hour, length and job make by themselves."""
    start, length = _clock(span), span.length / HOUR
    at_start = 0.5 * cos(pi * (start - 1.25) / 12) - 0.74 * cos(
        pi * (start - 5.23) / 12
    )
    quarters = [n / 4 for n in range(int(length * 4) + 1)]
    return sum(
        sleepiness(
            _TIRING * (hours + (commute - 30) / 60)
            + at_start
            + 0.74 * cos(pi * (start + hours - 5.23) / 12)
            + 2.45
        )
        for hours in quarters
    ) / len(quarters)


def _clock(span: Span) -> float:
    """The hour on the wall at the start."""
    start = span.local_start
    return start.hour + start.minute / 60
