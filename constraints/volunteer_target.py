"""VOL-02: everybody who offers time is given enough of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Kind, Mode, Period, Person, PersonId, Rota, Tier
from rostering.domain.time import HOUR, MINUTE, in_words, month_of
from rostering.domain.volunteering import minutes_wanted

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions


@dataclass(frozen=True, kw_only=True)
class VolunteerTarget(Rule):
    """Everybody who offers time reaches the month's target, as far as they offered.

    Why: Kent asks its Special Constables for at least 16 hours a month (SC-MIN-HOURS),
    which is two nights on the car, and whoever offers time and is never called stops
    offering.

    Note: of a month that is planned in part, the planned days' part of the target is
    wanted, and never more than is missing from the target after the hours on record.
    Nobody is short of time that they did not offer, or that no shift of theirs lies
    in. A shift belongs whole to the date on which it starts.

    Attributes:
        target: The hours that each person should reach in a calendar month.
    """

    code: ClassVar[str] = "VOL-02"
    title: ClassVar[str] = "Monthly target of volunteers"
    briefly: ClassVar[str] = "short of the month's target"
    kind: ClassVar[Kind] = Kind.POLICY
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("SC-MIN-HOURS",)
    may_be_hard: ClassVar[bool] = False
    kept: ClassVar[tuple[str, ...]] = (
        "start 2027-01-01\ndays 31\nSam:special S S -\noffer Sam S S S\nneed S S S",
        "start 2027-01-01\ndays 31\nSam:special S - -\noffer Sam S - -\nneed S S S",
        "start 2027-01-01\ndays 31\nSam:special - -\nneed S S",
        "days 7\nAnn -\nneed S",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("start 2027-01-01\ndays 31\nSam:special S -\noffer Sam S S\nneed S S", 8),
        ("days 7\nSam:special -\noffer Sam S\nneed S", 4),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.FAIRNESS
    target: timedelta = timedelta(hours=16)

    def measures(self, person: Person) -> bool:
        """Whoever works only in time they offer."""
        return person.offers_time and self.binds(person.id)

    def post(self, decisions: "Decisions") -> None:
        """Let each person's shifts of a month add up to what is wanted."""
        for person in decisions.people:
            if self.measures(person):
                self._post_for(decisions, person.id)

    def _post_for(self, decisions: "Decisions", person: PersonId) -> None:
        terms: defaultdict[date, list[tuple[Claim, int]]] = defaultdict(list)
        for shift in decisions.shifts_of(person):
            term = (decisions.works(person, shift), shift.span.minutes)
            terms[shift.day.replace(day=1)].append(term)
        problem = decisions.problem
        for month in _months(problem.period):
            wanted = minutes_wanted(problem, person, month, self.target)
            subject = f"{person}: {month.first:%B %Y}"
            decisions.at_least(self, subject, terms[month.first], wanted, step=60)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Measure what each person is given in each month."""
        months = _months(rota.problem.period)
        for person in self.bound_people(rota.problem):
            if self.measures(person):
                for month in months:
                    yield from self._audit_month(rota, person, month)

    def _audit_month(
        self, rota: Rota, person: Person, month: Period
    ) -> Iterator[Breach]:
        wanted = minutes_wanted(rota.problem, person.id, month, self.target) * MINUTE
        given = timedelta()
        for shift in rota.shifts_of(person.id):
            if month.first <= shift.day <= month.last:
                given += shift.span.length
        if given < wanted:
            yield self.breach(
                person.id,
                f"{in_words(given)} planned in {month.first:%B %Y}; "
                f"{in_words(wanted)} wished, and offered",
                day=month.first,
                amount=-(-(wanted - given) // HOUR),
            )


def _months(period: Period) -> tuple[Period, ...]:
    return tuple(dict.fromkeys(month_of(day) for day in period.days))
