"""`rota rules --price BOOK`: what one unit of slack in each rule would buy."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import Exit, fail, say_json
from rostering.cli.options import positive

if TYPE_CHECKING:
    from rostering.cli.opened import OpenedBook
    from rostering.explain.prices import Prices
    from rostering.solve import Result

EFFORT = 2.0
"""Twice the usual for the rota to begin from: prices are as sure as it is."""

Price = Annotated[
    Path | None,
    typer.Option(
        "--price",
        metavar="BOOK",
        help="What one unit of slack in each rule would buy in cover and in fairness, "
        "solved for this book.",
    ),
]
Seconds = Annotated[
    float | None,
    typer.Option(
        "--seconds",
        metavar="N",
        parser=positive,
        help="With --price: price no longer than this, and tell what was not asked.",
    ),
]
All = Annotated[
    bool,
    typer.Option("--all", help="With --price: laws and rules of safety too."),
]


@dataclass(frozen=True)
class Asked:
    """What is to be priced, as the command line asks for it."""

    book: Path
    first: date | None = None
    weeks: int | None = None
    seconds: float | None = None
    is_all: bool = False
    as_json: bool = False


def show_prices(asked: Asked) -> None:
    """Build the book's rota, price its rules and show the prices."""
    from rostering.cli.clashes import end_on_clashes
    from rostering.cli.opened import open_book
    from rostering.report.console import screen
    from rostering.report.console.prices import prices_shown
    from rostering.report.prices import prices_document

    opened = open_book(
        asked.book, first=asked.first, weeks=asked.weeks, as_json=asked.as_json
    )
    end_on_clashes(opened, as_json=asked.as_json)
    try:
        found = _priced(opened, asked)
    except KeyboardInterrupt:
        fail("Stopped.", "Give it less time: --seconds N", code=Exit.STOPPED)
    if asked.as_json:
        say_json(prices_document(found))
        return
    console = screen()
    for part in prices_shown(found):
        console.print(part)


def _priced(opened: "OpenedBook", asked: Asked) -> "Prices":
    from rostering.explain.prices import base_rules, prices
    from rostering.report.console import screen
    from rostering.report.console.prices import pricing
    from rostering.report.console.progress import watching
    from rostering.solve import Limits, solve

    rules = base_rules(opened.rules)
    console = screen(stderr=True)
    with watching(console) as watcher:
        base = solve(opened.problem, rules, limits=Limits(EFFORT), watcher=watcher)
    _see_rota(base, as_json=asked.as_json)
    with pricing(console) as tell:
        return prices(
            base, rules, seconds=asked.seconds, is_all=asked.is_all, tell=tell
        )


def _see_rota(base: "Result", *, as_json: bool) -> None:
    """See that there is a rota to begin from."""
    if base.is_stopped:
        raise KeyboardInterrupt
    if base.rota is None or base.outcome == "undecided":
        fail(
            "No rota was found to begin from.",
            "Look for one first: rota build BOOK",
            code=Exit.FAILED,
            as_json=as_json,
        )
