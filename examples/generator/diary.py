"""Who is away when, so that chance never takes two from one team or car."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from examples.generator.staff import Staff


class Diary:
    """Days away and the ends of tickets, by person."""

    def __init__(self, staff: Staff) -> None:
        teams = {team.name: team for team in staff.teams}
        self._group = {x.id: x.team or x.id for x in staff.everybody}
        self._group |= {x.id: f"{x.role} of {x.home}" for x in staff.contracted}
        self._team = {x.id: teams[x.team] for x in staff.regulars}
        self._away: defaultdict[str, set[date]] = defaultdict(set)
        """By person, and by group of people of whom one at most may be away."""
        self._ends: dict[str, date] = {}

    def is_clear(self, person: str, days: Iterable[date]) -> bool:
        """Whether neither the person nor anybody of the same team or car is away."""
        return self._away[self._group[person]].isdisjoint(days)

    def note(self, person: str, days: Collection[date]) -> None:
        """Write down that the person is away."""
        for who in (person, self._group[person]):
            self._away[who].update(days)

    def is_here(self, person: str, day: date) -> bool:
        """Whether the person is not away."""
        return day not in self._away[person]

    def note_expiry(self, person: str, ends: date | None) -> None:
        """Write down the end of a ticket; the first end counts."""
        if ends is not None:
            self._ends[person] = min(ends, self._ends.get(person, ends))

    def is_trained(self, person: str, day: date) -> bool:
        """Whether all of the person's tickets are in date."""
        return day <= self._ends.get(person, day)

    def can_train(self, person: str, day: date) -> bool:
        """Whether a course that day renews a ticket that runs, on a day of rest."""
        team = self._team.get(person)
        return (
            (team is None or team.turn_on(day) == "-")
            and self.is_rested(person, day)
            and self.is_trained(person, day)
            and self.is_clear(person, [day])
        )

    def is_rested(self, person: str, day: date) -> bool:
        """Whether the team's turn of the eve leaves a night's rest."""
        team = self._team.get(person)
        return team is None or team.turn_on(day - timedelta(days=1)) in "-DE"
