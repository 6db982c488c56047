"""LATE-01: a member of a response team rides on the turn that the team is working."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import (
    REST,
    Breach,
    Kind,
    Person,
    Post,
    Problem,
    Rota,
    Shift,
    Team,
)
from rostering.domain.time import day_in_words


@dataclass(frozen=True, kw_only=True)
class OwnTeamsTurn(BarringRule):
    """A member of a response team rides only on the turn that the team is working.

    Why: the car copies the local team's late turn, so the officer leaves one duty for
    another of the same hours, with no change of roster and no overtime
    (CREW-LATEMATCH, CREW-SOURCE).

    Note: the turn is compared by name on the date on which the shift starts. Where
    the car names districts and the team has one, the car must serve it. People
    without a team are free of it.
    """

    code: ClassVar[str] = "LATE-01"
    title: ClassVar[str] = "Own team's turn"
    briefly: ClassVar[str] = "on another turn"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("CREW-LATEMATCH", "CREW-SOURCE")
    kept: ClassVar[tuple[str, ...]] = (
        "Bob@A L\nteam A L",
        "Bob@A - N\nteam A L N",
        "Bob@A L -\nCal@B - L\nteam A L E\nteam B E L",
        "Ann L\nSam:special S",
        "Bob@A L\nteam A@North L\ncar J1 districts=South,North",
        "Bob@A L\nteam A@North L\nteam B@South E",
        "Bob@A -\nteam A E\nneed L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Bob@A L\nteam A E",
        "Bob@A L\nteam A -",
        "Bob@A - L\nteam A L N",
        "Bob@A L\nteam A@North L\ncar J1 districts=South",
    )

    def measures(self, person: Person) -> bool:
        """Members of teams."""
        return bool(person.team) and self.binds(person.id)

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Ask what the person's team does that day, and where."""
        team = problem.team.get(person.team)
        if team is None:
            return None
        if team.turn_on(shift.day) != shift.turn:
            return Bar(_turn_in_words(team, shift), team.place)
        unit = problem.unit.get(shift.unit)
        if unit and unit.districts and team.district not in ("", *unit.districts):
            said = _district_in_words(team, shift)
            return Bar(said, team.place, "of another district")
        return None

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Find the teams from which each shift may draw, and who is of another."""
        problem = rota.problem
        for shift, fills in sorted(rota.crews.items()):
            welcome = {team.name for team in _teams_for(problem, shift)}
            for fill in fills:
                team = problem.team.get(problem.person[fill.person].team)
                if team and team.name not in welcome and self.binds(fill.person):
                    is_on_turn = team.turn_on(shift.day) == shift.turn
                    tell = _district_in_words if is_on_turn else _turn_in_words
                    because = f"{tell(team, shift)}, but on {shift.in_words}"
                    yield self.breach(fill.person, because, day=shift.day)


def _teams_for(problem: Problem, shift: Shift) -> Iterator[Team]:
    """The teams that work the turn that day and serve the car's districts."""
    unit = problem.unit.get(shift.unit)
    served = set(unit.districts) if unit else set()
    for team in problem.teams:
        is_local = not served or not team.district or team.district in served
        if is_local and team.turn_on(shift.day) == shift.turn:
            yield team


def _turn_in_words(team: Team, shift: Shift) -> str:
    turn = team.turn_on(shift.day)
    doing = "rests" if turn == REST else f"works {turn}"
    return f"team {team.name} {doing} on {day_in_words(shift.day)}"


def _district_in_words(team: Team, shift: Shift) -> str:
    return f"team {team.name} is of {team.district}, not of {shift.unit}'s districts"
