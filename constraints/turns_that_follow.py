"""TURN-03: turns that may not follow each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Kind, Rota
from rostering.domain.time import DAY, day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Claim, Days, Decisions


@dataclass(frozen=True, kw_only=True)
class TurnsThatFollow(Rule):
    """After some turns, some others do not come on the next day.

    Why: turns that go backwards, such as an early after a late, cut the night short;
    many agreements name the pairs of turns rather than the hours between them.

    Note: it looks at shifts of the period, on any car, and at the next day on the
    calendar. Each day on which it happens counts once. It is off unless a book switches
    it on; REST-01 measures the rest itself.

    Attributes:
        turns: The turns after which it holds, by name.
        not_next: The turns that may not come on the day after.
    """

    code: ClassVar[str] = "TURN-03"
    title: ClassVar[str] = "Turns that may not follow"
    briefly: ClassVar[str] = "after a turn that this one may not follow"
    kind: ClassVar[Kind] = Kind.POLICY
    is_usual: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAT-FORWARD",)
    kept: ClassVar[tuple[str, ...]] = ("Ann E L N", "Ann L - E", "Ann .L E")
    broken: ClassVar[tuple[str, ...]] = ("Ann L E", "Ann - N E -", "Ann L1+N2 E2")
    charged: ClassVar[tuple[tuple[str, int], ...]] = (("Ann L E - N E", 2),)

    turns: tuple[str, ...] = ("late", "night")
    not_next: tuple[str, ...] = ("early",)

    def post(self, decisions: "Decisions") -> None:
        """Let not both come on two days on end."""
        for person in self.diaries(decisions.problem, decisions.people):
            mine = decisions.days(person.id)
            for day in mine.rides:
                both = (
                    _any_of(decisions, mine, day - DAY, self.turns),
                    _any_of(decisions, mine, day, self.not_next),
                )
                subject = f"{person.id}: {day_in_words(day)}"
                decisions.forbid_together(self, subject, both, who=person.id, day=day)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Follow each person from day to day."""
        for person in self.diaries(rota.problem, rota.problem.people):
            rides = rota.rides_of(person.id)
            before = {ride.day: ride.turn for ride in rides if ride.turn in self.turns}
            late = {ride.day: ride.turn for ride in rides if ride.turn in self.not_next}
            for day, turn in late.items():
                if day - DAY in before:
                    because = f"{turn} on the day after {before[day - DAY]}"
                    yield self.breach(person.id, because, day=day)


def _any_of(
    decisions: "Decisions", mine: "Days", day: date, turns: tuple[str, ...]
) -> "Claim":
    return decisions.any_of(mine.on_turn(day, turn) for turn in turns)
