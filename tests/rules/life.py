"""What somebody wrote down of one person, laid out by the clock on the wall.

It shares nothing with the engine: it looks at every minute for itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/London")
WHOLE_DAY = timedelta(days=1)
WORK_AWAY = {"study", "training", "court"}


class Written(NamedTuple):
    """A stretch of time as somebody wrote it down: a date and two clock times."""

    day: date
    start: time
    end: time


class Away(NamedTuple):
    """Leave as somebody wrote it down: whole days, or some hours of the first one."""

    kind: str
    first: date
    last: date
    hours: tuple[time, time] | None = None


@dataclass(frozen=True, kw_only=True)
class Life:
    """Everything that is known of one person, and what a rota has planned for them."""

    first: date
    last: date
    rides: tuple[Written, ...] = ()
    idle: tuple[Written, ...] = ()
    """Shifts that the person could ride and does not."""
    records: tuple[Written, ...] = ()
    courses: tuple[Written, ...] = ()
    away: tuple[Away, ...] = ()
    anchor: date = date(2026, 1, 5)
    pattern: tuple[tuple[time, time] | None, ...] = ()
    """The turns of the person's team from the anchor on; empty where there is none."""
    remembered_weeks: int = 4
    joined: date | None = None
    left: date | None = None
    weekly: int | None = None
    """Contracted minutes a week."""
    elsewhere: int = 0
    """Minutes worked each week in another job."""
    overtime: bool = False
    opt_out: tuple[date, date] | None = None


class Stretch(NamedTuple):
    """What a person does for a while."""

    kind: str
    day: date
    ticks: range

    @property
    def minutes(self) -> int:
        return len(self.ticks)


def days_from(first: date, last: date) -> list[date]:
    days = [first]
    while days[-1] < last:
        days.append(days[-1] + WHOLE_DAY)
    return days if first <= last else []


@cache
def shown(tick: int) -> datetime:
    """What the clock on the wall shows at the start of a minute."""
    return datetime.fromtimestamp(tick * 60, ZONE)


@cache
def ticks_of(day: date) -> range:
    """The 1380, 1440 or 1500 minutes at which the calendar shows the day."""
    noon = int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()) // 60
    first, last = (
        [tick for tick in range(near - 70, near + 70) if shown(tick).date() == day]
        for near in (noon - 720, noon + 720)
    )
    return range(first[0], last[-1] + 1)


@cache
def _clocks(day: date) -> dict[time, list[int]]:
    """When the clock on the wall shows each time of the day, or both times."""
    clocks: dict[time, list[int]] = {}
    for tick in ticks_of(day):
        clocks.setdefault(shown(tick).time(), []).append(tick)
    return clocks


def tick_at(day: date, clock: time, *, finish: bool = False) -> int:
    """When the clock shows a time; one that is skipped comes an hour later."""
    at = _clocks(day).get(clock)
    if not at:
        return tick_at(day, clock.replace(hour=clock.hour + 1))
    return at[-1] if finish else at[0]


def stretch(kind: str, written: Written) -> Stretch:
    day, start, end = written
    last = day if end > start else day + WHOLE_DAY
    return Stretch(
        kind, day, range(tick_at(day, start), tick_at(last, end, finish=True))
    )


def away(life: Life) -> Iterator[Stretch]:
    for kind, first, last, hours in life.away:
        days = days_from(first, last)
        if hours is not None:
            yield stretch(kind, Written(first, *hours))
        elif kind in WORK_AWAY:
            yield from (stretch(kind, Written(d, time(8), time(16))) for d in days)
        else:
            whole = range(ticks_of(first)[0], ticks_of(last)[-1] + 1)
            yield Stretch(kind, first, whole)


@cache
def fixed(life: Life) -> tuple[Stretch, ...]:
    """What stands before anything is planned."""
    firm = [stretch("record", written) for written in life.records]
    on_record = {record.day for record in firm}
    firm += [stretch("course", written) for written in life.courses]
    firm += away(life)
    turns = [turn for turn in turns_of_pattern(life) if turn.day not in on_record]
    taken = {tick for other in firm if turns for tick in other.ticks}
    return *firm, *(turn for turn in turns if taken.isdisjoint(turn.ticks))


def turns_of_pattern(life: Life) -> Iterator[Stretch]:
    monday = life.first
    while monday.weekday():
        monday -= WHOLE_DAY
    begin = monday - life.remembered_weeks * 7 * WHOLE_DAY
    for day in days_from(begin, life.last + 14 * WHOLE_DAY) if life.pattern else ():
        turn = life.pattern[
            (day.toordinal() - life.anchor.toordinal()) % len(life.pattern)
        ]
        if turn is not None and is_employed(life, day):
            yield stretch("turn", Written(day, *turn))


def is_employed(life: Life, day: date) -> bool:
    return (life.joined or day) <= day <= (life.left or day)


def work(stretches: Iterable[Stretch]) -> list[Stretch]:
    kinds = {"ride", "turn", "course", "record"} | WORK_AWAY
    return [one for one in stretches if one.kind in kinds]


@cache
def planned(life: Life) -> tuple[Stretch, ...]:
    """What the person does under the rota; a ride replaces the turn of its date."""
    rides = [stretch("ride", written) for written in life.rides]
    riding = {ride.day for ride in rides}
    stands = (one for one in fixed(life) if one.kind != "turn" or one.day not in riding)
    return *stands, *rides
