"""Showing a menu of repairs, and writing the option that is picked."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from rostering.cli.exits import bad_input, say_json
from rostering.cli.opened import OpenedBook
from rostering.cli.repairing import Repaired, opened_now
from rostering.cli.saved import named
from rostering.cli.writing import names_of, write_built

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rostering.repair.news import BookRow
    from rostering.report.built import BuiltRota


def tell_and_write(found: Repaired) -> None:
    """Show the menu, and write the option that is picked, now or before."""
    order = found.order
    if order.as_json:
        _say_json(found)
        return
    _tell(found)
    opened = _noted(found)
    number = order.pick or _asked(found)
    if number is None:
        return
    from rostering.report.console import screen
    from rostering.report.console.summary import written_shown

    files = write_built(_built(found, opened, number), order.out)
    console = screen()
    console.print()
    for part in written_shown(files, to_publish=True):
        console.print(part)


def _say_json(found: Repaired) -> None:
    """The menu, and what was written, as one document."""
    from rostering.report.menu import menu_document
    from rostering.report.people import with_names

    problem, order = found.opened.problem, found.order
    opened, files = _noted(found), None
    if order.pick:
        files = write_built(_built(found, opened, order.pick), order.out, as_json=True)
    told = menu_document(found.menu, found.happened, problem)
    known = {"changed_files": list(found.changed), "written": names_of(files)}
    say_json(with_names({**told, **known}, problem))


def _tell(found: Repaired) -> None:
    """Show the menu, and what the book would say."""
    from rostering.repair.news import rows_of
    from rostering.report.console import screen
    from rostering.report.console.menu import menu_shown, rows_shown
    from rostering.report.console.screen import heading

    console = screen()
    for words in found.changed_in_words:
        console.print(heading(words))
    for part in menu_shown(found.menu, found.happened):
        console.print(part)
    if not found.order.is_written:
        for part in rows_shown(tuple(rows_of(found.opened.problem, found.happened))):
            console.print(part)


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
    if not found.happened:
        told = {**told, "news": list(found.changed_in_words)}
    option = found.menu.options[number - 1]
    built = built_of(found.menu, option, opened.path, opened.files)
    return replace(built, repair=told, weights=opened.weights, held=opened.held)


def _noted(found: Repaired) -> OpenedBook:
    """The book, once what has happened was added to it, if so wished."""
    from rostering.repair.news import rows_of

    order = found.order
    rows = tuple(rows_of(found.opened.problem, found.happened))
    if not (rows and order.is_written):
        return found.opened
    return _written_down(found, rows)


def _written_down(found: Repaired, rows: "Sequence[BookRow]") -> OpenedBook:
    """The book, once the rows are added to it."""
    from inputs import BadInputs
    from inputs.intake.writing.rows import add_rows
    from rostering.report.console import screen

    order, path = found.order, found.opened.path
    try:
        files = add_rows(path, [(row.sheet, row.values) for row in rows])
    except BadInputs as bad:
        bad_input(bad.faults, as_json=order.as_json)
    if not order.as_json:
        names = ", ".join(file.name for file in files)
        screen().print(f"\nAdded to the book: {names}")
        screen().print(f"To take it back: rota import --undo --into {path}")
    return opened_now(found.saved, order)
