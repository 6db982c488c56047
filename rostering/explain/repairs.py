"""Ways to close a gap, each of them a rota that was audited before it is offered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Audit, Mode, Rota, Shift
from rostering.explain.differences import (
    Change,
    Charge,
    changes_between,
    charges_between,
)
from rostering.explain.eased import Eased
from rostering.explain.easings import Easing
from rostering.explain.gaps import Gap
from rostering.explain.trials import Trials


@dataclass(frozen=True)
class Repair:
    """A rota in which one more shift is crewed, and what must be otherwise for it."""

    shift: Shift
    eased: Eased
    before: Audit
    likewise: tuple[Eased, ...] = ()
    """Others of whom just the same could be asked instead."""

    @property
    def easings(self) -> tuple[Easing, ...]:
        """What is asked of whom; nothing where a rota by the same facts does it."""
        return self.eased.easings

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Who would be elsewhere."""
        return changes_between(self.eased.given, self.eased.rota)

    @cached_property
    def charges(self) -> tuple[Charge, ...]:
        """What each rule's wishes cost now and then."""
        wishes = [r for r in self.eased.eased_rules if r.mode is Mode.WISH]
        return charges_between(self.before, audit(self.eased.rota, wishes))


@dataclass(frozen=True, slots=True)
class OpenShift:
    """A shift that is not crewed: who is stopped by what, and how it could be."""

    shift: Shift
    gaps: tuple[Gap, ...]
    repairs: tuple[Repair, ...]


def open_shifts(
    rota: Rota, rules: Sequence[Rule], gaps: Iterable[Gap], *, most: int = 3
) -> tuple[OpenShift, ...]:
    """Every open shift with its repairs, those that ask the least first.

    Args:
        rota: The rota as it stands, however it was made.
        rules: What must hold and what is wished.
        gaps: What `gaps` says of the rota; spare places are passed over.
        most: How many repairs of different kinds are wanted for a shift.
    """
    before = audit(rota, [rule for rule in rules if rule.mode is Mode.WISH])
    missed = [gap for gap in gaps if not gap.is_spare]
    found = []
    for shift, its in groupby(missed, key=lambda gap: gap.shift):
        posts = tuple(its)
        ways = Trials(rota, rules, posts).of_kinds(most) if most else []
        repairs = (Repair(shift, way[0], before, tuple(way[1:])) for way in ways[:most])
        found.append(OpenShift(shift, posts, tuple(repairs)))
    return tuple(found)
