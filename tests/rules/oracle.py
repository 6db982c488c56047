"""A second reckoning of rest, runs and hours, a quarter of an hour at a time.

It is slow and simple on purpose, and shares nothing with the rules nor with the engine.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date, time, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from tests.rules.life import (
    WHOLE_DAY,
    WORK_AWAY,
    Life,
    Stretch,
    away,
    days_from,
    fixed,
    is_employed,
    planned,
    shown,
    tick_at,
    ticks_of,
    work,
)

QUARTER = timedelta(minutes=15)
EXCLUDED = {"annual", "sick", "maternity", "paternity", "adoption", "parental"}
UNCREDITED = {"unpaid", "rest"}
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


def quarters(length: timedelta) -> int:
    assert length % QUARTER == timedelta()
    return length // QUARTER


def daily_rest(life: Life, *, rest: timedelta, overrun: timedelta) -> Iterator[Finding]:
    """Wait after each duty, and see who comes to work in the meantime."""
    everything = work(planned(life))
    arriving = defaultdict(list)
    for one in everything:
        arriving[one.ticks.start].append(one)
    for first in everything:
        wait = rest + overrun if first.kind == "ride" else rest
        for waited in range(quarters(wait)):
            for second in arriving.get(first.ticks.stop + waited, ()):
                if "ride" in (first.kind, second.kind):
                    yield Finding(second.day, 1, f"{words(15 * waited)} rest")


def weekly_rest(life: Life, *, form: str, rest: timedelta) -> Iterator[Finding]:
    """Sit through each week or fortnight and count the rests that come to an end."""
    length, needed, size = FORMS[form]
    busy = {tick for one in work(planned(life)) for tick in one.ticks}
    busy_anyway = {tick for one in work(fixed(life)) for tick in one.ticks}
    monday = next(
        d for d in days_from(life.first - 6 * WHOLE_DAY, life.last) if d.weekday() == 0
    )
    while monday <= life.last + WHOLE_DAY:
        days = days_from(monday, monday + (length - 1) * WHOLE_DAY)
        had = _rests(days, busy, size * quarters(rest))
        possible = _rests(days, busy_anyway, size * quarters(rest))
        missing = min(needed, possible) - had
        if missing > 0:
            yield Finding(days[-1], missing, f"{had or 'no'} rest")
        monday += length * WHOLE_DAY


def _rests(days: list[date], busy: AbstractSet[int], length: int) -> int:
    rests = free = 0
    for day in days:
        for tick in ticks_of(day):
            free = 0 if tick in busy else free + 1
            if free == length:
                rests, free = rests + 1, 0
    return rests


def run_of_days(life: Life, *, most: int) -> Iterator[Finding]:
    counted, anyway = ({w.day for w in work(f(life))} for f in (planned, fixed))
    yield from _long_runs(counted, anyway, most, "days")


def run_of_nights(
    life: Life, *, most: int, begin: time, end: time, least: timedelta
) -> Iterator[Finding]:
    def is_night(one: Stretch) -> bool:
        clocks = [shown(tick).time() for tick in one.ticks]
        at_night = sum(clock >= begin or clock < end for clock in clocks)
        return at_night >= quarters(least)

    def nights(stretches: Iterable[Stretch]) -> set[date]:
        return {one.day for one in work(stretches) if is_night(one)}

    yield from _long_runs(nights(planned(life)), nights(fixed(life)), most, "nights")


def run_of_long_lates(
    life: Life, *, most: int, longer_than: timedelta, finish_after: time
) -> Iterator[Finding]:
    def is_long_late(one: Stretch) -> bool:
        day = one.day if finish_after.hour >= 12 else one.day + WHOLE_DAY
        is_late = one.ticks.stop > tick_at(day, finish_after, finish=True)
        return is_late and len(one.ticks) > quarters(longer_than)

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


def rolling_week(life: Life, *, most: timedelta) -> Iterator[Finding]:
    """Add up every seven dates that the rota could touch."""
    allowed = 15 * quarters(most)
    everything, anyway = work(planned(life)), work(fixed(life))
    for last in days_from(life.first, life.last + 6 * WHOLE_DAY):
        week = days_from(last - 6 * WHOLE_DAY, last)
        worked = sum(one.minutes for one in everything if one.day in week)
        limit = max(allowed, sum(one.minutes for one in anyway if one.day in week))
        if worked > limit:
            too_many = ceil(Fraction(worked - limit, 60))
            yield Finding(last, too_many, f"{words(worked)} of work")


def average_week(
    life: Life, *, most: timedelta, weeks: int, team_week: timedelta, volunteers: bool
) -> Iterator[Finding]:
    """(A + B) / C at each Sunday and at the last day."""
    if not volunteers and life.weekly is None and not life.pattern:
        return
    weekly = life.weekly or (15 * quarters(team_week) if life.pattern else 0)
    away_ticks = {t for o in away(life) if o.kind in EXCLUDED for t in o.ticks}
    for last in days_from(life.first, life.last):
        window = days_from(last - (7 * weeks - 1) * WHOLE_DAY, last)
        window = [day for day in window if life.joined is None or day >= life.joined]
        if (last.weekday() != 6 and last != life.last) or not window:
            continue
        left_out = {d for d in window if away_ticks.issuperset(ticks_of(d))}
        if life.opt_out is not None:
            left_out |= {d for d in window if life.opt_out[0] <= d <= life.opt_out[1]}
        counted = set(window) - left_out
        a, anyway = (
            sum(one.minutes for one in work(f(life)) if one.day in counted)
            for f in (planned, fixed)
        )
        b = Fraction(weekly, 7) * len(left_out)
        c = max(Fraction(1), Fraction(len(window), 7))
        limit = max(15 * quarters(most) * c, anyway + b)
        if a + b > limit:
            figure = f"{words(ceil((a + b) / c))} a week"
            yield Finding(last, ceil((a + b - limit) / 60), figure)


def overtime(
    life: Life, *, tolerance: timedelta, most_overtime: timedelta, meal_break: timedelta
) -> Iterator[Finding]:
    """Paid hours and credit against what the contract and the agreement allow."""
    if life.weekly is None:
        return
    weekly, period = life.weekly, days_from(life.first, life.last)
    unpaid = {t for one in away(life) if one.kind == "unpaid" for t in one.ticks}
    on_strength = [
        day
        for day in period
        if is_employed(life, day) and not unpaid.issuperset(ticks_of(day))
    ]
    contract = round(Fraction(weekly, 7) * len(on_strength))
    allowed = 15 * quarters(tolerance)
    if life.overtime:
        overtime_weekly = 15 * quarters(most_overtime)
        allowed = max(allowed, floor(Fraction(overtime_weekly, 7) * len(on_strength)))
    credit = _credit(life, period)
    paid, paid_anyway = (
        sum(
            one.minutes - (15 * quarters(meal_break) if one.minutes > 360 else 0)
            for one in work(f(life))
            if one.day in period
        )
        for f in (planned, fixed)
    )
    limit = max(contract + allowed, credit + paid_anyway)
    if credit + paid > limit:
        too_many = ceil(Fraction(credit + paid - limit, 60))
        yield Finding(life.last, too_many, f"{words(credit + paid)} planned")


def _credit(life: Life, period: list[date]) -> int:
    keeps = {
        tick
        for one in away(life)
        if one.kind not in WORK_AWAY | UNCREDITED
        for tick in one.ticks
    }
    day_worth = Fraction(life.weekly or 0, 7)
    return round(
        sum(
            min(day_worth, Fraction(15 * sum(tick in keeps for tick in ticks_of(day))))
            for day in period
            if is_employed(life, day)
        )
    )
