"""`rota check`: everything wrong with a book, and what was understood of it."""

from rostering.cli.exits import say_json
from rostering.cli.opened import OpenedBook, open_book
from rostering.cli.options import AsJson, Book, FirstDay, Weeks

EXAMPLE = "rota check mybook"


def check(
    book: Book,
    *,
    first: FirstDay = None,
    weeks: Weeks = None,
    as_json: AsJson = False,
) -> None:
    """Read a book, show every doubtful cell, and say what was understood.

    Nothing is planned or written. The exit code is 2 where something must be put right
    before a rota can be built.
    """
    opened = open_book(book, first=first, weeks=weeks, as_json=as_json)
    if as_json:
        _say_json(opened)
    else:
        _show(opened)


def _say_json(opened: OpenedBook) -> None:
    from rostering.report.console.book import book_document
    from rostering.report.console.faults import fault_document

    faults = [fault_document(fault) for fault in opened.warnings]
    summary = book_document(opened.problem, opened.rules)
    say_json({"faults": faults, "understood": summary})


def _show(opened: OpenedBook) -> None:
    from rostering.report.console import screen
    from rostering.report.console.book import book_shown
    from rostering.report.console.faults import faults_shown

    console = screen()
    for part in faults_shown(opened.warnings):
        console.print(part)
    for part in book_shown(opened.problem, opened.rules):
        console.print(part)
    console.print(f"They are listed by: rota rules --book {opened.path}")
    console.print(f"\nNo faults. Next: rota build {opened.path}")
