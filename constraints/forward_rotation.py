"""FATIGUE-05: turns go round with the clock."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import ClassVar

from constraints._following import FollowingRule
from rostering.domain import Duty


@dataclass(frozen=True, kw_only=True)
class ForwardRotation(FollowingRule):
    """Turns follow on one another with the clock: early, then late, then night.

    Why: the body stays up later with ease and goes to bed earlier with pain. Police
    guidance and that of the European foundation for working life ask for rotation
    forward; going back needs days off between.

    Note: what a duty is goes by its start on the clock. It costs one for each duty
    that starts earlier in the day, by this reckoning, than another within the days
    below: late then early, night then late, night then early. Between a team's own
    turns it is the team's business. It is off unless a book switches it on: a joint
    unit works late almost always, and most of what goes back is a course by day.

    Attributes:
        late: The clock time from which a start is a late one.
        night: The clock time from which a start is a night's.
        days: How many days after a duty none may go back.
    """

    code: ClassVar[str] = "FATIGUE-05"
    title: ClassVar[str] = "Forward rotation"
    briefly: ClassVar[str] = "on turns later in the day"
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAT-FORWARD",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann E L N",
        "Ann L L",
        "Ann N - - - L",
        "Bob@A - - - - - - L\nteam A L E - - - - - - - - - - -",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L - E", 1),
        ("Ann N - L L", 2),
        ("Ann .N - - E", 1),
        ("Bob@A L\nteam A - E - - -", 1),
    )
    looks_back: ClassVar[timedelta] = timedelta(days=60)

    late: time = time(12)
    night: time = time(20)
    days: int = 3

    def missing(self, first: Duty, second: Duty) -> int:
        """One where the second starts in an earlier part of the day, too soon."""
        is_soon = (second.day - first.day).days <= self.days
        return int(is_soon and self._part(first) > self._part(second))

    def _part(self, duty: Duty) -> int:
        start = duty.span.local_start.time()
        return (start >= self.late) + (start >= self.night)

    def in_words(self, first: Duty, second: Duty) -> str:
        """Which two go back."""
        return f"{second} goes back on the clock after {first}"
