"""`rota diff`: what one rota changes of another, by person and by car."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.comparing import compared_rotas
from rostering.cli.exits import say_json
from rostering.cli.options import AsJson, day
from rostering.cli.saved import OfBook

if TYPE_CHECKING:
    from rostering.cli.comparing import Compared

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
    """Show what changes between rotas, by person and by car.

    Each change has its notice in clear days, neither the day of telling nor the day of
    the duty counted, and what may be claimed for it. Only days that both rotas have are
    compared.
    """
    found = compared_rotas(
        earlier, later, told_on=told or today(), book=book, as_json=as_json
    )
    if as_json:
        _say_json(found)
    else:
        _show(found)


def today() -> date:
    """The date where rotas are worked."""
    from datetime import datetime

    from rostering.domain.time import ZONE

    return datetime.now(ZONE).date()


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
