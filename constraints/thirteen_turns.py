"""RUN-04: a turn off in every fortnight."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from constraints._minutes import DayOfWork, minutes_by_day
from constraints._rolling import RollingRule
from rostering.domain import Duty, Kind, Person, Problem

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class ThirteenTurns(RollingRule):
    """Nobody works more than thirteen turns in fourteen days.

    Why: the railways' standard for safety-critical work, from which fatigue rules of
    other trades are drawn. Runs of six days with a day off between them keep it by
    themselves; two short turns in one day, or in two jobs, do not.

    Note: any fourteen dates in a row are looked at, also those that begin before the
    period or end after it. All work counts, each duty as one turn: two in one day are
    two. A shift on the car counts in the place of the team's turn on that day. Where
    the fixed duties alone are more, the rota may add nothing to them. It is off unless
    a book switches it on, for RUN-01 and HOURS-01 are nearly always stricter. As a wish
    it costs 1 for each turn too many in each stretch.

    Attributes:
        most: The most turns.
        days: How many days are looked at together.
    """

    code: ClassVar[str] = "RUN-04"
    title: ClassVar[str] = "Turns in fourteen days"
    briefly: ClassVar[str] = "at the limit of turns in fourteen days"
    kind: ClassVar[Kind] = Kind.POLICY
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAT-13IN14",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L L L L L L L L -",
        "Ann .L .L .- .L .L .L .L .L .L .L .L .L .L L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L L L L L L L L L",
        "Ann .M+S .M+S .M+S .M+S .- .M+S .M+S M+S",
        "Bob@A L L\nteam A - L L L L L L L L L L L L L",
    )

    most: int = 13
    days: int = 14

    def length(self, problem: Problem, person: Person) -> int:
        """A fortnight."""
        return self.days

    def limit(self, problem: Problem, person: Person) -> int:
        """The most turns."""
        return self.most

    def possible(
        self, decisions: "Decisions", person: Person
    ) -> Mapping[date, DayOfWork]:
        """The turns of each date."""
        return minutes_by_day(decisions, person.id, lambda _: 1)

    def counted(
        self, problem: Problem, person: Person, duties: Iterable[Duty]
    ) -> Counter[date]:
        """How many duties start on each date."""
        return Counter(duty.day for duty in duties if duty.is_work)

    def told(self, units: int, limit: int, days: str) -> str:
        """How many turns there are and how many may be."""
        return f"{units} turns {days}; at most {limit} allowed"
