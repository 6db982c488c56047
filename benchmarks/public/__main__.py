"""Public instances, planned part by part: python -m benchmarks.public DATA [NAME ...].

DATA is the folder with `curtois`, `inem` and `score.py`, which judges each answer by
itself: what it costs, and how many rules it breaks. What is written beside it: how long
it takes to build the model, when the first rota stands, what was reached on the way,
and what is proved that any answer costs. Each instance has a process of its own, so
that one for which the machine is too small spoils no other. With `--record` the table
goes into benchmarks/RESULTS.md after each of them.
"""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import results
from benchmarks.public.goals import SMALL, number_of
from benchmarks.public.line import HEADS, LOADERS, Line, line_of
from rostering.report.console.screen import screen, table


def main(
    data: Annotated[Path, typer.Argument(help="The folder of the instances.")],
    names: Annotated[list[str] | None, typer.Argument(help="Only these.")] = None,
    seconds: Annotated[float, typer.Option(help="For each that is small.")] = 60,
    large: Annotated[float, typer.Option(help="For each that is large.")] = 600,
    *,
    record: Annotated[bool, typer.Option(help="Write RESULTS.md too.")] = False,
) -> None:
    """Plan public instances and have the answers judged."""
    lines: list[Line] = []
    for family, file in _files(data):
        if not names or file.stem in names:
            limit = seconds if _number(file) in SMALL else large
            lines.append(_alone(family, file, data, limit))
            screen().print(*lines[-1].cells, *lines[-1].missed)
            if record:
                _record(lines, seconds, large)
    made = table(*HEADS)
    for line in lines:
        made.add_row(*line.cells)
    screen().print(made)


def _files(data: Path) -> Iterator[tuple[str, Path]]:
    for family in LOADERS:
        for file in sorted((data / family).glob("*.txt"), key=_order):
            yield family, file


def _alone(family: str, file: Path, data: Path, seconds: float) -> Line:
    """An instance in a process of its own."""
    context = get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=context) as process:
        try:
            return process.submit(line_of, family, file, data, seconds).result()
        except (BrokenProcessPool, MemoryError, ValueError) as error:
            cells = (file.stem, "", "", "none", *([""] * (len(HEADS) - 4)))
            return Line(cells, (f"{file.stem}: no answer ({error}).",))


def _record(lines: list[Line], seconds: float, large: float) -> None:
    said = (
        f"{results.machine()} {seconds:.0f} s for each up to {SMALL.stop - 1}, "
        f"{large:.0f} s for the others, building included."
    )
    parts = [said, results.table(HEADS, [line.cells for line in lines])]
    goals = [f"- {sentence}" for line in lines for sentence in line.missed]
    if goals:
        parts += ["Goals missed:", "\n".join(goals)]
    results.write_section("public ladder", "Public instances", "\n\n".join(parts))


def _number(file: Path) -> int | None:
    return number_of(file.stem)


def _order(file: Path) -> tuple[int, str]:
    return _number(file) or 0, file.stem


if __name__ == "__main__":
    typer.run(main)
