"""Going about the grid: by step, to the next open place, to a person."""

from collections.abc import Callable, Iterator
from datetime import date

from rostering.board.desk.sheet import By, Picked, Sheet
from rostering.domain.time import DAY, days_between
from rostering.saved.lines import State

WEEK = 7


def moved(sheet: Sheet, picked: Picked, rows: int = 0, days: int = 0) -> Picked:
    """So many rows down and days on; past the last row, the next week begins.

    Nothing goes beyond the edges of the rota.
    """
    weeks, row = divmod(picked.row + rows, len(sheet.rows))
    day = picked.day + (days + weeks * WEEK) * DAY
    if sheet.first <= day <= sheet.last:
        return Picked(row, day)
    return Picked(picked.row, picked.day if weeks else _within(sheet, day))


def next_open(sheet: Sheet, picked: Picked, step: int = 1) -> Picked | None:
    """The next cell with an open place in order of days, or the one before it."""
    return _next(
        sheet,
        picked,
        lambda cell: any(line.state is State.OPEN for line in sheet.at(cell)),
        step,
    )


def next_named(sheet: Sheet, picked: Picked, said: str) -> Picked | None:
    """Where the next one by that name, or a part of it, is: a place, or a row."""
    word = said.strip().casefold()
    if not word:
        return None
    if sheet.by is By.PERSON:
        rows = [n for n, row in enumerate(sheet.rows) if word in row.label.casefold()]
        later = [row for row in rows if row > picked.row]
        found = next(iter([*later, *rows]), None)
        return None if found is None else Picked(found, picked.day)
    return _next(
        sheet,
        picked,
        lambda cell: any(word in line.name.casefold() for line in sheet.at(cell)),
    )


def turned(old: Sheet, picked: Picked, new: Sheet) -> Picked:
    """The cell of another sheet that has whoever is picked, or at least the day."""
    line = next(iter(old.at(picked)), None)
    row = None
    if line is not None and new.by is By.PERSON:
        row = new.row_of(line.person)
    elif line is not None:
        row = new.row_of(line.unit, new.cells[line.unit, line.day].index(line))
    return Picked(row or 0, _within(new, picked.day))


def _next(
    sheet: Sheet, picked: Picked, is_meant: Callable[[Picked], bool], step: int = 1
) -> Picked | None:
    """The next cell that is meant; after the last one the first."""
    cells = list(_cells(sheet))[::step]
    here = cells.index(picked)
    return next(filter(is_meant, cells[here + 1 :] + cells[: here + 1]), None)


def _cells(sheet: Sheet) -> Iterator[Picked]:
    """Every cell, day by day."""
    for day in days_between(sheet.first, sheet.last):
        for row in range(len(sheet.rows)):
            yield Picked(row, day)


def _within(sheet: Sheet, day: date) -> date:
    """The day, or the nearest that the grid has."""
    return min(max(day, sheet.first), sheet.last)
