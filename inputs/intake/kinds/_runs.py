"""Days of leave that follow each other, joined into one stretch."""

from collections.abc import Iterable
from datetime import date, timedelta

from inputs.intake.wanted import Wanted

_ONE_DAY = timedelta(days=1)
_WHOLE_RUN = ("person", "kind", "status", "start", "end")
"""Columns in which days of one run agree."""


def joined(rows: Iterable[Wanted]) -> tuple[Wanted, ...]:
    """The rows, with runs of equal whole days of leave each in one row.

    A run stands where its first day stood; its places are those of all its days.
    """
    runs: list[list[Wanted]] = []
    open_runs: dict[tuple[object, ...], list[Wanted]] = {}
    kept = list(rows)
    days = sorted(filter(_is_day_of_leave, kept), key=_first)
    for row in days:
        key = tuple(row.values.get(column) for column in _WHOLE_RUN)
        run = open_runs.get(key)
        if run is not None and _first(row) - _last(run[-1]) <= _ONE_DAY:
            run.append(row)
        else:
            open_runs[key] = [row]
            runs.append(open_runs[key])
    whole = {id(run[0]): _one(run) for run in runs}
    others = {id(row) for run in runs for row in run[1:]}
    return tuple(whole.get(id(row), row) for row in kept if id(row) not in others)


def _one(run: list[Wanted]) -> Wanted:
    places = tuple(dict.fromkeys(place for row in run for place in row.places))
    return Wanted("Leave", {**run[0].values, "to": _last(run[-1])}, places)


def _is_day_of_leave(row: Wanted) -> bool:
    has_times = row.values.get("start") or row.values.get("end")
    return row.sheet == "Leave" and not has_times


def _first(row: Wanted) -> date:
    return _day(row, "from")


def _last(row: Wanted) -> date:
    return _day(row, "to")


def _day(row: Wanted, column: str) -> date:
    day = row.values[column]
    if not isinstance(day, date):
        raise TypeError(f"{column} of a day of leave is a date, not {day!r}")
    return day
