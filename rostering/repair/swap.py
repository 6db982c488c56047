"""Two people who would exchange a shift: whether they may, and what it does (CH-SWAP).

The exchange is put into the rota and audited whole: every rule for both people and both
crews. Preferences never outweigh rest or the law (FAT-PREF).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Fill, Mode, PersonId, Rota
from rostering.explain.differences import Charge, charges_between
from rostering.explain.options import Asking, Objection
from rostering.explain.telling import telling
from rostering.pay import Pay, pay_in
from rostering.repair.changes import Change, changes
from rostering.repair.figures import Figures, figures


@dataclass(frozen=True, slots=True)
class Side:
    """What the swap does to one of the two."""

    gives: Fill
    takes: Fill
    against: tuple[Objection, ...]
    """What the rules have against it; nothing where it may be."""
    before: Figures
    after: Figures
    pay_before: Pay
    pay_after: Pay

    @property
    def person(self) -> PersonId:
        """Whose side it is."""
        return self.takes.person

    @property
    def bank_hours(self) -> Fraction:
        """Hours more that are worked and paid: what goes to the hours bank."""
        return self.pay_after.basic_hours - self.pay_before.basic_hours

    @property
    def extra_hours(self) -> Fraction:
        """Hours of plain time more, or fewer, that unsocial hours and the like earn."""
        return self.pay_after.extra_hours - self.pay_before.extra_hours


@dataclass(frozen=True)
class Swap:
    """The rota before and after, and both sides."""

    before: Rota
    after: Rota
    rules: Sequence[Rule]
    sides: tuple[Side, Side]
    told_on: date

    @property
    def is_allowed(self) -> bool:
        """Whether nothing that must hold is against it."""
        return not any(side.against for side in self.sides)

    @cached_property
    def charges(self) -> tuple[Charge, ...]:
        """Every wish whose charge differs."""
        wishes = [rule for rule in self.rules if rule.mode is Mode.WISH]
        return charges_between(audit(self.before, wishes), audit(self.after, wishes))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Who is told what, with the notice that it gives and what is owed for it."""
        return changes(self.before, self.after, self.told_on)


def swap(
    rota: Rota, rules: Sequence[Rule], first: Fill, second: Fill, *, told_on: date
) -> Swap:
    """Let two people take each other's places.

    Args:
        rota: The rota as it stands.
        rules: What must hold and what is wished.
        first: The place of one of them.
        second: The place of the other.
        told_on: The day on which both are told.
    """
    taken = second._replace(person=first.person), first._replace(person=second.person)
    after = Rota(rota.problem, (rota.fills - {first, second}) | set(taken))
    hard = [rule for rule in rules if rule.mode is Mode.HARD]
    sides = (
        _side(rota, after, hard, first, taken[0]),
        _side(rota, after, hard, second, taken[1]),
    )
    return Swap(rota, after, rules, sides, told_on)


def _side(
    before: Rota, after: Rota, hard: Sequence[Rule], gives: Fill, takes: Fill
) -> Side:
    person = before.problem.person[gives.person]
    without = Rota(after.problem, after.fills - {takes})
    against = Asking(without, hard).option(takes).objections
    return Side(
        gives,
        takes,
        tuple(sorted(against, key=telling)),
        figures(before, person, gives.shift),
        figures(after, person, takes.shift),
        pay_in(before, person.id),
        pay_in(after, person.id),
    )
