"""FAIR-04: a whole weekend off, regularly."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from constraints.weekends import FRIDAY, weekend_of
from rostering.domain import Breach, Duty, Mode, Person, Problem, Rota, Tier
from rostering.domain.time import DAY, day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions

WEEK = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class WeekendsOff(Rule):
    """People with contracted hours have a whole weekend off at least one in three.

    Why: a joint unit is busiest at weekends, and a fair share of them can still come
    all at once. HSE's guide to fatigue (HSG256) asks for whole weekends off regularly.

    Note: a weekend is whole from Friday 18:00 to Monday 06:00, and any work in it takes
    it. It costs one for each stretch of weekends, as many as below, without one off;
    those before the period count where the person has a record of them. Where there are
    not people enough it cannot be: two people on a car that three shifts a weekend want
    have half of the weekends off at best, and only if each works all of every other.

    Attributes:
        one_in: Of how many weekends on end at least one is off.
    """

    code: ClassVar[str] = "FAIR-04"
    title: ClassVar[str] = "Whole weekends off"
    briefly: ClassVar[str] = "due a weekend off"
    sources: ClassVar[tuple[str, ...]] = ("FAT-WEEKEND", "FAIR-WEEKEND")
    kept: ClassVar[tuple[str, ...]] = (
        "start 2027-01-08\nAnn S - - - - - - S",
        "start 2027-01-08\nAnn S - - - - - - - - - - - - - S",
        "start 2027-01-08\nSam:special S - - - - - - S - - - - - - S",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "start 2027-01-08\nAnn S - - - - - - - S - - - - - - - L",
        "start 2027-01-15\nAnn .S .- .- .- .- .- .- .S .- .- .- .- .- .- S",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("start 2027-01-08\nAnn S - - - - - - S - - - - - - S - - - - - - S", 2),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.FAIRNESS
    one_in: int = 3

    def measures(self, person: Person) -> bool:
        """Whose weekends are the rota's to plan."""
        return self.binds(person.id) and person.weekly_minutes is not None

    def post(self, decisions: "Decisions") -> None:
        """Let no stretch of weekends have work in every one."""
        problem = decisions.problem
        for person in self.diaries(problem, decisions.people):
            work = [p for p in decisions.duties(person.id) if p.duty.is_work]
            taken = {
                friday: (
                    decisions.any_of(p.claim for p in work if _is_in(p.duty, friday)),
                    any(not p.is_choice and _is_in(p.duty, friday) for p in work),
                )
                for friday in _fridays(problem, self.one_in)
            }
            for stretch in self._stretches(problem):
                if not all(taken[friday][1] for friday in stretch):
                    claims: list[Claim] = [taken[friday][0] for friday in stretch]
                    subject = f"{person.id}: weekends to {day_in_words(stretch[-1])}"
                    day = stretch[-1] + 2 * DAY
                    decisions.forbid_together(
                        self, subject, claims, who=person.id, day=day
                    )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count on from the last weekend off."""
        problem = rota.problem
        for person in self.diaries(problem, problem.people):
            if rota.rides_of(person.id):
                fixed = _weekends(problem.fixed_duties(person.id))
                worked = _weekends(rota.duties_of(person.id))
                for stretch in self._stretches(problem):
                    if worked.issuperset(stretch) and not fixed.issuperset(stretch):
                        because = (
                            f"works {len(stretch)} weekends in a row, from "
                            f"{day_in_words(stretch[0])}; "
                            f"one in {self.one_in} off is wished"
                        )
                        day = stretch[-1] + 2 * DAY
                        yield self.breach(person.id, because, day=day)

    def _stretches(self, problem: Problem) -> Iterator[tuple[date, ...]]:
        fridays = _fridays(problem, self.one_in)
        for begin in range(len(fridays) - self.one_in + 1):
            yield tuple(fridays[begin : begin + self.one_in])


def _fridays(problem: Problem, number: int) -> list[date]:
    """The Fridays of the weekends that the period touches, and of some before it."""
    last = _friday_before(problem.period.last)
    friday = _friday_before(problem.period.first) - (number - 1) * WEEK
    return [friday + n * WEEK for n in range((last - friday) // WEEK + 1)]


def _friday_before(day: date) -> date:
    return day - ((day.weekday() - FRIDAY) % 7) * DAY


def _is_in(duty: Duty, friday: date) -> bool:
    return duty.span.overlaps(weekend_of(friday))


def _weekends(duties: tuple[Duty, ...]) -> set[date]:
    """The Fridays of all weekends in which some of these lie."""
    touched: set[date] = set()
    for duty in duties:
        if duty.is_work:
            friday = _friday_before(duty.day)
            for weekend in (friday, friday + WEEK):
                if weekend_of(weekend).minutes_within(duty.span):
                    touched.add(weekend)
    return touched
