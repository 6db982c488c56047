"""Sums what the components of a search report, for whoever watches it."""

import time
from collections import defaultdict
from collections.abc import Sequence
from threading import Lock
from typing import Protocol

from rostering.domain import Tier
from rostering.solve.result import Progress
from rostering.solve.running import Task

Standing = tuple[int | None, int]
"""The best value and the bound."""


class Onlooker(Protocol):
    """Whoever wants to see the progress of several searches."""

    def __call__(self, question: int, progress: Progress) -> None:
        """Take note of where the search with this number stands."""


class Scoreboard:
    """How every component stands, summed by question."""

    def __init__(self, sizes: Sequence[int], onlooker: Onlooker | None) -> None:
        """Begin with nothing known; the sizes are how many components there are."""
        self._onlooker = onlooker
        self._start = time.monotonic()
        self._lock = Lock()
        self._sizes = sizes
        self._done: set[Task] = set()
        self._values: defaultdict[int, dict[tuple[int, Tier], Standing]]
        self._values = defaultdict(dict)

    def note(self, task: Task, tier: Tier, best: int | None, bound: int) -> None:
        """Note a component's better rota or bound."""
        with self._lock:
            self._values[task.question][task.part, tier] = best, bound
        self._tell(task.question, tier)

    def finish(self, task: Task) -> None:
        """Note that a component is done."""
        with self._lock:
            self._done.add(task)
            tiers = [tier for _, tier in self._values[task.question]]
        self._tell(task.question, max(tiers, default=Tier.COVER))

    def _tell(self, question: int, tier: Tier) -> None:
        if self._onlooker is None:
            return
        with self._lock:
            known = self._values[question].items()
            values = [value for (_, its), value in known if its is tier]
            done = sum(task.question == question for task in self._done)
        bests = [best for best, _ in values if best is not None]
        progress = Progress(
            tier,
            sum(bests) if bests else None,
            sum(bound for _, bound in values),
            len(values),
            done,
            self._sizes[question],
            time.monotonic() - self._start,
        )
        self._onlooker(question, progress)
