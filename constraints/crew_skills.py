"""CREW-02: somebody in the crew holds each skill that the crew needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Kind, PersonId, Problem, Rota, Shift
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class CrewSkills(Rule):
    """Each crew has somebody with each skill that one of them must hold.

    Why: somebody must be able to drive the car on blue lights, whoever it is, and may
    do so only while the authority is in date.

    Note: the skills are those that the crew template marks `any:`. One and the same
    person must hold the skill on every date that the shift touches, for nobody
    changes over at midnight. Two tickets of one person that follow on count as one.
    """

    code: ClassVar[str] = "CREW-02"
    title: ClassVar[str] = "Skills of a crew"
    briefly: ClassVar[str] = "in no crew with the skills it needs"
    kind: ClassVar[Kind] = Kind.SAFETY
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-DRIVER", "QUAL-POLDRV", "QUAL-CERAD")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\ncrew p:paramedic any:driving\nskill Ann driving",
        "Ann L\nBob:regular L\nskill Bob driving x x\n"
        "crew p:paramedic o:regular any:driving",
        "Ann E\nskill Ann driving x\ncrew p:paramedic any:driving",
        "Ann -\ncrew p:paramedic any:driving\nneed L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L\ncrew p:paramedic any:driving",
        "Ann L\nskill Ann driving x -\ncrew p:paramedic any:driving",
        "Ann E E\nskill Ann driving x -\ncrew p:paramedic any:driving",
        "Ann L\nBob:regular L\nskill Ann driving x -\nskill Bob driving - x\n"
        "crew p:paramedic o:regular any:driving",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L L\ncrew p:paramedic any:driving any:water\nskill Ann driving", 2),
    )
    binds_cars: ClassVar[bool] = True

    def post(self, decisions: "Decisions") -> None:
        """Let nobody be on a shift without one of those who hold the skill."""
        for shift in decisions.shifts:
            if not self.binds_unit(shift.unit):
                continue
            for skill in shift.crew.any_skills:
                without_holders = [
                    decisions.negation(decisions.works(person.id, shift))
                    for person in decisions.problem.candidates(shift)
                    if holds(decisions.problem, person.id, skill, shift)
                ]
                claims = (decisions.begun(shift), *without_holders)
                decisions.forbid_together(self, f"{shift.id} {skill}", claims)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """See who in each crew still holds the skill when the shift ends."""
        for shift in rota.crews:
            if not self.binds_unit(shift.unit):
                continue
            for skill in shift.crew.any_skills:
                if not lasting_holders(rota, shift, skill):
                    dates = " and ".join(day_in_words(d) for d in shift.span.days)
                    because = f"nobody in the crew holds {skill} on {dates}"
                    yield self.breach(shift.id, because, day=shift.day)


def lasting_holders(rota: Rota, shift: Shift, skill: str) -> set[PersonId]:
    """Who in the crew holds the skill on every date that the shift touches."""
    holders = set(rota.people_on(shift))
    for day in shift.span.days:
        holders &= {
            ticket.person
            for person in holders
            for ticket in rota.problem.training_of.get((person, skill), ())
            if day in ticket.valid
        }
    return holders


def holds(problem: Problem, person: PersonId, skill: str, shift: Shift) -> bool:
    """Whether the person holds the skill for the whole of the shift."""
    tickets = problem.training_of.get((person, skill), ())
    return bool(tickets) and all(
        any(day in ticket.valid for ticket in tickets) for day in shift.span.days
    )
