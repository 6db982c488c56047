"""FAIR-06: nobody works the same holiday twice running."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import (
    Breach,
    DutyKind,
    Mode,
    Person,
    PersonId,
    Problem,
    Rota,
    Tier,
)
from rostering.domain.holidays import turns_of
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions


@dataclass(frozen=True, kw_only=True)
class HolidaysInTurn(Rule):
    """Nobody works the same holiday two times running.

    Why: whoever was at work last Christmas should be at home this Christmas; it is the
    first thing that a family asks, and the one that people remember longest (FAIR-BH).

    Note: a duty belongs to the day on which it starts. What counts for the time before
    is any work on record on that day, on a car or elsewhere; nothing on record counts
    as a holiday off. It looks back on the last time that the holiday came round, a
    year ago, however few weeks other rules remember. On a day that is a turn of a
    person's own team they work in any case, so riding the car costs nothing. As a wish
    each holiday worked twice running costs 1.

    Attributes:
        holidays: The holidays that go round, each by the name of the bank holiday or by
            its date, such as `24 Dec`.
    """

    code: ClassVar[str] = "FAIR-06"
    title: ClassVar[str] = "Holidays in turn"
    briefly: ClassVar[str] = "at work that holiday last time"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAIR-BH",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann .L -\nBob:paramedic .- L\nholiday .Christmas_Day Christmas_Day",
        "Ann .L L\nholiday .Boxing_Day Christmas_Day",
        "Ann .L L\nholiday .x x",
        "Ann@A .L L\nteam A L\nholiday .Christmas_Day Christmas_Day",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann .L L\nholiday .Christmas_Day Christmas_Day", 1),
        ("Ann L - L\nholiday Boxing_Day - Boxing_Day", 1),
        ("Ann .N .- S\nholiday .Christmas_Day .- Christmas_Day", 1),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.FAIRNESS
    holidays: tuple[str, ...] = ("Christmas Day", "Boxing Day", "New Year's Day")

    def days_recalled(self, problem: Problem) -> frozenset[date]:
        """The days on which the holidays came round before."""
        return frozenset(day for _, day, _ in turns_of(problem, self.holidays))

    def post(self, decisions: "Decisions") -> None:
        """Let nobody who has one time of a holiday have the next."""
        turns = tuple(turns_of(decisions.problem, self.holidays))
        people = self.diaries(decisions.problem, decisions.people) if turns else ()
        for person in people:
            for _, before, now in turns:
                both = (
                    _worked(decisions, person.id, before),
                    _rides(decisions, person.id, now),
                )
                subject = f"{person.id}: {now}"
                decisions.forbid_together(self, subject, both, who=person.id, day=now)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Look for everybody on a car on a holiday who was at work the time before."""
        turns = tuple(turns_of(rota.problem, self.holidays))
        for person in self.diaries(rota.problem, rota.problem.people):
            planned = _given_up(rota, person)
            worked = {
                duty.day
                for row in rota.problem.selves(person.id)
                for duty in rota.problem.history_of.get(row, ())
                if duty.absence is None
            }
            for name, before, now in turns:
                if now in planned and before in planned | worked:
                    because = f"{name} for the second time running, as on "
                    because += day_in_words(before)
                    yield self.breach(person.id, because, day=now)


def _given_up(rota: Rota, person: Person) -> set[date]:
    """The days on a car that are no turn of the person's own team."""
    days = {shift.day for shift in rota.rides_of(person.id)}
    fixed = rota.problem.fixed_duties(person.id)
    return days - {duty.day for duty in fixed if duty.kind is DutyKind.TEAM}


def _worked(decisions: "Decisions", person: PersonId, day: date) -> "Claim":
    return _is_on_record(decisions.problem, person, day) or _rides(
        decisions, person, day
    )


def _rides(decisions: "Decisions", person: PersonId, day: date) -> "Claim":
    """The claim that the person is on a car that day in place of being at home."""
    if _is_own_turn(decisions.problem, person, day):
        return False
    return decisions.any_of(
        decisions.works(row, shift)
        for row in decisions.problem.selves(person)
        for shift in decisions.shifts_of(row)
        if shift.day == day
    )


def _is_on_record(problem: Problem, person: PersonId, day: date) -> bool:
    return any(
        duty.kind is DutyKind.WORKED and duty.day == day
        for duty in problem.fixed_on(person, day)
    )


def _is_own_turn(problem: Problem, person: PersonId, day: date) -> bool:
    return any(d.kind is DutyKind.TEAM for d in problem.fixed_on(person, day))
