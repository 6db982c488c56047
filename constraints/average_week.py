"""HOURS-02: an average working week within the law."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor, lcm
from typing import TYPE_CHECKING, ClassVar

from constraints._making_up import made_up, shares_made_up
from constraints._minutes import DayOfWork, minutes_by_day, terms_of
from constraints._rule import Rule
from rostering.domain import Breach, Duty, Kind, Limit, Period, Person, Problem, Rota
from rostering.domain.reference import (
    days_to_make_up,
    excluded_days,
    rolling_periods,
    successive_periods,
)
from rostering.domain.time import MINUTE, day_in_words, in_words

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions

_LAW = "regulation 4 of the Working Time Regulations 1998"
_TEAM_WEEK = "annex E to the Police Regulations 2003"


class Excluded(StrEnum):
    """What stands for the days that an average leaves out."""

    CREDITED = "credited"
    MEASURED = "measured"


class Windows(StrEnum):
    """Which reference periods are looked at."""

    ROLLING = "rolling"
    SUCCESSIVE = "successive"


@dataclass(frozen=True, kw_only=True)
class AverageWeek(Rule):
    """Nobody works more than 48 hours a week on average.

    Why: regulation 4 of the Working Time Regulations 1998. Over a reference period of
    17 weeks the average is (A + B) / C: A the hours worked in it, B the hours that
    make up for excluded days, C the weeks.

    Note: rolling reference periods end on each Sunday of the period, on its last day
    and on the day on which somebody leaves, record included; successive ones follow
    one another from a Monday on, as an agreement may say, and one that runs past the
    period is judged by what is known of it. They begin no earlier than someone joins,
    and count as one week at least. Days of annual, sick and family leave and days of
    an opt-out are excluded: what is worked on them is not counted. They stand for as
    many days of work, at most five a week. Measured as the law has it, B is what is
    worked on the first so many days of work after the reference period, where record,
    pattern and plan have them; a day that is not known, and with `credited` every one,
    counts as a fifth of the weekly hours, which is an estimate. Work in another job
    counts each week (`other hours` in People), and so does work in another row. Where
    the fixed duties alone are more, the rota may add nothing to them. As a wish it
    costs 1 for each hour begun too many in a reference period.

    Attributes:
        most: The most hours a week, on average.
        weeks: The length of the reference period: 17, or up to 52 where the law or an
            agreement allows it.
        windows: `rolling`, or `successive` where an agreement says so.
        begins: A day on which successive reference periods begin.
        excluded: `credited`, or `measured` after the reference period.
        days_a_week: Into how many days of work the weekly hours are divided.
        team_week: The weekly hours of a team's member for whom none are given.
        volunteers: Whether it also binds those who only work in time they offer.
    """

    code: ClassVar[str] = "HOURS-02"
    title: ClassVar[str] = "Average working week"
    briefly: ClassVar[str] = "at the limit of the average week"
    kind: ClassVar[Kind] = Kind.LAW
    law: ClassVar[Mapping[str, Limit]] = {
        "most": Limit(timedelta(hours=48), is_least=False, law=_LAW),
        "weeks": Limit(17, is_least=False, law=_LAW, furthest=52),
        "windows": Limit(Windows.ROLLING, is_least=True, law=_LAW),
        "days_a_week": Limit(5, is_least=False, law=_LAW),
        "team_week": Limit(timedelta(hours=40), is_least=True, law=_TEAM_WEEK),
    }
    sources: ClassVar[tuple[str, ...]] = (
        "WTR-48-AVG",
        "WTR-48-EXCL",
        "WTR-48-REF",
        "WTR-OPTOUT",
        "WTR-MULTI-JOB",
        "DST-HOURS",
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
    windows: Windows = Windows.ROLLING
    begins: date = date(2024, 4, 1)
    excluded: Excluded = Excluded.CREDITED
    days_a_week: int = 5
    team_week: timedelta = timedelta(hours=40)
    volunteers: bool = False

    @property
    def weeks_remembered(self) -> int:
        """The reference period, which ends in the period at the earliest."""
        return self.weeks

    def measures(self, person: Person) -> bool:
        """Whoever is employed, and volunteers if the book says so."""
        is_bound = self.volunteers or not person.offers_time
        return is_bound and self.binds(person.id)

    def post(self, decisions: "Decisions") -> None:
        """Limit the minutes of each reference period to what the average allows."""
        problem = decisions.problem
        for person in self.diaries(problem, decisions.people):
            days = minutes_by_day(decisions, person.id, lambda d: d.span.minutes)
            if any(day.is_open for day in days.values()):
                for window in self._periods(problem, person):
                    self._post_for(decisions, person, window, days)

    def _post_for(
        self,
        decisions: "Decisions",
        person: Person,
        window: Period,
        days: Mapping[date, DayOfWork],
    ) -> None:
        """Allow A + B <= most x C, in parts of a minute so small that all are whole."""
        excluded = excluded_days(decisions.problem, person, window)
        counted = (day for day in window.days if day not in excluded)
        count = days_to_make_up(excluded, self.days_a_week)
        credit, most = self._credit(person), self._most(person) * _weeks(window)
        terms: list[tuple[Claim, int | Fraction]] = [*terms_of(days, counted)]
        if self.excluded is Excluded.MEASURED:
            terms += shares_made_up(decisions, days, window.last, count, credit)
        else:
            most -= credit * count
        parts = lcm(*(Fraction(minutes).denominator for _, minutes in terms))
        decisions.at_most(
            self,
            f"{person.id}: average to {day_in_words(window.last)}",
            ((claim, int(minutes * parts)) for claim, minutes in terms),
            floor(most * parts),
            step=60 * parts,
            who=person.id,
            day=window.last,
        )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Work out (A + B) / C in each reference period that a ride has a part in."""
        for person in self.diaries(rota.problem, rota.problem.people):
            if rota.rides_of(person.id):
                for window in self._periods(rota.problem, person):
                    yield from self._audit_window(rota, person, window)

    def _audit_window(
        self, rota: Rota, person: Person, window: Period
    ) -> Iterator[Breach]:
        weeks = _weeks(window)
        most = self._most(person) * weeks
        total = self._counted(rota.problem, person, window, rota.duties_of(person.id))
        if total <= most:
            return
        stands = rota.problem.fixed_duties(person.id)
        before = self._counted(rota.problem, person, window, stands)
        too_many = total - max(most, before)
        if too_many > 0:
            average = total / weeks + person.other_minutes
            yield self.breach(
                person.id,
                f"{in_words(ceil(average) * MINUTE)} a week on average from "
                f"{day_in_words(window.first)} to {day_in_words(window.last)}; "
                f"at most {in_words(self.most)} allowed",
                day=window.last,
                amount=ceil(too_many / 60),
            )

    def _counted(
        self, problem: Problem, person: Person, window: Period, duties: Iterable[Duty]
    ) -> Fraction:
        """A + B, in minutes."""
        work = [duty for duty in duties if duty.is_work]
        excluded = excluded_days(problem, person, window)
        counted = (d for d in work if d.day in window and d.day not in excluded)
        count = days_to_make_up(excluded, self.days_a_week)
        known = work if self.excluded is Excluded.MEASURED else []
        made_up_for = made_up(known, window.last, count, self._credit(person))
        return sum(duty.span.minutes for duty in counted) + made_up_for

    def _periods(self, problem: Problem, person: Person) -> Iterator[Period]:
        if self.windows is Windows.ROLLING:
            return rolling_periods(person, problem.period, self.weeks)
        return successive_periods(person, problem.period, self.weeks, self.begins)

    def _most(self, person: Person) -> int:
        """The most minutes a week that another job leaves."""
        return int(self.most / MINUTE) - person.other_minutes

    def _credit(self, person: Person) -> Fraction:
        """What a day of work is taken for, in minutes."""
        team_week = int(self.team_week / MINUTE) if person.team else 0
        weekly = team_week if person.weekly_minutes is None else person.weekly_minutes
        return Fraction(weekly, self.days_a_week)


def _weeks(window: Period) -> Fraction:
    return max(Fraction(window.length, 7), Fraction(1))
