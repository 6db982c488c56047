"""PAIR-04: a learner rides with a mentor."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._pairs import PairRule
from rostering.domain import Breach, Mode, Pair, PairKind, PersonId, Problem, Rota, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class Mentors(PairRule):
    """Someone who is learning the car rides with a mentor.

    Why: the work is learnt beside somebody who knows it. As a wish, each of the
    learner's shifts without a mentor costs one; where it must hold, the learner rides
    with a mentor or not at all.

    Note: where a learner has several mentors, one of them is enough. It lasts for
    the days that the book gives the pair, and the learner decides whether it binds.
    """

    code: ClassVar[str] = "PAIR-04"
    title: ClassVar[str] = "Mentors"
    briefly: ClassVar[str] = "without a mentor"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-TUTOR", "CREW-EXPERIENCE")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob:regular L\nmentor Ann Bob",
        "Ann L\nBob:regular -\nmentor Ann Bob",
        "Ann - -\nBob:regular - L\nmentor Ann Bob x -",
        "Ann -\nCal L\nBob:regular L\nmentor Ann Bob\nmentor Cal Bob",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann -\nBob:regular L\nmentor Ann Bob",
        "Ann L1\nBob:regular L2\nmentor Ann Bob",
        "Ann - -\nBob:regular - L\nmentor Ann Bob - x",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L - -\nBob:regular L L L\nmentor Ann Bob", 2),
    )

    pair_kind: ClassVar[PairKind] = PairKind.MENTOR

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES

    def bound_pairs(self, problem: Problem) -> Iterator[Pair]:
        """The pairs of its kind whose learner it binds."""
        for pair in problem.pairs:
            if pair.kind is self.pair_kind and self.binds(pair.second):
                yield pair

    def post(self, decisions: "Decisions") -> None:
        """Let no learner be on a shift that none of the mentors is on."""
        pairs_of: defaultdict[PersonId, list[Pair]] = defaultdict(list)
        for pair in self.bound_pairs(decisions.problem):
            pairs_of[pair.second].append(pair)
        for learner, pairs in pairs_of.items():
            for shift in decisions.shifts_of(learner):
                no_mentor = [
                    decisions.negation(decisions.works(pair.first, shift))
                    for pair in pairs
                    if shift.day in pair.days
                ]
                if no_mentor:
                    claims = (decisions.works(learner, shift), *no_mentor)
                    subject = f"{learner}: {shift.id}"
                    decisions.forbid_together(self, subject, claims)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Follow each learner and look for a mentor in the crew."""
        pairs = list(self.bound_pairs(rota.problem))
        for learner in dict.fromkeys(pair.second for pair in pairs):
            for shift in rota.shifts_of(learner):
                mentors = {
                    pair.first
                    for pair in pairs
                    if pair.second == learner and shift.day in pair.days
                }
                if mentors and mentors.isdisjoint(rota.people_on(shift)):
                    because = f"without a mentor on {shift.in_words}"
                    yield self.breach(learner, because, day=shift.day)
