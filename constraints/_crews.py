"""What rules on whole crews have in common."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rostering.domain import Rota, Shift

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions


def complete(decisions: "Decisions", shift: Shift) -> "Claim":
    """The claim that somebody is on the shift, and that no post lacks its least."""
    if any(post.least for post in shift.crew.posts):
        return decisions.crewed(shift)
    return decisions.begun(shift)


def complete_crews(rota: Rota) -> Iterator[Shift]:
    """The shifts with somebody on them and no post that lacks its least."""
    return (shift for shift in rota.crews if rota.is_crewed(shift))
