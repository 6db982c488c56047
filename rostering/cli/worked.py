"""`rota worked`: what really happened, so that the next rota goes on from there."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.author import author_named
from rostering.cli.exits import Exit, bad_input, fail, say_json
from rostering.cli.ledgers import ledger_of, refusals_told
from rostering.cli.opened import OpenedBook, open_book
from rostering.cli.options import AsJson

if TYPE_CHECKING:
    from constraints import Rule
    from rostering.domain import Fault, PersonId, Problem
    from rostering.ledger import Ledger
    from rostering.memory import Record
    from rostering.memory.effects import Effect, RestOf
    from rostering.memory.missing import PostOf
    from rostering.memory.understanding import Understood

EXAMPLE = "rota worked week.csv --into mybook"


@dataclass(frozen=True)
class _Reading:
    """What one file says, held against the record."""

    opened: OpenedBook
    file: str
    found: "tuple[Understood, ...]"
    doubts: "tuple[Fault, ...]"
    effects: "tuple[Effect, ...]"

    @property
    def news(self) -> "tuple[Understood, ...]":
        """The days that are to be corrected."""
        return tuple(each for each in self.found if each.is_news)


def worked(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help="What was worked: rota.csv with the real hours, a sheet with the "
            "columns of History, or an export of duties.",
            show_default=False,
        ),
    ] = None,
    *,
    into: Annotated[
        Path,
        typer.Option("--into", metavar="BOOK", help="The book whose rota was worked."),
    ],
    author: Annotated[
        str,
        typer.Option("--author", metavar="NAME", help="Who says so; else the user."),
    ] = "",
    yes: Annotated[
        bool, typer.Option("--yes", help="Keep what was understood without asking.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what was understood.")
    ] = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back what the last file said.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Correct the record by what was really worked.

    First everything is shown: what was understood of each person's day, with its cell,
    what it changes in hours and rest, and what was not understood. Nothing is kept
    before you agree. The next rota goes on from there. In a rota.csv with the real
    hours an empty post was not filled by anybody; a car with nobody stood down. With
    History's columns the kind may also be `no show` or `stood down`, and whoever is
    not named is left as on record.
    """
    ledger = ledger_of(into, as_json=as_json)
    if undo:
        _undo(ledger, author_named(author), as_json=as_json)
        return
    if file is None:
        fail("Which file tells what was worked?", f"Such as: {EXAMPLE}")
    reading = _read(file, into, as_json=as_json)
    if not as_json:
        _show(reading)
    is_kept = bool(reading.news) and not dry_run and _is_agreed(reading, yes, as_json)
    if is_kept:
        _keep(reading, ledger, author_named(author), as_json=as_json)
    _tell_end(reading, is_kept=is_kept, as_json=as_json)


def _read(file: Path, book: Path, *, as_json: bool) -> _Reading:
    from inputs import BadInputs
    from rostering.memory.effects import effects
    from rostering.memory.telling import told_in
    from rostering.memory.understanding import understood

    opened = open_book(book, as_json=as_json)
    try:
        told = told_in(file, opened.problem, book)
    except BadInputs as bad:
        bad_input(bad.faults, as_json=as_json)
    known = _record(opened)
    found, doubts = understood(told, known, _post_of(opened.problem))
    felt = effects(found, known, opened.problem, _rest_of(opened.rules))
    return _Reading(opened, told.file, found, (*told.doubts, *doubts), tuple(felt))


def _record(opened: OpenedBook) -> "Record":
    assert opened.remembered is not None, "a book with a ledger has a record"
    return opened.remembered.record


def _post_of(problem: "Problem") -> "PostOf":
    """The post that somebody's role fills, in any crew of the book."""
    posts = [post for shift in problem.shifts[:50] for post in shift.crew.posts]

    def post(person: "PersonId") -> str:
        role = problem.person[person].role
        return next((post.name for post in posts if post.admits(role)), "")

    return post


def _rest_of(rules: "Sequence[Rule]") -> "RestOf":
    """The daily rest that the book asks for."""
    from constraints.daily_rest import DailyRest

    asking = [rule for rule in rules if isinstance(rule, DailyRest)]

    def rest(person: "PersonId") -> timedelta | None:
        return next((rule.rest for rule in asking if rule.binds(person)), None)

    return rest


def _show(reading: _Reading) -> None:
    from rostering.report.console import screen
    from rostering.report.console.worked import worked_shown

    console = screen()
    names = {p.id: p.name for p in reading.opened.problem.people}
    for part in worked_shown(reading.found, reading.effects, reading.doubts, names):
        console.print(part)


def _is_agreed(reading: _Reading, yes: bool, as_json: bool) -> bool:
    if yes or as_json or not sys.stdin.isatty():
        return yes
    days = len(reading.news)
    what = "this day" if days == 1 else f"these {days} days"
    return typer.confirm(f"Keep {what} as worked?", default=False)


def _keep(reading: _Reading, ledger: "Ledger", author: str, *, as_json: bool) -> None:
    from rostering.memory.worked import KIND, facts_of

    said = [row for each in reading.news for row in each.now]
    with refusals_told(as_json=as_json):
        ledger.note(KIND, facts_of(said, reading.file), author=author)


def _tell_end(reading: _Reading, *, is_kept: bool, as_json: bool) -> None:
    from rostering.report.console import screen
    from rostering.report.worked import worked_document

    if as_json:
        document = worked_document(reading.found, reading.effects, reading.doubts)
        say_json({**document, "kept": is_kept})
        return
    console, book = screen(), reading.opened.path
    if is_kept:
        console.print(
            f"Kept beside {book}. To take it back: rota worked --undo --into {book}"
        )
    elif not reading.news:
        console.print("Nothing new: the record says the same.")
    else:
        console.print("Nothing was kept. With --yes the same command keeps it.")


def _undo(ledger: "Ledger", author: str, *, as_json: bool) -> None:
    from rostering.memory.worked import KIND, facts_of_undoing, noted
    from rostering.report.console import screen

    with refusals_told(as_json=as_json):
        notes = noted(ledger.notes(KIND))
        if not notes:
            fail(
                "There is nothing to take back.",
                f"Files are read by: {EXAMPLE}",
                code=Exit.BAD_INPUT,
                as_json=as_json,
            )
        ledger.note(KIND, facts_of_undoing(notes[-1]), author=author)
    file = str(notes[-1].facts["file"])
    if as_json:
        say_json({"taken_back": file})
    else:
        screen().print(f"As before {file} again; the ledger keeps that it was said.")
