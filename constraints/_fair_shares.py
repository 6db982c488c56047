"""What the three rules on fair shares have in common: all but what they count."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import (
    Breach,
    Duty,
    DutyKind,
    Mode,
    PersonId,
    Problem,
    Rota,
    Shift,
    Span,
    Tier,
)
from rostering.domain.shares import Share, shares

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions


@dataclass(frozen=True, kw_only=True)
class FairShare(Rule, ABC):
    """Everybody's count of certain dates stays close to a share known beforehand."""

    may_be_hard: ClassVar[bool] = False
    counted: ClassVar[str] = ""
    """What is counted, in the plural."""

    mode: Mode = Mode.WISH
    tier: Tier = Tier.FAIRNESS

    @abstractmethod
    def mark(self, problem: Problem, span: Span, day: date) -> date | None:
        """The date as which the work counts; None where it does not count."""

    @abstractmethod
    def tally(self, rota: Rota, duties: list[Duty]) -> int:
        """How many dates the duties come to, for the audit."""

    def post(self, decisions: "Decisions") -> None:
        """Keep each person's number of dates between the least and the most."""
        problem = decisions.problem
        known = shares(problem, self)
        marks = {s: self.mark(problem, s.span, s.day) for s in decisions.shifts}
        for person in decisions.people:
            share = known.get(person.id)
            if share is not None and self.binds(person.id):
                self._post_for(decisions, person.id, share, marks)

    def _post_for(
        self,
        decisions: "Decisions",
        person: PersonId,
        share: Share,
        marks: Mapping[Shift, date | None],
    ) -> None:
        works: defaultdict[date, list[Claim]] = defaultdict(list)
        for shift in decisions.shifts_of(person):
            mark = marks[shift]
            if mark is not None and mark not in share.recorded:
                works[mark].append(decisions.works(person, shift))
        fresh = [(decisions.any_of(claims), 1) for claims in works.values()]
        terms = [(True, len(share.recorded)), *fresh]
        subject = f"{person}: {self.counted}"
        decisions.at_most(self, subject, terms, share.most)
        decisions.at_least(self, subject, terms, share.least)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count what each person has, with the record, and hold it to the share."""
        known = shares(rota.problem, self)
        for person in self.bound_people(rota.problem):
            share = known.get(person.id)
            if share is not None:
                number = self.tally(rota, on_the_car(rota, person.id))
                yield from self._audit_person(person.id, number, share)

    def _audit_person(
        self, person: PersonId, number: int, share: Share
    ) -> Iterator[Breach]:
        low, high = floor(share.exact), ceil(share.exact)
        fair = f"{high}" if low == high else f"{low} or {high}"
        beyond = max(number - share.most, share.least - number)
        if beyond > 0:
            yield self.breach(
                person,
                f"{number} {self.counted} with those on record; a fair share is {fair}",
                amount=beyond,
            )


def on_the_car(rota: Rota, person: PersonId) -> list[Duty]:
    """What the person works on a car, from the remembered weeks on."""
    return [
        duty
        for duty in rota.duties_of(person)
        if duty.person == person
        and (
            duty.kind is DutyKind.SHIFT
            or (
                duty.kind is DutyKind.WORKED
                and duty.unit
                and duty.day in rota.problem.memory
            )
        )
    ]
