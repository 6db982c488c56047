"""What is wanted of public instances, and which of it was missed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.reasons import with_reason

BEST = {
    1: 607, 2: 828, 3: 1001, 4: 1716, 5: 1143, 6: 1950, 7: 1056, 8: 1300, 9: 439,
    10: 4631, 11: 3443, 12: 4040, 13: 1348, 14: 1278, 15: 3828, 16: 3225, 17: 5746,
    18: 4459, 19: 3149, 20: 4769, 21: 21133, 22: 30241, 23: 17285, 24: 40438,
}  # fmt: skip
"""The best costs known of the instances of Curtois and Qu, by number."""

PUBLISHED = {
    5: 1143, 7: 1056, 9: 439, 11: 3443, 13: 3109, 15: 4144, 17: 5760, 19: 3974,
}  # fmt: skip
"""What integer programming with variable neighbourhoods came to in ten minutes."""
SMALL = range(1, 13)
"""The instances that are small; of the services all are large."""
SURE = range(1, 4)
"""Those whose answer is to be proved best."""
NEAR = 0.01
"""How far above the best known a small instance may stay."""
CLOSE = 0.05
"""How far above what is proved a service may stay."""
SERVICES = "services"
"""What the reasons of all services are kept under."""
SOON = 60.0
"""Seconds in which a service is to have a first rota."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What came of one instance, as far as there is an answer."""

    name: str
    first: float
    """Seconds until the first rota."""
    cost: int
    bound: int
    breaches: int


def number_of(name: str) -> int | None:
    """The number of an instance of Curtois and Qu; None for a service."""
    found = re.fullmatch(r"Instance(\d+)", name)
    return int(found[1]) if found else None


def missed(reached: Reached) -> Iterator[str]:
    """A sentence for each goal that was missed, with the reason that is known."""
    name = reached.name
    key = SERVICES if number_of(name) is None else name
    for line in _missed(reached):
        yield with_reason("public", key, f"{name}: {line}")


def _missed(reached: Reached) -> Iterator[str]:
    number = number_of(reached.name)
    if reached.breaches:
        yield f"{reached.breaches} breaches."
    if number is None:
        yield from _missed_by_service(reached)
        return
    if number in SURE and reached.cost > reached.bound:
        yield f"{reached.cost} is not proved, only {reached.bound} is."
    known = BEST.get(number, reached.cost)
    if number in SMALL and reached.cost > (1 + NEAR) * known:
        yield f"{reached.cost} is {reached.cost / known - 1:.1%} above {known}."
    published = PUBLISHED.get(number, reached.cost)
    if number not in SMALL and reached.cost > published:
        yield f"{reached.cost} where {published} was published."


def _missed_by_service(reached: Reached) -> Iterator[str]:
    if reached.first > SOON:
        yield f"the first rota took {reached.first:.0f} s, {SOON:.0f} s are wanted."
    gap = (reached.cost - reached.bound) / max(1, reached.cost)
    if gap > CLOSE:
        yield (
            f"{reached.cost}, proved to be at least {reached.bound}: {gap:.1%} where "
            f"{CLOSE:.0%} is wanted."
        )
