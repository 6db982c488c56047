"""`rota demo`: the worked example, built and shown."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

import rostering
from rostering.cli.exits import fail
from rostering.cli.order import Order

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
    built = build_rota(Order(_from_here(book), FIRST_DAY, WEEKS, out))
    console.print("\nIts first week:\n")
    week = [x for x in built.lines if (x.day - FIRST_DAY).days < len("MTWTFSS")]
    for part in cars_shown(week, console.width):
        console.print(part)
    console.print(f"All of it: rota show {out}. By person: rota show {out} --by person")


def _from_here(path: Path) -> Path:
    """The path as short as it can be said."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
