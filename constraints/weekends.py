"""FAIR-01: weekends worked are shared fairly."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from typing import ClassVar

from constraints._fair_shares import FairShare
from rostering.domain import Duty, Problem, Rota, Span
from rostering.domain.time import DAY, days_between, instant

FRIDAY = 4


@dataclass(frozen=True, kw_only=True)
class FairWeekends(FairShare):
    """Weekends at work are shared in proportion to what each person can do.

    Why: weekends off are what people with families ask for first, and a car that is
    crewed every night takes many. The aim is a spread of at most one (FAIR-WEEKEND),
    and HSE's guide to fatigue (HSG256) asks for a whole weekend off regularly;
    remembering what was worked before keeps one rota from repeating the last.

    Note: a weekend is worked once, however many of its shifts are, so two in one
    weekend are better than one in each of two. The share counts as if the same people
    worked all days of a weekend. It is set before planning. People with contracted
    hours should have it, rounded up or down; members of a team, and people who offer
    time, may have less but not more. What is on record already is never charged.

    Attributes:
        begin: The clock time on Friday at which the weekend begins.
        end: The clock time on Monday at which it ends.
    """

    code: ClassVar[str] = "FAIR-01"
    title: ClassVar[str] = "Fair share of weekends"
    briefly: ClassVar[str] = "with enough weekends"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAIR-WEEKEND", "FAT-WEEKEND")
    counted: ClassVar[str] = "weekends"
    kept: ClassVar[tuple[str, ...]] = (
        "start 2027-01-08\nAnn S - - - - - - -\nBob:paramedic - - - - - - - S",
        "start 2027-01-08\nAnn S S - -\nBob:paramedic - - - L",
        "start 2027-01-06\nAnn L L - -\nBob:paramedic - - - -",
        "start 2027-01-08\nAnn S - - - - - - S\nSam:special - - - - - - - -",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("start 2027-01-08\nAnn S - - - - - - S\nBob:paramedic - - - - - - - -", 2),
        (
            "start 2027-01-08\nSam:special S - - - - - - S\nTom:special - - - - - - - -"
            "\noffer Sam S - - - - - - S\noffer Tom S - - - - - - S",
            1,
        ),
    )

    begin: time = time(18)
    end: time = time(6)

    def mark(self, problem: Problem, span: Span, day: date) -> date | None:
        """The Friday of the weekend that the work touches."""
        for touched in (day, span.local_end.date()):
            friday = touched - timedelta(days=(touched.weekday() - FRIDAY) % 7)
            if span.overlaps(self._weekend(friday)):
                return friday
        return None

    def tally(self, rota: Rota, duties: list[Duty]) -> int:
        """Go through the weekends one by one, from the one before the record."""
        problem = rota.problem
        days = days_between(problem.memory.first - 3 * DAY, problem.period.last + DAY)
        weekends = (self._weekend(day) for day in days if day.weekday() == FRIDAY)
        return sum(
            any(duty.span.overlaps(weekend) for duty in duties) for weekend in weekends
        )

    def _weekend(self, friday: date) -> Span:
        return weekend_of(friday, self.begin, self.end)


@cache
def weekend_of(friday: date, begin: time = time(18), end: time = time(6)) -> Span:
    """From a time of the Friday to one of the Monday."""
    return Span(instant(friday, begin), instant(friday + 3 * DAY, end, finish=True))
