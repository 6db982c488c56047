"""Short marks by which the page's filters know cars, weeks and people."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import TypeVar

from rostering.domain import Person, PersonId, Problem
from rostering.domain.time import monday_of

Thing = TypeVar("Thing")


class Keys:
    """A mark for each car, week and person: free of whatever their names hold."""

    def __init__(self, problem: Problem, named: Sequence[Person]) -> None:
        self._named = named
        self.cars = _numbered(sorted({shift.unit for shift in problem.shifts}), "c")
        self.weeks = _numbered(problem.period.mondays, "w")
        self.people = _numbered((person.id for person in problem.people), "p")

    def week(self, day: date) -> str:
        """The mark of the week in which the day lies."""
        return self.weeks.get(monday_of(day), "")

    def several(self, people: Iterable[str]) -> str:
        """The marks of these people, one after another."""
        return " ".join(self.people[PersonId(person)] for person in people)

    @property
    def roles(self) -> list[tuple[str, list[Person]]]:
        """Everybody who may be chosen, by role and name."""
        ordered = sorted(self._named, key=lambda who: (who.role, who.name))
        return [(role, list(its)) for role, its in groupby(ordered, lambda p: p.role)]


def _numbered(things: Iterable[Thing], letter: str) -> dict[Thing, str]:
    return {thing: f"{letter}{number}" for number, thing in enumerate(things)}
