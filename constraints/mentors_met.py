"""PAIR-07: a learner rides with a mentor often enough."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._pairs import PairRule
from rostering.domain import (
    Breach,
    Mode,
    Pair,
    PairKind,
    PersonId,
    Problem,
    Rota,
    Shift,
    Tier,
)

if TYPE_CHECKING:
    from datetime import date

    from rostering.decisions import Claim, Decisions

FOUR_WEEKS = 28


@dataclass(frozen=True, kw_only=True)
class MentorsMet(PairRule):
    """Someone who is learning the car rides with a mentor at least twice in four weeks.

    Why: PAIR-04 keeps a learner from riding without a mentor, and is content where they
    do not ride at all. Nobody learns so.

    Note: where a learner has several mentors, any of them counts. Of a period, or of
    days for which the book names the pair, that are no whole number of four weeks the
    part counts that makes whole shifts; and never more is wished than the days on which
    both could ride. Each meeting that is missing costs one.

    Attributes:
        least: How often in four weeks.
    """

    code: ClassVar[str] = "PAIR-07"
    title: ClassVar[str] = "Mentors are met"
    may_be_waived: ClassVar[bool] = False
    may_be_hard: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-TUTOR", "CREW-EXPERIENCE")
    kept: ClassVar[tuple[str, ...]] = (
        "days 28\nAnn L - L\nBob:regular L - L\nmentor Ann Bob",
        "days 13\nAnn -\nBob:regular -\nmentor Ann Bob\nneed L L L",
        "days 28\nAnn A\nBob:regular -\nmentor Ann Bob\nneed L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("days 28\nAnn L L -\nBob:regular L - L\nmentor Ann Bob", 1),
        ("days 14\nAnn -\nBob:regular -\nmentor Ann Bob\nneed L L", 1),
        (
            "days 28\nAnn - -\nCal - -\nBob:regular - -\nmentor Ann Bob\n"
            "mentor Cal Bob\nneed L L L",
            2,
        ),
    )

    pair_kind: ClassVar[PairKind] = PairKind.MENTOR

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES
    least: int = 2

    def bound_pairs(self, problem: Problem) -> Iterator[Pair]:
        """The pairs of its kind whose learner it binds."""
        for pair in problem.pairs:
            if pair.kind is self.pair_kind and self.binds(pair.second):
                yield pair

    def post(self, decisions: "Decisions") -> None:
        """Let each learner's shifts with a mentor add up to what is wished."""
        here = {person.id for person in decisions.people}
        for learner, pairs in self._learners(decisions.problem).items():
            if learner in here:
                wished = self._wished(decisions.problem, learner, pairs)
                terms = [
                    (_met(decisions, learner, pairs, shift), 1)
                    for shift in decisions.shifts_of(learner)
                ]
                decisions.at_least(self, f"{learner}: mentors", terms, wished)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count the shifts on which each learner has a mentor beside them."""
        for learner, pairs in self._learners(rota.problem).items():
            met = sum(
                any(
                    pair.first in rota.people_on(shift) and shift.day in pair.days
                    for pair in pairs
                )
                for shift in rota.shifts_of(learner)
            )
            wished = self._wished(rota.problem, learner, pairs)
            if met < wished:
                times = f"{met} of {wished} times wished"
                because = f"rides with a mentor {times} in the period"
                yield self.breach(learner, because, amount=wished - met)

    def _learners(self, problem: Problem) -> dict[PersonId, list[Pair]]:
        pairs_of: defaultdict[PersonId, list[Pair]] = defaultdict(list)
        for pair in self.bound_pairs(problem):
            pairs_of[pair.second].append(pair)
        return pairs_of

    def _wished(self, problem: Problem, learner: PersonId, pairs: list[Pair]) -> int:
        """How many meetings the days allow, and how many the people."""
        days = {day for day in problem.period.days for p in pairs if day in p.days}
        reach = problem.within_reach
        possible: set[date] = set()
        for pair in pairs:
            both = _shared(reach.get(learner, ()), reach.get(pair.first, ()))
            possible |= {shift.day for shift in both if shift.day in pair.days}
        return min(self.least * len(days) // FOUR_WEEKS, len(possible))


def _met(
    decisions: "Decisions", learner: PersonId, pairs: Iterable[Pair], shift: Shift
) -> "Claim":
    """The claim that the learner is on the shift, and a mentor too."""
    mentors = (p.first for p in pairs if shift.day in p.days)
    mentor = decisions.any_of(decisions.works(who, shift) for who in mentors)
    return decisions.all_of((decisions.works(learner, shift), mentor))


def _shared(shifts: tuple[Shift, ...], others: tuple[Shift, ...]) -> set[Shift]:
    return set(shifts) & set(others)
