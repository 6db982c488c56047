"""ROLE-02: posts go to the role that is preferred for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Kind, Mode, Post, Rota, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class PreferredRoles(Rule):
    """A post goes to someone of the role that the crew template names first.

    Why: Specials crew the weekend nights and regulars the late turns; another role
    may step in, but that costs overtime or leaves a response team one short.

    Note: each step down the template's order costs one; roles of equal rank are
    equally good.
    """

    code: ClassVar[str] = "ROLE-02"
    title: ClassVar[str] = "Preferred roles"
    briefly: ClassVar[str] = "of a role less preferred"
    kind: ClassVar[Kind] = Kind.POLICY
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-SOURCE",)
    kept: ClassVar[tuple[str, ...]] = (
        "Sam:special L\nBob:regular -\ncrew o:special>regular",
        "Sam:special L\nBob:regular L\ncrew o:special/regular*2",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Sam:special -\nBob:regular L\ncrew o:special>regular", 1),
        (
            "Sam:special L\nBob:regular - L\nPat:reserve - - L\n"
            "crew o:special>regular>reserve",
            3,
        ),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.CONTRACT

    def post(self, decisions: "Decisions") -> None:
        """Charge each fill with the rank of its person's role."""
        for fill, claim in decisions.fill_claims.items():
            role = decisions.problem.person[fill.person].role
            rank = fill.shift.crew.by_name[fill.post].preference(role)
            if rank and self.binds(fill.person):
                subject = f"{fill.person}: {fill.shift.id} {fill.post}"
                decisions.forbid_together(self, subject, (claim,), amount=rank)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count the roles that each crew member's post names before theirs."""
        for shift, crew in rota.crews.items():
            for fill in crew:
                role = rota.problem.person[fill.person].role
                better = _better(shift.crew.by_name[fill.post], role)
                if better and self.binds(fill.person):
                    yield self.breach(
                        fill.person,
                        f"{role} as {fill.post} on {shift.in_words}; "
                        f"better {', then '.join(better)}",
                        day=shift.day,
                        amount=len(better),
                    )


def _better(post: Post, role: str) -> list[str]:
    before = takewhile(lambda roles: role not in roles, post.roles)
    return [" or ".join(sorted(roles)) for roles in before]
