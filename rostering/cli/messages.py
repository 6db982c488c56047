"""`rota messages`: who must be told of which change by when, and a text for each."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.comparing import compared_rotas
from rostering.cli.diff import Earlier, Later, today
from rostering.cli.exits import say_json
from rostering.cli.options import AsJson, Told
from rostering.cli.saved import OfBook
from rostering.cli.writing import cannot_write

if TYPE_CHECKING:
    from rostering.report.messages import Message

EXAMPLE = "rota messages mybook@1 mybook@2 --out messages"

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FOLDER",
        help="Where to write messages.csv, and a text file for each person.",
    ),
]


def messages(
    earlier: Earlier,
    later: Later,
    *,
    told: Told = None,
    out: Out = None,
    book: OfBook = None,
    as_json: AsJson = False,
) -> None:
    """Say who must be told of which change by when.

    Each person has a text that can be sent; each change its notice in clear days, the
    last day for telling it with notice of the same class, and what may be claimed for
    it. Whoever is away by their own absence is not told; whoever only rides with
    other people is told so, which needs no notice. Nothing is sent: copy the
    texts, or have them written to a folder, all of them or none; texts of an earlier
    list there are replaced.
    """
    from rostering.report.messages import messages as found_in

    told_on = told or today()
    changed = compared_rotas(
        earlier, later, told_on=told_on, book=book, as_json=as_json
    )
    found = found_in(changed.before, changed.after, changed.changes, told_on)
    files = () if out is None else _written(out, found, as_json=as_json)
    if as_json:
        _say_json(found, told_on, files)
    else:
        _show(found, told_on, out)


def _written(
    folder: Path, found: "tuple[Message, ...]", *, as_json: bool
) -> tuple[Path, ...]:
    from rostering.report.message_files import write

    try:
        return write(folder, found)
    except OSError as refusal:
        cannot_write(folder, refusal, as_json=as_json)


def _say_json(
    found: "tuple[Message, ...]", told_on: date, files: tuple[Path, ...]
) -> None:
    from rostering.report.message_files import messages_document

    say_json(
        {
            "told": told_on.isoformat(),
            "messages": messages_document(found),
            "files": [str(file) for file in files],
        }
    )


def _show(found: "tuple[Message, ...]", told_on: date, out: Path | None) -> None:
    from rostering.report.console import screen
    from rostering.report.console.messages import messages_shown
    from rostering.report.message_files import LIST

    console = screen()
    for part in messages_shown(found, told_on, has_texts=out is None):
        console.print(part)
    if out is not None:
        console.print(f"Written: {out / LIST}, and a text file for each person.")
