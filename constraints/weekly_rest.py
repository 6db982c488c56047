"""REST-02: a long rest in every week or fortnight."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Duty, Kind, Limit, PersonId, Rota, Span
from rostering.domain.time import (
    DAY,
    day_in_words,
    days_between,
    gaps_between,
    in_words,
    monday_of,
    whole_days,
)

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions, Possible


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


@dataclass(frozen=True, kw_only=True)
class WeeklyRest(Rule):
    """Everybody has a long rest in every week, or two in every fortnight.

    Why: regulation 11 of the Working Time Regulations 1998: an uninterrupted 24 hours
    in every seven days or, as the employer chooses, two of these or one of 48 hours in
    every fourteen. NHS rotas plan 35 hours, for the daily rest of 11 comes on top.

    Note: weeks begin on Monday at 00:00, and fortnights on the Monday of the period's
    first week and every second one after it. A rest lies wholly within its week or
    fortnight and is free of all work: shifts, team turns, courses, training, court and
    the record. Two rests may follow one another. Hours are real elapsed time. The
    days before the period in its first week and after it in its last count with what
    is known of them; where the fixed duties alone leave fewer rests, it is enough
    that the rota takes none of these away. As a wish it costs 1 for each rest missing.

    Attributes:
        form: `24/7`, `2x24/14` or `48/14`.
        rest: The length of the plain weekly rest, in hours; `48/14` asks for twice it.
    """

    code: ClassVar[str] = "REST-02"
    title: ClassVar[str] = "Weekly rest"
    briefly: ClassVar[str] = "due a weekly rest"
    kind: ClassVar[Kind] = Kind.LAW
    law: ClassVar[Mapping[str, Limit]] = {
        "rest": Limit(
            timedelta(hours=24),
            is_least=True,
            law="regulation 11 of the Working Time Regulations 1998",
        )
    }
    sources: ClassVar[tuple[str, ...]] = (
        "WTR-WEEKLY-REST",
        "WTR-WEEKLY-35",
        "AFC-27-WEEKLY",
    )
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L - - L L L L L L L",
        "Ann T T T T T L - T T T T T - L",
        "Bob@A L L\nteam A L L L L L L L L L L L L L L L L L L L L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L - L L L L L L -",
        "Ann T T T T T L L T T T T T L -",
        "Ann .T .T .T .T .T L L T T T T L L L\nstart 2027-01-09",
    )

    form: WeeklyRestForm = WeeklyRestForm.TWO_A_FORTNIGHT
    rest: timedelta = timedelta(hours=24)

    def post(self, decisions: "Decisions") -> None:
        """Suppose rests wherever they may begin, and ask for enough of them."""
        if not decisions.shifts:
            return
        monday = monday_of(decisions.problem.period.first)
        last = max(shift.span.local_end.date() for shift in decisions.shifts)
        firsts = tuple(days_between(monday, last))[:: self._days]
        for person in self.diaries(decisions.problem, decisions.people):
            work = [p for p in decisions.duties(person.id) if p.duty.is_work]
            for first in firsts:
                self._post_window(decisions, person.id, first, work)

    def _post_window(
        self,
        decisions: "Decisions",
        person: PersonId,
        first: date,
        work: "list[Possible]",
    ) -> None:
        window = self._window(first)
        near = [p for p in work if p.duty.span.overlaps(window)]
        fewest = self._rests(window, (p.duty for p in near))
        stands = self._rests(window, (p.duty for p in near if not p.is_choice))
        needed = min(self.form.rests, stands)
        if fewest < needed:
            subject = f"{person}: {self.form} from {day_in_words(first)}"
            terms = [(claim, 1) for claim in self._suppose(decisions, window, near)]
            last = self._last(window)
            decisions.at_least(self, subject, terms, needed, who=person, day=last)

    def _suppose(
        self, decisions: "Decisions", window: Span, work: "list[Possible]"
    ) -> "list[Claim]":
        """A claim for each rest that can be had; those that overlap exclude each other.

        A rest can begin with the window, after a duty or after another rest.
        """
        supposed: list[tuple[Span, Claim]] = []
        begins = {window.start, *(possible.duty.span.end for possible in work)}
        nths = range(self.form.rests)
        for begin in sorted({b + nth * self._length for b in begins for nth in nths}):
            rest = Span(begin, begin + self._length)
            disturbing = [p.claim for p in work if p.duty.span.overlaps(rest)]
            if window.contains(rest) and not any(c is True for c in disturbing):
                claim = decisions.suppose()
                rivals = [other for span, other in supposed if span.overlaps(rest)]
                for other in (*disturbing, *rivals):
                    decisions.implies(claim, decisions.negation(other))
                supposed.append((rest, claim))
        return [claim for _, claim in supposed]

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Measure what each week or fortnight that a shift touches leaves free."""
        monday = rota.problem.period.mondays[0]
        for person in self.diaries(rota.problem, rota.problem.people):
            touched = {d for s in rota.rides_of(person.id) for d in s.span.days}
            for nth in sorted({(day - monday).days // self._days for day in touched}):
                first = monday + nth * self._days * DAY
                yield from self._audit_window(rota, person.id, first)

    def _audit_window(
        self, rota: Rota, person: PersonId, first: date
    ) -> Iterator[Breach]:
        window = self._window(first)
        had = self._rests(window, rota.duties_of(person))
        stands = self._rests(window, rota.problem.fixed_duties(person))
        needed = min(self.form.rests, stands)
        if had < needed:
            last = self._last(window)
            yield self.breach(
                person,
                f"{had or 'no'} rest of {in_words(self._length)} from "
                f"{day_in_words(first)} to {day_in_words(last)}; {needed} needed",
                day=last,
                amount=needed - had,
            )

    def _rests(self, window: Span, duties: Iterable[Duty]) -> int:
        """How many rests fit between the work."""
        work = [duty.span for duty in duties if duty.is_work]
        return sum(gap.length // self._length for gap in gaps_between(work, window))

    def _window(self, first: date) -> Span:
        return whole_days(first, first + (self._days - 1) * DAY)

    @staticmethod
    def _last(window: Span) -> date:
        """The day by which the week or fortnight is known."""
        return window.local_end.date() - DAY

    @property
    def _days(self) -> int:
        return 7 * self.form.weeks

    @property
    def _length(self) -> timedelta:
        return self.form.size * self.rest
