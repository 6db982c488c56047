"""Why this one and not that one: what stops whom, and what the other way would cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Audit, Fill, PersonId, Rota, Shift, Tier
from rostering.explain.asked import others_for, own_breaches, posts_for
from rostering.explain.differences import (
    Change,
    Charge,
    changes_between,
    charges_between,
)
from rostering.explain.gaps import GapAsking
from rostering.explain.options import Asking, Objection, Option
from rostering.explain.why.counterfactual import Counterfactual, counterfactual
from rostering.explain.why.nearest import Supposition
from rostering.solve import Limits, Outcome

DEFAULT = Limits()


class Verdict(StrEnum):
    """How the rota compares in which it is the other way round."""

    FORBIDDEN = "forbidden"
    WORSE = "worse"
    AS_GOOD = "just as good"
    BETTER = "better"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Why:
    """The answer about one person on one day."""

    supposed: Supposition
    given: Rota
    before: Audit
    fills: tuple[Fill, ...]
    """Where the person is that day, on the cars that are asked about."""
    broken: Option | None
    """The person's own place, if it breaks what must hold."""
    held: tuple[Objection, ...]
    """The pins that keep the person there."""
    options: tuple[Option, ...]
    """For someone who is there, the others; for someone who is not, each post."""
    otherwise: Counterfactual

    @property
    def is_there(self) -> bool:
        """Whether the person is where the question is about."""
        return not self.supposed.is_on

    @cached_property
    def verdict(self) -> Verdict:
        """How it would be the other way round: the first tier that differs decides."""
        if self.otherwise.rota is None:
            is_known = self.otherwise.outcome is Outcome.INFEASIBLE
            return Verdict.FORBIDDEN if is_known else Verdict.UNDECIDED
        for tier in Tier:
            now, then = self.before.cost(tier), self.otherwise.audit.cost(tier)
            if now != then:
                return Verdict.WORSE if then > now else Verdict.BETTER
        return Verdict.AS_GOOD

    @cached_property
    def charges(self) -> tuple[Charge, ...]:
        """Every rule whose charge would differ, in order of tier."""
        if self.otherwise.rota is None:
            return ()
        return charges_between(self.before, self.otherwise.audit)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Everybody who would be somewhere else, the person asked about first."""
        if self.otherwise.rota is None:
            return ()
        other, first = self.otherwise.rota, self.supposed.person
        return changes_between(self.given, other, first=first)


def why(
    rota: Rota,
    rules: Sequence[Rule],
    person: PersonId,
    shifts: Sequence[Shift],
    *,
    limits: Limits = DEFAULT,
) -> Why:
    """Say why someone is on one of these shifts, or on none of them.

    Args:
        rota: The rota as it stands, however it was made.
        rules: What must hold and what is wished.
        person: Who is asked about.
        shifts: The shifts of one day that are asked about.
        limits: How long to search for the rota in which it is otherwise.
    """
    asking = Asking(rota, rules)
    fills = tuple(f for s in shifts for f in rota.crew_of(s) if f.person == person)
    taken = tuple(shift for shift in shifts if any(f.shift == shift for f in fills))
    supposed = Supposition(person, taken or tuple(shifts), is_on=not taken)
    before = audit(rota, rules)
    options = (
        [other for fill in fills for other in others_for(rota, asking, fill)]
        if taken
        else posts_for(rota, asking, GapAsking(rota, rules), person, supposed.shifts)
    )
    return Why(
        supposed,
        rota,
        before,
        fills,
        own_breaches(rota, rules, fills),
        tuple(pin for fill in fills for pin in asking.held(fill)),
        tuple(options),
        counterfactual(rota, rules, supposed, before=before, limits=limits),
    )
