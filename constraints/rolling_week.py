"""HOURS-01: not too many hours in any seven days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._minutes import minutes_by_day, terms_of
from constraints._rule import Rule
from rostering.domain import Breach, Duty, Kind, PersonId, Rota
from rostering.domain.time import (
    DAY,
    HOUR,
    MINUTE,
    day_in_words,
    days_between,
    in_words,
)

if TYPE_CHECKING:
    from rostering.decisions import Decisions

Lengths = defaultdict[date, timedelta]


@dataclass(frozen=True, kw_only=True)
class RollingWeek(Rule):
    """Nobody works too many hours in any seven days.

    Why: the weekly average of the law allows a very long week between short ones;
    tiredness does not wait for the average. Fatigue standards of safety-critical
    trades stop at 72 hours in seven days.

    Note: any seven dates in a row are looked at, also those that begin before the
    period or end after it. All work counts: shifts, a team's own turns, courses,
    training, court and the record. A duty belongs with all its hours to the date on
    which it starts, and hours are real elapsed time. A shift on the car counts in the
    place of the team's turn on that day. Where the fixed duties alone are more, the
    rota may add nothing to them. As a wish it costs 1 for each hour begun too many.

    Attributes:
        most: The most hours allowed in seven days.
    """

    code: ClassVar[str] = "HOURS-01"
    title: ClassVar[str] = "Hours in seven days"
    briefly: ClassVar[str] = "at the limit of hours in seven days"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("FAT-WEEK", "DST-HOURS")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L L",
        "Ann E+N E+N - E+N - - - E+N",
        "Bob@A L L -\nteam A L L L L L L L L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann E+N - E+N - E+N - E+N",
        "Ann .E+N .E+N .L L L L",
        "Bob@A - - E+N\nteam A L L - L L L L",
    )

    most: timedelta = timedelta(hours=72)

    def post(self, decisions: "Decisions") -> None:
        """Limit the minutes of every seven dates in which something is to choose."""
        most = int(self.most / MINUTE)
        for person in decisions.people:
            if self.binds(person.id):
                days = minutes_by_day(decisions, person.id, lambda d: d.span.minutes)
                is_open = {day for day, work in days.items() if work.is_open}
                for first in sorted({d - n * DAY for d in is_open for n in range(7)}):
                    last = first + 6 * DAY
                    terms = terms_of(days, days_between(first, last))
                    subject = f"{person.id}: 7 days from {day_in_words(first)}"
                    decisions.at_most(
                        self, subject, terms, most, step=60, who=person.id, day=last
                    )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Add up the hours of each seven dates in which a person rides a car."""
        for person in self.bound_people(rota.problem):
            rides = {shift.day for shift in rota.shifts_of(person.id)}
            if rides:
                worked = _lengths(rota.duties_of(person.id))
                before = _lengths(rota.problem.fixed_duties(person.id))
                for last in sorted({day + n * DAY for day in rides for n in range(7)}):
                    limit = max(self.most, _sum(before, last))
                    yield from self._audit_week(person.id, last, worked, limit)

    def _audit_week(
        self, person: PersonId, last: date, worked: Lengths, limit: timedelta
    ) -> Iterator[Breach]:
        hours = _sum(worked, last)
        if hours > limit:
            yield self.breach(
                person,
                f"{in_words(hours)} of work in the 7 days to {day_in_words(last)}; "
                f"at most {in_words(limit)} allowed",
                day=last,
                amount=-((limit - hours) // HOUR),
            )


def _lengths(duties: Iterable[Duty]) -> Lengths:
    lengths: Lengths = defaultdict(timedelta)
    for duty in duties:
        if duty.is_work:
            lengths[duty.day] += duty.span.length
    return lengths


def _sum(lengths: Lengths, last: date) -> timedelta:
    return sum((lengths[last - n * DAY] for n in range(7)), timedelta())
