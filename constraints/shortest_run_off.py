"""RUN-07: enough days off on end."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from constraints._days import Run
from constraints._short_runs import ShortRunRule
from rostering.domain import Kind
from rostering.domain.time import DAY


@dataclass(frozen=True, kw_only=True)
class ShortestRunOff(ShortRunRule):
    """Nobody has fewer days off on end than make a rest.

    Why: after lates the first day off is for sleep; only the second is a day off.
    Police guidance asks for rest days in blocks of two or more.

    Note: a day is off where no duty begins on it, so leave is off. Days off that touch
    the first or the last day of the period are never too few, for more may come before
    or after. Each run that is too short counts once, where a shift of the rota is on
    the day before or after it. It is off unless a book switches it on.

    Attributes:
        least: The shortest run of days off.
    """

    code: ClassVar[str] = "RUN-07"
    title: ClassVar[str] = "Shortest run of days off"
    briefly: ClassVar[str] = "with too few days off on end"
    kind: ClassVar[Kind] = Kind.POLICY
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAT-RDBLOCK",)
    is_about_work: ClassVar[bool] = False
    counted: ClassVar[str] = "off on end"
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L - - L",
        "Ann - L L -",
        "Bob@A L - L - -\nteam A L - L - -",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L - L",
        "Ann T - L",
        "Ann L A N",
        "Bob@A L - L - -\nteam A - - L - -",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (("Ann L - L - L - - L", 2),)

    least: int = 2

    def blamed(self, run: Run) -> Collection[date]:
        """The days before and after it."""
        return run.first - DAY, run.last + DAY
