"""The finished table of who works what."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from rostering.domain.duty import Duty, DutyKind
from rostering.domain.fill import Fill
from rostering.domain.people import PersonId
from rostering.domain.problem import Problem
from rostering.domain.units import Post, Shift


@dataclass(frozen=True)
class Rota:
    """Who works what, of everything that the problem asks."""

    problem: Problem
    fills: frozenset[Fill] = frozenset()

    @cached_property
    def crews(self) -> dict[Shift, tuple[Fill, ...]]:
        """Who is on each shift, in order; empty shifts are left out."""
        crews: defaultdict[Shift, list[Fill]] = defaultdict(list)
        for fill in sorted(self.fills, key=lambda fill: (fill.post, fill.person)):
            crews[fill.shift].append(fill)
        return {shift: tuple(crews[shift]) for shift in sorted(crews)}

    @cached_property
    def _shifts(self) -> dict[PersonId, tuple[Shift, ...]]:
        shifts: defaultdict[PersonId, set[Shift]] = defaultdict(set)
        for fill in self.fills:
            shifts[fill.person].add(fill.shift)
        return {person: tuple(sorted(worked)) for person, worked in shifts.items()}

    def crew_of(self, shift: Shift) -> tuple[Fill, ...]:
        """Who is on the shift."""
        return self.crews.get(shift, ())

    def people_on(self, shift: Shift) -> frozenset[PersonId]:
        """The ids of whoever is on the shift."""
        return frozenset(fill.person for fill in self.crew_of(shift))

    def shifts_of(self, person: PersonId) -> tuple[Shift, ...]:
        """The person's shifts in order of time."""
        return self._shifts.get(person, ())

    def rides_of(self, person: PersonId) -> tuple[Shift, ...]:
        """The shifts of the human being, in whatever role."""
        rows = self.problem.selves(person)
        if not rows[1:]:
            return self.shifts_of(person)
        return tuple(sorted(shift for row in rows for shift in self.shifts_of(row)))

    def headcount(self, shift: Shift, post: Post) -> int:
        """How many people fill the post."""
        return sum(fill.post == post.name for fill in self.crew_of(shift))

    def is_crewed(self, shift: Shift) -> bool:
        """Whether every post of the shift has its least."""
        return all(self.headcount(shift, p) >= p.least for p in shift.crew.posts)

    def duties_of(self, person: PersonId) -> tuple[Duty, ...]:
        """All that occupies the person, in order of time, in whatever role.

        Riding the car takes the place of the team's own turn on that day.
        """
        if person not in self._duties:
            self._duties[person] = self._merged_duties(person)
        return self._duties[person]

    @cached_property
    def _duties(self) -> dict[PersonId, tuple[Duty, ...]]:
        return {}

    def _merged_duties(self, person: PersonId) -> tuple[Duty, ...]:
        fixed = self.problem.fixed_duties(person)
        rows = self.problem.selves(person)
        rides = [(row, shift) for row in rows for shift in self.shifts_of(row)]
        if not rides:
            return fixed
        days = {(row, shift.day) for row, shift in rides}
        planned = [self.problem.shift_duty(row, shift) for row, shift in rides]
        kept = [
            duty
            for duty in fixed
            if duty.kind is not DutyKind.TEAM or (duty.person, duty.day) not in days
        ]
        return tuple(sorted([*kept, *planned], key=lambda duty: duty.span))
