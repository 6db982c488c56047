"""For whom a row of the Rules sheet speaks: the most specific word wins."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from rostering.domain import PersonId, Problem

Id = TypeVar("Id", bound=str)

CAR, AREA = 2, 1
"""How specific the words for cars are."""
PERSON, HOME_CAR, HOME_AREA, ROLE, EMPLOYER = 5, 4, 3, 2, 1
"""How specific the words for people are."""


@dataclass(frozen=True)
class Scopes:
    """What `applies to` may name: people, or the cars that a rule is about.

    A rule about cars and crews is set by call sign or area. Any other rule is set by
    person, role or employer, or by the call sign or area of people's home car.
    """

    problem: Problem

    def words(self, text: str, *, of_cars: bool) -> tuple[str, ...]:
        """The words of a cell, in small letters; one empty word for everybody."""
        known = self._units if of_cars else self._people
        if not text or text.casefold() in known:
            return (text.casefold(),)
        parts = (part.strip().casefold() for part in re.split("[,;]", text))
        return tuple(dict.fromkeys(part for part in parts if part))

    def people(self, word: str) -> frozenset[PersonId]:
        """The people meant, nobody where the word names none."""
        return self._people.get(word.casefold(), (0, frozenset()))[1]

    def units(self, word: str) -> frozenset[str]:
        """The cars meant, none where the word names none."""
        return self._units.get(word.casefold(), (0, frozenset()))[1]

    def everybody(self, *, of_cars: bool) -> frozenset[str]:
        """All that a rule could bind."""
        return frozenset(self.problem.unit if of_cars else self.problem.person)

    def narrowness(self, word: str, *, of_cars: bool) -> int:
        """How specific the word is; 0 where it means everybody."""
        known = self._units if of_cars else self._people
        return known.get(word.casefold(), (0, frozenset[str]()))[0]

    def narrowest_first(self, words: Iterable[str], *, of_cars: bool) -> list[str]:
        """The words in the order in which they take whom they mean."""
        return sorted(words, key=lambda w: (-self.narrowness(w, of_cars=of_cars), w))

    def names(self, *, of_cars: bool) -> Sequence[str]:
        """Every word that may be used, for suggestions."""
        known = self._words(of_cars=of_cars)
        return list(dict.fromkeys(word for _, word, _ in known if word))

    def _words(self, *, of_cars: bool) -> Iterator[tuple[int, str, str]]:
        return (_car_words if of_cars else _people_words)(self.problem)

    @cached_property
    def _people(self) -> dict[str, tuple[int, frozenset[PersonId]]]:
        return _gathered(_people_words(self.problem))

    @cached_property
    def _units(self) -> dict[str, tuple[int, frozenset[str]]]:
        return _gathered(_car_words(self.problem))


def _gathered(
    words: Iterable[tuple[int, str, Id]],
) -> dict[str, tuple[int, frozenset[Id]]]:
    """Whom each word means; a word with two senses has the more specific one."""
    groups: dict[str, tuple[int, set[Id]]] = {}
    for narrowness, word, meant in words:
        known, ids = groups.setdefault(word.casefold(), (narrowness, set()))
        if word and known == narrowness:
            ids.add(meant)
    return {word: (n, frozenset(ids)) for word, (n, ids) in groups.items() if word}


def _car_words(problem: Problem) -> Iterator[tuple[int, str, str]]:
    for unit in problem.units:
        yield CAR, unit.callsign, unit.callsign
    for unit in problem.units:
        yield AREA, unit.area, unit.callsign


def _people_words(problem: Problem) -> Iterator[tuple[int, str, PersonId]]:
    for person in problem.people:
        yield PERSON, person.id, person.id
    for person in problem.people:
        yield PERSON, person.name, person.id
    for person in problem.people:
        yield HOME_CAR, person.home, person.id
    for person in problem.people:
        home = problem.unit.get(person.home)
        yield HOME_AREA, home.area if home else "", person.id
    for person in problem.people:
        yield ROLE, person.role, person.id
    for person in problem.people:
        yield EMPLOYER, person.employer, person.id
