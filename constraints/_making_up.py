"""The hours that make up for days left out of an average: B in (A + B) / C."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from constraints._minutes import DayOfWork
from rostering.domain import Duty

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions

    Share = tuple[Claim, int | Fraction]


def made_up(
    duties: Iterable[Duty], last: date, count: int, credit: Fraction
) -> Fraction:
    """The minutes of the first so many days of this work after the last day.

    Each day that is not known counts as much as the credit.
    """
    worked: Counter[date] = Counter()
    for duty in duties if count else ():
        if duty.day > last:
            worked[duty.day] += duty.span.minutes
    known = sorted(worked)[:count]
    return sum(worked[day] for day in known) + credit * (count - len(known))


def shares_made_up(
    decisions: "Decisions",
    days: Mapping[date, DayOfWork],
    last: date,
    count: int,
    credit: Fraction,
) -> "Iterator[Share]":
    """The same for what is planned and may be: what each claim adds to it."""
    worked: list[tuple[Claim, int]] = []
    for day in sorted(day for day in days if day > last):
        work = days[day]
        claims = [claim for claim, _ in work.terms.values()]
        is_wanted = decisions.negation(decisions.reaches(worked, count))
        if is_wanted is False:
            break
        yield is_wanted, work.standing
        for claim, minutes in work.terms.values():
            yield decisions.all_of((claim, is_wanted)), minutes
        worked.append((work.standing > 0 or decisions.any_of(claims), 1))
    for nth in range(1, count + 1):
        yield decisions.negation(decisions.reaches(worked, nth)), credit
