"""A second reckoning of rest, runs and hours, a minute at a time.

It is slow and simple on purpose, and shares nothing with the rules nor with the engine.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date, time, timedelta
from fractions import Fraction
from functools import cache
from math import ceil
from typing import NamedTuple

from tests.rules.life import (
    WHOLE_DAY,
    Life,
    Stretch,
    days_from,
    fixed,
    planned,
    shown,
    tick_at,
    ticks_of,
    turns_of_pattern,
    work,
)

MINUTE = timedelta(minutes=1)
FORMS = {"24/7": (7, 1, 1), "2x24/14": (14, 2, 1), "48/14": (14, 1, 2)}
"""For each form of weekly rest: its days, how many rests, and of what size."""


class Finding(NamedTuple):
    """What an audit should say: the day, how much is too much, and the figure."""

    day: date
    amount: int
    figure: str


def words(minutes: int) -> str:
    hours = f"{minutes // 60} h" if minutes >= 60 else ""
    rest = f"{minutes % 60} min" if minutes % 60 else ""
    return f"{hours} {rest}".strip() or "0 h"


def minutes_in(length: timedelta) -> int:
    assert length % MINUTE == timedelta()
    return length // MINUTE


def daily_rest(life: Life, *, rest: timedelta, overrun: timedelta) -> Iterator[Finding]:
    """Wait after each duty, and see who comes to work in the meantime."""
    everything = work(planned(life))
    arriving = defaultdict(list)
    for one in everything:
        arriving[one.ticks.start].append(one)
    recent = (x for x in everything if x.day >= life.first - 3 * WHOLE_DAY)
    for first in recent:
        wait = rest + overrun if first.kind == "ride" else rest
        for waited in range(minutes_in(wait)):
            for second in arriving.get(first.ticks.stop + waited, ()):
                if "ride" in (first.kind, second.kind):
                    yield Finding(second.day, 1, f"{words(waited)} rest")


def weekly_rest(
    life: Life, *, form: str, rest: timedelta, first_day: str, daily_rest: timedelta
) -> Iterator[Finding]:
    """Sit through each week or fortnight and count the rests that come to an end."""
    length, needed, size = FORMS[form]
    lasting = size * minutes_in(rest) + minutes_in(daily_rest)
    before = days_from(life.first - 6 * WHOLE_DAY, life.first)
    begin = next(day for day in before if f"{day:%A}" == first_day)
    while begin <= life.last + WHOLE_DAY:
        days = days_from(begin, begin + (length - 1) * WHOLE_DAY)
        window = range(ticks_of(days[0])[0], ticks_of(days[-1])[-1] + 1)
        had, possible = (
            sum(free // lasting for free in _free(window, stretches))
            for stretches in (planned(life), fixed(life))
        )
        missing = min(needed, possible) - had
        if missing > 0:
            yield Finding(days[-1], missing, f"{had or 'no'} rest")
        begin += length * WHOLE_DAY


def rest_owed(life: Life, *, rest: timedelta, within: timedelta) -> Iterator[Finding]:
    """Cross out the minutes worked after each record, and look at what is left."""
    stands = work(fixed(life))
    for one in stands:
        due = range(one.ticks.start + 1440, one.ticks.start + 1440 + minutes_in(within))
        if one.kind != "record" or not due or shown(due.stop).date() < life.first:
            continue
        had = max(_free(range(one.ticks.start, due.start), stands), default=0)
        could_be, is_left = (
            max(_free(due, stretches), default=0)
            for stretches in (stands, planned(life))
        )
        if had < minutes_in(rest) and is_left < 2 * minutes_in(rest) - had <= could_be:
            yield Finding(shown(due.stop - 1).date(), 1, f"{words(had)} rest")


def rest_days(life: Life, *, least: int) -> Iterator[Finding]:
    """Cross out dates with work or with a turn of the pattern, cycle by cycle."""
    if not life.pattern:
        return
    cycle = len(life.pattern)
    on_duty = {turn.day for turn in turns_of_pattern(life)}
    taken, stood = (
        on_duty | {one.day for one in work(f(life))} for f in (planned, fixed)
    )
    for last in days_from(life.first, life.last + (cycle - 1) * WHOLE_DAY):
        dates = set(days_from(last - (cycle - 1) * WHOLE_DAY, last))
        due = min(ceil(Fraction(least * cycle, 7)), len(dates - stood))
        if len(dates - taken) < due:
            at_work = len(dates & taken)
            yield Finding(last, due - len(dates - taken), f"{at_work} days at work")


def _free(window: range, stretches: Iterable[Stretch]) -> list[int]:
    """How long each stretch of the window is in which nothing is worked."""
    minutes = bytearray(len(window))
    for one in work(stretches):
        begin = max(one.ticks.start, window.start) - window.start
        end = min(one.ticks.stop, window.stop) - window.start
        if begin < end:
            minutes[begin:end] = b"\1" * (end - begin)
    return [len(free) for free in minutes.split(b"\1") if free]


def run_of_days(life: Life, *, most: int) -> Iterator[Finding]:
    counted, anyway = ({w.day for w in work(f(life))} for f in (planned, fixed))
    yield from _long_runs(counted, anyway, most, "days")


def run_of_nights(
    life: Life, *, most: int, begin: time, end: time, least: timedelta
) -> Iterator[Finding]:
    def is_night(one: Stretch) -> bool:
        return at_night(one.ticks, begin, end) >= minutes_in(least)

    def nights(stretches: Iterable[Stretch]) -> set[date]:
        return {one.day for one in work(stretches) if is_night(one)}

    yield from _long_runs(nights(planned(life)), nights(fixed(life)), most, "nights")


@cache
def at_night(ticks: range, begin: time, end: time) -> int:
    clocks = [shown(tick).time() for tick in ticks]
    return sum(clock >= begin or clock < end for clock in clocks)


def run_of_long_lates(
    life: Life, *, most: int, longer_than: timedelta, finish_after: time
) -> Iterator[Finding]:
    def is_long_late(one: Stretch) -> bool:
        day = one.day if finish_after.hour >= 12 else one.day + WHOLE_DAY
        is_late = one.ticks.stop > tick_at(day, finish_after, finish=True)
        return is_late and len(one.ticks) > minutes_in(longer_than)

    def lates(stretches: Iterable[Stretch]) -> set[date]:
        return {one.day for one in work(stretches) if is_long_late(one)}

    yield from _long_runs(lates(planned(life)), lates(fixed(life)), most, "long lates")


def _long_runs(
    counted: AbstractSet[date], anyway: AbstractSet[date], most: int, what: str
) -> Iterator[Finding]:
    """Walk day by day, and judge each run on the day after it."""
    run: list[date] = []
    beyond: list[date] = []
    begin, end = min(counted, default=date.max), max(counted, default=date.min)
    for day in days_from(begin, end) + [end + WHOLE_DAY] * bool(counted):
        if day in counted:
            run.append(day)
            latest = run[-most - 1 :]
            if len(latest) > most and any(d not in anyway for d in latest):
                beyond.append(day)
        else:
            if beyond:
                figure = f"works {len(run)} {what} in a row"
                yield Finding(beyond[0], len(beyond), figure)
            run, beyond = [], []
