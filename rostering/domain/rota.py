"""The finished table of who works what."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import TypeVar

from rostering.domain.duty import Duty, DutyKind
from rostering.domain.fill import Fill
from rostering.domain.grouping import grouped
from rostering.domain.people import PersonId
from rostering.domain.problem import Problem
from rostering.domain.units import Post, Shift

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Rota:
    """Who works what, of everything that the problem asks."""

    problem: Problem
    fills: frozenset[Fill] = frozenset()

    def changed(
        self, *, joins: Iterable[Fill] = (), leaves: Iterable[Fill] = ()
    ) -> "Rota":
        """The rota with some fills more and some fewer.

        What is known of everybody else here is known there too, so that asking about
        one change after another takes no longer in a large rota.
        """
        more, fewer = frozenset(joins), frozenset(leaves)
        after = Rota(self.problem, self.fills - fewer | more)
        moved = {f.person for f in more | fewer}
        rows = {row for person in moved for row in self.problem.selves(person)}
        vars(after).update(
            _crews=_grouped_anew(self._crews, _shift, more, fewer),
            _places=_grouped_anew(self._places, _person, more, fewer),
            _shifts={who: s for who, s in self._shifts.items() if who not in moved},
            _duties={who: d for who, d in self._duties.items() if who not in rows},
        )
        return after

    @cached_property
    def crews(self) -> dict[Shift, tuple[Fill, ...]]:
        """Who is on each shift, in order; empty shifts are left out."""
        return {shift: self._crews[shift] for shift in sorted(self._crews)}

    @cached_property
    def _crews(self) -> dict[Shift, tuple[Fill, ...]]:
        return grouped(sorted(self.fills, key=_order), _shift)

    @cached_property
    def _places(self) -> dict[PersonId, tuple[Fill, ...]]:
        return grouped(sorted(self.fills, key=_order), _person)

    @cached_property
    def _shifts(self) -> dict[PersonId, tuple[Shift, ...]]:
        return {}

    def crew_of(self, shift: Shift) -> tuple[Fill, ...]:
        """Who is on the shift."""
        return self._crews.get(shift, ())

    def people_on(self, shift: Shift) -> frozenset[PersonId]:
        """The ids of whoever is on the shift."""
        return frozenset(fill.person for fill in self.crew_of(shift))

    def shifts_of(self, person: PersonId) -> tuple[Shift, ...]:
        """The person's shifts in order of time."""
        if person not in self._shifts:
            worked = {fill.shift for fill in self._places.get(person, ())}
            self._shifts[person] = tuple(sorted(worked))
        return self._shifts[person]

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


_shift, _person, _order = attrgetter("shift"), attrgetter("person"), itemgetter(2, 0, 1)


def _grouped_anew(
    groups: Mapping[Key, tuple[Fill, ...]],
    key: Callable[[Fill], Key],
    more: frozenset[Fill],
    fewer: frozenset[Fill],
) -> dict[Key, tuple[Fill, ...]]:
    """The groups without some fills and with others; an empty one is left out."""
    after = dict(groups)
    for name in {key(fill) for fill in more | fewer}:
        kept = set(after.pop(name, ())) - fewer
        group = kept | {fill for fill in more if key(fill) == name}
        if group:
            after[name] = tuple(sorted(group, key=_order))
    return after
