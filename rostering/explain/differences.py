"""How one rota differs from another: who would be elsewhere, and at what charge."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from rostering.domain import Audit, Fill, PersonId, Rota, Tier


@dataclass(frozen=True, slots=True)
class Change:
    """What one person would do otherwise."""

    person: PersonId
    leaves: tuple[Fill, ...]
    joins: tuple[Fill, ...]


@dataclass(frozen=True, slots=True)
class Charge:
    """What one rule's wishes cost in the given rota, and in the other."""

    tier: Tier
    rule: str
    now: int
    then: int


def changes_between(
    given: Rota, other: Rota, *, first: PersonId | None = None
) -> tuple[Change, ...]:
    """Everybody who would be somewhere else; one person first, if so said."""
    leaves: defaultdict[PersonId, list[Fill]] = defaultdict(list)
    joins: defaultdict[PersonId, list[Fill]] = defaultdict(list)
    for fill in sorted(given.fills - other.fills):
        leaves[fill.person].append(fill)
    for fill in sorted(other.fills - given.fills):
        joins[fill.person].append(fill)
    people = sorted({*leaves, *joins}, key=lambda person: (person != first, person))
    return tuple(Change(p, tuple(leaves[p]), tuple(joins[p])) for p in people)


def charges_between(before: Audit, after: Audit) -> tuple[Charge, ...]:
    """Every rule whose charge would differ, in order of tier."""
    now, then = _by_rule(before), _by_rule(after)
    return tuple(
        Charge(*key, now[key], then[key])
        for key in sorted(now | then)
        if now[key] != then[key]
    )


def _by_rule(found: Audit) -> Counter[tuple[Tier, str]]:
    costs: Counter[tuple[Tier, str]] = Counter()
    for breach in found.wishes:
        costs[breach.tier, breach.rule] += breach.cost
    return costs
