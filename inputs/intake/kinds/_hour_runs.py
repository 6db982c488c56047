"""Hours offered one after the other, joined into one stretch of time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import attrgetter

from inputs.intake.wanted import Wanted

_DAY = timedelta(days=1)
_MIDNIGHT = time()


@dataclass(frozen=True)
class _Hour:
    """One row, from when to when by the clock on the wall."""

    row: Wanted
    start: datetime
    end: datetime


def joined_hours(rows: Iterable[Wanted]) -> tuple[Wanted, ...]:
    """The hours, those of one person that touch each in one row, also over midnight.

    A row holds at most 24 hours; a longer stretch is parted at midnights. Each row's
    places are those of all its hours.
    """
    by_person: dict[object, list[_Hour]] = {}
    for row in rows:
        by_person.setdefault(row.values["person"], []).append(_hour(row))
    return tuple(
        _one(part)
        for hours in by_person.values()
        for run in _runs(sorted(hours, key=attrgetter("start", "end")))
        for part in _days(run)
    )


def _hour(row: Wanted) -> _Hour:
    day, first, last = (row.values[name] for name in ("date", "from", "to"))
    if not (
        isinstance(day, date) and isinstance(first, time) and isinstance(last, time)
    ):
        raise TypeError(f"{row.values} is no offer")
    start, end = (datetime.combine(day, clock) for clock in (first, last))
    return _Hour(row, start, end if end > start else end + _DAY)


def _runs(hours: Iterable[_Hour]) -> Iterator[list[_Hour]]:
    """The hours in order, those that touch or overlap together."""
    run: list[_Hour] = []
    end = datetime.min  # noqa: DTZ901
    for hour in hours:
        if run and hour.start > end:
            yield run
            run = []
        run.append(hour)
        end = max(end, hour.end)
    if run:
        yield run


def _days(run: Sequence[_Hour]) -> Iterator[Sequence[_Hour]]:
    """The run as it is, or day by day where it is longer than a row can hold."""
    if _end(run) - run[0].start <= _DAY:
        yield run
        return
    days: dict[date, list[_Hour]] = {}
    for hour in run:
        days.setdefault(hour.start.date(), []).append(hour)
    yield from days.values()


def _end(run: Sequence[_Hour]) -> datetime:
    return max(hour.end for hour in run)


def _one(run: Sequence[_Hour]) -> Wanted:
    places = tuple(dict.fromkeys(place for hour in run for place in hour.row.places))
    values = {**run[0].row.values, "to": _end(run).time()}
    return Wanted("Availability", values, places)
