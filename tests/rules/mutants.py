"""Real rules with one mistake planted in each, for the harness to find.

The mistake is in the posting, or in the audit, or the same one in both.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from constraints import Bar
from constraints.complete_crew import CompleteCrew
from constraints.cover import Cover
from constraints.crew_skills import CrewSkills
from constraints.daily_rest import DailyRest
from constraints.never_together import NeverTogether
from constraints.one_place_at_a_time import OnePlaceAtATime
from constraints.preferred_roles import PreferredRoles
from constraints.requests import Requests
from constraints.run_of_days import RunOfDays
from constraints.training_in_date import TrainingInDate
from constraints.wanted_places import WantedPlaces
from rostering.domain import Breach, DateRange, Person, Post, Problem, Rota, Shift
from rostering.domain.time import MINUTE
from tests.rules.misled import (
    ByTheWallClock,
    Misled,
    SeesDuties,
    SkipsTheLast,
    WithoutHistory,
    WithoutTail,
    cut,
    cut_rota,
    is_by_the_end,
    is_new,
)


class RestPostedAMinuteShort(DailyRest):
    """One minute less rest."""

    def post(self, decisions: Any) -> None:
        DailyRest.post(replace(self, rest=self.rest - MINUTE), decisions)


class RestAuditedAMinuteShort(DailyRest):
    """One minute less rest."""

    def audit(self, rota: Rota) -> Iterator[Breach]:
        return DailyRest.audit(replace(self, rest=self.rest - MINUTE), rota)


class RestAuditedByTheWallClock(DailyRest):
    """The hour that the clocks skip is counted as rest."""

    def audit(self, rota: Rota) -> Iterator[Breach]:
        return super().audit(ByTheWallClock(rota.problem, rota.fills))


class RestPostedWithoutHistory(DailyRest):
    """History is ignored."""

    def post(self, decisions: Any) -> None:
        super().post(SeesDuties(decisions, is_new))


class RestAuditedWithoutHistory(DailyRest):
    """History is ignored."""

    def audit(self, rota: Rota) -> Iterator[Breach]:
        return super().audit(WithoutHistory(rota.problem, rota.fills))


class RestWithoutHistory(RestPostedWithoutHistory, RestAuditedWithoutHistory):
    """History is ignored twice over, so that both statements agree."""


class RunPostedWithoutLastWindow(RunOfDays):
    """The last window is skipped."""

    def post(self, decisions: Any) -> None:
        super().post(SkipsTheLast(decisions))


class RunPostedWithoutHistory(RunOfDays):
    """History is ignored."""

    def post(self, decisions: Any) -> None:
        super().post(SeesDuties(decisions, is_new))


class RunPostedWithoutTail(RunOfDays):
    """What a team works after the period is ignored."""

    def post(self, decisions: Any) -> None:
        super().post(SeesDuties(decisions, is_by_the_end))


class RunWithoutTail(RunPostedWithoutTail):
    """What a team works after the period is ignored twice over."""

    def audit(self, rota: Rota) -> Iterator[Breach]:
        return super().audit(WithoutTail(rota.problem, rota.fills))


class RunAuditedADayTooLong(RunOfDays):
    """One day too many is allowed."""

    def audit(self, rota: Rota) -> Iterator[Breach]:
        return RunOfDays.audit(replace(self, most=self.most + 1), rota)


class ClashAuditedByDate(OnePlaceAtATime):
    """What runs over midnight is compared with its own date only."""

    def audit(self, rota: Rota) -> Iterator[Breach]:
        for day in rota.problem.period.days:
            fills = frozenset(fill for fill in rota.fills if fill.shift.day == day)
            yield from super().audit(Rota(rota.problem, fills))


class SkillsPostedForOneDate(CrewSkills):
    """The second date of a shift is unchecked."""

    def post(self, decisions: Any) -> None:
        misled = Misled(decisions)
        misled.shifts = [cut(shift) for shift in decisions.shifts]
        super().post(misled)


class SkillsAuditedForOneDate(CrewSkills):
    """The second date of a shift is unchecked."""

    def audit(self, rota: Rota) -> Iterator[Breach]:
        return super().audit(cut_rota(rota))


class SkillsForOneDate(SkillsPostedForOneDate, SkillsAuditedForOneDate):
    """The second date of a shift is unchecked twice over."""


class TrainingBarredForOneDate(TrainingInDate):
    """The second date of a shift is unchecked."""

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        return super().bar(problem, person, cut(shift), post)


class TrainingAuditedForOneDate(TrainingInDate):
    """The second date of a shift is unchecked."""

    def audit(self, rota: Rota) -> Iterator[Breach]:
        return super().audit(cut_rota(rota))


class TrainingForOneDate(TrainingBarredForOneDate, TrainingAuditedForOneDate):
    """The second date of a shift is unchecked twice over."""


class CoverPostedOneTooDear(Cover):
    """The charge is off by one."""

    def post(self, decisions: Any) -> None:
        Cover.post(replace(self, worth=self.worth + 1), decisions)


class CoverAuditedWithoutOrder(Cover):
    """Every car is worth the same."""

    def audit(self, rota: Rota) -> Iterator[Breach]:
        for breach in super().audit(rota):
            yield replace(breach, cost=self.worth * self.weight)


class RolesAuditedWithoutWeight(PreferredRoles):
    """The weight is left out of the charge."""

    def audit(self, rota: Rota) -> Iterator[Breach]:
        for breach in super().audit(rota):
            yield replace(breach, cost=breach.amount)


class RequestsPostedWithoutWeight(Requests):
    """Every request weighs the same."""

    def post(self, decisions: Any) -> None:
        requests = (replace(r, weight=1) for r in decisions.problem.requests)
        misled = Misled(decisions)
        misled.problem = replace(decisions.problem, requests=tuple(requests))
        super().post(misled)


class CrewPostedWithoutMost(CompleteCrew):
    """Nobody counts whether there are too many."""

    def post(self, decisions: Any) -> None:
        misled = Misled(decisions)
        misled.at_most = lambda *_: None
        super().post(misled)


class PlacesPostedOnOpenShifts(WantedPlaces):
    """An open shift is charged again."""

    def post(self, decisions: Any) -> None:
        misled = Misled(decisions)
        misled.crewed = lambda _: True
        super().post(misled)


class PairsPostedForever(NeverTogether):
    """The days of a pair are ignored."""

    def post(self, decisions: Any) -> None:
        pairs = (replace(p, days=DateRange()) for p in decisions.problem.pairs)
        misled = Misled(decisions)
        misled.problem = replace(decisions.problem, pairs=tuple(pairs))
        super().post(misled)


class PairsUnsaid(NeverTogether):
    """Nothing is stated, neither for the solver nor for the audit."""

    def post(self, decisions: Any) -> None:
        """Say nothing."""

    def audit(self, rota: Rota) -> Iterator[Breach]:
        return iter(())
