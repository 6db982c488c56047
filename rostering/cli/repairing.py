"""Reading, searching, telling and writing a repair: what `rota repair` does."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from rostering.cli.clashes import end_on_clashes
from rostering.cli.exits import Exit, bad_input, fail, say_json
from rostering.cli.happened import Said, news_meant
from rostering.cli.opened import OpenedBook, open_book
from rostering.cli.saved import book_of_saved, days_of, named, read_saved
from rostering.cli.weights import weights_of
from rostering.cli.writing import write_built

if TYPE_CHECKING:
    from rostering.domain import PersonId
    from rostering.repair.news import News
    from rostering.repair.options import Menu
    from rostering.repair.situation import Situation
    from rostering.report.built import BuiltRota
    from rostering.saved.reading import SavedRota

WEEK = 7


@dataclass(frozen=True)
class Order:
    """One repair, as the command line asks for it."""

    path: Path
    book: Path | None
    said: Said
    today: date
    most: int = 9
    effort: float = 1.0
    pick: int | None = None
    out: Path = Path("repaired")
    is_written: bool = False
    """Whether what has happened is added to the book."""
    as_json: bool = False


@dataclass(frozen=True)
class Repaired:
    """A menu, and all that it was made from."""

    order: Order
    saved: "SavedRota"
    opened: OpenedBook
    happened: "tuple[News, ...]"
    menu: "Menu"


def repaired(order: Order) -> Repaired:
    """Work out the menu; end where something is not understood, or no rota is left."""
    from rostering.repair.menu import Impossible, menu

    saved = read_saved(order.path, as_json=order.as_json)
    opened = _opened(saved, order)
    happened = news_meant(
        opened.problem, order.said, order.today, as_json=order.as_json
    )
    situation = _situation(saved, opened, happened, order)
    try:
        found = menu(situation, most=order.most, effort=order.effort)
    except Impossible:
        _end_on_impossible(opened, situation, order)
    if order.pick and order.pick > len(found.options):
        said = f"The menu has no option {order.pick}."
        advice = f"Pick one of 1 to {len(found.options)}."
        fail(said, advice, as_json=order.as_json)
    return Repaired(order, saved, opened, happened, found)


def _opened(saved: "SavedRota", order: Order) -> OpenedBook:
    """The book for the days of the rota, as it is now."""
    where = order.book or book_of_saved(saved, as_json=order.as_json)
    days = days_of(saved)
    if days.first is None or days.last is None:
        said = f"{saved.path} has no line, and says nothing of its days."
        fail(said, "Name another rota, or build one.", as_json=order.as_json)
    if days.last < order.today:
        said = f"The rota ends on {days.last}, and people are told on {order.today}."
        advice = "Name a rota of days to come, or the day of telling: --today DATE"
        fail(said, advice, as_json=order.as_json)
    return open_book(
        where,
        first=days.first,
        weeks=(days.last - days.first).days // WEEK + 1,
        as_json=order.as_json,
        weights=weights_of(saved.document),
    )


def _situation(
    saved: "SavedRota",
    opened: OpenedBook,
    happened: "tuple[News, ...]",
    order: Order,
) -> "Situation":
    from rostering.repair.news import laid_over
    from rostering.repair.situation import Situation, published_rota

    before = published_rota(opened.problem, saved.lines)
    facts = laid_over(opened.problem, happened)
    known = replace(facts, told_before=_told_before(opened.path, order.today))
    return Situation(before, known, opened.rules, order.today)


def _told_before(book: Path, today: date) -> "Mapping[PersonId, date]":
    """When each person was last told of a change, as the book's ledger has it."""
    from rostering.ledger import Ledger, ledger_path
    from rostering.repair.told import told_before

    if not ledger_path(book).exists():
        return {}
    return told_before(Ledger.beside(book), today)


def _end_on_impossible(
    opened: OpenedBook, situation: "Situation", order: Order
) -> NoReturn:
    """End where nothing keeps the rules: with the clashes, where pins make them."""
    now = replace(opened, problem=situation.planned)
    end_on_clashes(now, as_json=order.as_json)
    fail(
        "No rota keeps the rules and what was published for the days gone by.",
        f"See what is against it: rota audit {order.path}",
        code=Exit.FAILED,
        as_json=order.as_json,
    )


def tell(found: Repaired) -> None:
    """Show the menu, and what the book would say."""
    from rostering.repair.news import rows_of
    from rostering.report.console import screen
    from rostering.report.console.menu import menu_shown, rows_shown
    from rostering.report.menu import menu_document
    from rostering.report.people import with_names

    problem, order = found.opened.problem, found.order
    if order.as_json:
        document = menu_document(found.menu, found.happened, problem)
        say_json(with_names(document, problem))
        return
    console = screen()
    for part in menu_shown(found.menu, found.happened):
        console.print(part)
    if not order.is_written:
        for part in rows_shown(tuple(rows_of(problem, found.happened))):
            console.print(part)


def written(found: Repaired) -> None:
    """Add to the book what has happened, and write the option that is picked."""
    order = found.order
    opened = _noted(found) if order.is_written else found.opened
    number = order.pick or _asked(found)
    if number is None:
        return
    built = _built(found, opened, number)
    files = write_built(built, order.out, as_json=order.as_json)
    if order.as_json:
        return
    from rostering.report.console import screen

    console = screen()
    console.print(f"\nWritten: {', '.join(map(str, files.files))}")
    if files.kept is not None:
        console.print(f"The rota that was there is kept in {files.kept}")
    console.print(f"Next: rota publish {order.out}", style="dim")


def _asked(found: Repaired) -> int | None:
    """Which option somebody at a terminal wants; None for none."""
    order = found.order
    if order.as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        if not order.as_json:
            typer.echo("\nTo write one: the same command with --pick N --out FOLDER")
        return None
    while True:
        typed = str(typer.prompt("\nWhich one (Enter for none)", default="")).strip()
        if not typed:
            return None
        if typed.isdecimal() and 1 <= int(typed) <= len(found.menu.options):
            return int(typed)


def _built(found: Repaired, opened: OpenedBook, number: int) -> "BuiltRota":
    """The option as a rota that can be written."""
    from rostering.report.menu import repair_document
    from rostering.report.repaired import built_of

    told = repair_document(
        found.menu,
        number,
        found.happened,
        found.opened.problem,
        of=named(found.order.path, found.saved),
    )
    option = found.menu.options[number - 1]
    built = built_of(found.menu, option, opened.path, opened.files)
    return replace(built, repair=told, weights=opened.weights, held=opened.held)


def _noted(found: Repaired) -> OpenedBook:
    """The book with what has happened in it, read again."""
    from inputs import BadInputs
    from inputs.intake.writing.rows import add_rows
    from rostering.repair.news import rows_of
    from rostering.report.console import screen

    order = found.order
    rows = tuple(rows_of(found.opened.problem, found.happened))
    if not rows:
        return found.opened
    path = found.opened.path
    try:
        files = add_rows(path, [(row.sheet, row.values) for row in rows])
    except BadInputs as bad:
        bad_input(bad.faults, as_json=order.as_json)
    if not order.as_json:
        names = ", ".join(file.name for file in files)
        screen().print(f"\nAdded to the book: {names}")
        screen().print(f"To take it back: rota import --undo --into {path}")
    return _opened(found.saved, order)
