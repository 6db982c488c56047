"""Asking one person, car or team for what would crew several open shifts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rostering.domain import Rota, Shift
from rostering.explain.repairs import OpenShift
from rostering.explain.repairs.eased import Eased
from rostering.explain.repairs.easings import Easing

AT_LEAST = 2

Ways = defaultdict[tuple[str, str], dict[Shift, Eased]]
"""By what kind of thing is asked of whom: a repair for each shift."""


@dataclass(frozen=True, slots=True)
class Together:
    """Several repairs that ask the same of somebody, audited as one rota."""

    subject: str
    """The id of the person, car or team."""
    kind: str
    shifts: tuple[Shift, ...]
    eased: Eased

    @property
    def easings(self) -> tuple[Easing, ...]:
        """All that is asked for."""
        return self.eased.easings


def asked_together(shifts: Sequence[OpenShift]) -> tuple[Together, ...]:
    """What would crew several of the shifts; those that mend most come first.

    No shift is named twice.
    """
    ways: Ways = defaultdict(dict)
    for shift, eased in _each(shifts):
        asked = {(easing.kind.name, easing.subject) for easing in eased.easings}
        if len(asked) == 1:
            ways[asked.pop()].setdefault(shift, eased)
    found: list[Together] = []
    while best := max(_candidates(ways), key=_worth, default=None):
        found.append(best)
        for its in ways.values():
            for shift in best.shifts:
                its.pop(shift, None)
    return tuple(found)


def _candidates(ways: Ways) -> Iterator[Together]:
    for (kind, subject), its in ways.items():
        shifts, eased = _joined(its) if len(its) >= AT_LEAST else ((), None)
        if eased is not None and len(shifts) >= AT_LEAST:
            yield Together(subject, kind, shifts, eased)


def _worth(together: Together) -> tuple[int, int]:
    kindness = -sum(easing.kind.unkindness for easing in together.easings)
    return len(together.shifts), kindness


def _each(shifts: Sequence[OpenShift]) -> Iterator[tuple[Shift, Eased]]:
    for shift in shifts:
        for repair in shift.repairs:
            for eased in (repair.eased, *repair.likewise):
                yield shift.shift, eased


def _joined(ways: Mapping[Shift, Eased]) -> tuple[tuple[Shift, ...], Eased | None]:
    """As many of the repairs as go together, one after another."""
    shifts: list[Shift] = []
    whole: Eased | None = None
    for shift, eased in sorted(ways.items(), key=lambda way: way[0]):
        both = eased if whole is None else _both(whole, eased)
        rota = Rota(both.given.problem, both.fills)
        if not both.new_breaches and all(map(rota.is_crewed, (*shifts, shift))):
            whole = both
            shifts.append(shift)
    return tuple(shifts), whole


def _both(first: Eased, second: Eased) -> Eased:
    easings = tuple(dict.fromkeys((*first.easings, *second.easings)))
    given = first.given.fills
    left = (given - first.fills) | (given - second.fills)
    fills = (first.fills | second.fills) - left
    return Eased(first.given, first.rules, easings, fills)
