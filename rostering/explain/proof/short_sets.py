"""Sets of shifts of which not all can be crewed, as small as can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from constraints import Rule
from rostering.domain import PersonId, Problem, Shift
from rostering.explain.clash.case import Case, solver_of_cases
from rostering.explain.clash.smallest import smallest
from rostering.solve.worker import run

EFFORT = 2.0
"""The most work of one run that counts crews, in the solver's units."""
LARGEST = 60
"""The most shifts in which a set is looked for that lacks more than one crew."""


@dataclass(frozen=True, slots=True)
class Short:
    """Shifts of which some stay open in every legal rota."""

    shifts: tuple[Shift, ...]
    missing: int
    """How many of them stay open, at least."""


def short_sets(
    problem: Problem, rules: Sequence[Rule], uncrewed: int
) -> tuple[Short, ...]:
    """Sets with no shift in common, which together lack as many crews as they can.

    First sets of which any one shift fewer could be crewed. Where these lack fewer
    crews than is known to be lacking, each is widened by the shifts around it.

    Args:
        problem: What is asked.
        rules: What must hold.
        uncrewed: How many shifts every legal rota is known to leave open.
    """
    crewing = Crewing(problem, rules)
    sets = list(crewing.sets())
    missing = sum(found.missing for found in sets)
    if missing < uncrewed:
        sets = list(crewing.widened(sets, uncrewed - missing))
    return tuple(sorted(sets, key=lambda found: found.shifts))


class Crewing:
    """A model without an objective, in which each shift can be asked to be crewed."""

    def __init__(self, problem: Problem, rules: Sequence[Rule]) -> None:
        """Build the model of all shifts."""
        case = Case.of(problem, rules, shifts=problem.shifts)
        self._decisions = case.model(case.parts)
        self._crewed = {
            shift: self._decisions.crewed(shift) for shift in problem.shifts
        }
        self._people = {
            shift: {
                person
                for post in shift.crew.posts
                for person, _ in self._decisions.takers(shift, post.name)
            }
            for shift in problem.shifts
        }

    def sets(self) -> Iterator[Short]:
        """Shifts that nobody can crew, then smallest sets, until the rest is fine."""
        left = []
        for shift, claim in self._crewed.items():
            if claim is False:
                yield Short((shift,), 1)
            elif claim is not True:
                left.append(shift)
        while core := self._core(left):
            found = smallest(core, lambda few: bool(self._core(few)))
            yield Short(tuple(sorted(found)), 1)
            left = [shift for shift in left if shift not in found]

    def widened(self, sets: Sequence[Short], more: int) -> Iterator[Short]:
        """The same sets, or larger ones that lack more crews; `more` in all.

        What one shift alone lacks does not grow with its neighbours.
        """
        single = [found for found in sets if len(found.shifts) == 1]
        several = [found for found in sets if len(found.shifts) > 1]
        for join in (list, self._joined):
            for found in join(several) if more else ():
                several = [s for s in several if not set(s.shifts) & set(found.shifts)]
                wide = self._wide(found, self._free([*single, *several]))
                more -= wide.missing - found.missing
                several.append(wide)
        yield from (*single, *several)

    def _free(self, sets: Sequence[Short]) -> list[Shift]:
        """The shifts that are in none of the sets."""
        taken = {shift for found in sets for shift in found.shifts}
        return [shift for shift in self._crewed if shift not in taken]

    def _joined(self, sets: Sequence[Short]) -> list[Short]:
        """One set for all those that share people."""
        joined: list[Short] = []
        for found in sets:
            people = self._people_of(found.shifts)
            alike = [s for s in joined if people & self._people_of(s.shifts)]
            shifts = tuple(shift for s in (*alike, found) for shift in s.shifts)
            missing = sum(s.missing for s in (*alike, found))
            joined = [s for s in joined if s not in alike]
            joined.append(Short(shifts, missing))
        return joined

    def _people_of(self, shifts: Sequence[Shift]) -> set[PersonId]:
        return set().union(*(self._people[shift] for shift in shifts))

    def _core(self, shifts: Sequence[Shift]) -> tuple[Shift, ...]:
        """Some of the shifts that cannot all be crewed; nothing where all can."""
        model = self._decisions.model
        model.clear_assumptions()
        model.add_assumptions([self._crewed[shift] for shift in shifts])
        solver = solver_of_cases()
        is_short = run(solver, model) == cp_model.INFEASIBLE
        model.clear_assumptions()
        if not is_short:
            return ()
        core = set(solver.sufficient_assumptions_for_infeasibility())
        return tuple(shift for shift in shifts if self._index(shift) in core)

    def _index(self, shift: Shift) -> int | None:
        """The index of the literal that says whether the shift is crewed."""
        claim = self._crewed[shift]
        return None if isinstance(claim, bool) else claim.index

    def _wide(self, found: Short, free: Sequence[Shift]) -> Short:
        """The set with those of its neighbours without which it lacks fewer crews."""
        own, people = found.shifts, self._people_of(found.shifts)
        day = own[0].day
        near = [s for s in free if s not in own and people & self._people[s]]
        near = sorted(near, key=lambda shift: abs(shift.day - day))[
            : LARGEST - len(own)
        ]
        everything = (*own, *near)
        missing = self._missing(everything)
        if missing <= found.missing:
            return found
        wide = smallest(everything, lambda few: self._lacks(few, missing))
        return Short(tuple(sorted(wide)), missing)

    def _missing(self, shifts: Sequence[Shift]) -> int:
        """How many of the shifts are known to stay open."""
        missing = 0
        while self._lacks(shifts, missing + 1):
            missing += 1
        return missing

    def _lacks(self, shifts: Sequence[Shift], missing: int) -> bool:
        """Whether it is proved that as many of the shifts stay open."""
        if len(shifts) < missing:
            return False
        model = self._decisions.model.clone()
        literals = [self._crewed[shift] for shift in shifts]
        model.add(cp_model.LinearExpr.sum(literals) > len(shifts) - missing)
        return run(solver_of_cases(EFFORT), model) == cp_model.INFEASIBLE
