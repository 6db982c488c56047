"""`rota merge`: two rotas that began from one, put together."""

from pathlib import Path
from typing import Annotated

import typer

from rostering.cli.merging import Order, merge_rotas
from rostering.cli.options import AsJson, word
from rostering.cli.saved import OfBook
from rostering.merging.side import Side

EXAMPLE = "rota merge kent@3 rota/rota.xlsx newer --out merged"

Base = Annotated[
    Path,
    typer.Argument(metavar="BASE", help="The rota that both began from, or BOOK@3."),
]
Mine = Annotated[
    Path, typer.Argument(metavar="MINE", help="One of them: perhaps a rota.xlsx.")
]
Theirs = Annotated[Path, typer.Argument(metavar="THEIRS", help="The other one.")]
Out = Annotated[
    Path,
    typer.Option("--out", metavar="FOLDER", help="Where to write the merged rota."),
]
Take = Annotated[
    Side | None,
    typer.Option(
        "--take",
        metavar="mine|theirs",
        parser=word(Side),
        help="Which to take wherever they clash.",
    ),
]
Answers = Annotated[
    Path | None,
    typer.Option(
        "--answers",
        metavar="FILE",
        help="A clashes.csv, or a workbook like it, with mine or theirs under take.",
    ),
]
Repair = Annotated[
    bool,
    typer.Option(
        "--repair", help="Repair what the merged rota breaks, changing least."
    ),
]


def merge(
    base: Base,
    mine: Mine,
    theirs: Theirs,
    *,
    out: Out = Path("merged"),
    book: OfBook = None,
    take: Take = None,
    answers: Answers = None,
    repair: Repair = False,
    as_json: AsJson = False,
) -> None:
    """Merge two rotas that began from one, losing no change of either.

    Such as a manager's edits in rota.xlsx and a rota rebuilt with newer leave. Where
    both changed one place in other ways, or break a rule only together, both versions
    are shown side by side, to be decided here, by --take, or in clashes.csv. The merged
    rota is audited against the book as it is now.

    Exit codes: 0 merged, 1 clashes are open or the merged rota breaks a rule, 2 a file
    has faults.
    """
    order = Order(
        base,
        mine,
        theirs,
        out,
        book,
        take,
        answers,
        is_repaired=repair,
        as_json=as_json,
    )
    raise typer.Exit(merge_rotas(order))
