"""`rota import`: from what people send to the book, after a look at all of it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import fail
from rostering.cli.importing import Manner, Wish, put_back, run_import
from rostering.cli.options import AsJson

if TYPE_CHECKING:
    from inputs.intake import ImportKind

EXAMPLE = "rota import leave absence.xlsx --into mybook"
_KINDS = "people, leave, availability, training, duties or requests"


def import_(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[KIND] FILE...",
            help=f"What to take from the files ({_KINDS}; without it, each file "
            "tells), and the files as they came: .xlsx, .xls, .ods, .csv and others.",
            show_default=False,
        ),
    ] = None,
    *,
    into: Annotated[
        Path, typer.Option("--into", metavar="BOOK", help="The book to write to.")
    ],
    say: Annotated[
        list[str] | None,
        typer.Option(
            "--say",
            metavar="ANSWER",
            help="An answer to a question, such as `code LD = late`; may be repeated.",
            show_default=False,
        ),
    ] = None,
    marked: Annotated[
        Path | None,
        typer.Option(
            "--marked",
            metavar="OUT.xlsx",
            help="Write the file again with every doubtful cell marked, to be sent "
            "back to whoever keeps it.",
        ),
    ] = None,
    source: Annotated[
        str,
        typer.Option(
            "--source",
            metavar="NAME",
            help="By what name to remember how such files are read.",
        ),
    ] = "",
    yes: Annotated[
        bool, typer.Option("--yes", help="Write what is certain without asking.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Leave the book as it is.")
    ] = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Put back what the last import changed.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Show all of every list.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take in the spreadsheets that people send, as they come.

    First everything is shown: what was read, how it was understood, what waits and what
    would change. Whatever is not certain waits; it is never guessed. Nothing is written
    before you agree.
    """
    if not into.exists():
        advice = f"Give your book's path, or begin one: rota new {into}"
        fail(f"There is no book {into}.", advice, as_json=as_json)
    if undo:
        put_back(into, as_json=as_json)
        return
    kind, files = _kind_and_files(words or [])
    if not files:
        fail("Which file is to be imported?", f"Such as: {EXAMPLE}", as_json=as_json)
    wish = Wish(files, into, kind, tuple(say or ()), source)
    if marked is not None and len(files) > 1:
        advice = "Give the files one by one, each with its own --marked."
        fail("Only one file at a time can be marked.", advice, as_json=as_json)
    manner = Manner(
        is_asking=not (yes or dry_run or as_json) and _is_terminal(),
        is_writing=yes and not dry_run,
        is_whole=everything,
        as_json=as_json,
        is_dry=dry_run,
    )
    run_import(wish, manner, marked)


# The word is Python's own, so that no function can be defined by it.
import_.__name__ = "import"


def _kind_and_files(words: list[str]) -> "tuple[ImportKind | None, tuple[Path, ...]]":
    """What to import, if the first word says so, and the files.

    A single word that is a file's name is the file, whatever else it may mean.
    """
    from inputs.intake import ImportKind

    first, *others = words or [""]
    is_kind = first in set(ImportKind) and (others or not Path(first).exists())
    paths = tuple(map(Path, others if is_kind else words))
    return (ImportKind(first) if is_kind else None), paths


def _is_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()
