"""`rota sheets`: a rota on paper, for the fridge and for the wall."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import fail, say_json
from rostering.cli.options import AsJson, SavedRota, day
from rostering.cli.saved import read_saved
from rostering.cli.whose import SomeCars, SomePeople, Weeks, asked_days, owners_meant
from rostering.cli.writing import cannot_write

if TYPE_CHECKING:
    from rostering.domain.time import DateRange
    from rostering.report.paper.sheets import Owner, Printed
    from rostering.saved.reading import SavedRota as Saved

EXAMPLE = 'rota sheets rota --person "Grace Elphick" --unit JR-04 --paper a4'
PAPERS = ("a3", "a4")


def _paper(text: str) -> str:
    if text.lower() not in PAPERS:
        raise typer.BadParameter(f"{text} is neither a4 nor a3")
    return text.lower()


Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FOLDER",
        help="Where to write them; without it, `sheets` in the rota's folder.",
    ),
]
FirstDay = Annotated[
    date | None,
    typer.Option("--from", metavar="DATE", parser=day, help="First day to print."),
]
OnPaper = Annotated[
    str,
    typer.Option(
        "--paper",
        metavar="SIZE",
        parser=_paper,
        help="What posters are printed on: a3 or a4. Sheets of people are A4.",
    ),
]


def sheets(
    path: SavedRota = Path("rota"),
    *,
    out: Out = None,
    person: SomePeople = None,
    unit: SomeCars = None,
    first: FirstDay = None,
    weeks: Weeks = None,
    paper: OnPaper = "a3",
    as_json: AsJson = False,
) -> None:
    """Write PDFs to print: a sheet for each person, posters for cars.

    A sheet has one person's shifts, a row a week, with whom they ride. A poster has a
    car's crews, a row a week; one more has all cars, a table a week. They are made of
    the rota's files alone; the same rota gives the same files.
    """
    saved = read_saved(path, as_json=as_json)
    folder = out or saved.path.parent / "sheets"
    days = asked_days(saved, first, weeks)
    chosen = _chosen(saved, person or [], unit or [], as_json=as_json)
    files = _printed(saved, days, chosen, paper)
    if not files:
        said = "The rota has nothing in those days."
        fail(said, "Ask for other days, or all.", as_json=as_json)
    _write(folder, files, as_json=as_json)
    if as_json:
        _say_json(saved, folder, files)
    else:
        _tell(folder, files)


def _chosen(
    saved: "Saved", people: Sequence[str], units: Sequence[str], *, as_json: bool
) -> "list[Owner]":
    from rostering.report.paper.sheets import owners

    return owners_meant(owners(saved), people, units, as_json=as_json)


def _printed(
    saved: "Saved", days: "DateRange", chosen: "Sequence[Owner]", paper: str
) -> "tuple[Printed, ...]":
    from rostering.report.console import screen
    from rostering.report.console.busy import busy
    from rostering.report.paper.sheets import Paper, printed

    with busy(screen(stderr=True), "Printing"):
        return tuple(printed(saved, days, chosen, Paper(paper)))


def _write(folder: Path, files: "Sequence[Printed]", *, as_json: bool) -> None:
    from rostering.report.paper.sheets import write

    try:
        write(folder, files)
    except OSError as refusal:
        cannot_write(folder, refusal, as_json=as_json)


def _say_json(saved: "Saved", folder: Path, files: "Sequence[Printed]") -> None:
    documents = [
        {
            "file": str(each.path),
            "kind": each.owner.kind.value if each.owner else "all",
            "id": each.owner.id if each.owner else "",
            "name": each.name,
        }
        for each in files
    ]
    say_json({"rota": str(saved.path), "folder": str(folder), "sheets": documents})


def _tell(folder: Path, files: "Sequence[Printed]") -> None:
    from rostering.report.console import screen
    from rostering.report.console.screen import counted
    from rostering.report.paper.sheets import Kind

    kinds = Counter(each.owner.kind for each in files if each.owner)
    console = screen()
    people = counted(kinds[Kind.PERSON], "sheet of a person")
    cars = counted(len(files) - kinds[Kind.PERSON], "poster")
    console.print(f"Written to {folder}: {people}, {cars}.")
