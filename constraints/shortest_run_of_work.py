"""RUN-06: enough days at work on end."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from constraints._days import Run
from constraints._short_runs import ShortRunRule
from rostering.domain import Kind


@dataclass(frozen=True, kw_only=True)
class ShortestRunOfWork(ShortRunRule):
    """Nobody comes in for fewer days on end than is worth the way.

    Why: a single day at work between days off breaks a rest and brings little. Police
    guidance asks for rest days, and so for duties, in blocks.

    Note: a day counts as at work where any duty begins on it. A run that touches the
    first or the last day of the period is never too short, for what comes before or
    after may belong to it. Each run that is too short counts once, where a shift of the
    rota is in it. It is off unless a book switches it on.

    Attributes:
        least: The shortest run of days at work.
    """

    code: ClassVar[str] = "RUN-06"
    title: ClassVar[str] = "Shortest run at work"
    briefly: ClassVar[str] = "with too few days on end"
    kind: ClassVar[Kind] = Kind.POLICY
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAT-RDBLOCK",)
    is_about_work: ClassVar[bool] = True
    counted: ClassVar[str] = "at work on end"
    kept: ClassVar[tuple[str, ...]] = (
        "Ann - L L -",
        "Ann L - - L",
        "Ann - T L -",
        "Bob@A - - L L -\nteam A - L - - - -",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann - L -",
        "Ann .L .- - L - -",
        "Ann L - N - L",
        "Bob@A - L - -\nteam A - - - L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (("Ann - L - L - L L -", 2),)

    least: int = 2

    def blamed(self, run: Run) -> Collection[date]:
        """The days of the run."""
        return run.days
