"""FAIR-07: not too many weekends at work."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from constraints._days import at_work, at_work_anyway
from constraints._rule import Rule
from rostering.domain import Breach, Kind, Problem, Rota
from rostering.domain.time import monday_of

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions


@dataclass(frozen=True, kw_only=True)
class MostWeekends(Rule):
    """Nobody works on more weekends of the period than agreed.

    Why: weekends off are what people with families ask for first, and many agreements
    set how many, or how many Sundays, anybody works in a rota.

    Note: a weekend is worked where any duty begins on one of its days; it may lie
    across the end of the period, and then the days within count. Weekends at work
    without the rota are not held against it. It is off unless a book switches it on;
    FAIR-01 shares weekends out, and FAIR-04 spreads those that are off.

    Attributes:
        days: The days of the week that make a weekend, such as `Sat, Sun` or `Sun`.
        most: How many weekends may be worked.
    """

    code: ClassVar[str] = "FAIR-07"
    title: ClassVar[str] = "Most weekends"
    briefly: ClassVar[str] = "with enough weekends at work"
    kind: ClassVar[Kind] = Kind.POLICY
    is_usual: ClassVar[bool] = False
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAT-WEEKEND", "FAIR-WEEKEND")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann - - - - - L L - - - - - - L",
        "start 2027-01-09\nAnn L L - - - - - L - - - - - T - - - - - - L A",
        "start 2027-01-08\nAnn S - - L - - - S - - - - - - S - - - - - - S",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "start 2027-01-09\nAnn L - - - - - - - L - - - - - L",
        "start 2027-01-10\nAnn L - - - - - L - - - - - - T",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        (
            "start 2027-01-10\n"
            "Ann L - - - - - L - - - - - - L - - - - - - - - - - - - - L",
            2,
        ),
    )

    days: tuple[str, ...] = ("Sat", "Sun")
    most: int = 2

    def post(self, decisions: "Decisions") -> None:
        """Keep the number of each person's weekends within the most."""
        period = decisions.problem.period
        for person in self.diaries(decisions.problem, decisions.people):
            weekends: defaultdict[date, list[Claim]] = defaultdict(list)
            mine = decisions.days(person.id)
            for day in filter(self._counts, period.days):
                weekends[monday_of(day)].append(mine.at_work(day))
            terms = ((decisions.any_of(days), 1) for days in weekends.values())
            decisions.at_most(self, person.id, terms, self.most)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count the weekends of each person."""
        problem = rota.problem
        for person in self.diaries(problem, problem.people):
            anyway = self._weekends(problem, at_work_anyway(problem, person.id))
            worked = self._weekends(problem, at_work(rota, person.id))
            beyond = len(worked) - max(self.most, len(anyway))
            if beyond > 0:
                because = (
                    f"works on {len(worked)} weekends; at most {self.most} allowed"
                )
                day = problem.period.first
                yield self.breach(person.id, because, day=day, amount=beyond)

    def _weekends(self, problem: Problem, days: Iterable[date]) -> Collection[date]:
        counted = (day for day in days if day in problem.period and self._counts(day))
        return {monday_of(day) for day in counted}

    def _counts(self, day: date) -> bool:
        return f"{day:%a}".casefold() in {name[:3].casefold() for name in self.days}
