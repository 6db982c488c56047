"""FAIR-08: weekends that are wholly at work or wholly off."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from constraints._days import at_work, at_work_anyway, known_days
from constraints._rule import Rule
from rostering.domain import Breach, Mode, Person, Problem, Rota, Tier
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions

SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class WholeWeekends(Rule):
    """Who works on one day of a weekend works on both, and others have both off.

    Why: a weekend with one day at work is no weekend off. If it must be worked, both
    days leave another one whole.

    Note: a day is worked where any duty begins on it. Only a Saturday with its Sunday
    counts, both in the period, and only where the single day at work is the rota's.
    Each such weekend costs one. It is off unless a book switches it on.
    """

    code: ClassVar[str] = "FAIR-08"
    title: ClassVar[str] = "Whole weekends"
    briefly: ClassVar[str] = "with half of a weekend at work"
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAT-WEEKEND",)
    kept: ClassVar[tuple[str, ...]] = (
        "start 2027-01-09\nAnn L N - - - - - - -",
        "start 2027-01-10\nAnn L - - - - - L",
        "start 2027-01-09\nAnn L T",
        "start 2027-01-09\nBob@A L -\nteam A L -",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "start 2027-01-09\nAnn L -",
        "start 2027-01-08\nAnn L - L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("start 2027-01-09\nAnn L A - - - - - - L", 2),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES

    def post(self, decisions: "Decisions") -> None:
        """Let neither day be worked without the other."""
        for person in self.diaries(decisions.problem, decisions.people):
            mine = decisions.days(person.id)
            for saturday, sunday in _weekends(decisions.problem, person):
                subject = f"{person.id}: {day_in_words(saturday)}"
                for here, off in ((saturday, sunday), (sunday, saturday)):
                    if here not in mine.anyway:
                        claims = (
                            mine.at_work(here),
                            decisions.negation(mine.at_work(off)),
                        )
                        decisions.forbid_together(
                            self, subject, claims, who=person.id, day=here
                        )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Find the weekends of which just one day is worked."""
        problem = rota.problem
        for person in self.diaries(problem, problem.people):
            mine = at_work(rota, person.id)
            added = mine - at_work_anyway(problem, person.id)
            for weekend in _weekends(problem, person):
                single = mine.intersection(weekend)
                if len(single) == 1 and single <= added:
                    (day,) = single
                    because = f"works only {day_in_words(day)} of the weekend"
                    yield self.breach(person.id, because, day=day)


def _weekends(problem: Problem, person: Person) -> Iterator[tuple[date, date]]:
    """Each Saturday and Sunday on which the person is on the strength."""
    for first, second in pairwise(known_days(problem, person)):
        if first.weekday() == SATURDAY:
            yield first, second
