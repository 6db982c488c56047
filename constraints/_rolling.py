"""What rules against too much in any so many days have in common."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from constraints._minutes import DayOfWork, terms_of
from constraints._rule import Rule
from rostering.domain import Breach, Duty, Person, Problem, Rota
from rostering.domain.time import DAY, day_in_words, days_between

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class RollingRule(Rule, ABC):
    """A rule against too much of something in any so many dates in a row.

    Stretches that begin before the period or end after it count too. What is too much
    before anything is planned is not held against the rota; it may add nothing.
    """

    step: ClassVar[int] = 1
    """How many units too many cost 1, begun ones too."""

    @abstractmethod
    def length(self, problem: Problem, person: Person) -> int:
        """How many dates are looked at together."""

    @abstractmethod
    def limit(self, problem: Problem, person: Person) -> int:
        """The most units in them."""

    @abstractmethod
    def possible(
        self, decisions: "Decisions", person: Person
    ) -> Mapping[date, DayOfWork]:
        """The units that each date has or may have."""

    @abstractmethod
    def counted(
        self, problem: Problem, person: Person, duties: Iterable[Duty]
    ) -> Counter[date]:
        """The units of each date on which these are the duties."""

    @abstractmethod
    def told(self, units: int, limit: int, days: str) -> str:
        """What to say of so many units where the limit is less."""

    def post(self, decisions: "Decisions") -> None:
        """Limit the units of every stretch in which something is to choose."""
        problem = decisions.problem
        for person in self.diaries(problem, decisions.people):
            days = self.possible(decisions, person)
            before = (self.length(problem, person) - 1) * DAY
            limit = self.limit(problem, person)
            most = {day: work.most for day, work in days.items()}
            for last in _ends((d for d in days if days[d].is_open), before.days):
                stretch = days_between(last - before, last)
                work = [day for day in stretch if day in days]
                if sum([most[day] for day in work]) <= limit:
                    continue
                subject = f"{person.id}: {before.days + 1} days to {day_in_words(last)}"
                terms = terms_of(days, work)
                decisions.at_most(
                    self, subject, terms, limit, step=self.step, who=person.id, day=last
                )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Add up every stretch of dates in which the person rides a car."""
        problem = rota.problem
        for person in self.diaries(problem, problem.people):
            rides = {shift.day for shift in rota.rides_of(person.id)}
            if rides:
                had = self.counted(problem, person, rota.duties_of(person.id))
                stands = problem.fixed_duties(person.id)
                before = self.counted(problem, person, stands)
                for last in _ends(rides, self.length(problem, person) - 1):
                    yield from self._audit_to(problem, person, last, had, before)

    def _audit_to(
        self,
        problem: Problem,
        person: Person,
        last: date,
        had: Counter[date],
        before: Counter[date],
    ) -> Iterator[Breach]:
        length = self.length(problem, person)
        days = [last - n * DAY for n in range(length)]
        units, stood = (sum(each[day] for day in days) for each in (had, before))
        limit = max(self.limit(problem, person), stood)
        if units > limit:
            yield self.breach(
                person.id,
                self.told(
                    units, limit, f"in the {length} days to {day_in_words(last)}"
                ),
                day=last,
                amount=-((limit - units) // self.step),
            )


def _ends(days: Iterable[date], later: int) -> list[date]:
    """The last date of every stretch that has one of the days."""
    return sorted({day + n * DAY for day in days for n in range(later + 1)})
