"""`rota audit`: every rule over a saved rota, without the solver."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from rostering.cli.edited import Compared, compared, mark
from rostering.cli.exits import Exit, say_json
from rostering.cli.options import AsJson, SavedRota, day, whole
from rostering.cli.saved import OfBook, OpenedRota, open_saved

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
    saved = open_saved(path, book=book, first=first, weeks=weeks, as_json=as_json)
    found = compared(saved, against, as_json=as_json)
    written = None
    if mark_copy or marked is not None:
        written = mark(saved, found, marked, as_json=as_json)
    if as_json:
        _say_json(found, saved, written)
    else:
        _show(found, saved, wishes=wishes)
        if written is not None:
            typer.echo(f"Marked: {written}")
    raise typer.Exit(Exit.FAILED if found.told.judgement.audit.hard else Exit.DONE)


def _say_json(found: Compared, saved: OpenedRota, written: Path | None) -> None:
    from rostering.report.console.breaches import breach_document
    from rostering.report.console.edits import edit_document, repaired
    from rostering.report.console.faults import fault_document
    from rostering.report.document import audit_document

    rota, opened, faults = saved.rota, saved.opened, saved.faults
    audit, told = found.told.judgement.audit, found.told
    documents = [
        breach_document(breach, rota.problem, opened.rules) for breach in audit.breaches
    ]
    say_json(
        {
            "audit": audit_document(audit, rota.problem),
            "breaches": [d for d in documents if d["mode"] == "hard"],
            "wishes": [d for d in documents if d["mode"] == "wish"],
            "edits": [edit_document(each) for each in told.edits],
            "repair": [repaired(*change) for change in told.repair.items()],
            "is_least_repair": told.is_least,
            "marked": None if written is None else str(written),
            "faults": [fault_document(fault) for fault in faults],
        }
    )


def _show(found: Compared, saved: OpenedRota, *, wishes: bool) -> None:
    from rostering.report.console import screen
    from rostering.report.console.breaches import audit_shown
    from rostering.report.console.edits import edits_shown, repair_shown
    from rostering.report.console.faults import faults_shown
    from rostering.report.console.periods import period_in_words

    console, opened = screen(), saved.opened
    console.print(f"{saved.path} against {opened.path}")
    console.print(f"{period_in_words(opened.problem.period)}\n")
    for part in faults_shown(saved.faults):
        console.print(part)
    if saved.faults:
        console.print()
    if found.name:
        for part in edits_shown(found.told, found.name):
            console.print(part)
    for part in repair_shown(found.told):
        console.print(part)
    audit, problem = found.told.judgement.audit, opened.problem
    for part in audit_shown(audit, problem, opened.rules, every_wish=wishes):
        console.print(part)
