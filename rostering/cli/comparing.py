"""Two rotas side by side, on the days that both have."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rostering.cli.exits import fail
from rostering.cli.opened import open_book
from rostering.cli.saved import book_of_saved, days_of, read_saved

if TYPE_CHECKING:
    from rostering.domain import Period, Problem, Rota
    from rostering.repair.changes import Change
    from rostering.saved.lines import RotaLine
    from rostering.saved.reading import SavedRota as Saved


@dataclass(frozen=True)
class Compared:
    """What a newer rota changes."""

    before: "Rota"
    after: "Rota"
    told_on: date
    changes: "tuple[Change, ...]"

    @property
    def people_told(self) -> int:
        """How many people have to be told."""
        from rostering.repair.changes import people_told

        return len(people_told(self.changes))


def compared(
    problem: "Problem",
    before: "Sequence[RotaLine]",
    after: "Sequence[RotaLine]",
    *,
    days: Collection[date],
    told_on: date,
) -> Compared:
    """What the later lines change on these days, with the book as it is.

    Args:
        problem: What the book says now of people and shifts.
        before: What was published.
        after: What is to be.
        days: The days that are compared.
        told_on: The day on which people are told.
    """
    from rostering.repair.changes import changes
    from rostering.repair.situation import published_rota

    was, then = (
        published_rota(problem, [line for line in lines if line.day in days])
        for lines in (before, after)
    )
    return Compared(was, then, told_on, changes(was, then, told_on))


def compared_rotas(
    earlier: Path, later: Path, *, told_on: date, book: Path | None, as_json: bool
) -> Compared:
    """Read two rotas and compare them on the days that both have.

    Args:
        earlier: The folder or file of one, or a version of it.
        later: The other, by whose book both are understood.
        told_on: The day on which people are told.
        book: The book, where it is another one.
        as_json: Whether to say what is wrong as JSON.
    """
    was, now = (read_saved(path, as_json=as_json) for path in (earlier, later))
    days = days_of_both(was, now, as_json=as_json)
    where = book or book_of_saved(now, as_json=as_json)
    opened = open_book(where, first=days.first, weeks=weeks_of(days), as_json=as_json)
    return compared(
        opened.problem,
        was.lines,
        now.lines,
        days=frozenset(days.days),
        told_on=told_on,
    )


def days_of_both(was: "Saved", now: "Saved", *, as_json: bool) -> "Period":
    """The days that two rotas have in common; end where there is none."""
    from rostering.domain import Period

    ranges = [days_of(was), days_of(now)]
    first = max(each.first or date.min for each in ranges)
    last = min(each.last or date.max for each in ranges)
    if first > last or any(each.first is None for each in ranges):
        fail(
            f"{was.path} and {now.path} have no day in common.",
            "Compare rotas of the same weeks.",
            as_json=as_json,
        )
    return Period(first, last)


def weeks_of(days: "Period") -> int:
    """In how many weeks, from their first day on, the days lie."""
    return -(-len(days.days) // 7)
