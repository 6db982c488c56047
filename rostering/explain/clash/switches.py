"""A model in which each pin can be taken off."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from constraints.pins import Pins
from rostering.domain import Fill, Pin
from rostering.explain.clash.case import Case, solver_of_cases
from rostering.solve.worker import run

Fills = frozenset[Fill]
Core = tuple[Pin, ...]


class Switches:
    """The model of a case, built once, with a switch for each of its pins."""

    def __init__(self, case: Case) -> None:
        """Build the model."""
        self._decisions = case.model(case.parts)
        self._switches: dict[str, cp_model.IntVar] = {}
        model = self._decisions.model
        for index, row in self._decisions.rows.items():
            if row.rule == Pins.code:
                switch = self._switches.setdefault(row.subject, model.new_bool_var(""))
                model.proto.constraints[index].enforcement_literal.append(switch.index)

    def trial(self, pins: Sequence[Pin]) -> Fills | Core | None:
        """Fills with these pins, or a few of them that cannot hold.

        None where the solver cannot tell. A pin off a car out of reach asks nothing.
        """
        # The solver's core is right only in a model without an objective.
        switches = {p: self._switches[p.id] for p in pins if p.id in self._switches}
        self._decisions.model.clear_assumptions()
        self._decisions.model.add_assumptions(list(switches.values()))
        solver = solver_of_cases()
        status = run(solver, self._decisions.model)
        if status == cp_model.INFEASIBLE:
            core = set(solver.sufficient_assumptions_for_infeasibility())
            return tuple(p for p, s in switches.items() if s.index in core)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return self._decisions.read(tuple(solver.response_proto.solution))
        return None
