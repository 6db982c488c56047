"""`rota diff`: what one rota changes of another, by person and by car."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import fail, say_json
from rostering.cli.options import AsJson, day
from rostering.cli.saved import OfBook, book_of_saved, days_of, read_saved

if TYPE_CHECKING:
    from rostering.cli.comparing import Compared
    from rostering.domain import Period
    from rostering.saved.reading import SavedRota as Saved

EXAMPLE = "rota diff mybook@1 rota"

Earlier = Annotated[
    Path,
    typer.Argument(
        metavar="A", help="The earlier rota: its folder or file, or BOOK@1."
    ),
]
Later = Annotated[Path, typer.Argument(metavar="B", help="The later one.")]
ToldOn = Annotated[
    date | None,
    typer.Option(
        "--told",
        metavar="DATE",
        parser=day,
        help="The day on which people are told; without it, today.",
    ),
]


def diff(
    earlier: Earlier,
    later: Later,
    *,
    told: ToldOn = None,
    book: OfBook = None,
    as_json: AsJson = False,
) -> None:
    """Show what changes from one rota to another, by person and by car.

    Each change has its notice in clear days, neither the day of telling nor the day of
    the duty counted, and what may be claimed for it. Only days that both rotas have are
    compared.
    """
    found = _compared(earlier, later, told, book, as_json=as_json)
    if as_json:
        _say_json(found)
    else:
        _show(found)


def _compared(
    earlier: Path, later: Path, told: date | None, book: Path | None, *, as_json: bool
) -> "Compared":
    from rostering.cli.comparing import compared
    from rostering.cli.opened import open_book

    was, now = (read_saved(path, as_json=as_json) for path in (earlier, later))
    days = _days_of_both(was, now, as_json=as_json)
    where = book or book_of_saved(now, as_json=as_json)
    opened = open_book(where, first=days.first, weeks=_weeks(days), as_json=as_json)
    return compared(
        opened.problem,
        was.lines,
        now.lines,
        days=frozenset(days.days),
        told_on=told or today(),
    )


def today() -> date:
    """The date where rotas are worked."""
    from datetime import datetime

    from rostering.domain.time import ZONE

    return datetime.now(ZONE).date()


def _days_of_both(was: "Saved", now: "Saved", *, as_json: bool) -> "Period":
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


def _weeks(days: "Period") -> int:
    return -(-len(days.days) // 7)


def _say_json(found: "Compared") -> None:
    from rostering.report.differences import differences_document

    document = differences_document(found.changes, found.before, found.after)
    told = {"told": found.told_on.isoformat(), "people_told": found.people_told}
    say_json({**told, **document})


def _show(found: "Compared") -> None:
    from rostering.report.console import screen
    from rostering.report.console.differences import differences_shown

    console = screen()
    parts = differences_shown(
        found.changes, found.before, found.after, told_on=found.told_on
    )
    for part in parts:
        console.print(part)
