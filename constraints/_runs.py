"""What rules against long runs of days have in common."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from constraints._rule import Rule
from rostering.domain import Breach, Duty, PersonId, Problem, Rota
from rostering.domain.runs import long_runs
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions

Counts = Callable[[Duty], bool]


class PossibleDay(NamedTuple):
    """A day that counts, or may count, in a run of one person's days."""

    date: date
    claim: "Claim"
    counts_already: bool
    """Whether it counts before anything is planned."""


@dataclass(frozen=True, kw_only=True)
class RunRule(Rule, ABC):
    """A rule against too many days in a row on which people work in some way.

    A day counts where a duty of that day counts. A run that stands before anything is
    planned is not held against the rota.
    """

    counted: ClassVar[str] = ""
    """What there are too many of, in words."""

    most: int

    @abstractmethod
    def counts(self, duty: Duty) -> bool:
        """Whether the duty makes its day one of those counted."""

    def post(self, decisions: "Decisions") -> None:
        """Leave a day out of every stretch of one day too many."""
        for person in self.diaries(decisions.problem, decisions.people):
            days = self.possible(decisions, person.id)
            ordered = sorted(days, key=lambda day: day.date)
            _forbid(self, decisions, person.id, ordered, self.most + 1)

    def possible(
        self, decisions: "Decisions", person: PersonId
    ) -> "Iterator[PossibleDay]":
        """Each day that counts, or may count."""
        return possible_days(decisions, person, self.counts)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Walk the days of each person that count and measure the runs."""
        for person in self.diaries(rota.problem, rota.problem.people):
            counted = self._days(rota.duties_of(person.id))
            added = counted - self._days(rota.problem.fixed_duties(person.id))
            for run, beyond in long_runs(counted, added, self.most):
                for days in self._parted(rota.problem, person.id, beyond):
                    yield self.breach(
                        person.id,
                        f"works {len(run)} {self.counted} in a row, "
                        f"{day_in_words(run[0])} to {day_in_words(run[-1])}; "
                        f"at most {self.most} allowed",
                        day=days[0],
                        amount=len(days),
                    )

    def _parted(
        self, problem: Problem, person: PersonId, days: Sequence[date]
    ) -> list[list[date]]:
        """The days beyond the longest run: those in force, and each that is waived."""
        waived = [[day] for day in days if self.is_waived(problem, person, day)]
        in_force = [day for day in days if [day] not in waived]
        return [in_force, *waived] if in_force else waived

    def _days(self, duties: Iterable[Duty]) -> set[date]:
        return {duty.day for duty in duties if self.counts(duty)}


def possible_days(
    decisions: "Decisions", person: PersonId, counts: Counts
) -> "Iterator[PossibleDay]":
    """Each day that counts, or may count, by its duties."""
    for day, work in decisions.work_by_day(person).items():
        counting = [possible for possible in work if counts(possible.duty)]
        if counting:
            chosen = [possible for possible in counting if possible.is_choice]
            already = len(chosen) < len(counting)
            is_sure = already and len(chosen) == sum([p.is_choice for p in work])
            claim = is_sure or decisions.any_of([p.claim for p in counting])
            yield PossibleDay(day, claim, already)


def _forbid(
    rule: Rule,
    decisions: "Decisions",
    person: PersonId,
    days: list[PossibleDay],
    length: int,
) -> None:
    ordinals = [day.date.toordinal() for day in days]
    open_before = [0, *accumulate(not day.counts_already for day in days)]
    for begin in range(len(days) - length + 1):
        end = begin + length - 1
        is_on_end = ordinals[end] - ordinals[begin] == length - 1
        if is_on_end and open_before[begin] < open_before[end + 1]:
            stretch = days[begin : end + 1]
            first, last = stretch[0].date, stretch[-1].date
            subject = f"{person}: {day_in_words(first)} to {day_in_words(last)}"
            claims = (day.claim for day in stretch)
            decisions.forbid_together(rule, subject, claims, who=person, day=last)
