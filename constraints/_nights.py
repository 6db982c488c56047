"""What makes a duty a night."""

from abc import ABC
from dataclasses import dataclass
from datetime import time, timedelta

from constraints._rule import Rule
from rostering.domain import Duty
from rostering.domain.time import MINUTE, night_minutes


@dataclass(frozen=True, kw_only=True)
class NightRule(Rule, ABC):
    """A rule about nights, as the Working Time Regulations 1998 say of night workers.

    A duty is a night where enough of it lies in night time, in real elapsed time.
    """

    begin: time = time(23)
    end: time = time(6)
    least: timedelta = timedelta(hours=3)

    def is_night(self, duty: Duty) -> bool:
        """Work with enough night time in it."""
        at_night = night_minutes(duty.span, self.begin, self.end) * MINUTE
        return duty.is_work and at_night >= self.least
