"""RUN-01: not too many days of work in a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from constraints._runs import forbid_long_runs
from rostering.domain import Breach, Rota
from rostering.domain.runs import long_runs
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class RunOfDays(Rule):
    """Nobody works too many days in a row.

    Why: tiredness builds up from day to day. The Police Federation asks for no more
    than six days in a row, and HSE guidance on fatigue (HSG256) for five to seven.

    Note: every kind of work counts: a shift on the car, a team's own turn, a course,
    training, court, and what is on record before the period. A duty belongs to the
    date on which it starts. A run that a team's pattern makes by itself is not held
    against the rota; a planned shift that makes it longer is. Each stretch of one
    day too many counts once, so a run of eight where six are allowed counts twice.

    Attributes:
        most: The longest allowed run, in days.
    """

    code: ClassVar[str] = "RUN-01"
    title: ClassVar[str] = "Days in a row"
    briefly: ClassVar[str] = "at the end of a run of days"
    sources: ClassVar[tuple[str, ...]] = ("POL-CONSEC", "FAT-CONSEC")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L -",
        "Ann .L .L .L .L .L - L L",
        "Ann L L L A L L L",
        "Bob@A L L - -\nteam A L L L L L L L -",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L L",
        "Ann .L .L .L .L L L L",
        "Ann .L .L .L T T L L",
        "Bob@A - - L\nteam A L L - L L L L -",
    )

    most: int = 6

    def post(self, decisions: "Decisions") -> None:
        """Leave a day without work in every stretch of one day too many."""
        forbid_long_runs(self, decisions, lambda duty: duty.is_work, self.most)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Walk the days that each person works and measure the runs."""
        for person in self.bound_people(rota.problem):
            before = {d.day for d in rota.problem.fixed_duties(person.id) if d.is_work}
            worked = {d.day for d in rota.duties_of(person.id) if d.is_work}
            added = worked - before
            for run, amount in long_runs(worked, added, self.most):
                yield self.breach(
                    person.id,
                    f"works {len(run)} days in a row, {day_in_words(run[0])} to "
                    f"{day_in_words(run[-1])}; at most {self.most} allowed",
                    day=next(day for day in run if day in added),
                    amount=amount,
                )
