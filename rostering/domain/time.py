"""Dates, clock times and real elapsed time in the one zone where rotas are worked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/London")
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from first to last, both included; None leaves an end open."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        """Tell whether the day is one of these."""
        after_first = self.first is None or self.first <= day
        return after_first and (self.last is None or day <= self.last)

    def overlaps(self, other: "DateRange") -> bool:
        """Tell whether any day is in both ranges."""
        starts_in_time = (
            self.first is None or other.last is None or self.first <= other.last
        )
        ends_in_time = (
            self.last is None or other.first is None or self.last >= other.first
        )
        return starts_in_time and ends_in_time


ALWAYS = DateRange()


@dataclass(frozen=True)
class Period:
    """The days being planned, first to last, both included."""

    first: date
    last: date

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Every day, in order."""
        return tuple(days_between(self.first, self.last))

    @property
    def length(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    @cached_property
    def mondays(self) -> tuple[date, ...]:
        """The Monday of each week that the period touches."""
        return tuple(days_between(monday_of(self.first), self.last))[::7]

    def __contains__(self, day: date) -> bool:
        """Tell whether the day is planned."""
        return self.first <= day <= self.last


class Span(NamedTuple):
    """A stretch of real time: two instants in UTC, the end not included."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """Real elapsed time."""
        return self.end - self.start

    @property
    def minutes(self) -> int:
        """Real elapsed whole minutes."""
        return int((self.end - self.start) / MINUTE)

    @property
    def local_start(self) -> datetime:
        """The start as the clock on the wall shows it."""
        return self.start.astimezone(ZONE)

    @property
    def local_end(self) -> datetime:
        """The end as the clock on the wall shows it."""
        return self.end.astimezone(ZONE)

    def overlaps(self, other: "Span") -> bool:
        """Tell whether some moment is in both."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether every moment of the other is in this one."""
        return self.start <= other.start and other.end <= self.end

    def minutes_within(self, other: "Span") -> int:
        """Whole minutes that are in both."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return max(0, int(shared / MINUTE))

    @property
    def days(self) -> Iterator[date]:
        """The local dates that it touches."""
        return days_between(self.local_start.date(), (self.local_end - MINUTE).date())


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from first to last, both included."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def month_of(day: date) -> Period:
    """The whole calendar month in which the day lies."""
    first = day.replace(day=1)
    next_first = (first + timedelta(days=31)).replace(day=1)
    return Period(first, next_first - DAY)


@lru_cache(maxsize=2**16)
def instant(day: date, clock: time, *, finish: bool = False) -> datetime:
    """The moment at which the clock on the wall shows this, in UTC.

    An hour that happens twice is the first one for a start and the second for a
    finish; an hour that the clocks skip is moved forward by the hour skipped.
    """
    first = datetime.combine(day, clock, tzinfo=ZONE).replace(fold=0)
    if not finish:
        return first.astimezone(UTC)
    second = first.replace(fold=1)
    is_skipped = second.astimezone(UTC) < first.astimezone(UTC)
    return (first if is_skipped else second).astimezone(UTC)


def span_between(day: date, start: time, end: time) -> Span:
    """From start to end on the wall clock; an end not after the start is next day.

    It has no length where the clocks skip all of it.
    """
    last = day if end > start else day + DAY
    begin = instant(day, start)
    return Span(begin, max(begin, instant(last, end, finish=True)))


def whole_days(first: date, last: date) -> Span:
    """From midnight at the start of first to midnight at the end of last."""
    return Span(instant(first, time()), instant(last + DAY, time()))


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same time in order, stretches that overlap or touch made into one."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.start <= whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return whole


def gaps_between(spans: Iterable[Span], within: Span) -> Iterator[Span]:
    """The stretches of a time that none of the spans touches, in order."""
    begin = within.start
    for span in joined(spans):
        end = min(span.start, within.end)
        if begin < end:
            yield Span(begin, end)
        begin = max(begin, span.end)
    if begin < within.end:
        yield Span(begin, within.end)


@lru_cache(maxsize=4096)
def night_minutes(span: Span, begin: time, end: time) -> int:
    """Whole minutes of the span that lie between two clock times overnight."""
    days = days_between(span.local_start.date() - DAY, span.local_end.date())
    return sum(span.minutes_within(span_between(day, begin, end)) for day in days)


def in_words(length: timedelta) -> str:
    """A length of time as people say it: `10 h 30 min`, `45 min`, `11 h`."""
    hours, minutes = divmod(int(length / MINUTE), 60)
    parts = [f"{hours} h"] * bool(hours) + [f"{minutes} min"] * bool(minutes)
    return " ".join(parts) or "0 h"


def day_in_words(day: date) -> str:
    """A date as people say it: `Tue 12 Jan 2027`."""
    return f"{day:%a} {day.day} {day:%b %Y}"
