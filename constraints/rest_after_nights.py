"""FATIGUE-04: two nights' sleep after night work."""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import ClassVar

from constraints._following import FollowingRule
from rostering.domain import Duty
from rostering.domain.time import DAY, in_words, instant


@dataclass(frozen=True, kw_only=True)
class RestAfterNights(FollowingRule):
    """Whoever has worked nights has two nights' sleep before work by day.

    Why: the body needs two whole nights in bed to turn round again. HSE's guide to
    fatigue (HSG256) asks for 46 hours from the end of the last night.

    Note: a night is a duty that goes on past the clock time below on the next date;
    the Specials' 18:00-02:00 is none. Another night may follow at once. Each duty that
    is no night and begins too soon costs one.

    Attributes:
        rest: How long it is wished from the end of a night to the next duty that is
            none, in hours.
        past: The clock time in the morning past which a night goes on.
    """

    code: ClassVar[str] = "FATIGUE-04"
    title: ClassVar[str] = "Rest after nights"
    briefly: ClassVar[str] = "resting after nights"
    sources: ClassVar[tuple[str, ...]] = ("FAT-POSTNIGHT",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann N N N",
        "Ann N - - L",
        "Ann S - L",
        "Bob@A - - - - L\nteam A N N - - L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann N - L", 1),
        ("Ann N N - L L", 1),
        ("Ann .N - L", 1),
    )
    looks_back: ClassVar[timedelta] = timedelta(days=7)

    rest: timedelta = timedelta(hours=46)
    past: time = time(5)

    def missing(self, first: Duty, second: Duty) -> int:
        """One where work by day comes too soon after a night."""
        is_soon = second.span.start - first.span.end < self.rest
        return int(is_soon and self._is_night(first) and not self._is_night(second))

    def _is_night(self, duty: Duty) -> bool:
        return duty.span.end > instant(duty.day + DAY, self.past, finish=True)

    def in_words(self, first: Duty, second: Duty) -> str:
        """The rest and what was wished."""
        rest = in_words(second.span.start - first.span.end)
        return f"{rest} from {first} to {second}; {in_words(self.rest)} wished"
