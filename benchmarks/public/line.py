"""One line of the table of public instances."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.public import curtois, inem
from benchmarks.public.answering import answered, scored
from benchmarks.public.goals import BEST, PUBLISHED, Reached, missed, number_of

LOADERS = {"curtois": curtois.load, "inem": inem.load}
MARKS = (60, 600)
"""Seconds after which it is noted what was reached."""

HEADS = (
    "instance", "fills", "building", "first rota", "first cost",
    *(f"at {mark} s" for mark in MARKS),
    "cost", "proved least", "gap", "best known", "IP+VNS", "breaches",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table, and the goals that it misses."""

    cells: tuple[str, ...]
    missed: tuple[str, ...]


def line_of(family: str, file: Path, data: Path, seconds: float) -> Line:
    """Plan an instance, and have its answer judged by the `score.py` of the folder.

    Raises:
        ValueError: No rota was found.
    """
    case = LOADERS[family](file)
    answer = answered(case, seconds)
    cost, breaches = scored(case, file, answer.rota, data / "score.py")
    number = number_of(file.stem) or 0
    (first, first_cost), *_ = answer.reached
    cells = (
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
    reached = Reached(file.stem, first, cost, answer.bound, breaches)
    return Line(cells, tuple(missed(reached)))
