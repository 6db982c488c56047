"""CREW-01: a whole crew or none."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Kind, Mode, Rota

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions


@dataclass(frozen=True, kw_only=True)
class CompleteCrew(Rule):
    """A shift is crewed completely or not at all.

    Why: the car is a joint unit only while each service is on board; a crew with one
    side missing stands down, and its people are worth more elsewhere. Seats are
    limited too.

    Note: every post has its least at least, and none has more than its most; a shift
    that nobody is on breaks nothing here.
    """

    code: ClassVar[str] = "CREW-01"
    title: ClassVar[str] = "Complete crew"
    briefly: ClassVar[str] = "in no complete crew"
    kind: ClassVar[Kind] = Kind.SAFETY
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-COMP", "CREW-FALLBACK")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob:regular L",
        "Ann -\nBob:regular -\nneed L",
        "Ann L\nBob:regular -\ncrew p:paramedic o:regular*0-1",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L\nBob:regular -",
        "Ann -\nBob:regular L",
        "Ann L\nBob L\ncrew p:paramedic",
        "Ann L\nBob:regular -\ncrew p:paramedic*0-1 o:regular*2",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L\nBob:regular -", 1),
        ("Ann L\nBob L\nCal L\ncrew p:paramedic", 2),
        ("Ann L\nBob L\nCal:regular -\ncrew p:paramedic o:regular", 2),
    )
    binds_cars: ClassVar[bool] = True

    def post(self, decisions: "Decisions") -> None:
        """Keep posts within their most, and people off shifts that lack their least."""
        for shift in decisions.shifts:
            if not self.binds_unit(shift.unit):
                continue
            lacks = decisions.negation(decisions.crewed(shift))
            for post in shift.crew.posts:
                takers = decisions.takers(shift, post.name)
                terms: list[tuple[Claim, int]] = [(c, 1) for _, c in takers]
                subject = f"{shift.id} {post.name}"
                if self.mode is Mode.HARD:
                    # Tighter for the solver than the two wishes: none where it lacks.
                    terms.append((lacks, post.most))
                decisions.at_most(self, subject, terms, post.most)
            if self.mode is Mode.WISH:
                decisions.forbid_together(
                    self, shift.id, (decisions.begun(shift), lacks)
                )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count the people in each post of each shift that has anybody."""
        for shift, crew in rota.crews.items():
            if not self.binds_unit(shift.unit):
                continue
            posts = [fill.post for fill in crew]
            here = {post.name: posts.count(post.name) for post in shift.crew.posts}
            too_few = [
                f"{post.name} {here[post.name]} of at least {post.least}"
                for post in shift.crew.posts
                if here[post.name] < post.least
            ]
            if too_few:
                because = f"the crew is incomplete: {', '.join(too_few)}"
                yield self.breach(shift.id, because, day=shift.day)
            for post in shift.crew.posts:
                if here[post.name] > post.most:
                    yield self.breach(
                        shift.id,
                        f"{here[post.name]} people in {post.name}, "
                        f"which takes at most {post.most}",
                        day=shift.day,
                        amount=here[post.name] - post.most,
                    )
