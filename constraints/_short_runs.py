"""What rules against runs that are too short have in common."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from constraints._days import Run, at_work, at_work_anyway, inner_runs, known_days
from constraints._rule import Rule
from rostering.domain import Breach, Person, Rota
from rostering.domain.time import DAY, day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Days, Decisions


@dataclass(frozen=True, kw_only=True)
class ShortRunRule(Rule, ABC):
    """A rule against runs of days at work, or of days off, that are too short.

    A run that touches the first or the last day is never too short: what comes before
    or after may belong to it.
    """

    is_about_work: ClassVar[bool]
    """Whether it measures runs at work; otherwise runs of days off."""
    counted: ClassVar[str] = ""
    """What there are too few of, in words."""

    least: int

    @abstractmethod
    def blamed(self, run: Run) -> Collection[date]:
        """The days of work that make the run what it is; one must be the rota's."""

    def post(self, decisions: "Decisions") -> None:
        """Forbid each run that is shorter, by its days and the two around it."""
        for person in self.diaries(decisions.problem, decisions.people):
            mine = decisions.days(person.id)
            days = known_days(decisions.problem, person)
            for length in range(1, self.least):
                for first in days[1 : len(days) - length]:
                    run = Run(self.is_about_work, first, length)
                    if not mine.anyway.issuperset(self.blamed(run)):
                        self._forbid(decisions, person, run, mine)

    def _forbid(
        self,
        decisions: "Decisions",
        person: Person,
        run: Run,
        mine: "Days",
    ) -> None:
        inside = [mine.at_work(day) for day in run.days]
        around = [mine.at_work(day) for day in (run.first - DAY, run.last + DAY)]
        off = inside if not run.is_work else around
        on = around if not run.is_work else inside
        subject = f"{person.id}: {day_in_words(run.first)}"
        both = [*on, *(decisions.negation(claim) for claim in off)]
        last = max(self.blamed(run))
        decisions.forbid_together(self, subject, both, who=person.id, day=last)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Part the days of each person into runs and measure those within."""
        for person in self.diaries(rota.problem, rota.problem.people):
            if rota.rides_of(person.id):
                anyway = at_work_anyway(rota.problem, person.id)
                days = known_days(rota.problem, person)
                for run in inner_runs(days, at_work(rota, person.id)):
                    is_short = run.length < self.least
                    if run.is_work == self.is_about_work and is_short:
                        blamed = self.blamed(run)
                        if not anyway.issuperset(blamed):
                            yield self._too_short(person, run, max(blamed))

    def _too_short(self, person: Person, run: Run, day: date) -> Breach:
        because = (
            f"{run.length} {self.counted} from {day_in_words(run.first)}; "
            f"at least {self.least} on end wanted"
        )
        return self.breach(person.id, because, day=day)
