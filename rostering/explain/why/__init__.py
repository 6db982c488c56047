"""Why this one and not that one: what stops whom, and what the other way would cost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Audit, Fill, PersonId, Rota, Shift, Tier
from rostering.eligibility import candidates
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
    options = _others(rota, asking, fills) if taken else _posts(rota, rules, supposed)
    return Why(
        supposed,
        rota,
        before,
        fills,
        _own(rota, rules, fills),
        tuple(pin for fill in fills for pin in asking.held(fill)),
        tuple(options),
        counterfactual(rota, rules, supposed, before=before, limits=limits),
    )


def _own(rota: Rota, rules: Sequence[Rule], fills: Sequence[Fill]) -> Option | None:
    """What must hold and is broken by the person's own place."""
    for fill in fills:
        without = Rota(rota.problem, rota.fills - {fill})
        if fill.post in fill.shift.crew.by_name:
            option = Asking(without, rules).option(fill)
            if option.objections:
                return option
    return None


def _others(rota: Rota, asking: Asking, fills: Sequence[Fill]) -> Iterator[Option]:
    """Everybody else who could be thought of for the person's place."""
    for own in fills:
        for person, post in candidates(rota.problem, own.shift):
            if post.name == own.post and person.id not in rota.people_on(own.shift):
                fill = Fill(person.id, own.shift, post.name)
                yield asking.option(fill, instead_of=own.person)


def _posts(
    rota: Rota, rules: Sequence[Rule], supposed: Supposition
) -> Iterator[Option]:
    """The person in each post of the shifts that admits the role; if none, in all."""
    crewed, empty = Asking(rota, rules), GapAsking(rota, rules)
    role = rota.problem.person[supposed.person].role
    posts = [(shift, post) for shift in supposed.shifts for post in shift.crew.posts]
    admitting = [(shift, post) for shift, post in posts if post.admits(role)]
    for shift, post in admitting or posts:
        fill = Fill(supposed.person, shift, post.name)
        has_room = rota.headcount(shift, post) < post.least
        is_empty = has_room and not rota.is_crewed(shift)
        yield empty.option(fill) if is_empty else crewed.best_option(fill)
