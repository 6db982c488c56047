"""A rota and its rules where some facts are otherwise, and what breaks then."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from constraints import Rule
from rostering.domain import Breach, Fill, Mode, PersonId, Problem, Rota, Shift
from rostering.explain.narrowing import breaches_near
from rostering.explain.repairs.easings import Easing


@dataclass(frozen=True)
class Eased:
    """A rota as it would be: facts that are otherwise, and fills that change."""

    given: Rota
    rules: Sequence[Rule]
    easings: tuple[Easing, ...]
    fills: frozenset[Fill]

    @cached_property
    def problem(self) -> Problem:
        """The problem with all the easings applied."""
        problem = self.given.problem
        for easing in self.easings:
            problem = easing.applied(problem)
        if problem is self.given.problem:
            return problem
        asked = {PersonId(easing.subject) for easing in self.easings}
        return problem.keeping_diaries(self.given.problem, but=asked)

    @cached_property
    def eased_rules(self) -> tuple[Rule, ...]:
        """The rules with all the easings applied."""
        rules = tuple(self.rules)
        for easing in self.easings:
            rules = easing.eased(self.given.problem, rules)
        return rules

    @cached_property
    def rota(self) -> Rota:
        """The rota that would be."""
        return Rota(self.problem, self.fills)

    @cached_property
    def shifts(self) -> frozenset[Shift]:
        """The shifts whose crew is another."""
        return frozenset(fill.shift for fill in self.fills ^ self.given.fills)

    @cached_property
    def new_breaches(self) -> frozenset[Breach]:
        """What breaks that must hold, and does not break in the given rota.

        Only whoever is in a crew that changes, or is asked for something, can break
        anything anew, so only they are audited.
        """
        asked = {PersonId(easing.subject) for easing in self.easings}
        crews = (r.people_on(s) for r in (self.given, self.rota) for s in self.shifts)
        people = frozenset(asked & set(self.problem.person)).union(*crews)
        now = frozenset(_breaches(self.rota, self.eased_rules, people, self.shifts))
        if not now:
            return now
        return now - set(_breaches(self.given, self.rules, people, self.shifts))


def _breaches(
    rota: Rota,
    rules: Iterable[Rule],
    people: frozenset[PersonId],
    shifts: Collection[Shift],
) -> Iterator[Breach]:
    """What must hold and is broken among these people, or in these crews."""
    for rule in rules:
        if rule.mode is Mode.HARD:
            yield from breaches_near(rule, rota, shifts, people)
