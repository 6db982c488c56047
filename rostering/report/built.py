"""What one build came to: the rota, its proof, its audit and its gaps."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from constraints import Rule
from rostering.domain import Rota
from rostering.report.lines import RotaLine, lines_of

if TYPE_CHECKING:
    from rostering.explain import Gap
    from rostering.solve.result import Result


@dataclass(frozen=True)
class BuiltRota:
    """Everything that the files and the summary of a build tell of."""

    book: Path
    files: Mapping[str, str]
    """The SHA-256 of each file of the book, by its name."""
    rules: tuple[Rule, ...]
    result: "Result"
    rota: Rota
    gaps: "tuple[Gap, ...]"
    seconds: float | None = None
    """The limit on the clock, if one was set."""

    @cached_property
    def lines(self) -> tuple[RotaLine, ...]:
        """The rota as lines."""
        return lines_of(self.rota, self.gaps)

    @property
    def open_gaps(self) -> "tuple[Gap, ...]":
        """The gaps that keep a car from going out."""
        return tuple(gap for gap in self.gaps if not gap.is_spare)

    @cached_property
    def crewed(self) -> Counter[str]:
        """How many shifts of each car are crewed."""
        shifts = self.rota.problem.shifts
        return Counter(s.unit for s in shifts if self.rota.is_crewed(s))

    @cached_property
    def wanted(self) -> Counter[str]:
        """How many shifts of each car are asked for."""
        return Counter(shift.unit for shift in self.rota.problem.shifts)

    @property
    def notes(self) -> tuple[str, ...]:
        """What somebody should know who did not watch the build."""
        notes = []
        if self.result.is_stopped:
            notes.append("Stopped by the user; this is the best rota found by then.")
        if self.result.is_timed:
            notes.append("The time limit struck; another run may find another rota.")
        return tuple(notes)
