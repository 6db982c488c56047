"""HOURS-09: hours enough in the period."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._days import has_shifts
from constraints._period_hours import planned_minutes
from constraints._rule import Rule
from rostering.domain import Breach, Kind, Mode, Person, Problem, Rota, Tier
from rostering.domain.time import HOUR, MINUTE, in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class LeastHours(Rule):
    """Everybody is on the cars for some hours in the period.

    Why: whoever is paid for hours is to have them, and an agreement may say how many of
    them are on the cars.

    Note: the hours of all shifts count, breaks included; other duties do not. Each hour
    begun that is missing costs one. People within whose reach the period has no shift
    are not measured. It is off unless a book switches it on; HOURS-03 looks at the
    contract.

    Attributes:
        least: The hours of all shifts in the period.
    """

    code: ClassVar[str] = "HOURS-09"
    title: ClassVar[str] = "Fewest hours in the period"
    kind: ClassVar[Kind] = Kind.CONTRACT
    is_usual: ClassVar[bool] = False
    may_be_hard: ClassVar[bool] = False
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("AFC-HOURS",)
    kept: ClassVar[tuple[str, ...]] = ("Ann L L", "Ann L M M")
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L T", 10),
        ("Ann M -\nBob:paramedic - L", 22),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.CONTRACT
    least: timedelta = timedelta(hours=20)

    def post(self, decisions: "Decisions") -> None:
        """Charge each hour of which the minutes of a person fall short."""
        least = int(self.least / MINUTE)
        for person in self._measured(decisions.problem, decisions.people):
            terms = decisions.days(person.id).minutes
            decisions.at_least(self, person.id, terms, least, step=60)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Add up the shifts of each person."""
        for person in self._measured(rota.problem, rota.problem.people):
            planned = planned_minutes(rota, person.id) * MINUTE
            if planned < self.least:
                because = f"{in_words(planned)} on the cars; at least "
                because += f"{in_words(self.least)} wanted in the period"
                day = rota.problem.period.first
                amount = -((planned - self.least) // HOUR)
                yield self.breach(person.id, because, day=day, amount=amount)

    def _measured(self, problem: Problem, people: Iterable[Person]) -> Iterator[Person]:
        diaries = self.diaries(problem, people)
        return (person for person in diaries if has_shifts(problem, person.id))
