"""`rota fatigue`: whom a rota tires most, and who of each crew is the fresher."""

from pathlib import Path
from typing import Annotated

import typer

from rostering.cli.exits import fail, say_json
from rostering.cli.options import AsJson, SavedRota
from rostering.cli.saved import OfBook, open_saved

EXAMPLE = "rota fatigue rota"
MOST = 10

Everybody = Annotated[
    bool, typer.Option("--all", help="Every person and crew, not the ten most tired.")
]


def fatigue(
    path: SavedRota = Path("rota"),
    *,
    book: OfBook = None,
    everybody: Everybody = False,
    as_json: AsJson = False,
) -> None:
    """Rank people and crews by how tired the rota makes them.

    By an index of fatigue and risk that its makers have withdrawn: it ranks and warns,
    and never shows that a rota is safe. All work counts, on the car and elsewhere. In
    each crew the fresher one who may drive is named.
    """
    saved = open_saved(path, book=book, as_json=as_json)
    rota = saved.rota
    if not rota.fills:
        fail(
            "The rota puts nobody on a car.",
            "Build one: rota build BOOK",
            as_json=as_json,
        )
    if as_json:
        from rostering.domain.fatigue import CAVEAT
        from rostering.report.fatigue import fatigue_document

        say_json({"caveat": CAVEAT, **fatigue_document(rota)})
        return
    from rostering.report.console import screen
    from rostering.report.console.fatigue import fatigue_shown
    from rostering.report.fatigue import crews, tiredness

    console = screen()
    most = None if everybody else MOST
    for part in fatigue_shown(tiredness(rota), crews(rota), most):
        console.print(part)
