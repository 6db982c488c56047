"""What the rules on two named people share; reasons stay in the book."""

from abc import ABC
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Pair, PairKind, Problem, Rota

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class PairRule(Rule, ABC):
    """A rule on two people whom the book names together."""

    pair_kind: ClassVar[PairKind]

    def bound_pairs(self, problem: Problem) -> Iterator[Pair]:
        """The pairs of its kind; whether it binds them is decided by the first."""
        for pair in problem.pairs:
            if pair.kind is self.pair_kind and self.binds(pair.first):
                yield pair


@dataclass(frozen=True, kw_only=True)
class ApartRule(PairRule, ABC):
    """A rule that keeps the two people of a pair out of one crew.

    `briefly` is all that may be said of the two: never the reason.
    """

    def post(self, decisions: "Decisions") -> None:
        """Let the two not share a shift on a day for which the pair stands."""
        for pair in self.bound_pairs(decisions.problem):
            for shift in decisions.shifts_of(pair.first):
                if shift.day in pair.days:
                    both = (
                        decisions.works(pair.first, shift),
                        decisions.works(pair.second, shift),
                    )
                    subject = f"{pair.first} and {pair.second}: {shift.id}"
                    decisions.forbid_together(self, subject, both)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Follow the second of each pair and see whether the first is there too."""
        for pair in self.bound_pairs(rota.problem):
            for shift in rota.shifts_of(pair.second):
                if pair.first in rota.people_on(shift) and shift.day in pair.days:
                    yield self.breach(
                        f"{pair.first} and {pair.second}",
                        f"{self.briefly}: {shift.in_words}",
                        day=shift.day,
                    )
