"""How long the commands take that people wait for, against what was promised.

Each is run as its user runs it, in a process of its own, and the best of some times is
taken: what else the machine does can only make it longer. Modules are compiled once, as
those of an installed package are, even where the environment says not to keep them.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROTA = str(Path(sys.executable).parent / "rota")
TIMES = 3
COMPILED = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""The environment of an installed command, which finds all its modules compiled."""


@dataclass(frozen=True, slots=True)
class Felt:
    """One command: what was promised, and what it took, in seconds."""

    what: str
    goal: float
    seconds: float
    processor: float
    """The time of its threads, without the wait for a core."""

    @property
    def is_kept(self) -> bool:
        """Whether the promise is kept."""
        return self.seconds <= self.goal


def felt(year: Path, crowd: Path) -> Iterator[Felt]:
    """Time every command that a promise was made of.

    Args:
        year: A folder with the rota of a book of 52 weeks.
        crowd: A book of 5,000 people and 100,000 offers.
    """
    yield _felt("rota --help", 0.3, "--help")
    yield _felt("rota show, 52 weeks", 1.5, "show", str(year))
    yield _felt("rota check, the Kent book", 2.0, "check", "examples/kent")
    reading = (sys.executable, "-m", "benchmarks.ladder.reading", str(crowd))
    what = "reading 5,000 people and 100,000 offers"
    yield Felt(what, 10.0, *min(_times(reading) for _ in range(2)))


def _felt(what: str, goal: float, *arguments: str) -> Felt:
    return Felt(what, goal, *min(_times((ROTA, *arguments)) for _ in range(TIMES)))


def _times(command: tuple[str, ...]) -> tuple[float, float]:
    start, before = time.perf_counter(), _processor()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=COMPILED)
    return time.perf_counter() - start, _processor() - before


def _processor() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
