"""CREW-06: the only officer in a crew is one who is independent."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Mode, Person, Rota, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class AloneInBlue(Rule):
    """The only officer in a crew is a regular, or a Special on independent patrol.

    Why: a Special on directed patrol (DPS) may act alone, and is still learning to:
    with a paramedic for company there is nobody to ask. CREW-03 says who may; this,
    who should rather.

    Note: it looks at crews with one officer. With two, whoever they are, there is
    somebody to ask. It is off unless a book switches it on: where most Specials are on
    directed patrol it takes much search and changes little.

    Attributes:
        constables: Roles that hold the powers of a constable.
        statuses: Standings with which an officer is better alone.
        always: Those of the roles that are so whatever the standing.
    """

    code: ClassVar[str] = "CREW-06"
    title: ClassVar[str] = "Alone in blue"
    briefly: ClassVar[str] = "in no crew with another officer"
    may_be_waived: ClassVar[bool] = False
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("SC-STATUS", "CREW-POWERS")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob:regular L",
        "Ann L\nSam:special L\nterms Sam status=IPS",
        "Sam:special L\nTom:special L\nterms Sam status=DPS\nterms Tom status=DPS",
        "Ann L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L\nSam:special L\nterms Sam status=DPS",
        "Sam:special L1\nTom:special L2\nterms Sam status=IPS",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L L\nSam:special L L\nTom:special - L\nterms Tom status=DPS", 1),
    )
    binds_cars: ClassVar[bool] = True

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES
    constables: tuple[str, ...] = ("regular", "special")
    statuses: tuple[str, ...] = ("IPS",)
    always: tuple[str, ...] = ("regular",)

    def post(self, decisions: "Decisions") -> None:
        """Let nobody else who holds the powers be on a shift without another."""
        for shift in decisions.shifts:
            if self.binds_unit(shift.unit):
                officers = {
                    person.id: decisions.works(person.id, shift)
                    for person in decisions.problem.candidates(shift)
                    if person.role in self.constables
                }
                for person, works in officers.items():
                    if not self._is_independent(decisions.problem.person[person]):
                        others = (
                            decisions.negation(claim)
                            for other, claim in officers.items()
                            if other != person
                        )
                        subject = f"{person}: {shift.id}"
                        decisions.forbid_together(self, subject, (works, *others))

    def _is_independent(self, person: Person) -> bool:
        return person.role in self.always or person.status in self.statuses

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Ask the one officer of each crew for their standing."""
        for shift in rota.crews:
            people = [rota.problem.person[who] for who in rota.people_on(shift)]
            officers = [person for person in people if person.role in self.constables]
            if len(officers) == 1 and self.binds_unit(shift.unit):
                (alone,) = officers
                if alone.status not in self.statuses and alone.role not in self.always:
                    standing = alone.status or "of no standing"
                    because = f"{alone.name}, the only officer, is {standing}"
                    yield self.breach(shift.id, because, day=shift.day)
