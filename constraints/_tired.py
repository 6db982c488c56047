"""What the rules on tired people have in common.

The index of fatigue looks back without end, which no row of a model can. So here a
person counts as tired on a shift if some *stretch* makes them so: work that follows on
work, with no more than a day between, up to that shift, as if rested before it. What is
left of earlier weeks is passed over, and so the rules are milder than the index.
"""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING

from constraints._rule import Rule
from rostering.domain import Mode, Person, Rota, Shift, Span, Tier
from rostering.domain.fatigue import (
    COMMUTE,
    LONGEST,
    added_risk,
    rested_risk,
    risks,
    stretches,
)
from rostering.domain.main_job import main_job_duties

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions

Stretch = tuple[Span, ...]
WINDOW = timedelta(days=LONGEST + 1)
"""No stretch goes back further."""
LONG_AGO = timedelta(weeks=3)
"""What ended so long before is part of no stretch, however long each duty is."""
ROUNDING = 1e-6


@dataclass(frozen=True, kw_only=True)
class TiredRule(Rule, ABC):
    """A rule that asks whether a stretch of work makes a person tired."""

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES

    @abstractmethod
    def is_tired(self, stretch: Stretch, commute: int) -> bool:
        """Whether somebody who was rested is tired on the last of these."""

    @abstractmethod
    def may_tire(self, built_up: float, work: Stretch, commute: int) -> bool:
        """Whether some of this work could make tired on the last of it.

        `built_up` is how much risk can have built up at most.
        """

    def tired_on(
        self, decisions: "Decisions", person: Person
    ) -> "Iterator[tuple[Shift, Claim]]":
        """Each shift on which the person may be tired, and the claim that it is so."""
        claims = _claims(decisions, person)
        ways = _Ways(claims, partial(self.may_tire, commute=commute_of(person)))
        for shift in decisions.shifts_of(person.id):
            works = decisions.works(person.id, shift)
            worked = [
                decisions.all_of(
                    [works, *(decisions.any_of(claims[span]) for span in stretch[:-1])]
                )
                for stretch in self._tiring(ways, (shift.span,), person)
            ]
            if worked:
                yield shift, decisions.any_of(worked)

    def _tiring(
        self, ways: "_Ways", stretch: Stretch, person: Person
    ) -> Iterator[Stretch]:
        """The shortest stretches that end so and make tired."""
        if not ways.may_tire(stretch):
            return
        if self.is_tired(stretch, commute_of(person)):
            yield stretch
        elif len(stretch) < LONGEST:
            for span in ways.before(stretch[0]):
                yield from self._tiring(ways, (span, *stretch), person)

    def is_tired_on(self, rota: Rota, person: Person, shift: Shift) -> bool:
        """Whether what the person works makes them tired on the shift."""
        worked = [d.span for d in rota.duties_of(person.id) if d.is_work]
        worked += [d.span for d in main_job_duties(rota.problem, person)]
        begin = shift.span.start
        recent = (span for span in worked if begin - LONG_AGO < span.end <= begin)
        before = tuple(dict.fromkeys(recent))
        return _is_tired_after(self, before, shift.span, commute_of(person))


@lru_cache(maxsize=2**14)
def _is_tired_after(rule: TiredRule, worked: Stretch, last: Span, commute: int) -> bool:
    """Whether some stretch of this work makes tired on the last; asked many times."""
    return any(rule.is_tired(way, commute) for way in stretches(worked, last))


class _Ways:
    """Which work may follow on which, among all that one person may have."""

    def __init__(
        self,
        spans: Iterable[Span],
        may_tire: Callable[[float, Stretch], bool],
    ) -> None:
        self._spans = sorted(spans, key=lambda span: span.end)
        self._ends = [span.end for span in self._spans]
        self._may_tire = may_tire
        self._work_before: dict[Span, Stretch] = {}
        self._before: dict[Span, Stretch] = {}
        self._most: dict[Span, float] = {}

    def before(self, span: Span) -> tuple[Span, ...]:
        """What the work may follow on."""
        if span not in self._before:
            self._before[span] = tuple(
                earlier
                for earlier in self._recent(span)
                if added_risk(earlier, span) is not None
            )
        return self._before[span]

    def may_tire(self, stretch: Stretch) -> bool:
        """Whether more work before the stretch could make tired on the last of it."""
        added = (added_risk(*both) or 0.0 for both in pairwise(stretch))
        built_up = self._most_built_up(stretch[0]) + sum(added)
        return self._may_tire(built_up, (*self._recent(stretch[-1]), stretch[-1]))

    def _recent(self, span: Span) -> Stretch:
        """All that may be worked in the days before."""
        if span not in self._work_before:
            first = bisect_right(self._ends, span.start - WINDOW)
            before = self._spans[first : bisect_right(self._ends, span.start)]
            self._work_before[span] = tuple(sorted(before))
        return self._work_before[span]

    def _most_built_up(self, span: Span) -> float:
        if span not in self._most:
            self._most[span] = max(
                (
                    self._most_built_up(earlier) + (added_risk(earlier, span) or 0.0)
                    for earlier in self.before(span)
                ),
                default=1.0,
            )
        return self._most[span]


def _claims(decisions: "Decisions", person: Person) -> "dict[Span, list[Claim]]":
    """All that the person works or may work, by its hours."""
    found: defaultdict[Span, list[Claim]] = defaultdict(list)
    for possible in decisions.duties(person.id):
        if possible.duty.is_work:
            found[possible.duty.span].append(possible.claim)
    for duty in main_job_duties(decisions.problem, person):
        found[duty.span].append(True)
    return found


def commute_of(person: Person) -> int:
    """Minutes to work and back."""
    return COMMUTE if person.commute is None else 2 * person.commute


def risk_of(stretch: Stretch, commute: int) -> float:
    """The risk index on the last of these, in per cent."""
    *_, last = risks(stretch, commute)
    return 100 * last


def most_risk(built_up: float, span: Span, commute: int) -> float:
    """The risk index in per cent, where so much has built up."""
    return 100 * built_up * rested_risk(span, commute) + ROUNDING
