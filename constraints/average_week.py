"""HOURS-02: an average working week within the law."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from constraints._minutes import DayOfWork, minutes_by_day, terms_of
from constraints._rule import Rule
from rostering.domain import Breach, Duty, Kind, Period, Person, Rota
from rostering.domain.hours import excluded_days, reference_period
from rostering.domain.time import DAY, MINUTE, day_in_words, in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions

SUNDAY = 6


@dataclass(frozen=True, kw_only=True)
class AverageWeek(Rule):
    """Nobody works more than 48 hours a week on average.

    Why: regulation 4 of the Working Time Regulations 1998. Over a reference period of
    17 weeks the average is (A + B) / C: A the hours worked in it, B the hours that
    make up for excluded days, C the weeks.

    Note: the average is taken at each Sunday of the period and at its last day, over
    the weeks that end there, record included; for someone who joined since, over the
    time since joining, and over one week at least. Days of annual, sick and family
    leave and days of an opt-out are excluded: what is worked on them is not counted.
    For each the law counts hours worked just after the reference period; when a rota
    is planned these are not known, so each excluded day is credited with a seventh
    of the weekly hours, which is an estimate. A team's whole pattern counts. Where
    the fixed duties alone are more, the rota may add nothing to them. As a wish it
    costs 1 for each hour begun too many in a reference period.

    Attributes:
        most: The most hours a week, on average.
        weeks: The length of the reference period: 17, or up to 52 where the law or an
            agreement allows it.
        team_week: The weekly hours credited to a team's member who has none given.
        volunteers: Whether it also binds those who only work in time they offer.
    """

    code: ClassVar[str] = "HOURS-02"
    title: ClassVar[str] = "Average working week"
    briefly: ClassVar[str] = "at the limit of the average week"
    kind: ClassVar[Kind] = Kind.LAW
    sources: ClassVar[tuple[str, ...]] = (
        "WTR-48-AVG",
        "WTR-48-EXCL",
        "WTR-48-REF",
        "WTR-OPTOUT",
    )
    kept: ClassVar[tuple[str, ...]] = (
        "Ann E+N E+N E+N",
        "Ann E+N E+N\nterms Ann employed=1-",
        "Ann E+N E+N A A\nterms Ann hours=20 employed=1-",
        "Ann E+N E+N E+N\nterms Ann employed=1- optout",
        "Sam:special E+N E+N E+N\nterms Sam employed=1-",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann E+N E+N E+N\nterms Ann employed=1-",
        "Ann E+N E+N A A\nterms Ann employed=1-",
        "Bob@A - E+N\nteam A L - L L L - -\nterms Bob employed=1-\ndays 7",
    )

    most: timedelta = timedelta(hours=48)
    weeks: int = 17
    team_week: timedelta = timedelta(hours=40)
    volunteers: bool = False

    @property
    def weeks_remembered(self) -> int:
        """The reference period, which ends in the period at the earliest."""
        return self.weeks

    def post(self, decisions: "Decisions") -> None:
        """Limit the minutes of each reference period to what the average allows."""
        period = decisions.problem.period
        lasts = [min(monday + 6 * DAY, period.last) for monday in period.mondays]
        for person in decisions.people:
            if self._is_meant(person):
                days = minutes_by_day(decisions, person.id, lambda d: d.span.minutes)
                for last in lasts:
                    self._post_for(decisions, person, last, days)

    def _post_for(
        self,
        decisions: "Decisions",
        person: Person,
        last: date,
        days: Mapping[date, DayOfWork],
    ) -> None:
        """Allow A <= most x C - B."""
        window = reference_period(person, last, self.weeks)
        if window is None or not any(day.is_open for day in days.values()):
            return
        excluded = excluded_days(decisions.problem, person, window)
        most = int(self.most / MINUTE) * max(7, len(window.days))
        most -= self._weekly_minutes(person) * len(excluded)
        terms = terms_of(days, (day for day in window.days if day not in excluded))
        subject = f"{person.id}: average to {day_in_words(last)}"
        decisions.at_most(
            self, subject, terms, most // 7, step=60, who=person.id, day=last
        )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Work out (A + B) / C at each Sunday and at the last day."""
        period = rota.problem.period
        sundays = {day for day in period.days if day.weekday() == SUNDAY}
        for person in self.bound_people(rota.problem):
            rides = [shift.day for shift in rota.shifts_of(person.id)]
            if self._is_meant(person) and rides:
                for day in sorted(sundays | {period.last}):
                    window = reference_period(person, day, self.weeks)
                    if window is not None and any(ride in window for ride in rides):
                        yield from self._audit_window(rota, person, window)

    def _audit_window(
        self, rota: Rota, person: Person, window: Period
    ) -> Iterator[Breach]:
        excluded = excluded_days(rota.problem, person, window)

        def hours(duties: tuple[Duty, ...]) -> int:
            counted = (d for d in duties if d.day in window and d.day not in excluded)
            return sum(duty.span.minutes for duty in counted if duty.is_work)

        worked = hours(rota.duties_of(person.id))
        added = worked - hours(rota.problem.fixed_duties(person.id))
        credit = Fraction(self._weekly_minutes(person) * len(excluded), 7)
        days = (window.last - window.first).days + 1
        weeks = max(Fraction(days, 7), Fraction(1))
        average = (worked + credit) / weeks
        too_many = min((average - int(self.most / MINUTE)) * weeks, Fraction(added))
        if too_many > 0:
            yield self.breach(
                person.id,
                f"{in_words(ceil(average) * MINUTE)} a week on average from "
                f"{day_in_words(window.first)} to {day_in_words(window.last)}; "
                f"at most {in_words(self.most)} allowed",
                day=window.last,
                amount=ceil(too_many / 60),
            )

    def _weekly_minutes(self, person: Person) -> int:
        if person.weekly_minutes is not None:
            return person.weekly_minutes
        return int(self.team_week / MINUTE) if person.team else 0

    def _is_meant(self, person: Person) -> bool:
        is_bound = self.volunteers or not person.offers_time
        return is_bound and self.binds(person.id)
