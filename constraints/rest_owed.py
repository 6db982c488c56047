"""REST-03: rest that was lost is given back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from constraints._rests import Wanted, post_rests
from constraints._rule import Rule
from rostering.domain import (
    Breach,
    Duty,
    DutyKind,
    Kind,
    Limit,
    PersonId,
    Problem,
    Rota,
    Span,
)
from rostering.domain.time import DAY, gaps_between, in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions

_LAW = "regulation 24 of the Working Time Regulations 1998"


class Debt(NamedTuple):
    """Rest that the record shows to be missing after one duty."""

    duty: Duty
    had: timedelta
    wanted: Wanted


@dataclass(frozen=True, kw_only=True)
class RestOwed(Rule):
    """Whoever lost rest on record gets it back before long, on top of a daily rest.

    Why: a late job, a recall or court may lawfully cut the eleven hours short, but an
    equal period of rest is then owed (regulation 24, Working Time Regulations 1998), as
    soon as possible. A longer rest soon after moves the next planned start.

    Note: looked at is the record before the period: in the 24 hours from the start of
    each duty, the longest stretch free of fixed work is the rest that was had. What it
    lacks is owed. It is given back by one rest that is so much longer than the daily
    rest, within a time that begins as the 24 hours end. Hours are real elapsed time.
    Where the fixed duties alone leave no such rest, none is asked for. As a wish it
    costs 1 for each rest owed and not given.

    Attributes:
        rest: The daily rest, in hours.
        within: How soon what is owed must be given back, in hours.
    """

    code: ClassVar[str] = "REST-03"
    title: ClassVar[str] = "Rest owed"
    briefly: ClassVar[str] = "due the rest they were owed"
    kind: ClassVar[Kind] = Kind.LAW
    law: ClassVar[Mapping[str, Limit]] = {
        "rest": Limit(timedelta(hours=11), is_least=True, law=_LAW),
        "within": Limit(timedelta(hours=72), is_least=False, law=_LAW),
    }
    sources: ClassVar[tuple[str, ...]] = ("WTR-COMP-REST", "WTR-SHIFT-CHANGE")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann .L .L L L L",
        "Ann .L .E E - E",
        "Ann .M+S .- L L L L",
        "Ann .L .- E E E",
    )
    broken: ClassVar[tuple[str, ...]] = ("Ann .L .E E E E", "Ann .M+S E E E E")

    rest: timedelta = timedelta(hours=11)
    within: timedelta = timedelta(hours=72)

    def post(self, decisions: "Decisions") -> None:
        """Ask for one long rest for each debt on record."""
        for person in self.diaries(decisions.problem, decisions.people):
            for debt in self._debts(decisions.problem, person.id):
                post_rests(self, decisions, person.id, debt.wanted)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Look for the rest that each debt on record asks for."""
        for person in self.diaries(rota.problem, rota.problem.people):
            for debt in self._debts(rota.problem, person.id):
                had = debt.wanted.had(rota.duties_of(person.id))
                if had < debt.wanted.needed(rota.problem, person.id):
                    yield self.breach(
                        person.id,
                        f"{in_words(debt.had)} rest in the 24 h from {debt.duty}; "
                        f"{in_words(self.rest - debt.had)} owed, by a rest of "
                        f"{in_words(debt.wanted.length)} within "
                        f"{in_words(self.within)} after it",
                        day=debt.wanted.day,
                    )

    def _debts(self, problem: Problem, person: PersonId) -> Iterator[Debt]:
        """The rests cut short that can still be given back in the period."""
        work = [duty for duty in problem.fixed_duties(person) if duty.is_work]
        for duty in work:
            due = Span(duty.span.start + DAY, duty.span.start + DAY + self.within)
            is_recent = due.end.date() >= problem.period.first
            if duty.kind is DutyKind.WORKED and is_recent:
                day = Span(duty.span.start, duty.span.start + DAY)
                gaps = gaps_between((other.span for other in work), day)
                had = max((gap.length for gap in gaps), default=timedelta())
                if had < self.rest:
                    length = self.rest + self.rest - had
                    yield Debt(duty, had, Wanted(due, length))
