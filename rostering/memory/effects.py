"""What follows from what was really worked: hours over, and rest that is owed."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rostering.domain import Duty, PersonId, Problem
from rostering.memory.record import Key, Record
from rostering.memory.understanding import Understood

RestOf = Callable[[PersonId], timedelta | None]
"""The rest that a person must have between duties; None where none is asked."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What one corrected day changes for a person."""

    understood: Understood
    minutes: int
    """How much longer than on record; less than 0 where it was shorter."""
    before: Duty | None = None
    """The duty before which the rest is too short."""
    owed: timedelta = timedelta()
    """By how much it is."""

    @property
    def is_felt(self) -> bool:
        """Whether it changes anything."""
        return bool(self.minutes or self.owed)


def effects(
    found: Sequence[Understood], known: Record, problem: Problem, rest_of: RestOf
) -> Iterator[Effect]:
    """What each corrected day changes, in order."""
    corrected = {(each.person, each.day) for each in found if each.is_news}
    for each in found:
        if not each.is_news:
            continue
        rest = rest_of(each.person)
        ends = [x.span.end for x in each.now if x.span and x.absence is None]
        following = None
        if rest is not None and ends:
            others = _others(each, found, known, problem, corrected)
            following = _following(others, max(ends), rest)
        owed = timedelta()
        if rest is not None and following is not None:
            owed = rest - (following.span.start - max(ends))
        effect = Effect(each, each.minutes_more, following, owed)
        if effect.is_felt:
            yield effect


def _others(
    each: Understood,
    found: Sequence[Understood],
    known: Record,
    problem: Problem,
    corrected: Collection[Key],
) -> Iterator[Duty]:
    """What else the person works, as far as anybody knows."""
    for key, stretches in known.all.items():
        if key[0] == each.person and key not in corrected:
            yield from (x.duty for x in stretches if x.is_worked)
    for other in found:
        if other.person == each.person and other is not each:
            yield from (x.duty for x in other.now if x.duty and x.duty.is_work)
    for duty in problem.fixed_duties(each.person):
        if duty.is_work and (each.person, duty.day) not in corrected:
            yield duty


def _following(others: Iterator[Duty], end: datetime, rest: timedelta) -> Duty | None:
    """The next duty that begins within the rest."""
    soon = (duty for duty in others if end <= duty.span.start < end + rest)
    return min(soon, key=lambda duty: duty.span, default=None)
