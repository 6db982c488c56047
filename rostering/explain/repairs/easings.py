"""Facts that could be otherwise so that somebody may fill a post.

Each changes the problem, never the rota, and says what is to be asked of whom.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from constraints import Rule
from rostering.domain import (
    DateRange,
    Offer,
    Person,
    PersonId,
    Pin,
    Place,
    Problem,
    Span,
    Training,
)
from rostering.domain.time import day_in_words
from rostering.explain.repairs import kindness
from rostering.explain.repairs.kindness import Kind


@dataclass(frozen=True)
class Easing(ABC):
    """One fact that would be otherwise; equal easings are the same thing to ask."""

    @property
    @abstractmethod
    def kind(self) -> Kind:
        """What kind of thing it is to ask."""

    @property
    @abstractmethod
    def subject(self) -> str:
        """The id of the person, car or team that it is asked of."""

    @abstractmethod
    def words(self, problem: Problem) -> str:
        """What to ask of whom, as an instruction."""

    def applied(self, problem: Problem) -> Problem:
        """The problem in which it is so."""
        return problem

    def eased(self, problem: Problem, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """The rules as they are then."""
        return tuple(rules)

    def places(self, problem: Problem) -> tuple[Place, ...]:
        """The cells to change or to add to, as far as the book has them."""
        person = problem.person.get(PersonId(self.subject))
        return () if person is None else (person.place,)


@dataclass(frozen=True)
class OfPerson(Easing):
    """A fact about one person."""

    person: PersonId

    @property
    def subject(self) -> PersonId:
        """The person."""
        return self.person


@dataclass(frozen=True)
class AskForTime(OfPerson):
    """A person who works in offered time offers one stretch more."""

    span: Span
    kind = kindness.OFFER

    def applied(self, problem: Problem) -> Problem:
        """With the offer."""
        offer = Offer(self.person, self.span)
        return replace(problem, offers=(*problem.offers, offer))

    def words(self, problem: Problem) -> str:
        """Ask for the whole of the stretch."""
        name = problem.person[self.person].name
        return f"ask {name} to offer {_hours(self.span)}"

    def places(self, problem: Problem) -> tuple[Place, ...]:
        """The offers that reach into it; else where the person stands."""
        offers = problem.offers_of.get(self.person, ())
        near = tuple(x.place for x in offers if x.span.overlaps(self.span))
        return near or super().places(problem)


@dataclass(frozen=True)
class AskForOvertime(OfPerson):
    """A person agrees to work overtime."""

    kind = kindness.OVERTIME

    def applied(self, problem: Problem) -> Problem:
        """With overtime marked as agreed."""
        return _with(problem, replace(problem.person[self.person], overtime=True))

    def words(self, problem: Problem) -> str:
        """Ask the person."""
        return f"ask {problem.person[self.person].name} to work overtime"


@dataclass(frozen=True)
class Renew(OfPerson):
    """A person's training is in date from a day on."""

    skill: str
    day: date
    is_first: bool = False

    @property
    def kind(self) -> Kind:
        """A ticket that ran out is due; a first one is a course to find."""
        return kindness.FIRST_TICKET if self.is_first else kindness.RENEWAL

    def applied(self, problem: Problem) -> Problem:
        """With a ticket from the day on."""
        ticket = Training(self.person, self.skill, DateRange(self.day))
        return replace(problem, training=(*problem.training, ticket))

    def words(self, problem: Problem) -> str:
        """Train the person before the day."""
        name = problem.person[self.person].name
        when = f"before {day_in_words(self.day)}"
        if self.is_first:
            return f"train {name} in {self.skill} {when}"
        return f"renew {self.skill} of {name} {when}"

    def places(self, problem: Problem) -> tuple[Place, ...]:
        """The tickets that do not serve."""
        held = problem.training_of.get((self.person, self.skill), ())
        return tuple(ticket.place for ticket in held) or super().places(problem)


@dataclass(frozen=True)
class WidenPerson(OfPerson):
    """A person may ride one car more."""

    unit: str
    kind = kindness.NEW_CAR

    def applied(self, problem: Problem) -> Problem:
        """With the car among the person's own."""
        person = problem.person[self.person]
        return _with(problem, replace(person, units=(*person.units, self.unit)))

    def words(self, problem: Problem) -> str:
        """Let the person ride the car."""
        return f"let {problem.person[self.person].name} ride {self.unit}"


@dataclass(frozen=True)
class LiftPin(Easing):
    """A pin of a person is taken off."""

    pin: Pin
    kind = kindness.PIN

    @property
    def subject(self) -> PersonId:
        """Whose pin it is."""
        return self.pin.person

    def applied(self, problem: Problem) -> Problem:
        """Without the pin."""
        left = tuple(pin for pin in problem.pins if pin != self.pin)
        return replace(problem, pins=left)

    def words(self, problem: Problem) -> str:
        """Take the pin off."""
        name = problem.person[self.subject].name
        where = f"{self.pin.kind} {self.pin.unit or 'any car'}"
        return f"take off the pin of {name} {where} on {day_in_words(self.pin.day)}"

    def places(self, problem: Problem) -> tuple[Place, ...]:
        """The pin's own cell."""
        return (self.pin.place,)


def _with(problem: Problem, changed: Person) -> Problem:
    """The problem with other facts about one person."""
    people = (changed if each.id == changed.id else each for each in problem.people)
    return replace(problem, people=tuple(people))


def _hours(span: Span) -> str:
    start, end = span.local_start, span.local_end
    return f"{day_in_words(start.date())} {start:%H:%M}–{end:%H:%M}"
