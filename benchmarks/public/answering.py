"""One instance planned part by part, and its answer judged by somebody else."""

import csv
import gc
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.public.case import COST, FLOOR, Case
from rostering.build import build
from rostering.domain import Rota
from rostering.solve.find import Brake
from rostering.solve.matrix import Whole, matrix_of
from rostering.solve.parts import Course, plan


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one instance."""

    rota: Rota
    fills: int
    building: float
    """Seconds until the model stood."""
    reached: Sequence[tuple[float, int]]
    """Each better cost, with the seconds from the beginning on."""
    bound: int
    """What any answer costs at least."""

    def at(self, seconds: float) -> str:
        """What was reached after so long, building included."""
        costs = [cost for when, cost in self.reached if when <= seconds]
        return str(costs[-1]) if costs else ""


def answered(case: Case, seconds: float, seed: int = 0) -> Answer:
    """Plan an instance part by part, and prove by lines of duties what it must cost.

    Args:
        case: The instance.
        seconds: For all of it.
        seed: Where the search begins.

    Raises:
        ValueError: No rota was found.
    """
    start = time.monotonic()
    reached: list[tuple[float, int]] = []
    gc.disable()
    matrix = matrix_of(build(case.problem, case.rules)).without(FLOOR)
    gc.enable()
    building = time.monotonic() - start

    def told(solution: Whole) -> None:
        cost = matrix.charges[COST].cost(solution)
        reached.append((time.monotonic() - start, cost))

    found = plan(matrix, Course(deadline=start + seconds), Brake(), seed, told)
    if found.solution is None:
        raise ValueError(f"{case.name} has no rota")
    filled = frozenset(
        f for f, column in matrix.fills.items() if found.solution[column]
    )
    rota = Rota(case.problem, filled)
    return Answer(rota, len(matrix.fills), building, reached, found.bound)


def scored(case: Case, file: Path, rota: Rota, scorer: Path) -> tuple[int, int]:
    """The cost of an answer and how many rules it breaks, as `score.py` counts them."""
    with TemporaryDirectory() as folder:
        answer = Path(folder, "rota.csv")
        with answer.open("w", newline="", encoding="utf-8") as written:
            csv.writer(written).writerows(case.lines(rota))
        call = [sys.executable, scorer, case.family, file, answer]
        told = subprocess.run(call, capture_output=True, text=True, check=False).stdout
    found = re.search(r"cost (\d+)\s+breaches (\d+)", told)
    if found is None:
        raise ValueError(f"{scorer} said {told!r}")
    return int(found[1]), int(found[2])
