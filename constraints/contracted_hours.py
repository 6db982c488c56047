"""HOURS-03: hours near those of the contract."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from constraints._minutes import minutes_by_day, terms_of
from constraints._rule import Rule
from rostering.domain import Breach, Duty, Kind, Mode, Person, Problem, Rota, Tier
from rostering.domain.hours import (
    contracted_minutes,
    credited_minutes,
    paid_in_period,
    paid_minutes,
)
from rostering.domain.time import MINUTE, in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class ContractedHours(Rule):
    """Everybody with contracted hours is planned for about these, no more and no less.

    Why: Agenda for Change asks for 37 h 30 min a week, or the part-timer's share,
    averaged over the rota. Hours too few are paid and not worked, and hours too
    many must be given back or paid as overtime.

    Note: what is planned are the paid hours of all work that begins in the period, and
    a credit for leave. A duty of more than six hours has an unpaid meal break in it.
    The contract asks for a seventh of the weekly hours for each day on the strength,
    and each day of leave is credited with the same seventh, whatever its weekday; part
    of a day counts as the hours away where these are fewer. Rest days and unpaid leave
    are not credited, and the contract does not run on days of unpaid leave. Where the
    fixed duties alone are too many, only what is added counts. People without weekly
    hours, and people within whose reach the period has no shift, are not measured.
    Hours owing or owed from before the period count as planned, up to a cap.
    It costs 1 for each hour begun beyond the tolerance, over or under.

    Attributes:
        tolerance: How far from the contract is near enough, over the period, in hours.
        meal_break: The unpaid break in a duty of more than six hours, such as `30 min`.
        bank: The most hours from before that count, either way.
    """

    code: ClassVar[str] = "HOURS-03"
    title: ClassVar[str] = "Contracted hours"
    kind: ClassVar[Kind] = Kind.CONTRACT
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("AFC-HOURS", "AFC-HOURS-BANK", "FAIR-HOURS")
    may_be_hard: ClassVar[bool] = False
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L - - -",
        "Ann A A A A A - L",
        "Sam:special L - -\ndays 7",
        "Ann L L - - - - -\nterms Ann hours=20",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L L - - - - -", 11),
        ("Ann L L L L L L -", 12),
        ("Ann L - A T - - -", 8),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.CONTRACT
    tolerance: timedelta = timedelta(hours=7, minutes=30)
    meal_break: timedelta = timedelta(minutes=30)
    bank: timedelta = timedelta(hours=11, minutes=30)

    def measures(self, person: Person) -> bool:
        """Whoever has weekly hours."""
        return person.weekly_minutes is not None and self.binds(person.id)

    def post(self, decisions: "Decisions") -> None:
        """Charge the paid minutes of the period beyond the tolerance, both ways."""
        problem = decisions.problem
        tolerance = int(self.tolerance / MINUTE)
        for person in decisions.people:
            if self._measures(problem, person):
                days = minutes_by_day(decisions, person.id, self._paid, is_by_role=True)
                terms = tuple(terms_of(days, problem.period.days))
                owed = contracted_minutes(problem, person)
                owed -= credited_minutes(problem, person) + self._bank(problem, person)
                subject = f"{person.id}: hours"
                decisions.at_most(self, subject, terms, owed + tolerance, step=60)
                decisions.at_least(self, subject, terms, owed - tolerance, step=60)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Add up what is planned and credited for each person."""
        for person in self.bound_people(rota.problem):
            if self._measures(rota.problem, person):
                yield from self._audit_person(rota, person)

    def _audit_person(self, rota: Rota, person: Person) -> Iterator[Breach]:
        problem, tolerance = rota.problem, int(self.tolerance / MINUTE)
        contract = contracted_minutes(problem, person)
        credit = credited_minutes(problem, person)
        bank = self._bank(problem, person)
        planned, stands = (
            bank + credit + paid_in_period(problem, person.id, duties, self.meal_break)
            for duties in (rota.duties_of(person.id), problem.fixed_duties(person.id))
        )
        over = planned - max(contract + tolerance, stands)
        under = contract - tolerance - planned
        if max(over, under) > 0:
            yield self.breach(
                person.id,
                f"{in_words((planned - bank) * MINUTE)} planned, with "
                f"{in_words(credit * MINUTE)} credited for leave{_banked(bank)}; the "
                f"contract asks "
                f"for {in_words(contract * MINUTE)}, give or take "
                f"{in_words(self.tolerance)}",
                day=problem.period.first,
                amount=ceil(max(over, under) / 60),
            )

    def _bank(self, problem: Problem, person: Person) -> int:
        """Minutes worked beyond the contract before, or owed, up to a cap."""
        cap = int(self.bank / MINUTE)
        return max(-cap, min(cap, problem.bank.get(person.id, 0)))

    def _paid(self, duty: Duty) -> int:
        return paid_minutes(duty, self.meal_break)

    def _measures(self, problem: Problem, person: Person) -> bool:
        return person.id in problem.within_reach and self.measures(person)


def _banked(bank: int) -> str:
    """What the text adds where there are hours from before."""
    if not bank:
        return ""
    said = "worked before added" if bank > 0 else "owed from before taken off"
    return f" and {in_words(abs(bank) * MINUTE)} {said}"
