"""`rota check`: everything wrong with a book, what was understood, and a forecast."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.clashes import FoundClashes, clash_parts, find_clashes
from rostering.cli.exits import Exit, bad_input, say_json
from rostering.cli.opened import OpenedBook, open_book
from rostering.cli.options import AsJson, Book, FirstDay, Weeks

if TYPE_CHECKING:
    from rich.console import RenderableType

    from inputs.intake.memory.waiting import Waiting
    from rostering.explain.forecast import Forecast

EXAMPLE = "rota check mybook"


def check(
    book: Book,
    *,
    first: FirstDay = None,
    weeks: Weeks = None,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Show all lines, not only the first of each list."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show every doubtful cell of a book, and what no rota can mend.

    The forecast tells which shifts nobody can crew, who cannot be spared, where hours
    are short and whose training runs out. Pins that cannot hold together are shown
    with what to change, and so are rows of imports that wait for an answer. Nothing is
    planned or written. The exit code is 2 where something must be put right before a
    rota can be built.
    """
    opened = open_book(book, first=first, weeks=weeks, as_json=as_json)
    waiting = _waiting(opened, as_json=as_json)
    found = find_clashes(opened)
    if as_json:
        _say_json(opened, waiting, found)
    else:
        _show(opened, waiting, found, everything=everything)
    raise typer.Exit(Exit.BAD_INPUT if found.clashes else Exit.DONE)


def _waiting(opened: OpenedBook, *, as_json: bool) -> "tuple[Waiting, ...]":
    """What imports into the book have left to be answered."""
    from inputs import BadInputs
    from inputs.beside import waiting_path

    if not waiting_path(opened.path).exists():
        return ()
    from inputs.intake.memory.waiting import waiting

    try:
        return waiting(opened.path)
    except BadInputs as bad:
        bad_input(bad.faults, as_json=as_json)


def _say_json(
    opened: OpenedBook, waiting: "tuple[Waiting, ...]", found: FoundClashes
) -> None:
    from rostering.report.console.book import book_document
    from rostering.report.console.faults import fault_document
    from rostering.report.console.remembered import remembered_document
    from rostering.report.forecast import forecast_document
    from rostering.report.people import with_names

    faults = [fault_document(fault) for fault in opened.warnings]
    summary = book_document(opened.problem, opened.rules)
    told = forecast_document(_forecast(opened), opened.problem)
    document = {
        "faults": faults,
        "waiting": _waiting_document(waiting),
        "understood": summary,
        **remembered_document(opened.remembered),
        "forecast": told,
    }
    say_json(with_names({**document, **found.document}, opened.problem))


def _waiting_document(waiting: "tuple[Waiting, ...]") -> list[dict[str, object]]:
    if not waiting:
        return []
    from rostering.report.console.waiting import waiting_document

    return waiting_document(waiting)


def _waiting_parts(
    waiting: "tuple[Waiting, ...]", book: Path, *, whole: bool
) -> "Iterator[RenderableType]":
    if waiting:
        from rostering.report.console.waiting import waiting_shown

        yield from waiting_shown(waiting, book, whole=whole)


def _show(
    opened: OpenedBook,
    waiting: "tuple[Waiting, ...]",
    found: FoundClashes,
    *,
    everything: bool,
) -> None:
    from rostering.report.console import screen
    from rostering.report.console.book import book_shown
    from rostering.report.console.faults import faults_shown
    from rostering.report.console.forecast import forecast_shown
    from rostering.report.console.remembered import remembered_shown

    console = screen()
    for part in faults_shown(opened.warnings):
        console.print(part)
    for part in _waiting_parts(waiting, opened.path, whole=everything):
        console.print(part)
    understood = book_shown(opened.problem, opened.rules)
    for part in (*understood, *remembered_shown(opened.remembered)):
        console.print(part)
    console.print(f"They are listed by: rota rules --book {opened.path}")
    console.print()
    for part in clash_parts(found):
        console.print(part)
    told = _forecast(opened)
    for part in forecast_shown(told, opened.problem, whole=everything):
        console.print(part)
    if not everything:
        console.print(f"All of the forecast: rota check {opened.path} --all")
    if found.clashes:
        console.print(f"{found.title} {found.advice}")
    else:
        console.print(f"No faults. Next: rota build {opened.path}")


def _forecast(opened: OpenedBook) -> "Forecast":
    from rostering.explain.forecast import forecast

    return forecast(opened.problem, opened.rules)
