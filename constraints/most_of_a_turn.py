"""TURN-01: not too many shifts of one kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from constraints._turns import possible_turns, turns_worked
from rostering.domain import Breach, Kind, Rota

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class MostOfATurn(Rule):
    """Nobody has more shifts of some kind in the period than agreed.

    Why: terms of work often say how many nights or weekend turns somebody does in a
    rota, and occupational health may set a number for one person.

    Note: the shifts of the named turns on any car count, two at once on one day as one.
    A team's own turns do not. It is off unless a book switches it on; a row for each
    person or role sets the number.

    Attributes:
        turns: The turns that count together, by name.
        most: How many shifts of these in the period are allowed.
    """

    code: ClassVar[str] = "TURN-01"
    title: ClassVar[str] = "Most shifts of a turn"
    briefly: ClassVar[str] = "with enough shifts of the turn"
    kind: ClassVar[Kind] = Kind.POLICY
    is_usual: ClassVar[bool] = False
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAT-CONSEC-LONG",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann N - N - N - N L L",
        "Ann N N - - - - .N\nBob:paramedic - - N N N - -",
    )
    broken: ClassVar[tuple[str, ...]] = ("Ann N - N - N - N - N",)
    charged: ClassVar[tuple[tuple[str, int], ...]] = (("Ann N N N N N N", 2),)

    turns: tuple[str, ...] = ("night",)
    most: int = 4

    def post(self, decisions: "Decisions") -> None:
        """Keep the number of each person's shifts within the most."""
        for person in self.diaries(decisions.problem, decisions.people):
            terms = possible_turns(decisions, person.id, self.turns)
            decisions.at_most(self, person.id, terms, self.most)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count the shifts of each person."""
        for person in self.diaries(rota.problem, rota.problem.people):
            number = len(turns_worked(rota, person.id, self.turns))
            if number > self.most:
                because = (
                    f"{number} shifts of {', '.join(self.turns)} in the period; "
                    f"at most {self.most} allowed"
                )
                day = rota.problem.period.first
                amount = number - self.most
                yield self.breach(person.id, because, day=day, amount=amount)
