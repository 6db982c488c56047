"""Public instances, planned part by part: python -m benchmarks.public DATA [NAME ...].

DATA is the folder with `curtois`, `inem` and `score.py`, which judges each answer by
itself. What is written: how long it takes to build the model, what `score.py` says the
answer costs after the given seconds, and how many rules it says are broken. With
`--record` the table goes into benchmarks/RESULTS.md as well.
"""

import csv
import gc
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from benchmarks import results
from benchmarks.public import curtois, inem
from benchmarks.public.case import COST, Case
from rostering.build import build
from rostering.domain import Rota
from rostering.report.console.screen import screen, table
from rostering.solve.bounds.generation import Course as Lines
from rostering.solve.bounds.generation import line_bound
from rostering.solve.find import Brake
from rostering.solve.matrix import Excerpts, matrix_of
from rostering.solve.parts import Course, Improver, beginning

LOADERS = {"curtois": curtois.load, "inem": inem.load}
BEST = {
    1: 607, 2: 828, 3: 1001, 4: 1716, 5: 1143, 6: 1950, 7: 1056, 8: 1300, 9: 439,
    10: 4631, 11: 3443, 12: 4040, 13: 1348, 14: 1278, 15: 3828, 16: 3225, 17: 5746,
    18: 4459, 19: 3149, 20: 4769, 21: 21133, 22: 30241, 23: 17285, 24: 40438,
}  # fmt: skip
"""The best costs known of the instances of Curtois and Qu, by number."""


HEADS = (
    "instance",
    "fills",
    "building",
    "cost",
    "proved least",
    "best known",
    "breaches",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one instance."""

    rota: Rota
    fills: int
    building: float
    """Seconds until the model stood."""
    bound: int
    """What any answer costs at least."""


def answered(case: Case, seconds: float, proving: float, seed: int = 0) -> Answer:
    """Plan an instance part by part, and prove by lines of duties what it must cost.

    Args:
        case: The instance.
        seconds: For building the model and for planning.
        proving: Seconds more, for the proof.
        seed: Where the search begins.

    Raises:
        ValueError: Nobody can be planned at all.
    """
    start = time.monotonic()
    gc.disable()
    matrix = matrix_of(build(case.problem, case.rules))
    gc.enable()
    building = time.monotonic() - start
    brake = Brake()
    solution = beginning(matrix, Excerpts(matrix), brake)
    if solution is None:
        raise ValueError(f"{case.name} has no rota")
    improver = Improver(matrix, seed, brake)
    solution = improver.run(solution, Course(deadline=start + seconds))
    filled = frozenset(
        fill for fill, column in matrix.fills.items() if solution[column]
    )
    end = Lines(deadline=time.monotonic() + proving)
    bound = line_bound(matrix, matrix.charges[COST], end).bound
    return Answer(Rota(case.problem, filled), len(matrix.fills), building, bound)


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
    seconds: Annotated[float, typer.Option(help="For planning each.")] = 60,
    proving: Annotated[float, typer.Option(help="Seconds for each bound.")] = 30,
    *,
    record: Annotated[bool, typer.Option(help="Write RESULTS.md too.")] = False,
) -> None:
    """Plan public instances and have the answers judged."""
    made = table(*HEADS)
    rows: list[tuple[str, ...]] = []
    for family, load in LOADERS.items():
        for file in sorted((data / family).glob("*.txt"), key=_order):
            if not names or file.stem in names:
                case = load(file)
                answer = answered(case, seconds, proving)
                cost, breaches = scored(case, file, answer.rota, data / "score.py")
                known = BEST.get(_number(file), "") if family == "curtois" else ""
                row = (file.stem, answer.fills, f"{answer.building:.1f} s")
                rows.append(
                    tuple(map(str, (*row, cost, answer.bound, known, breaches)))
                )
                made.add_row(*rows[-1])
    screen().print(made)
    if record:
        said = f"{results.machine()} {seconds:.0f} s for each, building included, and "
        said += f"{proving:.0f} s for the bound."
        text = f"{said}\n\n{results.table(HEADS, rows)}"
        results.write_section("public ladder", "Public instances", text)


def _number(file: Path) -> int:
    digits = re.search(r"\d+", file.stem)
    return int(digits[0]) if digits else 0


def _order(file: Path) -> tuple[int, str]:
    return _number(file), file.stem


if __name__ == "__main__":
    typer.run(main)
