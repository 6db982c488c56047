"""HOURS-01: not too many hours in any seven days."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._minutes import DayOfWork, minutes_by_day
from constraints._rolling import RollingRule
from rostering.domain import Duty, Kind, Person, Problem
from rostering.domain.time import MINUTE, in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class RollingWeek(RollingRule):
    """Nobody works too many hours in any seven days.

    Why: the weekly average of the law allows a very long week between short ones;
    tiredness does not wait for the average. Fatigue standards of safety-critical
    trades stop at 72 hours in seven days.

    Note: any seven dates in a row are looked at, also those that begin before the
    period or end after it. All work counts: shifts, a team's own turns, courses,
    training, court and the record. A duty belongs with all its hours to the date on
    which it starts, and hours are real elapsed time. A shift on the car counts in the
    place of the team's turn on that day. Where the fixed duties alone are more, the
    rota may add nothing to them. As a wish it costs 1 for each hour begun too many.

    Attributes:
        most: The most hours allowed in seven days.
    """

    code: ClassVar[str] = "HOURS-01"
    title: ClassVar[str] = "Hours in seven days"
    briefly: ClassVar[str] = "at the limit of hours in seven days"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("FAT-WEEK", "DST-HOURS")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L L",
        "Ann E+N E+N - E+N - - - E+N",
        "Bob@A L L -\nteam A L L L L L L L L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann E+N - E+N - E+N - E+N",
        "Ann .E+N .E+N .L L L L",
        "Bob@A - - E+N\nteam A L L - L L L L",
    )

    step: ClassVar[int] = 60

    most: timedelta = timedelta(hours=72)

    def length(self, problem: Problem, person: Person) -> int:
        """A week of dates."""
        return 7

    def limit(self, problem: Problem, person: Person) -> int:
        """The most minutes."""
        return int(self.most / MINUTE)

    def possible(
        self, decisions: "Decisions", person: Person
    ) -> Mapping[date, DayOfWork]:
        """The minutes of each date."""
        return minutes_by_day(decisions, person.id, lambda duty: duty.span.minutes)

    def counted(
        self, problem: Problem, person: Person, duties: Iterable[Duty]
    ) -> Counter[date]:
        """The minutes of all work, by the date on which it starts."""
        minutes: Counter[date] = Counter()
        for duty in duties:
            minutes[duty.day] += duty.span.length // MINUTE if duty.is_work else 0
        return minutes

    def told(self, units: int, limit: int, days: str) -> str:
        """How many hours there are and how many may be."""
        hours, most = in_words(units * MINUTE), in_words(limit * MINUTE)
        return f"{hours} of work {days}; at most {most} allowed"
