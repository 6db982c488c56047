"""WISH-03: people ride the cars of their own group."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Mode, Rota, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class OwnGroup(Rule):
    """People ride the cars of their own group rather than lend a hand elsewhere.

    Why: a group that plans and trains together knows its cars and its streets. Lending
    people to others is right when it is needed, and should have a price.

    Note: each shift on a car that is not the group's costs one. A row for each group
    names its people under `applies to`, by role, employer, home area or name, and its
    cars. It is off unless a book switches it on; WISH-02 looks at the home car alone.

    Attributes:
        cars: The call signs of the group's cars; with none named nothing is asked.
    """

    code: ClassVar[str] = "WISH-03"
    title: ClassVar[str] = "Cars of the own group"
    briefly: ClassVar[str] = "from another group"
    is_usual: ClassVar[bool] = False
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-BASE",)
    kept: ClassVar[tuple[str, ...]] = ("Ann L1 L2 L1\nBob:paramedic - - -",)
    broken: ClassVar[tuple[str, ...]] = ("Ann L1 L3",)
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L3 L1 L4", 2),
        ("Ann L3\nBob L4", 2),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES
    cars: tuple[str, ...] = ("J1", "J2")

    def post(self, decisions: "Decisions") -> None:
        """Charge the shifts of each person on cars of others."""
        for person in decisions.people:
            if self.binds(person.id) and self.cars:
                terms = (
                    (decisions.works(person.id, shift), 1)
                    for shift in decisions.shifts_of(person.id)
                    if shift.unit not in self.cars
                )
                decisions.at_most(self, person.id, terms, 0)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Look at the car of each shift of each person."""
        for person in self.bound_people(rota.problem):
            for shift in rota.shifts_of(person.id):
                if self.cars and shift.unit not in self.cars:
                    because = f"on {shift.unit}, which is not a car of the own group"
                    yield self.breach(person.id, because, day=shift.day)
