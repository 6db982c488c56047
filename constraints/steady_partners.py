"""PAIR-06: few partners, where a book would rather have it so."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._partners import partners, possible_partners
from constraints._rule import Rule
from rostering.domain import Breach, Mode, PersonId, Rota, Tier

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions


@dataclass(frozen=True, kw_only=True)
class SteadyPartners(Rule):
    """Nobody rides with more than a few partners in a period.

    Why: partners who know one another's ways work better at three in the morning. Other
    managers would rather have people change: PAIR-05, which then is switched off
    (CREW-VARIETY).

    Note: it is off unless a book switches it on. Each partner beyond the limit costs
    one, for each of the two. Partners before the period are not counted.

    Attributes:
        most: How many partners somebody should have in the period.
    """

    code: ClassVar[str] = "PAIR-06"
    title: ClassVar[str] = "Steady partners"
    briefly: ClassVar[str] = "with partners enough"
    may_be_waived: ClassVar[bool] = False
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-VARIETY",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L\nBob:regular L - L\nCal:regular - L -\nDee:regular - - L",
        "Ann L - -\nBob:regular L - -\nneed L L L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L L L L\nBob:regular L - - -\nCal:regular - L - -\nDee:regular - - L -\n"
        "Eve:regular - - - L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        (
            "Ann L L\nBob:regular L -\nCal:regular L -\nDee:regular - L\n"
            "Eve:regular - L\nFay:regular - L",
            2,
        ),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES
    most: int = 3

    def post(self, decisions: "Decisions") -> None:
        """Let the number of those with whom each person ever rides be small."""
        ever: defaultdict[PersonId, list[tuple[Claim, int]]] = defaultdict(list)
        for two, shifts in possible_partners(decisions).items():
            shared = decisions.any_of(
                decisions.all_of(decisions.works(person, shift) for person in two)
                for shift in shifts
            )
            for person in two:
                ever[person].append((shared, 1))
        for person, terms in ever.items():
            if self.binds(person):
                decisions.at_most(self, f"{person}: partners", terms, self.most)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Name everybody with whom each person rides."""
        known: defaultdict[PersonId, list[str]] = defaultdict(list)
        for first, second in partners(rota):
            known[first].append(rota.problem.person[second].name)
            known[second].append(rota.problem.person[first].name)
        for person in self.bound_people(rota.problem):
            names = sorted(known[person.id])
            if len(names) > self.most:
                because = (
                    f"rides with {len(names)} partners, {', '.join(names)}; "
                    f"at most {self.most} wished"
                )
                beyond = len(names) - self.most
                yield self.breach(person.id, because, amount=beyond)
