"""`rota demo`: the worked example, built and shown."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

import rostering
from rostering.cli.exits import fail
from rostering.cli.order import Order
from rostering.cli.saved import read_saved
from rostering.cli.showing import Asked

EXAMPLE = "rota demo"
EXAMPLES = Path(rostering.__file__).resolve().parent.parent / "examples"
FIRST_DAY = date(2027, 1, 4)
WEEKS = 8


def demo(
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FOLDER", help="Where to write the example's rota."
        ),
    ] = Path("rota"),
) -> None:
    """Build the Kent example and show it.

    Eight weeks, three cars, the people of two employers. The example's workbooks stand
    in examples/kent, to be opened and changed. Every person in them is invented.
    """
    from rostering.cli.building import build_rota
    from rostering.report.console import screen
    from rostering.report.console.cars import cars_shown

    book = EXAMPLES / "kent"
    if not book.is_dir():
        fail(
            f"The example is not here: {book} is missing.",
            "It comes with the source of rota; run `rota demo` from a checkout, or "
            "begin a book of your own: rota new mybook",
        )
    console = screen()
    console.print(f"The book: {_from_here(book)}, four workbooks of two employers.\n")
    build_rota(Order(_from_here(book), FIRST_DAY, WEEKS, out))
    console.print("\nIts first week:\n")
    saved, first_week = read_saved(out), Asked(weeks=1)
    lines = first_week.lines_of(saved)
    known = first_week.known_of(saved, out, lines)
    for part in cars_shown(lines, console.width, known):
        console.print(part)
    console.print(f"All of it: rota show {out}. By person: rota show {out} --by person")


def _from_here(path: Path) -> Path:
    """The path as short as it can be said."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
