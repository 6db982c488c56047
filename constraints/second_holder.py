"""CREW-05: two in the crew hold the skill that one must hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._crews import complete, complete_crews
from constraints._rule import Rule
from constraints.crew_skills import holds, lasting_holders
from rostering.domain import Breach, Mode, Rota, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class SecondHolder(Rule):
    """Two people in each crew hold each skill that one of them must hold.

    Why: with a second driver the fresher one drives, and the car is not lost when one
    of the two goes home ill (CREW-DRIVER prefers two).

    Note: the skills are those that the crew template marks `any:`, in date for the
    whole shift. It looks at complete crews; each holder that is missing costs one. It
    is off unless a book switches it on, for it keeps whoever cannot drive off the car.

    Attributes:
        wanted: How many holders a crew should have.
    """

    code: ClassVar[str] = "CREW-05"
    title: ClassVar[str] = "Two drivers"
    briefly: ClassVar[str] = "in no crew with a second driver"
    may_be_waived: ClassVar[bool] = False
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-DRIVER",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob:regular L\ncrew p:paramedic o:regular any:driving\n"
        "skill Ann driving\nskill Bob driving",
        "Ann L\nBob:regular -\ncrew p:paramedic o:regular any:driving",
        "Ann L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob:regular L\ncrew p:paramedic o:regular any:driving\n"
        "skill Ann driving",
        "Ann L\nBob:regular L\ncrew p:paramedic o:regular any:driving\n"
        "skill Ann driving\nskill Bob driving x",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        (
            "Ann E E\nBob:regular E E\ncrew p:paramedic o:regular any:driving\n"
            "skill Ann driving - x",
            3,
        ),
    )
    binds_cars: ClassVar[bool] = True

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES
    wanted: int = 2

    def post(self, decisions: "Decisions") -> None:
        """Let each complete crew have as many holders as are wanted."""
        problem = decisions.problem
        for shift in decisions.shifts:
            if not self.binds_unit(shift.unit):
                continue
            for skill in shift.crew.any_skills:
                holders = [
                    (decisions.works(person.id, shift), 1)
                    for person in problem.candidates(shift)
                    if holds(problem, person.id, skill, shift)
                ]
                spared = decisions.negation(complete(decisions, shift))
                terms = [*holders, (spared, self.wanted)]
                subject = f"{shift.id} {skill}"
                decisions.at_least(self, subject, terms, self.wanted)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count in each complete crew who still holds the skill when the shift ends."""
        for shift in complete_crews(rota):
            if self.binds_unit(shift.unit):
                for skill in shift.crew.any_skills:
                    number = len(lasting_holders(rota, shift, skill))
                    if number < self.wanted:
                        because = (
                            f"{number} in the crew with {skill}; {self.wanted} wished"
                        )
                        missing = self.wanted - number
                        yield self.breach(
                            shift.id, because, day=shift.day, amount=missing
                        )
