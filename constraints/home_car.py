"""WISH-02: people ride their home car."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Mode, Rota, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class HomeCar(Rule):
    """People ride their home car rather than another.

    Why: another car starts from another base, which is miles and time, and its
    streets are less well known.

    Note: the home car is the first of those that the person may ride. Each shift
    on another costs one. Whoever may ride every car has no home.
    """

    code: ClassVar[str] = "WISH-02"
    title: ClassVar[str] = "Home car"
    briefly: ClassVar[str] = "from another car"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-BASE", "FAIR-CAR", "FAIR-TRAVEL")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L1 L1\nterms Ann units=J1,J2\nneed L2",
        "Ann L1 L2",
        "Ann L2\nterms Ann units=J2",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L1 L2 L2\nterms Ann units=J1,J2", 2),
        ("Ann L1\nterms Ann units=J2,J1", 1),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES

    def post(self, decisions: "Decisions") -> None:
        """Charge each shift on a car that is not the first of the person's list."""
        for person in decisions.people:
            if not self.binds(person.id):
                continue
            for shift in decisions.shifts_of(person.id):
                if shift.unit in person.units[1:]:
                    works = decisions.works(person.id, shift)
                    subject = f"{person.id}: {shift.id}"
                    decisions.forbid_together(self, subject, (works,))

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Compare the car of each person's shifts with the home car."""
        for person in self.bound_people(rota.problem):
            for shift in rota.shifts_of(person.id):
                if person.home and shift.unit != person.home:
                    because = f"on {shift.unit}; the home car is {person.home}"
                    yield self.breach(person.id, because, day=shift.day)
