"""PAIR-03: two people who like to crew together."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._pairs import PairRule
from rostering.domain import Breach, Mode, PairKind, Person, Rota, Shift, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class PreferredPartners(PairRule):
    """Two people who like to crew together do so where they can.

    Why: partners who know each other work well and stay on.

    Note: each shift that one of them works without the other costs one, if the
    other could be thought of for it: by car, by role, and because the crew has a
    place for both. Shifts that neither works cost nothing.
    """

    code: ClassVar[str] = "PAIR-03"
    title: ClassVar[str] = "Preferred partners"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-VARIETY",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob:regular L\nprefer Ann Bob",
        "Ann -\nBob:regular -\nprefer Ann Bob\nneed L",
        "Ann - L\nBob:regular - -\nprefer Ann Bob x -",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L\nBob:regular -\nprefer Ann Bob", 1),
        ("Ann L -\nBob:regular - L\nprefer Bob Ann", 2),
        ("Ann L1\nBob:regular L2\nprefer Ann Bob", 2),
    )
    may_be_hard: ClassVar[bool] = False

    pair_kind: ClassVar[PairKind] = PairKind.PREFER

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES

    def post(self, decisions: "Decisions") -> None:
        """Charge either of the two for being on a shift without the other."""
        problem = decisions.problem
        for pair in self.bound_pairs(problem):
            first, second = problem.person[pair.first], problem.person[pair.second]
            for one, other in ((first, second), (second, first)):
                for shift in decisions.shifts_of(one.id):
                    if shift.day in pair.days and _could_join(one, other, shift):
                        alone = (
                            decisions.works(one.id, shift),
                            decisions.negation(decisions.works(other.id, shift)),
                        )
                        subject = f"{one.id} without {other.id}: {shift.id}"
                        decisions.forbid_together(self, subject, alone)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Compare the shifts of the two and look at those that only one works."""
        people = rota.problem.person
        for pair in self.bound_pairs(rota.problem):
            roles = people[pair.first].role, people[pair.second].role
            theirs = set(rota.shifts_of(pair.first)), set(rota.shifts_of(pair.second))
            for shift in sorted(theirs[0] ^ theirs[1]):
                absent = pair.second if shift in theirs[0] else pair.first
                is_possible = shift.crew.has_room_for(*roles) and (
                    people[absent] in rota.problem.candidates(shift)
                )
                if shift.day in pair.days and is_possible:
                    subject = f"{pair.first} and {pair.second}"
                    because = f"a preferred partner is not on {shift.in_words}"
                    yield self.breach(subject, because, day=shift.day)


def _could_join(one: Person, other: Person, shift: Shift) -> bool:
    return other.may_ride(shift.unit) and shift.crew.has_room_for(one.role, other.role)
