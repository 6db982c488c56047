"""TURN-02: some shifts of every kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from constraints._turns import possible_turns, turns_worked
from rostering.domain import Breach, Mode, Person, Problem, Rota, Tier

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class LeastOfATurn(Rule):
    """Everybody takes part in turns that all are to know.

    Why: who never rides at night is lost on the night that needs them, and a turn that
    nobody likes is fairer when everybody has some of it.

    Note: the shifts of the named turns on any car count, two at once on one day as one.
    Each that is missing costs one. People within whose reach the period has no such
    shift are not measured. It is off unless a book switches it on.

    Attributes:
        turns: The turns that count together, by name.
        least: How many shifts of these in the period are wanted.
    """

    code: ClassVar[str] = "TURN-02"
    title: ClassVar[str] = "Fewest shifts of a turn"
    is_usual: ClassVar[bool] = False
    may_be_hard: ClassVar[bool] = False
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAIR-HOURS",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann N - - N - L",
        "Ann L L - -\nBob:paramedic - - L L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann N - - L - L", 1),
        ("Ann L - - - L\nBob:paramedic - N N - -", 2),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.FAIRNESS
    turns: tuple[str, ...] = ("night",)
    least: int = 2

    def post(self, decisions: "Decisions") -> None:
        """Ask for as many shifts of each person."""
        for person in self._measured(decisions.problem, decisions.people):
            terms = possible_turns(decisions, person.id, self.turns)
            decisions.at_least(self, person.id, terms, self.least)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count the shifts of each person."""
        for person in self._measured(rota.problem, rota.problem.people):
            number = len(turns_worked(rota, person.id, self.turns))
            if number < self.least:
                because = (
                    f"{number} shifts of {', '.join(self.turns)} in the period; "
                    f"at least {self.least} wanted"
                )
                day = rota.problem.period.first
                amount = self.least - number
                yield self.breach(person.id, because, day=day, amount=amount)

    def _measured(self, problem: Problem, people: Iterable[Person]) -> Iterator[Person]:
        for person in self.diaries(problem, people):
            rows = problem.selves(person.id)
            near = (
                shift for row in rows for shift in problem.within_reach.get(row, ())
            )
            if any(shift.turn in self.turns for shift in near):
                yield person
