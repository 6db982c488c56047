"""FATIGUE-02: two tired people never share a car."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._tired import (
    Stretch,
    TiredRule,
    most_risk,
    risk_of,
)
from rostering.domain import Breach, Rota, Shift, Tier

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions


@dataclass(frozen=True, kw_only=True)
class TiredCrews(TiredRule):
    """No crew has two tired people in it: somebody fresh can always drive.

    Why: late jobs end on the motorway. One tired person beside a fresh one is
    looked after; two tired people are not.

    Note: tired is whoever comes to a shift with a risk index of 1.1, a tenth more than
    average: on the fifth long late in a row, or after a day in the main job. The
    makers of the index have withdrawn it: it ranks and warns, and shows of no crew that
    it is safe. Up to six duties before the shift are looked at, each within a day of
    the next. Each tired person but one costs one.

    Attributes:
        tired: The risk index from which somebody is tired, in per cent of the average.
    """

    code: ClassVar[str] = "FATIGUE-02"
    title: ClassVar[str] = "No two tired people"
    briefly: ClassVar[str] = "in a crew with somebody as tired"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAIR-FATIGUE", "FAT-NIGHTLOW")
    kept: ClassVar[tuple[str, ...]] = (
        "Sam:special S\nTom:special S\nterms Sam job=9-17",
        "Sam:special S1\nTom:special S2\nterms Sam job=9-17\nterms Tom job=9-17",
        "Ann .L .L .L .L L\nSam:special L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Sam:special S\nTom:special S\nterms Sam job=9-17\nterms Tom job=9-17",
        "Ann .L .L .L .L L\nBob:regular .L .L .L .L L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        (
            "Ann .L .L .L .L L L\nBob:regular .L .L .L L L L\nCal:regular .L .L .L .L L"
            " -",
            2,
        ),
    )
    binds_cars: ClassVar[bool] = True
    looks_beyond_crew: ClassVar[bool] = True

    tier: Tier = Tier.CARE
    tired: int = 110

    def is_tired(self, stretch: Stretch, commute: int) -> bool:
        """Whether the risk index is reached."""
        return risk_of(stretch, commute) >= self.tired

    def may_tire(self, built_up: float, work: Stretch, commute: int) -> bool:
        """Whether it would be, if so much had built up."""
        return most_risk(built_up, work[-1], commute) >= self.tired

    def post(self, decisions: "Decisions") -> None:
        """Let each shift have one tired person at most."""
        tired: dict[Shift, list[tuple[Claim, int]]] = {s: [] for s in decisions.shifts}
        for person in decisions.people:
            for shift, claim in self.tired_on(decisions, person):
                tired[shift].append((claim, 1))
        for shift, terms in tired.items():
            if self.binds_unit(shift.unit):
                decisions.at_most(self, shift.id, terms, 1)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Ask everybody in each crew what they have worked before."""
        people = rota.problem.person
        for shift in rota.crews:
            if self.binds_unit(shift.unit):
                tired = [
                    people[who].name
                    for who in sorted(rota.people_on(shift))
                    if self.is_tired_on(rota, people[who], shift)
                ]
                if len(tired) > 1:
                    because = f"{' and '.join(tired)} are both tired"
                    yield self.breach(
                        shift.id, because, day=shift.day, amount=len(tired) - 1
                    )
