"""Which days are planned, where nobody says so: what the book itself suggests."""

from datetime import date, timedelta

from inputs._book import Book
from inputs.cover import COVER, CoverRow
from inputs.history import last_worked
from inputs.units import UNITS
from rostering.domain import Period
from rostering.domain.time import DAY, monday_of

USUAL_WEEKS = 4
MOST_WEEKS = 12
"""How much is planned at most where nobody says how much."""


def period_of(
    book: Book, *, first: date | None, weeks: int | None, today: date
) -> Period:
    """The days to plan: as asked, or as the book suggests.

    It begins on the first Monday after the last work on record, or else on the first
    that any cover may begin, or else on the next Monday. It goes on for as long as
    there is cover, up to 12 weeks, or for 4 where cover has no end.
    """
    begin = first or _first_day(book, today)
    length = weeks or _weeks_of_cover(book, begin)
    return Period(begin, begin + timedelta(weeks=length) - DAY)


def _first_day(book: Book, today: date) -> date:
    worked = last_worked(book)
    if worked is not None:
        return _monday_from(worked + DAY)
    begins = [row.first for row in book.rows(COVER) if row.first is not None]
    return _monday_from(min(begins, default=today + DAY))


def _monday_from(day: date) -> date:
    return monday_of(day + timedelta(days=6))


def _weeks_of_cover(book: Book, begin: date) -> int:
    in_service = {row.callsign: row.last for row in book.rows(UNITS)}
    ends = [_last_day(row, in_service.get(row.unit)) for row in book.rows(COVER)]
    known = [end for end in ends if end is not None]
    if not known or len(known) < len(ends):
        return USUAL_WEEKS
    days = (max(known) - begin).days + 1
    return min(max(-(-days // 7), 1), MOST_WEEKS)


def _last_day(row: CoverRow, in_service: date | None) -> date | None:
    ends = [end for end in (row.last, in_service) if end is not None]
    return min(ends, default=None)
