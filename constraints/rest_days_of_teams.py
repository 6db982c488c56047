"""REST-05: two rest days a week for officers who also ride on rest days."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from constraints._minutes import DayOfWork
from constraints._rolling import RollingRule
from constraints._runs import possible_days
from rostering.domain import Duty, Kind, Limit, Person, Problem
from rostering.domain.time import ALWAYS

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class RestDaysOfTeams(RollingRule):
    """A team's officer keeps two rest days a week, averaged over the team's cycle.

    Why: police regulations give two rest days a week, averaged over the cycle of a
    variable shift arrangement (Annex E). Riding in the place of the team's own turn
    takes no rest day; riding on any other day does.

    Note: any stretch as long as the team's pattern is looked at, also one that begins
    before the period or ends after it. A rest day is a date on which no work starts
    and for which the pattern has no turn: leave in the place of a turn is none. Where
    the pattern and the record alone leave fewer rest days, the rota may take none of
    them. People without a team are not measured. As a wish it costs 1 for each rest
    day missing in each stretch.

    Attributes:
        least: How many rest days a week, on average over the cycle.
    """

    code: ClassVar[str] = "REST-05"
    title: ClassVar[str] = "Rest days of teams"
    briefly: ClassVar[str] = "due a rest day"
    kind: ClassVar[Kind] = Kind.LAW
    law: ClassVar[Mapping[str, Limit]] = {
        "least": Limit(2, is_least=True, law="annex E to the Police Regulations 2003")
    }
    sources: ClassVar[tuple[str, ...]] = ("POL-REST-DAYS", "POL-RD-WORK")
    kept: ClassVar[tuple[str, ...]] = (
        "Bob@A L L L\nteam A L L L L L - -",
        "Bob@A - - - - - - L\nteam A L L L L - - -",
        "Ann L L L L L L L",
        "Bob@A - - - - - - L\nteam A E E L L N N - - - -",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Bob@A - - - - - L\nteam A L L L L L - -",
        "Bob@A - - - - L L\nteam A L L L L - - -",
        "Bob@A - - - - - L\nteam A L L L L L - -\nleave Bob annual x x",
        "Bob@A - - - - - - L L - -\nteam A E E L L N N - - - -",
    )

    least: int = 2

    def measures(self, person: Person) -> bool:
        """Members of teams."""
        return bool(person.team) and self.binds(person.id)

    def length(self, problem: Problem, person: Person) -> int:
        """The team's cycle."""
        team = problem.team.get(person.team)
        return len(team.pattern) if team else 1

    def limit(self, problem: Problem, person: Person) -> int:
        """The most days that are not rest days."""
        cycle = self.length(problem, person)
        has_pattern = person.team in problem.team
        return cycle - ceil(self.least * cycle / 7) if has_pattern else cycle

    def possible(
        self, decisions: "Decisions", person: Person
    ) -> Mapping[date, DayOfWork]:
        """Each date that is, or may be, no rest day."""
        days = {day: DayOfWork(1) for day in _days_of_turns(decisions.problem, person)}
        for day in possible_days(decisions, person.id, lambda duty: duty.is_work):
            if day.date not in days:
                days[day.date] = DayOfWork()
                days[day.date].add(day.claim, 1)
        return days

    def counted(
        self, problem: Problem, person: Person, duties: Iterable[Duty]
    ) -> Counter[date]:
        """1 for each date that is no rest day."""
        at_work = {duty.day for duty in duties if duty.is_work}
        return Counter({*at_work, *_days_of_turns(problem, person)})

    def told(self, units: int, limit: int, days: str) -> str:
        """How many days are worked and how many may be."""
        return f"{units} days at work {days}; at most {limit} leave the rest days due"


def _days_of_turns(problem: Problem, person: Person) -> frozenset[date]:
    """The dates for which the pattern has a turn, worked or not."""
    team = problem.team.get(person.team)
    if team is None:
        return frozenset()
    days = problem.days_of_turns(team)
    if person.employed == ALWAYS:
        return days
    return frozenset(day for day in days if day in person.employed)
