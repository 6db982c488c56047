"""CREW-04: no crew of newcomers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._crews import complete, complete_crews
from constraints._rule import Rule
from rostering.domain import (
    Breach,
    DutyKind,
    Mode,
    PersonId,
    Problem,
    Rota,
    Shift,
    Tier,
)

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions


@dataclass(frozen=True, kw_only=True)
class Newcomers(Rule):
    """Somebody in each crew knows the car.

    Why: the car is two services' kit, two radios and two sets of rules. Two people who
    are both new to it have nobody to learn from (CREW-EXPERIENCE).

    Note: experience is counted in shifts on cars, on record and planned before this
    one, of all in the crew together. Newcomers count up within the period. It looks at
    complete crews; each that has too little costs one. Of a book with nothing on record
    it says nothing.

    Attributes:
        least: How many earlier shifts the people of a crew should have had in all.
    """

    code: ClassVar[str] = "CREW-04"
    title: ClassVar[str] = "No crew of newcomers"
    briefly: ClassVar[str] = "in no crew that knows the car"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-EXPERIENCE",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob:regular L",
        "Ann .L .L .L .L .L .L .L .L .L .L L\nBob:regular L",
        "Ann .L .L .L .L .L L\nBob:regular .L .L .L .L .L L",
        "Ann .L .L .L .L .L .L .L .L .L L L\nBob:regular - L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann .L .L .L .L .L .L .L .L .L L\nBob:regular L",
        "Ann .L .L .L .L .L .L .L .L .L .L .L -\nCal:paramedic L\nBob:regular L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann .L .L .L .L .L .L .L L L L\nBob:regular L L L", 2),
    )
    binds_cars: ClassVar[bool] = True
    looks_beyond_crew: ClassVar[bool] = True

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES
    least: int = 10

    def post(self, decisions: "Decisions") -> None:
        """Let the shifts that the crew has had add up, unless it is not complete."""
        earlier = _recorded(decisions.problem)
        for shift in decisions.shifts if earlier else ():
            if self.binds_unit(shift.unit) and self._may_be_new(
                decisions, shift, earlier
            ):
                terms = [
                    term
                    for person in decisions.people
                    for term in self._terms(decisions, person.id, shift, earlier)
                ]
                spared = decisions.negation(complete(decisions, shift))
                terms.append((spared, self.least))
                decisions.at_least(self, shift.id, terms, self.least, step=self.least)

    def _may_be_new(
        self, decisions: "Decisions", shift: Shift, earlier: dict[PersonId, int]
    ) -> bool:
        """Whether every post can have its least without anybody experienced."""
        return all(
            sum(earlier.get(who, 0) < self.least for who, _ in takers) >= post.least
            for post in shift.crew.posts
            for takers in [decisions.takers(shift, post.name)]
        )

    def _terms(
        self,
        decisions: "Decisions",
        person: PersonId,
        shift: Shift,
        earlier: dict[PersonId, int],
    ) -> "Iterator[tuple[Claim, int]]":
        works, known = decisions.works(person, shift), earlier.get(person, 0)
        yield works, min(known, self.least)
        if known < self.least and works is not False:
            for before in decisions.shifts_of(person):
                if before.span.end <= shift.span.start:
                    both = (works, decisions.works(person, before))
                    yield decisions.all_of(both), 1

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count what each of a crew has had before, and add it up."""
        earlier = _recorded(rota.problem)
        for shift in complete_crews(rota) if earlier else ():
            had = sum(
                earlier.get(who, 0)
                + sum(s.span.end <= shift.span.start for s in rota.shifts_of(who))
                for who in rota.people_on(shift)
            )
            if had < self.least and self.binds_unit(shift.unit):
                because = f"the crew have had {had} shifts on cars; {self.least} wished"
                yield self.breach(shift.id, because, day=shift.day)


def _recorded(problem: Problem) -> dict[PersonId, int]:
    """How many shifts on cars people have on record; nobody who has none."""
    numbers = {
        person: sum(duty.kind is DutyKind.WORKED and bool(duty.unit) for duty in duties)
        for person, duties in problem.history_of.items()
    }
    return {person: number for person, number in numbers.items() if number}
