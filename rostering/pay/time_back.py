"""Time off that was earned instead of overtime pay, and how long it keeps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rostering.domain.time import DAY, MINUTE, month_of


@dataclass(frozen=True, slots=True)
class Earned:
    """Time that somebody has earned and not taken, at plain time."""

    day: date
    minutes: int


@dataclass(frozen=True, kw_only=True)
class TimeBack:
    """Time back at plain time (AFC-TOIL): what cannot be taken in time is paid."""

    keeps_months: int = 3
    most: timedelta = timedelta(hours=37, minutes=30)
    """The most that may stand to somebody's name."""

    def lapses(self, earned_on: date) -> date:
        """The last day on which it can be taken."""
        month = earned_on.replace(day=1)
        for _ in range(self.keeps_months):
            month = month_of(month).last + DAY
        return month.replace(day=min(earned_on.day, month_of(month).last.day))

    def left(self, earned: Iterable[Earned], taken: int) -> tuple[Earned, ...]:
        """What is left after so many minutes were taken, the oldest first."""
        return tuple(_left(sorted(earned, key=lambda each: each.day), taken))

    def to_be_paid(self, left: Iterable[Earned], on: date) -> int:
        """Minutes that are paid by this day: lapsed, or above the most."""
        kept, paid, room = 0, 0, int(self.most / MINUTE)
        for each in left:
            if self.lapses(each.day) < on:
                paid += each.minutes
            else:
                kept += each.minutes
        return paid + max(0, kept - room)


def _left(earned: Iterable[Earned], taken: int) -> Iterator[Earned]:
    for each in earned:
        used = min(taken, each.minutes)
        taken -= used
        if used < each.minutes:
            yield Earned(each.day, each.minutes - used)
