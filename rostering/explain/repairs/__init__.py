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
from rostering.explain.gaps import Gap
from rostering.explain.repairs.chains import Chains
from rostering.explain.repairs.eased import Eased
from rostering.explain.repairs.easings import Easing
from rostering.explain.repairs.kindness import MOVE
from rostering.explain.repairs.trials import Trials, unkindness
from rostering.explain.repairs.waivers import dated
from rostering.solve import Limits

DEFAULT = Limits()


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

    @property
    def unkindness(self) -> int:
        """How much it asks of people, those who move included."""
        moved = sum(bool(change.leaves) for change in self.changes)
        return unkindness(self.easings) + MOVE.unkindness * moved

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
    rota: Rota,
    rules: Sequence[Rule],
    gaps: Iterable[Gap],
    *,
    most: int = 3,
    limits: Limits = DEFAULT,
) -> tuple[OpenShift, ...]:
    """Every open shift with its repairs, those that ask the least first.

    Args:
        rota: The rota as it stands, however it was made.
        rules: What must hold and what is wished.
        gaps: What `gaps` says of the rota; spare places are passed over.
        most: How many repairs of different kinds are wanted for a shift.
        limits: Where the search for chains begins.
    """
    missed = [gap for gap in gaps if not gap.is_spare]
    by_shift = {s: tuple(its) for s, its in groupby(missed, key=lambda g: g.shift)}
    if not most or not by_shift:
        return tuple(OpenShift(shift, its, ()) for shift, its in by_shift.items())
    search = _Search(rota, rules, tuple(by_shift), limits)
    return tuple(
        OpenShift(shift, its, search.repairs(its, most))
        for shift, its in by_shift.items()
    )


class _Search:
    """One rota, asked for repairs of one open shift after another."""

    def __init__(
        self,
        rota: Rota,
        rules: Sequence[Rule],
        shifts: Sequence[Shift],
        limits: Limits,
    ) -> None:
        self._rota = rota
        self._rules = rules
        self._before = audit(rota, [rule for rule in rules if rule.mode is Mode.WISH])
        self._chains = Chains(rota, rules, shifts, limits)

    def repairs(self, gaps: tuple[Gap, ...], most: int) -> tuple[Repair, ...]:
        """What asks for no fact to be otherwise first, then what asks least."""
        shift = gaps[0].shift
        ways = Trials(self._rota, self._rules, gaps).of_kinds(most)
        below = unkindness(ways[0][0].easings) if ways else None
        chain = self._chains.kindest(shift, below=below)
        if chain is not None:
            ways.append([chain])
        alike = [tuple(map(dated, way)) for way in ways]
        found = [Repair(shift, w[0], self._before, w[1:]) for w in alike]
        found.sort(key=lambda repair: (bool(repair.easings), repair.unkindness))
        return tuple(found[:most])
