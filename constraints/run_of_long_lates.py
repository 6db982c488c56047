"""RUN-03: not too many long late duties in a row."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import ClassVar

from constraints._runs import RunRule
from rostering.domain import Duty, Kind
from rostering.domain.time import DAY, instant

NOON = time(12)


@dataclass(frozen=True, kw_only=True)
class RunOfLongLates(RunRule):
    """Nobody works too many long duties in a row that finish late.

    Why: a long duty that ends in the small hours costs sleep twice, by its length and
    by its hour. HSE guidance on fatigue (HSG256) is wary of more than three long,
    early or night duties in a row; here a fifth is refused.

    Note: a duty is a long late where it lasts longer than the given length and ends
    later than the given time of the evening or night that follows its start. A time
    before noon is of the next day: with 00:00, a duty that ends at midnight sharp is
    not late and one that ends at 01:00 or at 07:00 is. Lengths are real elapsed time.
    A team's own turns count, except where a shift on the car takes their place; a run
    that the pattern makes by itself is not held against the rota. Each stretch of one
    duty too many counts once.

    Attributes:
        most: The longest allowed run, in days.
        longer_than: A duty of this length or less is not long, in hours.
        finish_after: The time on the clock after which a finish is late.
    """

    code: ClassVar[str] = "RUN-03"
    title: ClassVar[str] = "Long lates in a row"
    briefly: ClassVar[str] = "at the end of a run of long lates"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("FAT-CONSEC-LONG",)
    counted: ClassVar[str] = "long lates"
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L - L",
        "Ann D D D D D D",
        "Ann S S S S S S",
        "Ann L L E L L",
        "Bob@A L L\nteam A L L L L L -",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L",
        "Ann .L .L .L L N",
        "Bob@A - - L\nteam A L L - L L -",
    )

    most: int = 4
    longer_than: timedelta = timedelta(hours=8)
    finish_after: time = time(0)

    def counts(self, duty: Duty) -> bool:
        """Work that is long and ends late."""
        if not duty.is_work or duty.span.length <= self.longer_than:
            return False
        evening = duty.day if self.finish_after >= NOON else duty.day + DAY
        return duty.span.end > instant(evening, self.finish_after, finish=True)
