"""The least changes to a book after which no clash is left, each of them proved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from ortools.sat.python import cp_model

from constraints import Rule
from rostering.audit import audit
from rostering.domain import Problem, Rota
from rostering.explain.clash import Board, Clash
from rostering.explain.clash.edits import Edit, EditKind, edits_of
from rostering.rulebook import rulebook
from rostering.solve.worker import run, worker

MOST_REPAIRS = 5
"""How many repairs are offered."""
MOST_TRIALS = 30
"""How many sets of changes are tried before that is enough."""
ONE_MORE = 100
"""What one change more weighs against the kindness of changes."""


@dataclass(frozen=True)
class Repair:
    """Changes to the book with which it has a rota; leaving one out, it has none."""

    edits: tuple[Edit, ...]
    proof: Rota
    """A rota of the changed book that its audit has passed."""


def repairs(
    problem: Problem, rules: Sequence[Rule], found: Sequence[Clash]
) -> tuple[Repair, ...]:
    """The repairs with fewest changes, of which the kindest come first.

    Every repair must hit every clash, so the cheapest set of changes that hits all
    known clashes is tried; a clash that is left over is a new one to hit.
    """
    search = _Search([list(edits_of(clash, problem)) for clash in found])
    boards = _Boards(problem, rules)
    proved: list[Repair] = []
    for edits in search.sets():
        trial = boards.trial(edits)
        if isinstance(trial, Clash):
            search.hit(list(edits_of(trial, boards.problem(edits))))
            continue
        search.shut(edits)
        if trial is not None and not audit(trial, boards.rules(edits)).hard:
            proved.append(Repair(edits, trial))
        if len(proved) == MOST_REPAIRS:
            break
    return tuple(proved)


class _Boards:
    """The book's pins on one board for each set of changes to what is no pin."""

    def __init__(self, problem: Problem, rules: Sequence[Rule]) -> None:
        self._problem = problem
        self._rules = rules
        self._boards: dict[tuple[Edit, ...], Board] = {}

    def trial(self, edits: Sequence[Edit]) -> Rota | Clash | None:
        """A rota of the book that is so changed, or a clash that is left."""
        others = tuple(edit for edit in edits if edit.kind is not EditKind.PIN)
        if others not in self._boards:
            self._boards[others] = Board(self.problem(others), self.rules(others))
        gone = {subject for edit in edits for subject in edit.subjects}
        board = self._boards[others]
        trial = board.trial([pin for pin in board.pins if pin not in gone])
        if isinstance(trial, Rota):
            return Rota(self.problem(edits), trial.fills)
        return trial

    def problem(self, edits: Sequence[Edit]) -> Problem:
        """The book so changed."""
        return reduce(lambda book, edit: edit.made(book), edits, self._problem)

    def rules(self, edits: Sequence[Edit]) -> Sequence[Rule]:
        """The rules as the changed book sets them."""
        is_set = any(edit.kind is EditKind.SETTING for edit in edits)
        return rulebook(self.problem(edits))[0] if is_set else self._rules


class _Search:
    """Sets of changes that hit all clashes, the cheapest first."""

    def __init__(self, clashes: Sequence[Sequence[Edit]]) -> None:
        self._model = cp_model.CpModel()
        self._chosen: dict[Edit, cp_model.IntVar] = {}
        for edits in clashes:
            self.hit(edits)

    def hit(self, edits: Sequence[Edit]) -> None:
        """One of these changes is needed."""
        self._model.add_bool_or([self._choice(edit) for edit in edits])

    def shut(self, edits: Sequence[Edit]) -> None:
        """What includes all of these is wanted no more."""
        self._model.add_bool_or([~self._choice(edit) for edit in edits])

    def sets(self) -> Iterator[tuple[Edit, ...]]:
        """One set after another, as long as there are any and not too many."""
        for _ in range(MOST_TRIALS):
            costs = [ONE_MORE + edit.kind for edit in self._chosen]
            chosen = list(self._chosen.values())
            self._model.minimize(cp_model.LinearExpr.weighted_sum(chosen, costs))
            solver = worker(1.0, seed=0, deadline=float("inf"))
            if run(solver, self._model) != cp_model.OPTIMAL:
                return
            yield tuple(e for e, is_on in self._chosen.items() if solver.value(is_on))

    def _choice(self, edit: Edit) -> cp_model.IntVar:
        if edit not in self._chosen:
            self._chosen[edit] = self._model.new_bool_var("")
        return self._chosen[edit]
