"""Public instances, planned part by part: python -m benchmarks.public DATA [NAME ...].

DATA is the folder with `curtois`, `inem` and `score.py`, which judges each answer by
itself: what it costs, and how many rules it breaks. What is written beside it: how long
it takes to build the model, when the first rota stands, what was reached on the way,
and what is proved that any answer costs. With `--record` the table goes into
benchmarks/RESULTS.md as well.
"""

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
from typing import Annotated

import typer

from benchmarks import results
from benchmarks.public import curtois, inem
from benchmarks.public.case import COST, FLOOR, Case
from rostering.build import build
from rostering.domain import Rota
from rostering.report.console.screen import screen, table
from rostering.solve.find import Brake
from rostering.solve.matrix import Whole, matrix_of
from rostering.solve.parts import Course, plan

LOADERS = {"curtois": curtois.load, "inem": inem.load}
BEST = {
    1: 607, 2: 828, 3: 1001, 4: 1716, 5: 1143, 6: 1950, 7: 1056, 8: 1300, 9: 439,
    10: 4631, 11: 3443, 12: 4040, 13: 1348, 14: 1278, 15: 3828, 16: 3225, 17: 5746,
    18: 4459, 19: 3149, 20: 4769, 21: 21133, 22: 30241, 23: 17285, 24: 40438,
}  # fmt: skip
"""The best costs known of the instances of Curtois and Qu, by number."""

PUBLISHED = {
    5: 1143, 7: 1056, 9: 439, 11: 3443, 13: 3109, 15: 4144, 17: 5760, 19: 3974,
}  # fmt: skip
"""What integer programming with variable neighbourhoods came to in ten minutes."""
SMALL = range(1, 13)
"""The instances that are small; of the services all are large."""
MARKS = (60, 600)
"""Seconds after which it is noted what was reached."""

HEADS = (
    "instance", "fills", "building", "first rota", "first cost",
    *(f"at {mark} s" for mark in MARKS),
    "cost", "proved least", "gap", "best known", "IP+VNS", "breaches",
)  # fmt: skip


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


def main(
    data: Annotated[Path, typer.Argument(help="The folder of the instances.")],
    names: Annotated[list[str] | None, typer.Argument(help="Only these.")] = None,
    seconds: Annotated[float, typer.Option(help="For each that is small.")] = 60,
    large: Annotated[float, typer.Option(help="For each that is large.")] = 600,
    *,
    record: Annotated[bool, typer.Option(help="Write RESULTS.md too.")] = False,
) -> None:
    """Plan public instances and have the answers judged."""
    rows = []
    for family, load in LOADERS.items():
        for file in sorted((data / family).glob("*.txt"), key=_order):
            if not names or file.stem in names:
                limit = seconds if _is_small(file) else large
                case = load(file)
                answer = answered(case, limit)
                judged = scored(case, file, answer.rota, data / "score.py")
                rows.append(_row(file, answer, limit, *judged))
                screen().print(*rows[-1])
    made = table(*HEADS)
    for row in rows:
        made.add_row(*row)
    screen().print(made)
    if record:
        said = (
            f"{results.machine()} {seconds:.0f} s for each up to {SMALL.stop - 1}, "
            f"{large:.0f} s for the others, building included."
        )
        text = f"{said}\n\n{results.table(HEADS, rows)}"
        results.write_section("public ladder", "Public instances", text)


def _row(
    file: Path, answer: Answer, seconds: float, cost: int, breaches: int
) -> tuple[str, ...]:
    number = _number(file) if _is_curtois(file) else 0
    (first, first_cost), *_ = answer.reached
    return (
        file.stem,
        str(answer.fills),
        f"{answer.building:.1f} s",
        f"{first:.1f} s",
        str(first_cost),
        *(answer.at(mark) if mark <= seconds else "" for mark in MARKS),
        str(cost),
        str(answer.bound),
        f"{(cost - answer.bound) / max(1, cost):.1%}",
        str(BEST.get(number, "")),
        str(PUBLISHED.get(number, "")),
        str(breaches),
    )


def _is_small(file: Path) -> bool:
    return _is_curtois(file) and _number(file) in SMALL


def _is_curtois(file: Path) -> bool:
    return file.stem.startswith("Instance")


def _number(file: Path) -> int:
    digits = re.search(r"\d+", file.stem)
    return int(digits[0]) if digits else 0


def _order(file: Path) -> tuple[int, str]:
    return _number(file), file.stem


if __name__ == "__main__":
    typer.run(main)
