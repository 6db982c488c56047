"""RUN-02: not too many nights in a row."""

from dataclasses import dataclass
from typing import ClassVar

from constraints._nights import NightRule
from constraints._runs import RunRule
from rostering.domain import Duty, Kind


@dataclass(frozen=True, kw_only=True)
class RunOfNights(NightRule, RunRule):
    """Nobody works too many nights in a row.

    Why: alertness falls with every night in a row. The Police Federation asks for no
    more than four; HSE guidance on fatigue (HSG256) is wary of more than three.

    Note: a duty is a night where enough of it lies in night time, as the Working Time
    Regulations 1998 say of night workers: 18:00-02:00 has three hours between 23:00
    and 06:00 and is a night, 15:00-01:00 has two and is not. Hours are real elapsed
    time: when the clocks go forward, 18:00-02:00 has only two hours of night. A night
    belongs to the date on which it starts. A team's own nights count, except where a
    shift on the car takes their place; a run that the pattern makes by itself is not
    held against the rota. Each stretch of one night too many counts once.

    Attributes:
        most: The longest allowed run, in nights.
        begin: When night time begins, by the clock.
        end: When night time ends, by the clock.
        least: How much night time in a duty makes it a night, in hours.
    """

    code: ClassVar[str] = "RUN-02"
    title: ClassVar[str] = "Nights in a row"
    briefly: ClassVar[str] = "at the end of a run of nights"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = (
        "POL-CONSEC",
        "FAT-CONSEC-LONG",
        "WTR-NIGHT-DEF",
    )
    counted: ClassVar[str] = "nights"
    kept: ClassVar[tuple[str, ...]] = (
        "Ann N N N N - N",
        "Ann L L L L L",
        "Ann .N .N - N N N N",
        "Bob@A L\nteam A N N N N N -",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann N N N N N",
        "Ann S S S S S",
        "Ann .S .N N S N",
        "Bob@A - - N\nteam A N N - N N -",
    )

    most: int = 4

    def counts(self, duty: Duty) -> bool:
        """Work with enough night time in it."""
        return self.is_night(duty)
