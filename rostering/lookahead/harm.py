"""What bookings do to the cover of a rota: nothing, or the least that is solved for."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Mode, PersonId, Problem, Rota, Tier
from rostering.lookahead.courses import CourseDates, booked
from rostering.solve import solve

Broken = tuple[str, str, date | None]
"""A rule, whom or what it is about, and the day."""


class Harm(NamedTuple):
    """How much dearer cover gets; 100 a shift, and more for cars that come first."""

    found: int
    """In the best rota that was found."""
    least: int
    """In any rota, as proved."""


NONE = Harm(0, 0)


class Trial:
    """One rota, asked what it loses if people are booked on courses."""

    def __init__(self, rota: Rota, rules: Sequence[Rule]) -> None:
        """Keep what must hold, and cover: other wishes do not matter here."""
        self._rota = rota
        self._hard = [rule for rule in rules if rule.mode is Mode.HARD]
        cover = [r for r in rules if r.mode is Mode.WISH and r.tier is Tier.COVER]
        self._rules = [*self._hard, *cover]
        self._found: dict[frozenset[tuple[PersonId, CourseDates]], Harm] = {}

    def harm(self, bookings: Collection[tuple[PersonId, CourseDates]]) -> Harm:
        """What the bookings cost all together."""
        key = frozenset(bookings)
        if key not in self._found:
            is_free = not key or self.moves_nothing(key)
            self._found[key] = NONE if is_free else self._solved(key)
        return self._found[key]

    def moves_nothing(self, bookings: Collection[tuple[PersonId, CourseDates]]) -> bool:
        """Whether the rota can stay as it is, and breaks nothing more."""
        people = frozenset(person for person, _ in bookings)
        after = Rota(booked(self._rota.problem, bookings), self._rota.fills)
        return self._broken(after, people) <= self._broken(self._rota, people)

    def _broken(self, rota: Rota, people: frozenset[PersonId]) -> set[Broken]:
        """What breaks among these people, in a crew or in a team."""
        rules = (r if r.binds_cars else r.narrowed(r.bound(people)) for r in self._hard)
        found = audit(rota, tuple(rules)).hard
        return {(breach.rule, breach.subject, breach.day) for breach in found}

    @cached_property
    def cover_now(self) -> int:
        """What cover costs as the rota is."""
        return audit(self._rota, self._rules).cost(Tier.COVER)

    def _solved(self, bookings: Collection[tuple[PersonId, CourseDates]]) -> Harm:
        problem: Problem = booked(self._rota.problem, bookings)
        result = solve(problem, self._rules)
        cover = next(tier for tier in result.tiers if tier.tier is Tier.COVER)
        value, bound = (max(0, x - self.cover_now) for x in (cover.value, cover.bound))
        return Harm(value, bound)
