"""What the rules on changes to a published rota have in common."""

from abc import ABC
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from constraints._rule import Rule
from rostering.domain import Mode, PersonId, Rota, Tier
from rostering.domain.published import standing


@dataclass(frozen=True, kw_only=True)
class ChangeRule(Rule, ABC):
    """A wish about what differs from the published rota; nothing published is free."""

    may_be_hard: ClassVar[bool] = False

    mode: Mode = Mode.WISH
    tier: Tier = Tier.CARE


def days_changed(rota: Rota) -> Iterator[tuple[PersonId, date]]:
    """Everybody in the book with each day on which they have not what they were told.

    Nothing where nothing is published.
    """
    if not rota.problem.published:
        return
    stands = standing(rota.problem)
    for person in rota.problem.people:
        told = {f for fills in stands.kept.get(person.id, {}).values() for f in fills}
        given = {
            fill
            for shift in rota.shifts_of(person.id)
            for fill in rota.crew_of(shift)
            if fill.person == person.id
        }
        days = {fill.shift.day for fill in told ^ given}
        days |= {day for who, day in stands.lost if who == person.id}
        yield from ((person.id, day) for day in sorted(days))
