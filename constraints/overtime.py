"""HOURS-04: overtime only for those who want it, and not too much."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from constraints._minutes import minutes_by_day, terms_of
from constraints._rule import Rule
from rostering.domain import Breach, Duty, Kind, Person, Problem, Rota
from rostering.domain.hours import (
    contracted_days,
    contracted_minutes,
    credited_minutes,
    paid_in_period,
    paid_minutes,
)
from rostering.domain.time import MINUTE, in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class Overtime(Rule):
    """Nobody is planned for overtime without having agreed, nor for too much of it.

    Why: overtime is voluntary under Agenda for Change, and costs half as much again.
    A cap keeps whoever wants it within a week of about 48 hours.

    Note: hours are those of HOURS-03: the paid hours of all work that begins in the
    period and the credit for leave, against a seventh of the weekly hours for each day
    on the strength. The cap on overtime is an average over the period, and never less
    than the tolerance. Where the fixed duties alone are more, the rota may add nothing
    to them. People without weekly hours are not measured. As a wish it costs 1 for
    each hour begun too many.

    Attributes:
        tolerance: What may be planned above the contract without being overtime, over
            the period, in hours.
        most_overtime: The most that may be planned above the contract for those who
            want overtime, in hours a week.
        meal_break: The unpaid break in a duty of more than six hours, such as `30 min`.
    """

    code: ClassVar[str] = "HOURS-04"
    title: ClassVar[str] = "Overtime"
    briefly: ClassVar[str] = "with no hours left"
    kind: ClassVar[Kind] = Kind.CONTRACT
    sources: ClassVar[tuple[str, ...]] = ("AFC-OT", "AFC-HOURS", "CH-OT-FAIR")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L - - -",
        "Ann L L L L L - -\nterms Ann overtime",
        "Ann L L L - - - -\nterms Ann hours=22.5",
        "Sam:special L L L L L L -",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L - -",
        "Ann L L L L A A A",
        "Ann L L L L L L -\nterms Ann overtime",
        "Ann L L L L - - -\nterms Ann hours=22.5",
    )

    tolerance: timedelta = timedelta(hours=7, minutes=30)
    most_overtime: timedelta = timedelta(hours=11)
    meal_break: timedelta = timedelta(minutes=30)

    def measures(self, person: Person) -> bool:
        """Whoever has weekly hours."""
        return person.weekly_minutes is not None and self.binds(person.id)

    def post(self, decisions: "Decisions") -> None:
        """Limit the paid minutes of the period."""
        problem = decisions.problem
        for person in decisions.people:
            if self.measures(person):
                days = minutes_by_day(decisions, person.id, self._paid, is_by_role=True)
                terms = terms_of(days, problem.period.days)
                most = contracted_minutes(problem, person)
                most += self._allowed(problem, person)
                most -= credited_minutes(problem, person)
                subject = f"{person.id}: overtime"
                decisions.at_most(
                    self,
                    subject,
                    terms,
                    most,
                    step=60,
                    who=person.id,
                    day=problem.period.last,
                )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Add up what is planned and credited for each person who rides."""
        for person in self.bound_people(rota.problem):
            if self.measures(person) and rota.shifts_of(person.id):
                yield from self._audit_person(rota, person)

    def _audit_person(self, rota: Rota, person: Person) -> Iterator[Breach]:
        problem = rota.problem
        credit = credited_minutes(problem, person)
        planned, stands = (
            credit + paid_in_period(problem, person.id, duties, self.meal_break)
            for duties in (rota.duties_of(person.id), problem.fixed_duties(person.id))
        )
        contract = contracted_minutes(problem, person)
        most = max(contract + self._allowed(problem, person), stands)
        if planned > most:
            yield self.breach(
                person.id,
                f"{in_words(planned * MINUTE)} planned, with "
                f"{in_words(credit * MINUTE)} credited for leave; at most "
                f"{in_words(most * MINUTE)} allowed with a contract for "
                f"{in_words(contract * MINUTE)}",
                day=problem.period.last,
                amount=ceil((planned - most) / 60),
            )

    def _allowed(self, problem: Problem, person: Person) -> int:
        """Minutes above the contract."""
        tolerance = int(self.tolerance / MINUTE)
        if not person.overtime:
            return tolerance
        weekly = int(self.most_overtime / MINUTE)
        return max(tolerance, weekly * contracted_days(problem, person) // 7)

    def _paid(self, duty: Duty) -> int:
        return paid_minutes(duty, self.meal_break)
