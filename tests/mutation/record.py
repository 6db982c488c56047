"""What is kept of the runs: a figure for each module, and each survivor."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.mutation.forking import SURVIVED, Outcome
from tests.mutation.mutants import Mutant

HERE = Path(__file__).parent
FIGURES = HERE / "figures.csv"
SURVIVORS = HERE / "survivors.csv"


class Figure(NamedTuple):
    """How many mutants a module has, and how many of them were found out."""

    module: str
    mutants: int
    killed: int


class Survivor(NamedTuple):
    """A mutant that no test finds out; with a reason, that none could."""

    module: str
    within: str
    before: str
    after: str
    reason: str = ""


@dataclass(frozen=True)
class Record:
    """What the last runs have found."""

    figures: Mapping[str, Figure]
    survivors: tuple[Survivor, ...]

    @classmethod
    def kept(cls) -> "Record":
        """As it is kept beside this module."""
        figures = [Figure(m, int(a), int(k)) for m, a, k in _rows(FIGURES)]
        survivors = (Survivor(*row) for row in _rows(SURVIVORS))
        return cls({figure.module: figure for figure in figures}, tuple(survivors))

    def renewed(self, outcomes: Mapping[Mutant, Outcome]) -> "Record":
        """With what a run has found of some modules, in place of what was kept."""
        sensible = {m: o for m, o in outcomes.items() if o is not Outcome.SENSELESS}
        every = Counter(mutant.module for mutant in sensible)
        dead = Counter(m.module for m, o in sensible.items() if o not in SURVIVED)
        fresh = {module: Figure(module, n, dead[module]) for module, n in every.items()}
        reasons = {survivor[:4]: survivor.reason for survivor in self.survivors}
        others = [s for s in self.survivors if s.module not in every]
        found = [
            Survivor(*mutant.key, reasons.get(mutant.key, ""))
            for mutant, outcome in sensible.items()
            if outcome in SURVIVED
        ]
        return Record({**self.figures, **fresh}, tuple(sorted([*others, *found])))

    def keep(self) -> None:
        """Write it where `kept` reads it."""
        _write(FIGURES, Figure._fields, sorted(self.figures.values()))
        _write(SURVIVORS, Survivor._fields, self.survivors)


def _rows(path: Path) -> list[list[str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def _write(
    path: Path, heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]
) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(rows)
