"""RUN-08: not too many days off in a row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from constraints._days import at_work, has_shifts, known_days
from constraints._rule import Rule
from rostering.domain import Breach, Mode, Person, Problem, Rota, Tier
from rostering.domain.reach import at_hand
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class LongestRunOff(Rule):
    """Nobody is off for too many days in a row without leave.

    Why: work that is spread evenly tires less than a month of it after a month of
    none, and whoever is away for weeks loses touch with the car and its streets.

    Note: only days of the period count, on which the person is on the strength and not
    on leave for the whole day. Each stretch of one day too many costs one. People
    within whose reach the period has no shift are not measured. It is off unless a book
    switches it on.

    Attributes:
        most: The longest run of days off.
    """

    code: ClassVar[str] = "RUN-08"
    title: ClassVar[str] = "Longest run of days off"
    is_usual: ClassVar[bool] = False
    may_be_hard: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAIR-HOURS",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L - - - - - L",
        "Ann - - - A - - - T",
        "Ann - - -\nBob:paramedic L L L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann - - - - - - L", 1),
        ("Ann L - - - - - - - L", 2),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES
    most: int = 5

    def post(self, decisions: "Decisions") -> None:
        """Ask for a day at work in every stretch of one day too many."""
        for person in self._measured(decisions.problem, decisions.people):
            mine = decisions.days(person.id)
            for days in self._stretches(decisions.problem, person):
                terms = [(mine.at_work(day), 1) for day in days]
                decisions.at_least(
                    self, person.id, terms, 1, who=person.id, day=days[-1]
                )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Look for work in every stretch of one day too many."""
        for person in self._measured(rota.problem, rota.problem.people):
            worked = at_work(rota, person.id)
            for days in self._stretches(rota.problem, person):
                if worked.isdisjoint(days):
                    because = (
                        f"off for {len(days)} days from {day_in_words(days[0])}; "
                        f"at most {self.most} wanted"
                    )
                    yield self.breach(person.id, because, day=days[-1])

    def _measured(self, problem: Problem, people: Iterable[Person]) -> Iterator[Person]:
        diaries = self.diaries(problem, people)
        return (person for person in diaries if has_shifts(problem, person.id))

    def _stretches(
        self, problem: Problem, person: Person
    ) -> Iterator[tuple[date, ...]]:
        here = at_hand(problem, person, problem.period)
        days = known_days(problem, person)
        for begin in range(len(days) - self.most):
            stretch = days[begin : begin + self.most + 1]
            if here.issuperset(stretch):
                yield stretch
