"""RUN-01: not too many days of work in a row."""

from dataclasses import dataclass
from typing import ClassVar

from constraints._runs import RunRule
from rostering.domain import Duty, Kind


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

    def counts(self, duty: Duty) -> bool:
        """Whatever is work."""
        return duty.is_work
