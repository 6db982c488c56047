"""PIN-01: decisions already taken are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Kind, Pin, PinKind, Problem, Rota, Shift
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions

ANY_CAR = ("", "any")


@dataclass(frozen=True, kw_only=True)
class Pins(Rule):
    """Whoever is pinned to a car is on it that day, and whoever is pinned off is not.

    Why: what has been promised, published or agreed is not the engine's to change.

    Note: a pin is kept by any shift of the car that starts that day, in any post. A
    pin to a car that has no shift that day cannot be kept, and says so. A pin without
    a car, or to `any`, means every car. Pins outside the period are left alone. Pins
    are the only facts that can leave no rota at all: they may go against the rules.
    """

    code: ClassVar[str] = "PIN-01"
    title: ClassVar[str] = "Pins"
    briefly: ClassVar[str] = "pinned off"
    kind: ClassVar[Kind] = Kind.CONTRACT
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CH-TRACE", "CONV-LAYERS")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann - L1\npin Ann on - L1",
        "Ann L1 L2\npin Ann off L2 L1\nneed L1+L2 L1+L2",
        "Ann N1\npin Ann on L1\nneed L1+N1",
        "Ann L1\nBob:regular -\npin Bob off L1",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann -\npin Ann on L1\nneed L1",
        "Ann L2\npin Ann on L1\nneed L1+L2",
        "Ann L1\npin Ann off L1",
        "Ann - L1\npin Ann on L1 -",
        "Ann -\nBob:regular L1\npin Ann on L1",
        "Ann L2\npin Ann on L1",
    )

    def post(self, decisions: "Decisions") -> None:
        """Require the car's shifts of the day of whoever is pinned to it."""
        people = {person.id for person in decisions.people if self.binds(person.id)}
        for pin in _of_the_period(decisions.problem):
            if pin.person in people:
                self._post_pin(decisions, pin)

    def _post_pin(self, decisions: "Decisions", pin: Pin) -> None:
        rides = decisions.any_of(
            decisions.works(pin.person, shift)
            for shift in decisions.shifts_of(pin.person)
            if shift.day == pin.day and _is_for(pin, shift)
        )
        if pin.kind is PinKind.ON:
            decisions.at_least(self, pin.id, [(rides, 1)], 1)
        else:
            decisions.forbid_together(self, pin.id, [rides])

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Look at the rota for each pin: who is on which car that day."""
        for pin in _of_the_period(rota.problem):
            if self.binds(pin.person):
                shifts = rota.problem.shifts_on.get(pin.day, ())
                of_the_car = [shift for shift in shifts if _is_for(pin, shift)]
                is_on = any(pin.person in rota.people_on(s) for s in of_the_car)
                if is_on != (pin.kind is PinKind.ON):
                    because = _in_words(pin, has_shift=bool(of_the_car))
                    yield self.breach(pin.person, because, day=pin.day)


def _of_the_period(problem: Problem) -> Iterator[Pin]:
    return (pin for pin in problem.pins if pin.day in problem.period)


def _is_for(pin: Pin, shift: Shift) -> bool:
    return pin.unit in ANY_CAR or pin.unit == shift.unit


def _in_words(pin: Pin, *, has_shift: bool) -> str:
    car = "any car" if pin.unit in ANY_CAR else pin.unit
    where = f"{car} on {day_in_words(pin.day)}"
    if pin.kind is PinKind.OFF:
        return f"pinned off {where}, but on it"
    because = "not on it" if has_shift else "it has no shift that day"
    return f"pinned on {where}, but {because}"
