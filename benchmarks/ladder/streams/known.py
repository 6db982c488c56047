"""Which fills a claim is made of."""

from collections import Counter
from typing import TYPE_CHECKING

from rostering.decisions.claims import undecided

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ortools.sat.python.cp_model_helper import Literal

    from rostering.decisions import Claim
    from rostering.domain import Fill


class Known:
    """What is known of claims: which are fills, and of what others are made."""

    def __init__(self) -> None:
        """Begin with no claim."""
        self.fills: dict[int, Fill] = {}
        self.any_of: dict[int, Sequence[Literal]] = {}
        self.all_of: dict[int, Sequence[Literal]] = {}

    def alternatives(self, claim: "Literal") -> "frozenset[Fill] | None":
        """The fills any of which makes the claim true; None if others may."""
        fill = self.fills.get(claim.index)
        if fill is not None:
            return frozenset((fill,))
        found: set[Fill] = set()
        for each in self.any_of.get(claim.index, ()):
            its = self.alternatives(each)
            if its is None:
                return None
            found |= its
        return frozenset(found) or None

    def total(self, claim: "Literal") -> "tuple[int, Counter[Fill]] | None":
        """A number and a sum of fills that together are 1 where the claim is true.

        Of what one person may be on in a day, no two are true: they may be added up.
        """
        if claim.index < 0:
            its = self.total(~claim)
            return its and (1 - its[0], Counter({f: -n for f, n in its[1].items()}))
        fills = self.alternatives(claim)
        if fills is None or not is_one_day(fills):
            return None
        return 0, Counter(fills)

    def split(
        self, claim: "Literal", parts: "list[frozenset[Fill]]", against: "set[Fill]"
    ) -> bool:
        """Add what the claim wants to be there and not there, if it can be said."""
        if claim.index in self.all_of:
            return all(self.split(x, parts, against) for x in self.all_of[claim.index])
        fills = self.alternatives(claim if claim.index >= 0 else ~claim)
        if fills is None:
            return False
        if claim.index >= 0:
            parts.append(fills)
        else:
            against |= fills
        return True


def is_one_day(fills: "Iterable[Fill]") -> bool:
    """Whether they all are of one person and one day."""
    return len({(fill.person, fill.shift.day) for fill in fills}) == 1


def kept(
    parts: "dict[int, Sequence[Literal]]", claim: "Claim", claims: "Iterable[Claim]"
) -> "Claim":
    """The claim, once it is written down of which others it is made."""
    wanted = undecided(claims)
    if not isinstance(claim, bool) and wanted and len(wanted) > 1:
        parts[claim.index] = tuple(wanted.values())
    return claim
