"""What a change of the rota wins and costs in wishes, in the words of all commands."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rostering.domain import Tier

if TYPE_CHECKING:
    from rostering.explain.differences import Charge


def worth_by_tier(charges: "Iterable[Charge]") -> Iterator[tuple[str, str]]:
    """`contract 21 better` and the rules behind it, for each tier that differs."""
    every = tuple(charges)
    for tier in Tier:
        its = [charge for charge in every if charge.tier is tier]
        total = sum(charge.then - charge.now for charge in its)
        if total:
            better = "better" if total < 0 else "worse"
            rules = ", ".join(dict.fromkeys(charge.rule for charge in its))
            yield f"{tier.title} {abs(total)} {better}", rules


def worth_in_words(charges: "Iterable[Charge]") -> str:
    """`contract 21 better (HOURS-03); wishes 5 worse (RUN-05)`; empty if as before."""
    return "; ".join(f"{said} ({rules})" for said, rules in worth_by_tier(charges))
