"""Long rests in stretches of time: what rules about them have in common."""

from abc import ABC
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from constraints._rule import Rule
from rostering.domain import Breach, Duty, PersonId, Problem, Rota, Span
from rostering.domain.time import (
    DAY,
    MINUTE,
    day_in_words,
    days_between,
    gaps_between,
    in_words,
    whole_days,
)

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions, Possible


class Wanted(NamedTuple):
    """So many rests of a length, wholly within a stretch of time."""

    window: Span
    length: timedelta
    rests: int = 1

    @property
    def day(self) -> date:
        """The day by which they are had or missed."""
        return (self.window.local_end - MINUTE).date()

    def had(self, duties: Iterable[Duty]) -> int:
        """How many fit between the work."""
        spans = (duty.span for duty in duties if duty.is_work)
        work = [span for span in spans if span.overlaps(self.window)]
        gaps = gaps_between(work, self.window)
        if not self.length:
            return self.rests
        return sum(gap.length // self.length for gap in gaps)

    def needed(self, problem: Problem, person: PersonId) -> int:
        """How many are due: no more than are had before anything is planned."""
        return min(self.rests, self.had(problem.fixed_duties(person)))


def post_rests(
    rule: Rule, decisions: "Decisions", person: PersonId, wanted: Wanted
) -> None:
    """Suppose rests wherever they may begin, and ask for enough of them."""
    near = [
        possible
        for possible in decisions.duties(person)
        if possible.duty.span.overlaps(wanted.window) and possible.duty.is_work
    ]
    if not any(possible.is_choice for possible in near):
        return
    needed = wanted.needed(decisions.problem, person)
    if wanted.had(possible.duty for possible in near) < needed:
        subject = f"{person}: {needed} rest of {in_words(wanted.length)}"
        terms = [(claim, 1) for claim in _suppose(decisions, wanted, near)]
        decisions.at_least(rule, subject, terms, needed, who=person, day=wanted.day)


def _suppose(
    decisions: "Decisions", wanted: Wanted, work: "Sequence[Possible]"
) -> "list[Claim]":
    """A claim for each rest that can be had; those that overlap exclude each other.

    A rest can begin with the window, after a duty or after another rest.
    """
    supposed: list[tuple[Span, Claim]] = []
    begins = {wanted.window.start, *(possible.duty.span.end for possible in work)}
    later = [nth * wanted.length for nth in range(wanted.rests)]
    for begin in sorted({begin + wait for begin in begins for wait in later}):
        rest = Span(begin, begin + wanted.length)
        disturbing = [p.claim for p in work if p.duty.span.overlaps(rest)]
        if wanted.window.contains(rest) and not any(c is True for c in disturbing):
            claim = decisions.suppose()
            rivals = [other for span, other in supposed if span.overlaps(rest)]
            for other in (*disturbing, *rivals):
                decisions.implies(claim, decisions.negation(other))
            supposed.append((rest, claim))
    return [claim for _, claim in supposed]


class WeeklyRestForm(StrEnum):
    """The forms that the law leaves to choose from."""

    ONE_A_WEEK = "24/7"
    TWO_A_FORTNIGHT = "2x24/14"
    DOUBLE_A_FORTNIGHT = "48/14"

    @property
    def weeks(self) -> int:
        """How long the stretch is in which it must be had."""
        return 1 if self is WeeklyRestForm.ONE_A_WEEK else 2

    @property
    def rests(self) -> int:
        """How many rests must be had in it."""
        return 2 if self is WeeklyRestForm.TWO_A_FORTNIGHT else 1

    @property
    def size(self) -> int:
        """How much longer than the plain weekly rest each of them is."""
        return 2 if self is WeeklyRestForm.DOUBLE_A_FORTNIGHT else 1


class Weekday(StrEnum):
    """The day on which a week begins."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"

    def on_or_before(self, day: date) -> date:
        """The last such day that is not after the given one."""
        return day - (day.weekday() - list(Weekday).index(self)) % 7 * DAY


@dataclass(frozen=True, kw_only=True)
class WeeklyRestRule(Rule, ABC):
    """A rule that asks for long rests in every week or fortnight of the calendar."""

    form: WeeklyRestForm = WeeklyRestForm.TWO_A_FORTNIGHT
    rest: timedelta = timedelta(hours=24)
    first_day: Weekday = Weekday.MONDAY

    @property
    def length(self) -> timedelta:
        """How long each rest must be."""
        return self.form.size * self.rest

    def post(self, decisions: "Decisions") -> None:
        """Ask for the rests of each week or fortnight that a shift could touch."""
        if not decisions.shifts:
            return
        begin = self._begin(decisions.problem)
        last = max(shift.span.local_end.date() for shift in decisions.shifts)
        firsts = tuple(days_between(begin, last))[:: self._days]
        for person in self.diaries(decisions.problem, decisions.people):
            for first in firsts:
                post_rests(self, decisions, person.id, self._wanted(first))

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Measure what each week or fortnight that a shift touches leaves free."""
        begin = self._begin(rota.problem)
        for person in self.diaries(rota.problem, rota.problem.people):
            touched = {d for s in rota.rides_of(person.id) for d in s.span.days}
            for nth in sorted({(day - begin).days // self._days for day in touched}):
                first = begin + nth * self._days * DAY
                yield from self._audit_window(rota, person.id, first)

    def _audit_window(
        self, rota: Rota, person: PersonId, first: date
    ) -> Iterator[Breach]:
        wanted = self._wanted(first)
        had = wanted.had(rota.duties_of(person))
        needed = wanted.needed(rota.problem, person)
        if had < needed:
            yield self.breach(
                person,
                f"{had or 'no'} rest of {in_words(self.length)} from "
                f"{day_in_words(first)} to {day_in_words(wanted.day)}; {needed} needed",
                day=wanted.day,
                amount=needed - had,
            )

    def _wanted(self, first: date) -> Wanted:
        window = whole_days(first, first + (self._days - 1) * DAY)
        return Wanted(window, self.length, self.form.rests)

    def _begin(self, problem: Problem) -> date:
        """The first day of the period's first week, and of its first fortnight."""
        return self.first_day.on_or_before(problem.period.first)

    @property
    def _days(self) -> int:
        return 7 * self.form.weeks
