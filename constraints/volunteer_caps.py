"""VOL-01: nobody gives more time than is good for them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, DutyKind, Kind, Mode, Period, Person, Rota
from rostering.domain.time import (
    DAY,
    HOUR,
    MINUTE,
    day_in_words,
    in_words,
    monday_of,
    month_of,
)

if TYPE_CHECKING:
    from rostering.decisions import Decisions, Possible


@dataclass(frozen=True, kw_only=True)
class VolunteerCaps(Rule):
    """People who offer time do not work too much of it in a week or a month.

    Why: volunteers have work and family besides, and say yes more often than is good
    for them. No law sets the figures; those here are rota's own (SC-WEEK-CAP).

    Note: a shift belongs whole to the date on which it starts. What is on record
    counts, and so do courses; a week or month that was beyond the limit before
    anything was planned is charged only for what the rota adds. Of someone who is paid
    in another role, only the time given counts.

    Attributes:
        week: The most hours from Monday to Sunday.
        month: The most hours in a calendar month.
    """

    code: ClassVar[str] = "VOL-01"
    title: ClassVar[str] = "Limits of volunteering"
    briefly: ClassVar[str] = "at the limit of volunteering"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("SC-WEEK-CAP",)
    kept: ClassVar[tuple[str, ...]] = (
        "Sam:special S S S - - - -",
        "Sam:special - - - - S S S S S",
        "Ann L L L L",
    )
    broken: ClassVar[tuple[str, ...]] = ("Sam:special S S S S - - -",)
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Sam:special S S S S - - -", 8),
        ("start 2027-01-07\nSam:special .L .L S -", 4),
    )

    mode: Mode = Mode.WISH
    week: timedelta = timedelta(hours=24)
    month: timedelta = timedelta(hours=60)

    def measures(self, person: Person) -> bool:
        """Whoever works only in time they offer."""
        return person.offers_time and self.binds(person.id)

    def post(self, decisions: "Decisions") -> None:
        """Add up what each person may work, by the week and by the month."""
        for person in decisions.people:
            if self.measures(person):
                self._post_for(decisions, person, list(_given(decisions, person)))

    def _post_for(
        self, decisions: "Decisions", person: Person, work: "list[Possible]"
    ) -> None:
        windows: defaultdict[tuple[str, date, date], list[Possible]] = defaultdict(list)
        for possible in work:
            day = possible.duty.day
            monday, month = monday_of(day), month_of(day)
            windows["week", monday, monday + 6 * DAY].append(possible)
            windows["month", month.first, month.last].append(possible)
        most = {"week": self.week, "month": self.month}
        for (kind, first, last), within in windows.items():
            terms = [(p.claim, p.duty.span.minutes) for p in within]
            limit = int(most[kind] / MINUTE)
            subject = f"{person.id}: {kind} from {first}"
            decisions.at_most(
                self, subject, terms, limit, step=60, who=person.id, day=last
            )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Walk through the weeks and months of whoever offers time."""
        planned = rota.problem.period
        weeks = [Period(day, day + timedelta(days=6)) for day in planned.mondays]
        months = {month_of(day): None for day in planned.days}
        for person in self.bound_people(rota.problem):
            if self.measures(person) and rota.shifts_of(person.id):
                for week in weeks:
                    yield from self._audit_window(rota, person, week, self.week)
                for month in months:
                    yield from self._audit_window(rota, person, month, self.month)

    def _audit_window(
        self, rota: Rota, person: Person, window: Period, most: timedelta
    ) -> Iterator[Breach]:
        total, before = timedelta(), timedelta()
        for duty in rota.duties_of(person.id):
            is_given = duty.is_work and duty.person == person.id
            if is_given and duty.day in window:
                total += duty.span.length
                if duty.kind is not DutyKind.SHIFT:
                    before += duty.span.length
        beyond = total - max(most, before)
        if beyond > timedelta():
            yield self.breach(
                person.id,
                f"{in_words(total)} from {day_in_words(window.first)} to "
                f"{day_in_words(window.last)}; at most {in_words(most)}",
                day=window.last,
                amount=-(-beyond // HOUR),
            )


def _given(decisions: "Decisions", person: Person) -> "Iterator[Possible]":
    """The work that the person does, or may do, in this role."""
    for possible in decisions.duties(person.id):
        if possible.duty.is_work and possible.duty.person == person.id:
            yield possible
