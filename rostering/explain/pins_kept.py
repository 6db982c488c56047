"""Whether a first try already keeps every pin, told without the solver.

The solver takes longer to load than all else that is asked of an ordinary book.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from constraints import BarringRule, Rule
from constraints.pins import ANY_CAR
from rostering.audit import audit
from rostering.domain import (
    Fill,
    Mode,
    Person,
    PersonId,
    Pin,
    PinKind,
    Post,
    Problem,
    Rota,
    Shift,
)
from rostering.eligibility import candidates, reasons_against


def has_rota_with_pins(problem: Problem, rules: Sequence[Rule]) -> bool:
    """Whether a rota of the pinned shifts alone keeps all that must be kept.

    It is put together without looking ahead, and audited: where it breaks something,
    another rota may still keep everything.
    """
    hard = [rule for rule in rules if rule.mode is Mode.HARD]
    barring = [rule for rule in hard if isinstance(rule, BarringRule)]
    found = audit(Rota(problem, _FirstTry(problem, barring).fills()), hard)
    return not (found.breaches or found.waived)


class _FirstTry:
    """Whoever is pinned to a car, and the first who may ride with them."""

    def __init__(self, problem: Problem, barring: Sequence[BarringRule]) -> None:
        self._problem = problem
        self._barring = barring

    def fills(self) -> frozenset[Fill]:
        """The fills of all pinned shifts; without some where nobody may fill a post."""
        pinned: dict[Shift, list[Fill]] = {}
        for pin in self._problem.pins:
            if pin.kind is PinKind.ON and (fill := self._fill_of(pin)):
                pinned.setdefault(fill.shift, []).append(fill)
        taken = {(pin.person, pin.day) for pin in self._problem.pins}
        fills: list[Fill] = []
        for shift, crew in pinned.items():
            others = self._others(shift, crew, taken)
            taken |= {(fill.person, shift.day) for fill in others}
            fills += [*crew, *others]
        return frozenset(fills)

    def _fill_of(self, pin: Pin) -> Fill | None:
        """The first fill that keeps the pin."""
        for shift in self._problem.shifts_on.get(pin.day, ()):
            if pin.unit in ANY_CAR or pin.unit == shift.unit:
                for person, post in self._free(shift):
                    if person.id == pin.person:
                        return Fill(person.id, shift, post.name)
        return None

    def _others(
        self, shift: Shift, crew: Sequence[Fill], taken: set[tuple[PersonId, date]]
    ) -> list[Fill]:
        """The first who may fill what the crew lacks."""
        others: list[Fill] = []
        for post in shift.crew.posts:
            missing = post.least - sum(fill.post == post.name for fill in crew)
            free = (
                Fill(person.id, shift, post.name)
                for person, other in self._free(shift)
                if other.name == post.name and (person.id, shift.day) not in taken
            )
            others += islice(free, max(0, missing))
        return others

    def _free(self, shift: Shift) -> Iterator[tuple[Person, Post]]:
        """Whoever may fill each post of the shift, by each rule of its own."""
        problem, barring = self._problem, self._barring
        return (
            (person, post)
            for person, post in candidates(problem, shift)
            if not any(reasons_against(problem, barring, person, shift, post))
        )
