"""A second reckoning of rest, runs and hours, a minute at a time.

It is slow and simple on purpose, and shares nothing with the rules nor with the engine.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date, time, timedelta
from fractions import Fraction
from functools import cache, partial
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

MINUTE = timedelta(minutes=1)
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


def minutes_in(length: timedelta) -> int:
    assert length % MINUTE == timedelta()
    return length // MINUTE


def daily_rest(life: Life, *, rest: timedelta, overrun: timedelta) -> Iterator[Finding]:
    """Wait after each duty, and see who comes to work in the meantime."""
    everything = work(planned(life))
    arriving = defaultdict(list)
    for one in everything:
        arriving[one.ticks.start].append(one)
    for first in everything:
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
        return _at_night(one.ticks, begin, end) >= minutes_in(least)

    def nights(stretches: Iterable[Stretch]) -> set[date]:
        return {one.day for one in work(stretches) if is_night(one)}

    yield from _long_runs(nights(planned(life)), nights(fixed(life)), most, "nights")


@cache
def _at_night(ticks: range, begin: time, end: time) -> int:
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


def rolling_week(life: Life, *, most: timedelta) -> Iterator[Finding]:
    """Add up every seven dates that the rota could touch."""
    allowed = minutes_in(most)
    everything, anyway = work(planned(life)), work(fixed(life))
    for last in days_from(life.first, life.last + 6 * WHOLE_DAY):
        week = days_from(last - 6 * WHOLE_DAY, last)
        worked = sum(one.minutes for one in everything if one.day in week)
        limit = max(allowed, sum(one.minutes for one in anyway if one.day in week))
        if worked > limit:
            too_many = ceil(Fraction(worked - limit, 60))
            yield Finding(last, too_many, f"{words(worked)} of work")


def average_week(
    life: Life,
    *,
    most: timedelta,
    weeks: int,
    windows: str,
    begins: date,
    excluded: str,
    days_a_week: int,
    team_week: timedelta,
    volunteers: bool,
) -> Iterator[Finding]:
    """(A + B) / C in each reference period."""
    if not volunteers and life.weekly is None and not life.pattern:
        return
    weekly = life.weekly or (minutes_in(team_week) if life.pattern else 0)
    periods = _rolling if windows == "rolling" else partial(_successive, begins=begins)
    for window in periods(life, 7 * weeks):
        left_out = _left_out(life, window)
        mondays = Counter(day.toordinal() - day.weekday() for day in left_out)
        stands_for = sum(min(days_a_week, days) for days in mondays.values())
        credit = Fraction(weekly, days_a_week)
        a_and_b, anyway = (
            sum(m for day, m in found.items() if day in window and day not in left_out)
            + _after(found, window[-1], stands_for, credit, excluded)
            for found in (_by_day(planned(life)), _by_day(fixed(life)))
        )
        c = max(Fraction(1), Fraction(len(window), 7))
        limit = max((minutes_in(most) - life.elsewhere) * c, anyway)
        if a_and_b > limit:
            figure = f"{words(ceil(a_and_b / c) + life.elsewhere)} a week"
            yield Finding(window[-1], ceil((a_and_b - limit) / 60), figure)


def _rolling(life: Life, length: int) -> Iterator[list[date]]:
    """The dates to each Sunday, to the last day and to the day of leaving."""
    for last in days_from(life.first, life.last):
        if last.weekday() == 6 or last in (life.last, life.left):
            days = days_from(last - (length - 1) * WHOLE_DAY, last)
            there = [day for day in days if day >= (life.joined or day)]
            if there and last <= (life.left or last):
                yield there


def _successive(life: Life, length: int, *, begins: date) -> Iterator[list[date]]:
    """The dates of each period of so many that has a day of the rota."""

    def number(day: date) -> int:
        return (day.toordinal() - begins.toordinal()) // length

    around = days_from(life.first - length * WHOLE_DAY, life.last + length * WHOLE_DAY)
    for wanted in sorted({number(day) for day in days_from(life.first, life.last)}):
        days = [d for d in around if number(d) == wanted and is_employed(life, d)]
        if days:
            yield days


def _left_out(life: Life, window: list[date]) -> set[date]:
    away_ticks = {t for o in away(life) if o.kind in EXCLUDED for t in o.ticks}
    left_out = {day for day in window if away_ticks.issuperset(ticks_of(day))}
    if life.opt_out is not None:
        left_out |= {d for d in window if life.opt_out[0] <= d <= life.opt_out[1]}
    return left_out


def _by_day(stretches: Iterable[Stretch]) -> Counter[date]:
    minutes: Counter[date] = Counter()
    for one in work(stretches):
        minutes[one.day] += one.minutes
    return minutes


def _after(
    worked: Counter[date], last: date, wanted: int, credit: Fraction, excluded: str
) -> Fraction:
    """Go from day to day until there is nothing left to make up for."""
    minutes = Fraction(0)
    for day in sorted(worked) if excluded == "measured" else []:
        if day > last and wanted:
            minutes, wanted = minutes + worked[day], wanted - 1
    return minutes + wanted * credit


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
    allowed = minutes_in(tolerance)
    if life.overtime:
        overtime_weekly = minutes_in(most_overtime)
        allowed = max(allowed, floor(Fraction(overtime_weekly, 7) * len(on_strength)))
    credit = _credit(life, period)
    paid, paid_anyway = (
        sum(
            one.minutes - (minutes_in(meal_break) if one.minutes > 360 else 0)
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
            min(day_worth, Fraction(sum(tick in keeps for tick in ticks_of(day))))
            for day in period
            if is_employed(life, day)
        )
    )
