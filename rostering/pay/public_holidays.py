"""Which days have public-holiday terms: a substitute takes the place of its weekend."""

from collections.abc import Iterable, Mapping
from datetime import date

from rostering.domain import Period, Person

SUBSTITUTE = " (observed)"
"""Ends the name of the day that stands for a holiday at a weekend."""
_SUNDAY, _PLAIN_WEEKDAYS = 6, range(4)


def with_terms(bank_holidays: Mapping[date, str]) -> dict[date, str]:
    """The public holidays that are paid as such.

    Where a holiday at a weekend has a substitute, the substitute has the terms.
    """
    moved = {
        (day.year, name.removesuffix(SUBSTITUTE))
        for day, name in bank_holidays.items()
        if name.endswith(SUBSTITUTE)
    }
    return {
        day: name
        for day, name in bank_holidays.items()
        if (day.year, name) not in moved
    }


def holidays_of(person: Person, bank_holidays: Mapping[date, str]) -> frozenset[date]:
    """The public holidays with terms of one person, who may have swapped some."""
    own = {each.day: each.is_holiday for each in person.pay.own_holidays}
    usual = dict.fromkeys(with_terms(bank_holidays), True)
    return frozenset(day for day, is_holiday in (usual | own).items() if is_holiday)


def leave_year(starts: int) -> Period:
    """The leave year of both employers that begins in this year: April to March."""
    return Period(date(starts, 4, 1), date(starts + 1, 3, 31))


def christmas_terms(year: int) -> frozenset[date] | None:
    """The days around Christmas with holiday terms in the NHS (AFC-PH-XMAS).

    Annex 25 says which, by the weekday of 25 December. Where it is Monday to Thursday
    they are the holidays themselves. The tables for Friday and Saturday are not known
    here: None, and the book's sheet Bank holidays says what is agreed.
    """
    christmas = date(year, 12, 25)
    usual = {christmas, date(year, 12, 26), date(year + 1, 1, 1)}
    if christmas.weekday() in _PLAIN_WEEKDAYS:
        return frozenset(usual)
    if christmas.weekday() == _SUNDAY:
        return frozenset({*usual, date(year, 12, 27), date(year + 1, 1, 2)})
    return None


def christmas_holidays(worked: Iterable[date], year: int) -> int:
    """How many of the days worked at Christmas count as holidays for time off.

    Annex 25 caps them where 25 December is a Sunday: of 25 to 27 December two count,
    and the third is a Sunday. None counts where the table is not known.
    """
    known = christmas_terms(year) or frozenset()
    days = known & set(worked)
    december = sum(day.month == 12 for day in days)  # noqa: PLR2004
    return min(december, 2) + min(len(days) - december, 1)
