"""One rung, built as `rota build` builds it, with a clock at every step.

`python -m benchmarks.ladder.ours BOOK WEEKS FOLDER SECONDS` prints what it came to, as
JSON. It runs in a process of its own, so that the peak of memory is that of the build.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from rostering.build import build
from rostering.cli.clashes import find_clashes
from rostering.cli.opened import OpenedBook, open_book
from rostering.eligibility import eligibility
from rostering.explain.gaps import gaps
from rostering.report.built import BuiltRota
from rostering.report.writing import write_rota
from rostering.solve import Limits, Progress, Result, solve
from rostering.solve.components import components

Thing = TypeVar("Thing")
STARTED = time.perf_counter()


class Clock:
    """How long each step takes, in seconds on the clock."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}

    def time(self, step: str, work: Callable[[], Thing]) -> Thing:
        """Do the work and keep how long it took."""
        start = time.perf_counter()
        made = work()
        self.steps[step] = time.perf_counter() - start
        return made


class FirstRota:
    """Notes when the search first has a rota of every component."""

    def __init__(self) -> None:
        self.seconds: float | None = None

    def __call__(self, progress: Progress) -> None:
        """Be told of the progress."""
        is_first = self.seconds is None and progress.best is not None
        if is_first and progress.components_begun == progress.components:
            self.seconds = progress.seconds


def measured(book: Path, weeks: int, out: Path, limits: Limits) -> dict[str, object]:
    """Build the rota of a book and tell what it took and came to."""
    clock, first = Clock(), FirstRota()
    opened = clock.time("read", lambda: open_book(book, weeks=weeks))
    clock.time("check", lambda: find_clashes(opened))
    problem, rules = opened.problem, opened.rules
    result = clock.time(
        "solve", lambda: solve(problem, rules, limits=limits, watcher=first)
    )
    built = clock.time("explain", lambda: explained(opened, result, limits))
    out.mkdir(parents=True, exist_ok=True)
    clock.time("write", lambda: write_rota(built, out))
    whole = time.perf_counter() - STARTED
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "shifts": len(problem.shifts),
        "people": len(problem.people),
        "components": result.components,
        "limit": limits.seconds,
        "steps": clock.steps,
        "first rota": first.seconds,
        "whole": whole,
        "processor": usage.ru_utime + usage.ru_stime,
        "gigabytes": usage.ru_maxrss / 2**20,
        "tiers": tiers_of(result),
        "model": model_of(opened),
    }


def explained(opened: OpenedBook, result: Result, limits: Limits) -> BuiltRota:
    """The rota with its gaps, as it is written."""
    assert result.rota is not None
    found = gaps(result.rota, opened.rules)
    files, rules = opened.files, opened.rules
    return BuiltRota(opened.path, files, rules, result, result.rota, found, limits)


def tiers_of(result: Result) -> dict[str, dict[str, float]]:
    """Value, bound and time of each tier."""
    return {
        tier.tier.title: {
            "value": tier.value,
            "bound": tier.bound,
            "seconds": tier.seconds,
        }
        for tier in result.tiers
    }


def model_of(opened: OpenedBook) -> dict[str, float]:
    """How large the models are, and how long it takes to make them, once more."""
    start = time.perf_counter()
    opened.problem.shares.clear()
    eligible = eligibility(opened.problem, opened.rules)
    parts = components(opened.problem, eligible)
    rows = columns = 0
    for shifts in parts:
        made = build(opened.problem, opened.rules, shifts=shifts, eligible=eligible)
        rows += len(made.model.proto.constraints)
        columns += len(made.model.proto.variables)
    return {
        "rows": rows,
        "columns": columns,
        "seconds": time.perf_counter() - start,
    }


if __name__ == "__main__":
    book, weeks, out, seconds = sys.argv[1:]
    bounded = Limits(seconds=float(seconds) if seconds != "none" else None)
    json.dump(measured(Path(book), int(weeks), Path(out), bounded), sys.stdout)
