"""Why there is no rota at all: pins, rules and facts that cannot hold together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from constraints import Rule
from constraints.pins import Pins
from rostering.domain import Pin, PinKind, Place, Problem, Rota
from rostering.explain.clash.case import Case, Part, shifts_of, solver_of_cases
from rostering.explain.clash.words import Kind, Member, members, pin_in_words
from rostering.solve.worker import run


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
        self._decisions = case.model(case.parts)
        self._switches: dict[str, cp_model.IntVar] = {}
        model = self._decisions.model
        for index, row in self._decisions.rows.items():
            if row.rule == Pins.code:
                switch = self._switches.setdefault(row.subject, model.new_bool_var(""))
                model.proto.constraints[index].enforcement_literal.append(switch.index)

    def trial(self, pins: Sequence[Pin]) -> "Rota | Clash | None":
        """A rota with these pins, or a clash; None where the solver cannot tell.

        The rota has only the cars to which somebody is pinned.
        """
        for pin in pins:
            if alone := _without_a_post(self._problem, pin):
                return alone
        # The solver's core is right only in a model without an objective.
        switches = {pin: self._switches[pin.id] for pin in pins if self._binds(pin)}
        self._decisions.model.clear_assumptions()
        self._decisions.model.add_assumptions(list(switches.values()))
        solver = solver_of_cases()
        status = run(solver, self._decisions.model)
        if status == cp_model.INFEASIBLE:
            core = set(solver.sufficient_assumptions_for_infeasibility())
            return self._clash([p for p, s in switches.items() if s.index in core])
        solution = tuple(solver.response_proto.solution)
        is_found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        return Rota(self._problem, self._decisions.read(solution)) if is_found else None

    def _binds(self, pin: Pin) -> bool:
        """Whether the pin asks anything; one off a car out of reach does not."""
        return pin.id in self._switches

    def _clash(self, pins: Sequence[Pin]) -> Clash:
        few = replace(self._problem, pins=tuple(pins))
        near = _smallest(_case_of(few, self._rules, few.pins))
        whole = Case.of(few, self._rules, shifts=few.shifts)
        # Another shift, worked in place of a team's turn, might have helped.
        return near if whole.is_impossible(near.parts) else _smallest(whole)


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
