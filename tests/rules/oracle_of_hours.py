"""A second reckoning of hours, turns and averages, a minute at a time.

It shares nothing with the rules nor with the engine.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from fractions import Fraction
from functools import partial
from math import ceil, floor

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
    ticks_of,
    work,
)
from tests.rules.oracle import Finding, at_night, minutes_in, words

EXCLUDED = {"annual", "sick", "maternity", "paternity", "adoption", "parental"}
UNCREDITED = {"unpaid", "rest"}


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


def turns(life: Life, *, most: int, days: int) -> Iterator[Finding]:
    """Count the turns of every so many dates that the rota could touch."""
    everything, anyway = work(planned(life)), work(fixed(life))
    for last in days_from(life.first, life.last + (days - 1) * WHOLE_DAY):
        dates = days_from(last - (days - 1) * WHOLE_DAY, last)
        worked, stood = (
            len([one for one in each if one.day in dates])
            for each in (everything, anyway)
        )
        if worked > max(most, stood):
            yield Finding(last, worked - max(most, stood), f"{worked} turns")


def night_workers(
    life: Life,
    *,
    most: timedelta,
    weeks: int,
    one_in: int,
    begin: time,
    end: time,
    least: timedelta,
) -> Iterator[Finding]:
    """Hours a day without the weekly rest days, where enough days are nights."""
    if life.weekly is None and not life.pattern:
        return
    for window in _rolling(life, 7 * weeks):
        had, stood = (
            [one for one in work(f(life)) if one.day in window]
            for f in (planned, fixed)
        )
        nights = {
            o.day for o in had if at_night(o.ticks, begin, end) >= minutes_in(least)
        }
        weekly_rests = max(7, len(window)) // 7
        days = max(7, len(window)) - weekly_rests
        limit = max(minutes_in(most) * days, sum(one.minutes for one in stood))
        worked = sum(one.minutes for one in had)
        if one_in * len(nights) >= len({one.day for one in had}) and worked > limit:
            amount = ceil(Fraction(worked - limit, 60))
            days_worked = len({one.day for one in had})
            figure = f"a night worker, with {len(nights)} nights on {days_worked} days"
            yield Finding(window[-1], amount, f"{figure} of work")


def hazardous_nights(
    life: Life, *, most: timedelta, begin: time, end: time, least: timedelta
) -> Iterator[Finding]:
    """Go through the 1440 minutes from the start of each duty."""
    everything, anyway = (
        [one for one in work(f(life)) if one.day >= life.first - 3 * WHOLE_DAY]
        for f in (planned, fixed)
    )
    for first in everything:
        day = range(first.ticks.start, first.ticks.start + 1440)
        starting = [one for one in everything if one.ticks.start in day]
        nights = [at_night(one.ticks, begin, end) for one in starting]
        worked, stood = (
            sum(
                len(set(one.ticks).intersection(day)) for one in each if _meet(one, day)
            )
            for each in (everything, anyway)
        )
        limit = max(minutes_in(most), stood)
        if max(nights) >= minutes_in(least) and worked > limit:
            amount = ceil(Fraction(worked - limit, 60))
            yield Finding(first.day, amount, f"{words(worked)} of work")


def _meet(one: Stretch, day: range) -> bool:
    return one.ticks.start < day.stop and day.start < one.ticks.stop


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
