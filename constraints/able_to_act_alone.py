"""CREW-03: a constable in the crew who may act alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Kind, Limit, Person, Rota

if TYPE_CHECKING:
    from rostering.decisions import Decisions

_PROCEDURES = "the force's procedures for Special Constables"


@dataclass(frozen=True, kw_only=True)
class AbleToActAlone(Rule):
    """A crew with police in it has a constable who may act alone.

    Why: the paramedic is no constable, so a Special on accompanied patrol (APS) would
    have nobody to be accompanied by. With a regular, or a Special on directed (DPS) or
    independent patrol (IPS), in the other place they may ride.

    Note: it binds shifts whose crew template has a post for a constable.

    Attributes:
        constables: Roles that hold the powers of a constable.
        statuses: Standings on which a constable may act alone.
        always: Those of the roles that may act alone whatever the standing.
    """

    code: ClassVar[str] = "CREW-03"
    title: ClassVar[str] = "Able to act alone"
    briefly: ClassVar[str] = "in no crew with a constable able to act alone"
    kind: ClassVar[Kind] = Kind.SAFETY
    law: ClassVar[Mapping[str, Limit]] = {
        "statuses": Limit(("DPS", "IPS"), is_least=False, law=_PROCEDURES),
        "always": Limit(("regular",), is_least=False, law=_PROCEDURES),
    }
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-POWERS", "SC-STATUS", "CREW-TUTOR")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob:regular L",
        "Ann L\nSam:special L\nterms Sam status=DPS",
        "Ann L\nSam:special L\nTom:special L\nterms Sam status=APS\n"
        "terms Tom status=IPS",
        "Ann -\nSam:special -\nneed L",
        "Ann L\nPat:physiotherapist L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L\nSam:special L\nterms Sam status=APS",
        "Ann L\nSam:special L",
        "Ann L\nBob:regular -",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L L\nSam:special L L\nTom:special - L\nterms Tom status=IPS", 1),
    )
    binds_cars: ClassVar[bool] = True

    constables: tuple[str, ...] = ("regular", "special")
    statuses: tuple[str, ...] = ("DPS", "IPS")
    always: tuple[str, ...] = ("regular",)

    def post(self, decisions: "Decisions") -> None:
        """Let nobody be on a shift without one of the constables who may act alone."""
        for shift in decisions.shifts:
            is_police = any(shift.crew.admits(role) for role in self.constables)
            if is_police and self.binds_unit(shift.unit):
                without_able = [
                    decisions.negation(decisions.works(person.id, shift))
                    for person in decisions.problem.candidates(shift)
                    if self._may_act_alone(person)
                ]
                claims = (decisions.begun(shift), *without_able)
                decisions.forbid_together(self, shift.id, claims)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Ask each constable in each crew for their standing."""
        for shift, crew in rota.crews.items():
            posts = [post for post in shift.crew.posts if self._is_police(post.roles)]
            if not posts or not self.binds_unit(shift.unit):
                continue
            people = [rota.problem.person[fill.person] for fill in crew]
            officers = [person for person in people if person.role in self.constables]
            standings = {person.status for person in officers}
            roles = {person.role for person in officers}
            if roles.isdisjoint(self.always) and standings.isdisjoint(self.statuses):
                told = [f"{p.name} is {p.status or 'of no standing'}" for p in officers]
                because = "no constable in the crew may act alone"
                because += f": {', '.join(told)}" if told else ""
                yield self.breach(shift.id, because, day=shift.day)

    def _may_act_alone(self, person: Person) -> bool:
        if person.role not in self.constables:
            return False
        return person.role in self.always or person.status in self.statuses

    def _is_police(self, roles: tuple[frozenset[str], ...]) -> bool:
        return not frozenset().union(*roles).isdisjoint(self.constables)
