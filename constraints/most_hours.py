"""HOURS-08: not too many hours in the period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._period_hours import planned_minutes
from constraints._rule import Rule
from rostering.domain import Breach, Kind, Rota
from rostering.domain.time import HOUR, MINUTE, in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class MostHours(Rule):
    """Nobody is on the cars for more hours in the period than agreed.

    Why: an agreement, or one person's terms, may set the hours of a whole rota rather
    than those of a week.

    Note: the hours of all shifts count, breaks included; other duties do not. Each hour
    begun beyond counts once. It is off unless a book switches it on; HOURS-03 looks at
    the contract.

    Attributes:
        most: The hours of all shifts in the period.
    """

    code: ClassVar[str] = "HOURS-08"
    title: ClassVar[str] = "Most hours in the period"
    briefly: ClassVar[str] = "with enough hours in the period"
    kind: ClassVar[Kind] = Kind.CONTRACT
    is_usual: ClassVar[bool] = False
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("AFC-HOURS",)
    kept: ClassVar[tuple[str, ...]] = ("Ann L L L L T", "Ann .L L L L L")
    broken: ClassVar[tuple[str, ...]] = ("Ann L L L L L",)
    charged: ClassVar[tuple[tuple[str, int], ...]] = (("Ann L L L L L M", 18),)

    most: timedelta = timedelta(hours=40)

    def post(self, decisions: "Decisions") -> None:
        """Keep the minutes of each person within the most."""
        most = int(self.most / MINUTE)
        for person in self.diaries(decisions.problem, decisions.people):
            terms = decisions.days(person.id).minutes
            decisions.at_most(self, person.id, terms, most, step=60)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Add up the shifts of each person."""
        for person in self.diaries(rota.problem, rota.problem.people):
            planned = planned_minutes(rota, person.id) * MINUTE
            if planned > self.most:
                because = f"{in_words(planned)} on the cars; at most "
                because += f"{in_words(self.most)} in the period"
                day = rota.problem.period.first
                amount = -((self.most - planned) // HOUR)
                yield self.breach(person.id, because, day=day, amount=amount)
