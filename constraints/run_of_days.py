"""RUN-01: not too many days of work in a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._runs import PossibleDay, RunRule
from rostering.domain import Duty, Kind, PersonId

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class RunOfDays(RunRule):
    """Nobody works too many days in a row.

    Why: tiredness builds up from day to day. The Police Federation asks for no more
    than six days in a row, and HSE guidance on fatigue (HSG256) for five to seven.

    Note: every kind of work counts: a shift on the car, a team's own turn, a course,
    training, court, and what is on record before the period. A duty belongs to the
    date on which it starts. A run that a team's pattern makes by itself is not held
    against the rota; a planned shift that makes it longer is. Each stretch of one
    day too many counts once, so a run of eight where six are allowed counts twice.

    Attributes:
        most: The longest allowed run, in days.
    """

    code: ClassVar[str] = "RUN-01"
    title: ClassVar[str] = "Days in a row"
    briefly: ClassVar[str] = "at the end of a run of days"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("POL-CONSEC", "FAT-CONSEC")
    counted: ClassVar[str] = "days"
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L -",
        "Ann .L .L .L .L .L - L L",
        "Ann L L L A L L L",
        "Bob@A L L - -\nteam A L L L L L L L -",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L L",
        "Ann .L .L .L .L L L L",
        "Ann .L .L .L T T L L",
        "Bob@A - - L\nteam A L L - L L L L -",
    )

    most: int = 6

    def possible(
        self, decisions: "Decisions", person: PersonId
    ) -> Iterator[PossibleDay]:
        """Each day with work that stands or may be planned."""
        mine = decisions.days(person)
        for day in sorted(mine.rides.keys() | mine.anyway):
            yield PossibleDay(day, mine.at_work(day), day in mine.anyway)

    def counts(self, duty: Duty) -> bool:
        """Whatever is work."""
        return duty.is_work
