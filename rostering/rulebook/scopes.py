"""For whom a row of the Rules sheet speaks: the most specific row wins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rostering.domain import PersonId, Problem


@dataclass(frozen=True)
class Scopes:
    """What `applies to` may name: a person, a role, an employer, or a car."""

    problem: Problem

    def people(self, word: str) -> frozenset[PersonId]:
        """The people meant, nobody where the word names none."""
        return self._people.get(word.casefold(), (0, frozenset()))[1]

    def units(self, word: str) -> frozenset[str]:
        """The cars meant, none where the word names none."""
        return self._units.get(word.casefold(), (0, frozenset()))[1]

    def narrowness(self, word: str, *, of_cars: bool) -> int:
        """How specific the word is; 0 where it means everybody."""
        known = self._units if of_cars else self._people
        return known.get(word.casefold(), (0, frozenset[str]()))[0]

    def names(self, *, of_cars: bool) -> Sequence[str]:
        """Every word that may be used, for suggestions."""
        problem = self.problem
        if of_cars:
            return [*problem.unit, *(unit.area for unit in problem.units if unit.area)]
        return list(
            dict.fromkeys(word for _, word, _ in _people_words(problem) if word)
        )

    @cached_property
    def _people(self) -> dict[str, tuple[int, frozenset[PersonId]]]:
        groups: dict[str, tuple[int, set[PersonId]]] = {}
        for narrowness, word, person in _people_words(self.problem):
            groups.setdefault(word.casefold(), (narrowness, set()))[1].add(person)
        return {word: (n, frozenset(people)) for word, (n, people) in groups.items()}

    @cached_property
    def _units(self) -> dict[str, tuple[int, frozenset[str]]]:
        groups: dict[str, tuple[int, set[str]]] = {}
        for unit in self.problem.units:
            groups.setdefault(unit.area.casefold(), (1, set()))[1].add(unit.callsign)
            groups[unit.callsign.casefold()] = (2, {unit.callsign})
        return {word: (n, frozenset(units)) for word, (n, units) in groups.items()}


def _people_words(problem: Problem) -> Iterator[tuple[int, str, PersonId]]:
    for person in problem.people:
        yield 3, person.id, person.id
    for person in problem.people:
        yield 3, person.name, person.id
    for person in problem.people:
        yield 2, person.role, person.id
    for person in problem.people:
        yield 1, person.employer, person.id
