"""`rota audit`: every rule over a saved rota, without the solver."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.edited import Before, edits_told, mark
from rostering.cli.exits import Exit, say_json
from rostering.cli.options import AsJson, SavedRota, day, whole
from rostering.cli.saved import OfBook, OpenedRota, open_saved

if TYPE_CHECKING:
    from rostering.domain import Audit

EXAMPLE = "rota audit rota/rota.xlsx --mark"

FirstChecked = Annotated[
    date | None,
    typer.Option(
        "--from",
        metavar="DATE",
        parser=day,
        help="First day to check; without it, as the rota says.",
    ),
]
WeeksChecked = Annotated[
    int | None,
    typer.Option(
        "--weeks",
        metavar="N",
        parser=whole(1, 104),
        help="How many weeks to check; without it, as the rota says.",
    ),
]
EveryWish = Annotated[
    bool, typer.Option("--wishes", help="List every wish that is not met, too.")
]
Against = Annotated[
    Path | None,
    typer.Option(
        "--against",
        metavar="ROTA",
        help="The rota to compare it with, or BOOK@3; without it rota.xlsx is compared "
        "with itself as it was written.",
    ),
]
Mark = Annotated[
    bool,
    typer.Option("--mark", help="Write a copy of the workbook with its cells marked."),
]
Marked = Annotated[
    Path | None,
    typer.Option(
        "--marked",
        metavar="PATH",
        help="Where to write it; the workbook itself to have it marked where it lies.",
    ),
]


def audit(
    path: SavedRota = Path("rota"),
    *,
    book: OfBook = None,
    first: FirstChecked = None,
    weeks: WeeksChecked = None,
    wishes: EveryWish = False,
    against: Against = None,
    mark_copy: Mark = False,
    marked: Marked = None,
    as_json: AsJson = False,
) -> None:
    """Check a rota against every rule of its book.

    However it was made: rota.csv and rota.xlsx may have been edited by hand, and a
    wall-chart in the team's own layout is read with --book. Every breach is shown with
    the person, the date, the rule and the figure; the exit code is 1 if there is any.
    Each edit of rota.xlsx is told by its cell, with what it breaks or worsens, who
    could stand there instead, and the smallest repair.
    """
    from rostering.audit import audit as audited

    saved = open_saved(path, book=book, first=first, weeks=weeks, as_json=as_json)
    opened = saved.opened
    found = audited(saved.rota, opened.rules)
    before = edits_told(saved, against, as_json=as_json)
    written = None
    if mark_copy or marked is not None:
        written = mark(saved, found, before, marked, as_json=as_json)
    if as_json:
        _say_json(found, saved, before, written)
    else:
        _show(found, saved, before, wishes=wishes)
        if written is not None:
            typer.echo(f"Marked: {written}")
    raise typer.Exit(Exit.FAILED if found.hard else Exit.DONE)


def _say_json(
    found: "Audit", saved: OpenedRota, before: Before | None, written: Path | None
) -> None:
    from rostering.report.console.breaches import breach_document
    from rostering.report.console.edits import edit_document
    from rostering.report.console.faults import fault_document
    from rostering.report.document import audit_document

    rota, opened, faults = saved.rota, saved.opened, saved.faults
    edits = () if before is None else before.told.edits
    documents = [
        breach_document(breach, rota.problem, opened.rules) for breach in found.breaches
    ]
    say_json(
        {
            "audit": audit_document(found, rota.problem),
            "breaches": [d for d in documents if d["mode"] == "hard"],
            "wishes": [d for d in documents if d["mode"] == "wish"],
            "edits": [edit_document(each) for each in edits],
            "repair": [] if before is None else list(before.told.repair),
            "marked": None if written is None else str(written),
            "faults": [fault_document(fault) for fault in faults],
        }
    )


def _show(
    found: "Audit", saved: OpenedRota, before: Before | None, *, wishes: bool
) -> None:
    from rostering.report.console import screen
    from rostering.report.console.breaches import audit_shown
    from rostering.report.console.edits import edits_shown
    from rostering.report.console.faults import faults_shown
    from rostering.report.console.summary import period_in_words

    console, opened = screen(), saved.opened
    console.print(f"{saved.path} against {opened.path}")
    console.print(f"{period_in_words(opened.problem.period)}\n")
    for part in faults_shown(saved.faults):
        console.print(part)
    if saved.faults:
        console.print()
    if before is not None:
        for part in edits_shown(before.told, before.name):
            console.print(part)
    parts = audit_shown(found, opened.problem, opened.rules, every_wish=wishes)
    for part in parts:
        console.print(part)
