"""TEAM-01: a response team keeps its least on duty."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import (
    Breach,
    DutyKind,
    Kind,
    Person,
    PersonId,
    Problem,
    Rota,
    Team,
)
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions


@dataclass(frozen=True, kw_only=True)
class TeamStrength(Rule):
    """A response team that lends people to the car keeps its least on duty.

    Why: joining the car takes an officer from the team's own turn, and the team must
    still answer its calls (CREW-LATEMATCH, CREW-SOURCE). How many must stay is the
    Teams sheet's `least on duty`.

    Note: only members on the People sheet are counted, and only those whose own turn
    stands that day: not on leave, not on a course. Where leave alone has brought them
    below the least, nobody more may go. Riding on a rest day takes nobody from the
    team. As a wish it costs 1 for each member missing on a day.
    """

    code: ClassVar[str] = "TEAM-01"
    title: ClassVar[str] = "Team strength"
    briefly: ClassVar[str] = "needed by their team"
    kind: ClassVar[Kind] = Kind.POLICY
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-LATEMATCH", "CREW-SOURCE")
    kept: ClassVar[tuple[str, ...]] = (
        "Bob@A L\nCal@A -\nteam A/1 L",
        "Bob@A L\nteam A L",
        "Bob@A - L\nteam A/1 L -",
        "Bob@A A\nCal@A -\nteam A/2 L",
        "Bob@A L\nCal@A -\nDan@A A\nteam A/1 L",
        "Bob@A L -\nCal@A - L\nteam A/1 L L",
        "Ann L\nBob@A -\nteam A/1 L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Bob@A L\nteam A/1 L",
        "Bob@A L\nCal@A L\nteam A/1 L",
        "Bob@A L\nCal@A -\nteam A/2 L",
        "Bob@A L\nCal@A A\nteam A/1 L",
        "Bob@A L\nCal@A T\nteam A/1 L",
        "Bob@A L\nCal@B -\nteam A/1 L\nteam B/1 L",
    )

    def measures(self, person: Person) -> bool:
        """Members of teams."""
        return bool(person.team) and self.binds(person.id)

    def post(self, decisions: "Decisions") -> None:
        """Let enough of each team's own turns stand on each day."""
        lending = {person.team for person in decisions.people}
        for team in self._bound_teams(decisions.problem):
            if team.name in lending:
                for day, stays in sorted(_stays(decisions, team).items()):
                    least = min(team.least_on_duty, len(stays))
                    subject = f"{team.name} on {day}"
                    decisions.at_least(self, subject, ((c, 1) for c in stays), least)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Take those on a car from those whom each team has on its turn."""
        lent: defaultdict[tuple[str, date], set[PersonId]] = defaultdict(set)
        teams = {team.name: team for team in self._bound_teams(rota.problem)}
        for name in teams:
            for person in rota.problem.members[name]:
                for shift in rota.shifts_of(person.id):
                    lent[name, shift.day].add(person.id)
        for name, day in sorted(lent):
            yield from self._audit_day(rota, teams[name], day, lent[name, day])

    def _audit_day(
        self, rota: Rota, team: Team, day: date, lent: set[PersonId]
    ) -> Iterator[Breach]:
        due = {
            person.id
            for person in rota.problem.members[team.name]
            for duty in rota.problem.fixed_on(person.id, day)
            if duty.kind is DutyKind.TEAM and duty.person == person.id
        }
        left, least = len(due - lent), min(team.least_on_duty, len(due))
        if left < least:
            because = f"{left} of {len(due)} left on {day_in_words(day)}"
            because += f"; at least {least} needed"
            yield self.breach(team.name, because, day=day, amount=least - left)

    def _bound_teams(self, problem: Problem) -> Iterator[Team]:
        names = {person.team for person in self.bound_people(problem)}
        return (team for team in problem.teams if team.name in names)


def _stays(decisions: "Decisions", team: Team) -> "dict[date, list[Claim]]":
    """For each day with shifts, the claims that a member's own turn stands."""
    days = {shift.day for shift in decisions.shifts}
    stays: dict[date, list[Claim]] = defaultdict(list)
    for person in decisions.problem.members[team.name]:
        for possible in decisions.duties(person.id):
            duty = possible.duty
            is_own_turn = duty.kind is DutyKind.TEAM and duty.person == person.id
            if is_own_turn and duty.day in days:
                stays[duty.day].append(possible.claim)
    return stays
