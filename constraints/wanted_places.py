"""COVER-02: the wanted places of a crew are filled."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Mode, Rota, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class WantedPlaces(Rule):
    """A crew has everybody who is wanted, not only those it cannot do without.

    Why: the car runs with its least, but a weekend night goes better with the second
    officer whom the crew template wants.

    Note: each empty place beyond the least costs one. A shift that is not crewed
    is charged as such and not again here.
    """

    code: ClassVar[str] = "COVER-02"
    title: ClassVar[str] = "Wanted places"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-COMP",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob L\ncrew p:paramedic*1-2",
        "Ann -\nBob -\ncrew p:paramedic*1-2\nneed L",
        "Ann L\nSam:special -\nTom:special -\ncrew p:paramedic o:special*1-2",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L\nBob -\ncrew p:paramedic*1-2", 1),
        ("Ann L\ncrew p:paramedic*1-3", 2),
        ("Ann L L\nSam:special - L\ncrew p:paramedic o:special*0-1", 1),
    )
    binds_cars: ClassVar[bool] = True
    may_be_hard: ClassVar[bool] = False

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES

    def post(self, decisions: "Decisions") -> None:
        """Let each post reach what is wanted, unless the shift lacks its crew."""
        for shift in decisions.shifts:
            if not self.binds_unit(shift.unit):
                continue
            uncrewed = decisions.negation(decisions.crewed(shift))
            for post in shift.crew.posts:
                if post.wanted > post.least:
                    takers = decisions.takers(shift, post.name)
                    terms = [
                        *((claim, 1) for _, claim in takers),
                        (uncrewed, post.wanted),
                    ]
                    subject = f"{shift.id} {post.name}"
                    decisions.at_least(self, subject, terms, post.wanted)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count the empty places of the shifts that are crewed."""
        for shift in self.bound_shifts(rota.problem):
            if not rota.is_crewed(shift):
                continue
            for post in shift.crew.posts:
                here = rota.headcount(shift, post)
                if here < post.wanted:
                    yield self.breach(
                        shift.id,
                        f"{post.name} has {here} of {post.wanted} wanted",
                        day=shift.day,
                        amount=post.wanted - here,
                    )
