"""COVER-01: every shift is crewed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Kind, Mode, Rota, Shift, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class Cover(Rule):
    """Every shift has its crew.

    Why: a car without a crew answers nobody. A rota is still wanted where people
    are too few, so an open shift is a charge and never a refusal; where some car must
    stand, the order of the cars says which.

    Note: a shift is crewed when each post has its least; what is wanted beyond that
    is another rule. An open shift of the last car in order costs its worth, and one
    more for each step that a car stands before the last.

    Attributes:
        worth: What an open shift costs, in steps of the order of cars. The number
            of crewed shifts comes first as long as this outweighs all such steps.
    """

    code: ClassVar[str] = "COVER-01"
    title: ClassVar[str] = "Cover"
    kind: ClassVar[Kind] = Kind.POLICY
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-COMP", "CREW-FALLBACK", "VEH-PRIORITY")
    kept: ClassVar[tuple[str, ...]] = ("Ann L", "Ann L -\nBob - E", "Ann L2\nneed -")
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L -\nneed - E", 100),
        ("Ann L\nBob:regular -", 100),
        ("Ann L\nneed L2\norder J1 J2", 100),
        ("Ann L2\nneed L\norder J1 J2", 101),
    )
    binds_cars: ClassVar[bool] = True
    may_be_hard: ClassVar[bool] = False

    mode: Mode = Mode.WISH
    tier: Tier = Tier.COVER
    worth: int = 100

    def post(self, decisions: "Decisions") -> None:
        """Charge each shift that cannot be claimed to be crewed."""
        last = max((shift.priority for shift in decisions.problem.shifts), default=0)
        for shift in decisions.shifts:
            if self.binds_unit(shift.unit):
                is_open = decisions.negation(decisions.crewed(shift))
                decisions.charge(self, is_open, self.worth + last - shift.priority)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count who is in each post of each shift."""
        behind = {shift.priority for shift in rota.problem.shifts}
        for shift in self.bound_shifts(rota.problem):
            missing = list(_missing(rota, shift))
            if missing:
                steps = max(behind) - shift.priority
                yield self.breach(
                    shift.id,
                    f"not crewed: {', '.join(missing)}",
                    day=shift.day,
                    amount=self.worth + steps,
                )


def _missing(rota: Rota, shift: Shift) -> Iterator[str]:
    for post in shift.crew.posts:
        here = rota.headcount(shift, post)
        if here < post.least:
            yield f"{post.name} {here} of {post.least}"
