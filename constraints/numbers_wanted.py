"""COVER-03: as many people in a post as wanted, with a price each way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Mode, Rota, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class NumbersWanted(Rule):
    """Each post has as many people as are wanted, neither fewer nor more.

    Why: a control room or a large station asks for numbers rather than for whole crews.
    One too few is a call that waits, one too many is somebody missed elsewhere, and
    the two have their prices.

    Note: it looks at the wanted number of each post of each shift, crewed or not. It is
    off unless a book switches it on; COVER-01 counts whole crews, and COVER-02 what is
    wanted beyond them.

    Attributes:
        below: What each missing person costs.
        above: What each person beyond the number costs.
    """

    code: ClassVar[str] = "COVER-03"
    title: ClassVar[str] = "Numbers wanted"
    is_usual: ClassVar[bool] = False
    may_be_hard: ClassVar[bool] = False
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-COMP",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob L\ncrew p:paramedic*2",
        "Ann L -\nBob - L\ncrew p:paramedic*0-1",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L\nBob -\ncrew p:paramedic*2", 100),
        ("Ann -\nBob -\ncrew p:paramedic*1-2\nneed L", 200),
        ("Ann L\nBob L\nCal L\ncrew p:paramedic", 2),
        ("Ann L1\nBob L1\nneed L1+L2\ncrew p:paramedic", 101),
    )
    binds_cars: ClassVar[bool] = True

    mode: Mode = Mode.WISH
    tier: Tier = Tier.COVER
    below: int = 100
    above: int = 1

    def post(self, decisions: "Decisions") -> None:
        """Charge what is missing from the wanted number, and what is beyond it."""
        short = replace(self, weight=self.weight * self.below)
        over = replace(self, weight=self.weight * self.above)
        for shift in decisions.shifts:
            if not self.binds_unit(shift.unit):
                continue
            for post in shift.crew.posts:
                terms = [(claim, 1) for _, claim in decisions.takers(shift, post.name)]
                subject = f"{shift.id} {post.name}"
                if self.below:
                    decisions.at_least(short, subject, terms, post.wanted)
                if self.above:
                    decisions.at_most(over, subject, terms, post.wanted)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count the people in each post."""
        for shift in self.bound_shifts(rota.problem):
            for post in shift.crew.posts:
                beyond = rota.headcount(shift, post) - post.wanted
                price = -self.below if beyond < 0 else self.above
                if beyond and price:
                    yield self.breach(
                        shift.id,
                        f"{post.name} has {beyond + post.wanted} people, "
                        f"{post.wanted} wanted",
                        day=shift.day,
                        amount=beyond * price,
                    )
