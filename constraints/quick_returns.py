"""FATIGUE-03: more rest between two duties than the law's least."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from constraints._following import FollowingRule
from rostering.domain import Duty
from rostering.domain.time import HOUR, in_words


@dataclass(frozen=True, kw_only=True)
class QuickReturns(FollowingRule):
    """People have half a day between two duties, and not just the law's eleven hours.

    Why: of eleven hours the way home, a meal and the way back leave six or seven for
    sleep. The railways look into every gap below twelve (FAT-QUICK).

    Note: the gap is real elapsed time between the planned hours, at either side of a
    planned shift. Each hour begun that is missing costs one.

    Attributes:
        rest: How much rest is wished between two duties, in hours.
    """

    code: ClassVar[str] = "FATIGUE-03"
    title: ClassVar[str] = "No quick returns"
    briefly: ClassVar[str] = "resting half a day"
    sources: ClassVar[tuple[str, ...]] = ("FAT-QUICK", "FAIR-REST", "FAT-PREF")
    kept: ClassVar[tuple[str, ...]] = ("Ann L L", "Ann E E", "Ann D - M")
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L D", 5),
        ("Ann .S D", 6),
        ("Bob@A L\nteam A - E", 6),
    )
    looks_back: ClassVar[timedelta] = timedelta(hours=24)

    rest: timedelta = timedelta(hours=12)

    def missing(self, first: Duty, second: Duty) -> int:
        """The hours, begun ones too, by which the gap is too short."""
        short = self.rest - (second.span.start - first.span.end)
        return max(0, -(-short // HOUR))

    def in_words(self, first: Duty, second: Duty) -> str:
        """The gap and what was wished."""
        gap = in_words(second.span.start - first.span.end)
        wished = in_words(self.rest)
        return f"{gap} between {first} and {second}; {wished} wished"
