"""HOURS-05: a night worker's average of eight hours a day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from constraints._minutes import DayOfWork, minutes_by_day, terms_of
from constraints._nights import LAW_OF_NIGHTS, NightRule
from constraints._runs import possible_days
from rostering.domain import Breach, Duty, Kind, Limit, Period, Person, Rota
from rostering.domain.reference import rolling_periods
from rostering.domain.time import MINUTE, day_in_words, in_words

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions

_LAW = "regulation 6 of the Working Time Regulations 1998"
_CASE = "case law on regulation 2 of the Working Time Regulations 1998"


class _Work(NamedTuple):
    """What somebody does in a reference period."""

    minutes: int
    days: int
    nights: int


@dataclass(frozen=True, kw_only=True)
class NightWorkers(NightRule):
    """Night workers work no more than eight hours a day on average.

    Why: regulation 6 of the Working Time Regulations 1998, from which nobody can opt
    out. Over 17 weeks it is 816 hours: 119 days, less one of weekly rest in each seven,
    are 102. NHS terms count regular overtime in (handbook, section 27).

    Note: a duty is a night with three hours or more between 23:00 and 06:00 in real
    elapsed time: 18:00-02:00 and 16:00-02:00 are, 15:00-01:00 and 14:00-00:00 are not.
    Whoever works a night on a third or more of the days worked in the reference period
    is a night worker; the rota itself can make somebody one. Reference periods end on
    each Sunday of the period, on its last day and on leaving, record included, and
    begin no earlier than somebody joins. All work counts, days away count as none. It
    does not look at those who only work in time they offer. Where the fixed duties
    alone are more, the rota may add nothing to them. As a wish it costs 1 for each hour
    begun too many in a reference period.

    Attributes:
        most: The most hours a day, on average.
        weeks: The length of the reference period.
        one_in: Of how many days of work one must be a night to make a night worker.
        begin: When night time begins, by the clock.
        end: When night time ends, by the clock.
        least: How much night time in a duty makes it a night, in hours.
    """

    code: ClassVar[str] = "HOURS-05"
    title: ClassVar[str] = "Night workers' average"
    briefly: ClassVar[str] = "at the limit of night workers' hours"
    kind: ClassVar[Kind] = Kind.LAW
    law: ClassVar[Mapping[str, Limit]] = {
        "most": Limit(timedelta(hours=8), is_least=False, law=_LAW),
        "weeks": Limit(17, is_least=False, law=_LAW, furthest=52),
        "one_in": Limit(3, is_least=True, law=_CASE),
        **LAW_OF_NIGHTS,
    }
    sources: ClassVar[tuple[str, ...]] = (
        "WTR-NIGHT-AVG",
        "WTR-NIGHT-DEF",
        "AFC-27-NIGHT",
        "POL-NIGHTWORKER",
    )
    kept: ClassVar[tuple[str, ...]] = (
        "Ann N N N N - - -\nterms Ann employed=1-",
        "Ann E+L E+L L E N\nterms Ann employed=1-",
        "Sam:special N+E N+E N\nterms Sam employed=1-",
        "Ann N N+D N+D",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann N N+D N+D\nterms Ann employed=1-",
        "Ann S S E+L E+L\nterms Ann employed=1-",
        "Ann N N+D N+D\nterms Ann employed=1- optout",
    )

    most: timedelta = timedelta(hours=8)
    weeks: int = 17
    one_in: int = 3

    @property
    def weeks_remembered(self) -> int:
        """The reference period, which ends in the period at the earliest."""
        return self.weeks

    def measures(self, person: Person) -> bool:
        """Whoever is employed."""
        return not person.offers_time and self.binds(person.id)

    def post(self, decisions: "Decisions") -> None:
        """Limit the minutes of each reference period, if it makes a night worker."""
        problem = decisions.problem
        for person in self.diaries(problem, decisions.people):
            days = minutes_by_day(decisions, person.id, lambda d: d.span.minutes)
            if any(day.is_open for day in days.values()):
                for window in rolling_periods(person, problem.period, self.weeks):
                    self._post_for(decisions, person, window, days)

    def _post_for(
        self,
        decisions: "Decisions",
        person: Person,
        window: Period,
        days: Mapping[date, DayOfWork],
    ) -> None:
        within = [days[day] for day in window.days if day in days]
        stands = sum(day.standing for day in within)
        most = max(self._allowed(window), stands)
        added = (minutes for day in within for _, minutes in day.terms.values())
        slack = stands + sum(max(0, minutes) for minutes in added) - most
        if slack > 0:
            is_night_worker = self._is_night_worker(decisions, person, window)
            terms = [*terms_of(days, window.days), (is_night_worker, slack)]
            subject = f"{person.id}: night worker to {day_in_words(window.last)}"
            limit, day = most + slack, window.last
            decisions.at_most(
                self, subject, terms, limit, step=60, who=person.id, day=day
            )

    def _is_night_worker(
        self, decisions: "Decisions", person: Person, window: Period
    ) -> "Claim":
        """The claim that one day of work in so many is a night."""
        nights = possible_days(decisions, person.id, self.is_night)
        work = possible_days(decisions, person.id, lambda duty: duty.is_work)
        terms = [(day.claim, self.one_in) for day in nights if day.date in window]
        terms += [(day.claim, -1) for day in work if day.date in window]
        return decisions.reaches(terms, 0)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Count hours, days and nights in each reference period."""
        problem = rota.problem
        for person in self.diaries(problem, problem.people):
            if rota.rides_of(person.id):
                for window in rolling_periods(person, problem.period, self.weeks):
                    yield from self._audit_window(rota, person, window)

    def _audit_window(
        self, rota: Rota, person: Person, window: Period
    ) -> Iterator[Breach]:
        duties = rota.duties_of(person.id)
        minutes, most = _minutes(duties, window), self._allowed(window)
        if minutes <= most:
            return
        stands = _minutes(rota.problem.fixed_duties(person.id), window)
        too_many = minutes - max(most, stands)
        had = self._work(duties, window) if too_many > 0 else None
        if had and self.one_in * had.nights >= had.days:
            hours = in_words(had.minutes * MINUTE)
            yield self.breach(
                person.id,
                f"a night worker, with {had.nights} nights on {had.days} days of work, "
                f"has {hours} from {day_in_words(window.first)} to "
                f"{day_in_words(window.last)}; at most "
                f"{in_words(self._allowed(window) * MINUTE)} allowed",
                day=window.last,
                amount=ceil(too_many / 60),
            )

    def _work(self, duties: Iterable[Duty], window: Period) -> _Work:
        work = [duty for duty in duties if duty.is_work and duty.day in window]
        nights = {duty.day for duty in work if self.is_night(duty)}
        days = {duty.day for duty in work}
        return _Work(_minutes(work, window), len(days), len(nights))

    def _allowed(self, window: Period) -> int:
        """The most minutes: so many for each day that is no weekly rest day."""
        days = max(7, window.length)
        return int(self.most / MINUTE) * (days - days // 7)


def _minutes(duties: Iterable[Duty], window: Period) -> int:
    """All minutes of work on the days of the window."""
    return sum(d.span.minutes for d in duties if d.is_work and d.day in window)
