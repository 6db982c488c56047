"""What people may work, in minutes by day, for postings; audits do their own sums."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from rostering.domain import Duty, PersonId

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions

    Term = tuple[Claim, int]


@dataclass(slots=True)
class DayOfWork:
    """The minutes of one person's day: those that stand and those left to choose."""

    standing: int = 0
    terms: "dict[int, Term]" = field(default_factory=dict)
    """What each claim adds or takes away, by the index of the claim."""

    @property
    def is_open(self) -> bool:
        """Whether what is planned changes the minutes of the day."""
        return any(minutes for _, minutes in self.terms.values())

    @property
    def most(self) -> int:
        """The most minutes that the day can come to, whatever is chosen."""
        return self.standing + sum(
            max(0, minutes) for _, minutes in self.terms.values()
        )

    def add(self, claim: "Claim", minutes: int) -> None:
        """Count minutes where the claim is true."""
        if isinstance(claim, bool):
            self.standing += minutes if claim else 0
        else:
            _, before = self.terms.get(claim.index, (claim, 0))
            self.terms[claim.index] = (claim, before + minutes)


def minutes_by_day(
    decisions: "Decisions",
    person: PersonId,
    measure: Callable[[Duty], int],
    *,
    is_by_role: bool = False,
) -> dict[date, DayOfWork]:
    """What the person works, or may work, on each day; by role, in this one only.

    A team's turn stands, and a shift in its place adds or takes away the difference.
    """
    days: defaultdict[date, DayOfWork] = defaultdict(DayOfWork)
    for date_of_work, work in decisions.work_by_day(person).items():
        for duty, claim, is_choice in work:
            if is_by_role and duty.person != person:
                continue
            day, minutes = days[date_of_work], measure(duty)
            if is_choice:
                day.add(claim, minutes)
            else:
                day.standing += minutes
                if claim is not True:
                    day.add(decisions.negation(claim), -minutes)
    return dict(days)


def terms_of(
    days: Mapping[date, DayOfWork], wanted: Iterable[date]
) -> "Iterator[Term]":
    """All minutes of the wanted days, for a sum."""
    for date_wanted in wanted:
        day = days.get(date_wanted)
        if day is not None:
            yield True, day.standing
            yield from (term for term in day.terms.values() if term[1])
