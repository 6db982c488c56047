"""The same problem given to peers: every tier in order, as ours has it.

`python -m benchmarks.ladder.peers PEER BOOK WEEKS SECONDS` prints what it came to, as
JSON. A peer is given the model that our rules post, without our settings, searches and
splitting: one model of the whole book, the seconds shared evenly among the tiers.
Timefold, which has another kind of model, is told of the rules in its own way.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from math import ceil
from pathlib import Path

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.ladder.streams.presence import is_installed
from rostering.build import build
from rostering.cli.opened import open_book
from rostering.decisions import Decisions
from rostering.domain import Tier
from rostering.solve.find import SLACK, Find
from rostering.solve.matrix import matrix_of
from rostering.solve.programme import Allowance, Programme

Peer = Callable[[Decisions, Tier, float], Find]
CORES = 2


def cp_sat(decisions: Decisions, tier: Tier, seconds: float) -> Find:
    """CP-SAT as it comes, but for the number of workers, which is that of cores."""
    decisions.model.minimize(decisions.cost(tier))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = CORES
    solver.parameters.max_time_in_seconds = seconds
    return _find(solver, decisions.model)


def cp_sat_of_eight(decisions: Decisions, tier: Tier, seconds: float) -> Find:
    """CP-SAT with the eight workers that it is made for, on the same cores."""
    decisions.model.minimize(decisions.cost(tier))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 8
    solver.parameters.max_time_in_seconds = seconds
    return _find(solver, decisions.model)


def highs(decisions: Decisions, tier: Tier, seconds: float) -> Find:
    """HiGHS on the plain mixed-integer program, with no rota to begin with."""
    programme = Programme(matrix_of(decisions), tier)
    return programme.run((), Allowance(2**62, seconds))


PEERS: dict[str, Peer] = {
    "CP-SAT, 2 workers": cp_sat,
    "CP-SAT, 8 workers": cp_sat_of_eight,
    "HiGHS": highs,
}
TIMEFOLD = "Timefold"
NAMES = (*PEERS, TIMEFOLD)


def _find(solver: cp_model.CpSolver, model: cp_model.CpModel) -> Find:
    status = solver.solve(model)
    bound = max(0, ceil(solver.best_objective_bound - SLACK))
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Find(status, bound=bound)
    solution = tuple(solver.response_proto.solution)
    return Find(status, round(solver.objective_value), bound, solution)


def measured(peer: Peer, book: Path, weeks: int, seconds: float) -> dict[str, object]:
    """What the peer makes of each tier, the earlier ones being limited to its own."""
    opened = open_book(book, weeks=weeks)
    decisions = build(opened.problem, opened.rules)
    tiers: dict[str, dict[str, float | None]] = {}
    start = time.perf_counter()
    for tier in Tier:
        begun = time.perf_counter()
        share = (seconds - (begun - start)) / (len(Tier) - len(tiers))
        find = peer(decisions, tier, max(1.0, share))
        tiers[tier.title] = {
            "value": find.value if find.solution else None,
            "bound": find.bound,
            "seconds": time.perf_counter() - begun,
        }
        if not find.solution:
            break
        decisions.model.add(decisions.cost(tier) <= find.value)
        decisions.hint(np.array(find.solution).tolist())
    return {"tiers": tiers, "whole": time.perf_counter() - start, **_used()}


def of_timefold(book: Path, weeks: int, seconds: float) -> dict[str, object]:
    """What Timefold makes of all tiers in one search, if it is installed."""
    if not is_installed():
        return {"tiers": {}, "whole": None, "why": "not installed"}
    from benchmarks.ladder.streams.measuring import measured  # noqa: PLC0415

    opened = open_book(book, weeks=weeks)
    _, found = measured(opened.problem, opened.rules, seconds)
    return {**found, **_used()}


def _used() -> dict[str, float]:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "processor": usage.ru_utime + usage.ru_stime,
        "gigabytes": usage.ru_maxrss / 2**20,
    }


def _run(name: str, book: Path, weeks: int, seconds: float) -> dict[str, object]:
    if name == TIMEFOLD:
        return of_timefold(book, weeks, seconds)
    return measured(PEERS[name], book, weeks, seconds)


if __name__ == "__main__":
    name, book, weeks, seconds = sys.argv[1:]
    json.dump(_run(name, Path(book), int(weeks), float(seconds)), sys.stdout)
