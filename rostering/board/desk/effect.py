"""What all that is tried does to the rota: audited, priced and told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rostering.domain import Audit, Breach, PersonId, Rota, Tier
from rostering.explain.differences import Charge, changes_between, charges_between
from rostering.pay import Pay, pay_in
from rostering.repair.changes import Change, changes
from rostering.repair.figures import average_week


@dataclass(frozen=True, slots=True)
class Load:
    """What one person's work comes to."""

    shifts: int
    pay: Pay
    average: timedelta
    """Hours a week, as the law counts them, to the last day that is otherwise."""


@dataclass(frozen=True, slots=True)
class Burden:
    """One person's work as it was, and as it would be."""

    person: PersonId
    was: Load
    then: Load


@dataclass(frozen=True)
class Effect:
    """A rota as it was opened, and with what is tried; both audited."""

    before: Rota
    after: Rota
    found: Audit
    """What the rota broke and missed as it was opened."""
    finds: Audit
    """What it breaks and misses now."""
    told_on: date

    @property
    def breaks(self) -> tuple[Breach, ...]:
        """What must hold and is broken only now."""
        known = set(self.found.hard)
        return tuple(breach for breach in self.finds.hard if breach not in known)

    @property
    def mends(self) -> tuple[Breach, ...]:
        """What was broken and holds now."""
        left = set(self.finds.hard)
        return tuple(breach for breach in self.found.hard if breach not in left)

    @property
    def charges(self) -> tuple[Charge, ...]:
        """Every wish whose charge differs, in order of tier."""
        return charges_between(self.found, self.finds)

    @property
    def missed(self) -> tuple[Breach, ...]:
        """Wishes that are missed only now, or more."""
        known = set(self.found.wishes)
        return tuple(breach for breach in self.finds.wishes if breach not in known)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Who is told what, with the notice that it gives and what is owed for it."""
        return changes(self.before, self.after, self.told_on)

    @property
    def crewed(self) -> tuple[int, int]:
        """How many shifts are crewed: as it was opened, and now."""
        shifts = self.after.problem.shifts
        was, now = (
            sum(map(rota.is_crewed, shifts)) for rota in (self.before, self.after)
        )
        return was, now

    @cached_property
    def burdens(self) -> tuple[Burden, ...]:
        """The work of everybody who would be somewhere else."""
        return tuple(self._burdens())

    def tier(self, tier: Tier) -> tuple[int, int]:
        """The sum of the tier's charges: as it was opened, and now."""
        return self.found.cost(tier), self.finds.cost(tier)

    def _burdens(self) -> Iterator[Burden]:
        for change in changes_between(self.before, self.after):
            days = [fill.shift.day for fill in (*change.leaves, *change.joins)]
            was, then = (
                _load(rota, change.person, max(days))
                for rota in (self.before, self.after)
            )
            yield Burden(change.person, was, then)


def _load(rota: Rota, who: PersonId, last: date) -> Load:
    person = rota.problem.person[who]
    average = average_week(rota, person, last)
    return Load(len(rota.shifts_of(who)), pay_in(rota, who), average)
