"""What makes a duty a night."""

from abc import ABC
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta

from constraints._rule import Rule
from rostering.domain import Duty, Limit
from rostering.domain.time import MINUTE, night_minutes

_LAW = "regulation 2 of the Working Time Regulations 1998"
LAW_OF_NIGHTS: Mapping[str, Limit] = {
    "begin": Limit(time(23), is_least=False, law=_LAW, furthest=time(0)),
    "end": Limit(time(6), is_least=True, law=_LAW, furthest=time(5)),
    "least": Limit(timedelta(hours=3), is_least=False, law=_LAW),
}
"""Night time where nothing is agreed; it always has midnight to five in it."""


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
