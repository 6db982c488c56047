"""The days of a rota in a few words."""

from rostering.domain import Period
from rostering.domain.time import day_in_words
from rostering.report.console.screen import counted


def period_in_words(period: Period) -> str:
    """`8 weeks, Mon 4 Jan 2027 to Sun 28 Feb 2027`."""
    days = len(period.days)
    weeks, rest = divmod(days, 7)
    length = counted(days, "day") if rest else counted(weeks, "week")
    return f"{length}, {day_in_words(period.first)} to {day_in_words(period.last)}"
