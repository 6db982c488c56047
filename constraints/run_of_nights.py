"""RUN-02: not too many nights in a row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from constraints._runs import forbid_long_runs
from rostering.domain import Breach, Duty, Rota
from rostering.domain.runs import long_runs
from rostering.domain.time import MINUTE, day_in_words, night_minutes

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class RunOfNights(Rule):
    """Nobody works too many nights in a row.

    Why: alertness falls with every night in a row. The Police Federation asks for no
    more than four; HSE guidance on fatigue (HSG256) is wary of more than three.

    Note: a duty is a night where enough of it lies in night time, as the Working Time
    Regulations 1998 say of night workers: 18:00-02:00 has three hours between 23:00
    and 06:00 and is a night, 15:00-01:00 has two and is not. Hours are real elapsed
    time: when the clocks go forward, 18:00-02:00 has only two hours of night. A night
    belongs to the date on which it starts. A team's own nights count, except where a
    shift on the car takes their place; a run that the pattern makes by itself is not
    held against the rota. Each stretch of one night too many counts once.

    Attributes:
        most: The longest allowed run, in nights.
        begin: When night time begins, by the clock.
        end: When night time ends, by the clock.
        least: How much night time in a duty makes it a night, in hours.
    """

    code: ClassVar[str] = "RUN-02"
    title: ClassVar[str] = "Nights in a row"
    briefly: ClassVar[str] = "at the end of a run of nights"
    sources: ClassVar[tuple[str, ...]] = (
        "POL-CONSEC",
        "FAT-CONSEC-LONG",
        "WTR-NIGHT-DEF",
    )
    kept: ClassVar[tuple[str, ...]] = (
        "Ann N N N N - N",
        "Ann L L L L L",
        "Ann .N .N - N N N N",
        "Bob@A L\nteam A N N N N N -",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann N N N N N",
        "Ann S S S S S",
        "Ann .S .N N S N",
        "Bob@A - - N\nteam A N N - N N -",
    )

    most: int = 4
    begin: time = time(23)
    end: time = time(6)
    least: timedelta = timedelta(hours=3)

    def post(self, decisions: "Decisions") -> None:
        """Leave a day without a night in every stretch of one night too many."""
        forbid_long_runs(self, decisions, self._is_night, self.most)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Walk the nights that each person works and measure the runs."""
        for person in self.bound_people(rota.problem):
            nights = self._nights(rota.duties_of(person.id))
            added = nights - self._nights(rota.problem.fixed_duties(person.id))
            for run, amount in long_runs(nights, added, self.most):
                yield self.breach(
                    person.id,
                    f"works {len(run)} nights in a row, {day_in_words(run[0])} to "
                    f"{day_in_words(run[-1])}; at most {self.most} allowed",
                    day=next(day for day in run if day in added),
                    amount=amount,
                )

    def _nights(self, duties: Iterable[Duty]) -> set[date]:
        return {duty.day for duty in duties if self._is_night(duty)}

    def _is_night(self, duty: Duty) -> bool:
        at_night = night_minutes(duty.span, self.begin, self.end) * MINUTE
        return duty.is_work and at_night >= self.least
