"""`rota board`: a rota on the whole screen, to look at and to try changes on."""

import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import Exit, fail
from rostering.cli.keeping import keeping_of
from rostering.cli.options import SavedRota, Told
from rostering.cli.saved import OfBook, open_saved, read_saved

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from rostering.board.screen import BoardApp
    from rostering.saved.reading import SavedRota as Saved

EXAMPLE = "rota board rota --told 2027-01-04"
EXTRA = "textual"
"""The library without which there is no board."""
TURN = 0.0005
"""Seconds that whatever is worked out beside the keys may hold them up: a tenth of what
Python usually grants."""

Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FOLDER",
        help="Keep the rota there; without it, in the folder that was opened.",
    ),
]


def board(
    path: SavedRota = Path("rota"),
    *,
    told: Told = None,
    book: OfBook = None,
    out: Out = None,
) -> None:
    """Go about a rota with the keys, and try changes on it.

    Pick a place and see who may take it, and what stands against everybody else; put
    somebody in, take somebody out or let two people swap, and see what that does:
    what it breaks, cover, hours, fairness and wishes, who must be told with how much
    notice. Everything can be undone. Nothing is written until it is audited, shown
    and confirmed; a rota that stands there is kept in `previous`. A share for one of
    its readers is shown as it is. `?` lists the keys.
    """
    _see_installed()
    _see_terminal()
    told_on = told or date.today()  # noqa: DTZ011  # Where the user is.
    with _reading(path):
        app = board_of(path, told_on, book, out)
    sys.setswitchinterval(TURN)
    app.run()
    if app.return_code:
        raise typer.Exit(Exit.FAILED)


def board_of(
    path: Path, told_on: date, book: Path | None = None, out: Path | None = None
) -> "BoardApp":
    """The board of a rota, ready to be run; end where the rota is not understood.

    Args:
        path: The rota: a folder, a file or a version.
        told_on: The day on which people are told of what is kept.
        book: The book, where it is not the one that the rota names.
        out: The folder to write to, where it is not the one that is opened.
    """
    from rostering.board.desk import Board, Given
    from rostering.board.screen import BoardApp
    from rostering.report.console.screen import counted

    if shared := _shared(path):
        view, saved = shared
        _see_lines(saved)
        return BoardApp(Board(saved.lines), f"{path}, made for {view}")
    opened = open_saved(path, book=book)
    _see_lines(opened.saved)
    given = Given(opened.rota, opened.opened.rules, told_on)
    doubts = counted(len(opened.faults), "doubt")
    notes = (f"{doubts} about this rota: rota audit {path}",) if opened.faults else ()
    lines = opened.saved.lines
    return BoardApp(
        Board(lines, given), str(path), keeping_of(opened, path, out), notes
    )


def _shared(path: Path) -> "tuple[str, Saved] | None":
    """For whom the rota was made, and its lines; None where it has all there is.

    Of a share nothing is looked up in a book, so that its reader sees what it says.
    """
    from rostering.cli.saved import is_chart

    if is_chart(path):
        return None
    saved = read_saved(path)
    view = str(saved.document.get("view", ""))
    return (view, saved) if view else None


def _reading(path: Path) -> "AbstractContextManager[None]":
    """Say that something is being read: a book takes a moment."""
    from rostering.report.console import screen
    from rostering.report.console.busy import busy

    return busy(screen(), f"Reading {path}")


def _see_lines(saved: "Saved") -> None:
    """End where the rota has nothing to show."""
    if not saved.lines:
        fail("The rota has no line.", "Name another rota, or build one.")


def _see_installed() -> None:
    """End where the library is not installed, and say how to get it."""
    if find_spec(EXTRA) is None:
        fail(
            "This rota was installed without what the board needs.",
            "Install it: pip install 'jru-rota[board]'; in a checkout, "
            ".venv/bin/pip install -e '.[board]'",
        )


def _see_terminal() -> None:
    """End where there is no screen to draw on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        advice = "Give the command in a terminal, or see the rota: rota show"
        fail("The board needs a terminal.", advice)
