"""One rota measured: cover, hours, how far apart people are, wishes and cost."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Audit, PersonId, Problem, Rota, Span
from rostering.domain.shares import Share, shares
from rostering.memory.measures import Measure, measures
from rostering.worth.cost import Cost, Rates, costs


@dataclass(frozen=True)
class _Shared:
    """A measure of the fairness ledger as fair shares take it."""

    measure: Measure

    def mark(self, problem: Problem, span: Span, day: date) -> date | None:  # noqa: ARG002
        """The date as which the work counts."""
        return self.measure.mark(span, day)


@dataclass(frozen=True)
class Measured:
    """A rota, and everything by which it can be compared with another."""

    rota: Rota
    known: Rota
    """The same as far as the book knows its people, shifts and posts."""
    rules: Sequence[Rule]
    rates: Rates

    @cached_property
    def crewed(self) -> Counter[str]:
        """How many shifts of each car are crewed."""
        shifts = self.rota.problem.shifts
        return Counter(s.unit for s in shifts if self.rota.is_crewed(s))

    @property
    def minutes_crewed(self) -> int:
        """Minutes in which a car is crewed, car by car."""
        shifts = self.rota.problem.shifts
        return sum(s.span.minutes for s in shifts if self.rota.is_crewed(s))

    @cached_property
    def wanted(self) -> Counter[str]:
        """How many shifts of each car are asked for."""
        return Counter(shift.unit for shift in self.known.problem.shifts)

    @cached_property
    def minutes(self) -> Counter[str]:
        """Minutes on cars by role."""
        found: Counter[str] = Counter()
        for fill in self.rota.fills:
            role = self.rota.problem.person[fill.person].role
            found[role] += fill.shift.span.minutes
        return found

    @cached_property
    def audit(self) -> Audit:
        """Everything that it breaks or misses."""
        return audit(self.known, self.rules)

    @cached_property
    def spreads(self) -> Mapping[tuple[str, str], Fraction]:
        """By role and measure: the most beyond a fair share, less the most short.

        What is on record in the remembered weeks counts, as it does for fair shares.
        """
        problem = self.known.problem
        found: dict[tuple[str, str], Fraction] = {}
        for measure in measures(problem, self.rules):
            fair = shares(problem, _Shared(measure))
            for role in dict.fromkeys(problem.person[who].role for who in fair):
                over = [
                    self._had(measure, who, share) - share.exact
                    for who, share in fair.items()
                    if problem.person[who].role == role
                ]
                found[role, measure.name] = max(over) - min(over)
        return found

    @cached_property
    def costs(self) -> tuple[Cost, ...]:
        """What everybody on it comes to."""
        return costs(self.rota, self.rates)

    def _had(self, measure: Measure, who: PersonId, share: Share) -> int:
        planned = {measure.mark(s.span, s.day) for s in self.known.shifts_of(who)}
        return len((planned - {None}) | share.recorded)
