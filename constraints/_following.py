"""What the rules on what may follow on what have in common."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Duty, DutyKind, Mode, PersonId, Rota, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions, Possible


@dataclass(frozen=True, kw_only=True)
class FollowingRule(Rule, ABC):
    """A duty is better not begun so soon after another that a person has worked.

    A duty that follows on several costs what the worst of them costs. What a team's
    pattern or the record makes by itself is not held against the rota: one of the two
    is a planned shift.
    """

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES

    looks_back: ClassVar[timedelta]
    """No duty that ended longer before the next one counts."""

    @abstractmethod
    def missing(self, first: Duty, second: Duty) -> int:
        """What it costs that the second follows on the first; 0 where nothing."""

    @abstractmethod
    def in_words(self, first: Duty, second: Duty) -> str:
        """What is wrong."""

    def post(self, decisions: "Decisions") -> None:
        """Let no duty come too soon after any of those that may be before it."""
        for person in self.diaries(decisions.problem, decisions.people):
            possible = [p for p in decisions.duties(person.id) if p.duty.is_work]
            by_end = sorted(possible, key=lambda p: p.duty.span.end)
            ends = [p.duty.span.end for p in by_end]
            for second in possible:
                start = second.duty.span.start
                near = slice(
                    bisect_right(ends, start - self.looks_back),
                    bisect_right(ends, start),
                )
                self._post_for(decisions, person.id, by_end[near], second)

    def _post_for(
        self,
        decisions: "Decisions",
        person: PersonId,
        before: "Sequence[Possible]",
        second: "Possible",
    ) -> None:
        firsts = [
            (first.claim, self.missing(first.duty, second.duty))
            for first in before
            if first.is_choice or second.is_choice
        ]
        for level in range(1, 1 + max((cost for _, cost in firsts), default=0)):
            any_first = decisions.any_of(c for c, cost in firsts if cost >= level)
            decisions.forbid_together(
                self,
                f"{person}: {second.duty}",
                (any_first, second.claim),
                who=person,
                day=second.duty.day,
            )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Look back from each duty to those that it follows."""
        for person in self.diaries(rota.problem, rota.problem.people):
            if rota.rides_of(person.id):
                duties = [duty for duty in rota.duties_of(person.id) if duty.is_work]
                by_end = sorted(duties, key=_end)
                for second in duties:
                    start = second.span.start
                    first = bisect_right(by_end, start - self.looks_back, key=_end)
                    before = by_end[first : bisect_right(by_end, start, key=_end)]
                    if second.kind is not DutyKind.SHIFT:
                        before = [d for d in before if d.kind is DutyKind.SHIFT]
                    yield from self._audit_duty(person.id, before, second)

    def _audit_duty(
        self, person: PersonId, before: Sequence[Duty], second: Duty
    ) -> Iterator[Breach]:
        costs = [(self.missing(first, second), first) for first in before]
        amount, first = max(costs, key=lambda cost: cost[0], default=(0, second))
        if amount:
            because = self.in_words(first, second)
            yield self.breach(person, because, day=second.day, amount=amount)


def _end(duty: Duty) -> datetime:
    return duty.span.end
