"""Why there is no rota at all: pins, rules and facts that cannot hold together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from constraints import Rule
from rostering.domain import Pin, PinKind, Place, Problem, Rota
from rostering.explain.clash.case import Case, Part, shifts_of
from rostering.explain.clash.switches import Switches
from rostering.explain.clash.words import Kind, Member, members, pin_in_words


@dataclass(frozen=True)
class Clash:
    """Pins, rules and facts that cannot hold together, each of which is needed.

    Dropping any one of them makes the others possible; the solver has tried each.
    """

    parts: tuple[Part, ...]
    members: tuple[Member, ...]
    """The same in words, and cells of facts that nothing could let go."""

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The pins among them."""
        return tuple(part for part in self.parts if isinstance(part, Pin))

    @property
    def rules(self) -> tuple[str, ...]:
        """The codes of the rules among them."""
        return tuple(dict.fromkeys(m.code for m in self.members if m.code))

    @property
    def places(self) -> tuple[Place, ...]:
        """All cells, as they are told."""
        return tuple(m.place for m in self.members if m.place is not None)

    @property
    def sentence(self) -> str:
        """All of it in one line."""
        said = (f"{m.said}{f' ({m.place})' * bool(m.place)}" for m in self.members)
        return f"These cannot all hold: {'; '.join(said)}."


def clashes(problem: Problem, rules: Sequence[Rule]) -> tuple[Clash, ...]:
    """Clashes that have no pin in common; none where a rota is possible."""
    board = Board(problem, rules)
    pins, found = board.pins, list[Clash]()
    while isinstance(clash := board.trial(pins), Clash):
        found.append(clash)
        pins = tuple(pin for pin in pins if pin not in clash.pins)
    return tuple(found)


class Board:
    """The cars to which anybody is pinned, in one model: each pin can be taken off."""

    def __init__(self, problem: Problem, rules: Sequence[Rule]) -> None:
        """Build the model with a switch for each pin."""
        self._problem = problem
        self._rules = rules
        case = _case_of(problem, rules, problem.pins)
        self.pins = case.pins
        """The pins of the period."""
        self._pinned_cars = Switches(case)

    def trial(self, pins: Sequence[Pin]) -> "Rota | Clash | None":
        """A rota with these pins, or a clash; None where the solver cannot tell.

        The rota has only cars to which somebody is pinned, if these are enough.
        """
        for pin in pins:
            if alone := _without_a_post(self._problem, pin):
                return alone
        found = self._pinned_cars.trial(pins)
        if isinstance(found, tuple):
            clash = self._clash(found)
            if clash is not None:
                return clash
            found = self._every_car.trial(pins)
        if isinstance(found, tuple):
            return _smallest(self._whole(found))
        return None if found is None else Rota(self._problem, found)

    @cached_property
    def _every_car(self) -> Switches:
        return Switches(self._whole(self._problem.pins))

    def _whole(self, pins: Iterable[Pin]) -> Case:
        """The case of all shifts, with these pins only."""
        problem = replace(self._problem, pins=tuple(pins))
        return Case.of(problem, self._rules, shifts=problem.shifts)

    def _clash(self, pins: Sequence[Pin]) -> Clash | None:
        """The clash of pins that cannot hold on the pinned cars alone.

        None where another car, ridden in place of a team's turn, makes them hold.
        """
        few = replace(self._problem, pins=tuple(pins))
        near, whole = _smallest(_case_of(few, self._rules, pins)), self._whole(pins)
        if whole.is_impossible(near.parts):
            return near
        return _smallest(whole) if whole.is_impossible(whole.parts) else None


def _case_of(problem: Problem, rules: Sequence[Rule], pins: Iterable[Pin]) -> Case:
    """The case of the shifts that the pins are about."""
    shifts = {shift for pin in pins for shift in shifts_of(problem, pin)}
    return Case.of(problem, rules, shifts=shifts)


def _smallest(case: Case) -> Clash:
    parts = case.smallest()
    return Clash(parts, members(case, parts))


def _without_a_post(problem: Problem, pin: Pin) -> Clash | None:
    """The clash of a pin with the facts of the car, its crew or the person."""
    if pin.kind is PinKind.OFF:
        return None
    person, shifts = problem.person[pin.person], shifts_of(problem, pin)
    if any(person in problem.candidates(shift) for shift in shifts):
        return None
    if not shifts:
        fact = Member(Kind.FACT, f"{pin.unit or 'no car'} has no shift that day", None)
    elif any(shift.crew.admits(person.role) for shift in shifts):
        cars = ", ".join(person.units)
        said = f"{person.name} may ride only {cars}"
        fact = Member(Kind.FACT, said, person.place)
    else:
        place = shifts[0].crew.posts[0].place
        said = f"no post of the crew {shifts[0].crew.name} is for a {person.role}"
        fact = Member(Kind.FACT, said, place)
    pinned = Member(Kind.PIN, pin_in_words(pin, problem), pin.place)
    return Clash((pin,), (pinned, fact))
