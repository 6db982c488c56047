"""What one build came to: the rota, its proof, its audit and its gaps."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from constraints import Rule
from rostering.domain import Person, Rota, Tier
from rostering.explain.proof.most_crewed import most_crewed
from rostering.saved.lines import UNNAMED, RotaLine, lines_of

if TYPE_CHECKING:
    from rostering.explain.gaps import Gap
    from rostering.memory import Held
    from rostering.solve.limits import Limits
    from rostering.solve.result import Result

INCOMPLETE = "CREW-01"
"""The rule that keeps someone off a car for want of the rest of the crew."""


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
    limits: "Limits | None" = None
    """The limits that were set to the search."""
    weights: str = ""
    """The name of the weights that were picked, if any."""
    held: "Held | None" = None
    """What of the book's ledger was remembered; None without a ledger."""
    repair: Mapping[str, object] | None = None
    """How it was repaired, and why; None where it was built anew."""
    view: str = ""
    """For whom it was made; nothing where it has all that is known."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who may be named, by role and name."""
        people = self.rota.problem.people
        named = (p for p in people if not p.id.startswith(UNNAMED))
        return tuple(sorted(named, key=lambda p: (p.role, p.name, p.id)))

    is_searched: bool = True
    """Whether a search made it; otherwise nothing is known of how good it can be."""

    @cached_property
    def lines(self) -> tuple[RotaLine, ...]:
        """The rota as lines."""
        return lines_of(self.rota, self.gaps)

    @property
    def open_gaps(self) -> "tuple[Gap, ...]":
        """The gaps that keep a car from going out."""
        return tuple(gap for gap in self.gaps if not gap.is_spare)

    @property
    def telling_gaps(self) -> "tuple[Gap, ...]":
        """The open gaps without those that merely wait for somebody in another post."""
        told = [gap for gap in self.open_gaps if not _merely_waits(gap)]
        shifts = {gap.shift for gap in told}
        return tuple(g for g in self.open_gaps if g in told or g.shift not in shifts)

    @cached_property
    def crewed(self) -> Counter[str]:
        """How many shifts of each car are crewed."""
        shifts = self.rota.problem.shifts
        return Counter(s.unit for s in shifts if self.rota.is_crewed(s))

    @cached_property
    def wanted(self) -> Counter[str]:
        """How many shifts of each car are asked for."""
        return Counter(shift.unit for shift in self.rota.problem.shifts)

    @cached_property
    def most_crewed(self) -> int:
        """The most shifts that any legal rota crews, by the proved bound."""
        bound = next(t.bound for t in self.result.tiers if t.tier is Tier.COVER)
        return most_crewed(self.rota.problem, self.rules, bound)

    @property
    def notes(self) -> tuple[str, ...]:
        """What somebody should know who did not watch the build."""
        notes = []
        if not self.is_searched:
            notes.append(
                "Audited, but made by no search: nothing is proved of how good it is."
            )
        if self.result.is_stopped:
            notes.append("Stopped by the user; this is the best rota found by then.")
        if self.result.is_timed:
            notes.append("The time limit struck; another run may find another rota.")
        return tuple(notes)


def _merely_waits(gap: "Gap") -> bool:
    """Whether somebody is free for it, and the rest of the crew is missing."""
    return any(stop.rule == INCOMPLETE for stop in gap.stops)
