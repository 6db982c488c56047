"""Pay stated a second time: every minute on duty is looked at by itself.

Nothing of `rostering.pay` is used but the names of its kinds of hours.
"""

from collections import Counter
from datetime import UTC, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from rostering.pay import HourClass

_LONDON = ZoneInfo("Europe/London")
_ON_TOP = {
    HourClass.NIGHT_OR_SATURDAY: Fraction(30, 100),
    HourClass.SUNDAY_OR_HOLIDAY: Fraction(60, 100),
    HourClass.OVERTIME: Fraction(1, 2),
    HourClass.HOLIDAY_OVERTIME: Fraction(1),
    HourClass.REST_DAY: Fraction(1, 2),
    HourClass.PUBLIC_HOLIDAY: Fraction(1),
}
"""Above plain time, at band 6 and for constables but for their overtime."""


def minutes_of(span):
    """When each minute of it begins, on the clock on the wall."""
    moment, end = span.start.astimezone(UTC), span.end.astimezone(UTC)
    found = []
    while moment < end:
        found.append(moment.astimezone(_LONDON))
        moment += timedelta(minutes=1)
    return found


def on_section_2(spans, holidays, standard):
    """Minutes of each kind of duties in order, with overtime after `standard`."""
    found, worked = Counter(), 0
    for span in sorted(spans):
        minutes = minutes_of(span)
        unpaid = 30 if len(minutes) > 360 else 0
        worked += len(minutes) - unpaid
        beyond = max(0, min(len(minutes) - unpaid, worked - standard))
        usual = minutes[: len(minutes) - beyond]
        found += _less_the_break(_of_shift(usual, holidays), unpaid)
        found += Counter(_overtime(m, holidays) for m in minutes[len(usual) :])
    return +found


def _of_shift(minutes, holidays):
    nights = sum(_is_night(m) for m in minutes)
    is_weekday = minutes and minutes[0].weekday() < 5
    is_weekday = is_weekday and minutes[0].date() not in holidays
    is_mostly_at_night = is_weekday and 2 * nights > len(minutes)
    return Counter(_kind(m, holidays, is_mostly_at_night) for m in minutes)


def _kind(minute, holidays, is_mostly_at_night):
    if minute.isoweekday() == 7 or minute.date() in holidays:
        return HourClass.SUNDAY_OR_HOLIDAY
    if minute.isoweekday() == 6 or _is_night(minute) or is_mostly_at_night:
        return HourClass.NIGHT_OR_SATURDAY
    return HourClass.PLAIN


def _overtime(minute, holidays):
    if minute.date() in holidays:
        return HourClass.HOLIDAY_OVERTIME
    return HourClass.OVERTIME


def _less_the_break(found, unpaid):
    dear_first = sorted(found.elements(), key=lambda kind: -_ON_TOP.get(kind, 0))
    taken = [HourClass.UNPAID] * unpaid
    return Counter(dear_first[unpaid:] + taken)


def _is_night(minute):
    return minute.hour in (20, 21, 22, 23, 0, 1, 2, 3, 4, 5)


def on_annex_5(spans, holidays):
    """Minutes outside Monday to Friday 07:00-19:00."""
    minutes = [minute for span in spans for minute in minutes_of(span)]
    return sum(
        m.isoweekday() > 5 or m.date() in holidays or m.hour not in range(7, 19)
        for m in minutes
    )


def police_nights(span):
    """Full hours at night in one duty."""
    return sum(_is_night(minute) for minute in minutes_of(span)) // 60


def on_top(found):
    """Hours of plain time that minutes of these kinds are paid above it."""
    due = (Fraction(n, 60) * _ON_TOP.get(kind, 0) for kind, n in found.items())
    return sum(due, Fraction())
