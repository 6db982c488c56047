"""`rota share`: a rota for one of its readers, without what is not theirs to know."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import fail, say_json
from rostering.cli.options import AsJson, SavedRota
from rostering.cli.saved import OfBook, open_saved

if TYPE_CHECKING:
    from rostering.domain import Problem
    from rostering.report.veil import View
    from rostering.report.writing import Written

EXAMPLE = "rota share rota --view police --out for-the-police"

ForView = Annotated[
    str,
    typer.Option(
        "--view",
        metavar="WHO",
        help="Who reads it: police, ambulance, an employer by name, lead or public.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FOLDER",
        help="Where to write it; without it, a folder named after the reader in the "
        "rota's folder.",
    ),
]


def share(
    path: SavedRota = Path("rota"),
    *,
    view: ForView,
    out: Out = None,
    book: OfBook = None,
    as_json: AsJson = False,
) -> None:
    """Write a rota for somebody who may not see all of it.

    An employer sees its own people by name, and of all others only car and post; leads
    see everybody, the public nobody. No file tells reasons, rules, training, leave or
    what the audit found. Commands that need the rota's files alone work on the folder:
    `rota show`, `rota calendar`, `rota sheets`. `police` and `ambulance` are those that
    the sheet Units names as force and trust.
    """
    from rostering.cli.writing import write_built
    from rostering.report.veil import veiled

    found = open_saved(path, book=book, as_json=as_json)
    seen = _view(view, found.rota.problem, as_json=as_json)
    folder = out or found.path.parent / seen.name
    _refuse_what_says_more(folder, seen, as_json=as_json)
    written = write_built(veiled(found.rota, seen), folder, as_json=as_json)
    _tell(seen, folder, written, as_json=as_json)


def _view(said: str, problem: "Problem", *, as_json: bool) -> "View":
    from rostering.report.veil import VIEWS, NoView, employers_in, view_named

    try:
        return view_named(said, problem)
    except NoView:
        known = ", ".join([*VIEWS, *employers_in(problem)])
        fail(f"Nobody reads a rota as {said}.", f"Say which: {known}", as_json=as_json)


def _refuse_what_says_more(folder: Path, view: "View", *, as_json: bool) -> None:
    """End where another rota stands, which would be kept beside the new one."""
    known = folder / "rota.json"
    if not known.exists():
        return
    try:
        standing = json.loads(known.read_bytes()).get("view", "")
    except (ValueError, AttributeError):
        standing = ""
    if standing != view.name:
        fail(
            f"{folder} has a rota that was not made for {view.name}; a copy of it "
            "would be kept there.",
            "Name another folder: --out FOLDER",
            as_json=as_json,
        )


def _tell(view: "View", folder: Path, written: "Written", *, as_json: bool) -> None:
    from rostering.cli.writing import names_of
    from rostering.report.console import screen

    if as_json:
        say_json({"view": view.name, "folder": str(folder), "files": names_of(written)})
        return
    console = screen()
    console.print(
        f"For {view.name}: no file has names, reasons or rules that are not theirs to "
        "know."
    )
    console.print(f"Written: {', '.join(names_of(written))}")
    console.print(f"Next: rota sheets {folder}, or rota calendar {folder}")
