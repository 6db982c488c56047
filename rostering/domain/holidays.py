"""Holidays by name or date, and the days on which each has come round."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import pairwise

from rostering.domain.problem import Problem
from rostering.domain.time import DAY

_FORMS = ("%d %b", "%d %B")
_LEAP_YEAR = 2000


def occurrences(problem: Problem, names: Iterable[str]) -> Mapping[str, list[date]]:
    """The days of each holiday, in order, from two years before the period to its end.

    Args:
        problem: Whose bank holidays and days are meant.
        names: Each the name of a bank holiday, or a date such as `24 Dec`.
    """
    found: defaultdict[str, list[date]] = defaultdict(list)
    by_name: defaultdict[str, list[date]] = defaultdict(list)
    for day, name in problem.bank_holidays.items():
        by_name[_plain(name)].append(day)
    for name in names:
        known = by_name.get(_plain(name))
        days = _yearly(problem, name) if known is None else known
        found[name] = sorted(day for day in days if day <= problem.period.last)
    return found


def turns_of(
    problem: Problem, names: Iterable[str]
) -> Iterator[tuple[str, date, date]]:
    """Each day of a holiday in the period, with its name and its day the time before.

    Args:
        problem: Whose bank holidays and days are meant.
        names: As for `occurrences`.
    """
    for name, days in occurrences(problem, names).items():
        for before, now in pairwise(days):
            if now in problem.period:
                yield name, before, now


def _yearly(problem: Problem, name: str) -> Iterator[date]:
    """The same date in each year; none where the name is no date."""
    said = _date(name)
    first = date(problem.period.first.year - 2, 1, 1)
    days = range((problem.period.last - first).days + 1)
    return (
        day
        for day in (first + number * DAY for number in days)
        if (day.month, day.day) == said
    )


def _date(name: str) -> tuple[int, int] | None:
    for form in _FORMS:
        try:
            day = datetime.strptime(f"{name.strip()} {_LEAP_YEAR}", f"{form} %Y")  # noqa: DTZ007
        except ValueError:
            continue
        return day.month, day.day
    return None


def _plain(name: str) -> str:
    """The name as it is compared: by letters alone, whatever apostrophe was typed."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())
