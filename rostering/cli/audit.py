"""`rota audit`: every rule over a saved rota, without the solver."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import Exit, say_json
from rostering.cli.opened import OpenedBook
from rostering.cli.options import AsJson, SavedRota, day, whole
from rostering.cli.saved import OfBook, OpenedRota, open_saved

if TYPE_CHECKING:
    from rostering.domain import Audit, Fault, Rota

EXAMPLE = "rota audit rota --book mybook"

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


def audit(
    path: SavedRota = Path("rota"),
    *,
    book: OfBook = None,
    first: FirstChecked = None,
    weeks: WeeksChecked = None,
    wishes: EveryWish = False,
    as_json: AsJson = False,
) -> None:
    """Check a rota against every rule of its book.

    However it was made: a rota.csv may have been edited by hand. Every breach is shown
    with the person, the date, the rule and the figure; the exit code is 1 if there is
    any.
    """
    from rostering.audit import audit as audited

    saved = open_saved(path, book=book, first=first, weeks=weeks, as_json=as_json)
    opened = saved.opened
    found = audited(saved.rota, opened.rules)
    if as_json:
        _say_json(found, saved.rota, opened, saved.faults)
    else:
        _show(found, saved, wishes=wishes)
    raise typer.Exit(Exit.FAILED if found.hard else Exit.DONE)


def _say_json(
    found: "Audit", rota: "Rota", opened: OpenedBook, faults: "tuple[Fault, ...]"
) -> None:
    from rostering.report.console.breaches import breach_document
    from rostering.report.console.faults import fault_document
    from rostering.report.document import audit_document

    documents = [
        breach_document(breach, rota.problem, opened.rules) for breach in found.breaches
    ]
    say_json(
        {
            "audit": audit_document(found, rota.problem),
            "breaches": [d for d in documents if d["mode"] == "hard"],
            "wishes": [d for d in documents if d["mode"] == "wish"],
            "faults": [fault_document(fault) for fault in faults],
        }
    )


def _show(found: "Audit", saved: OpenedRota, *, wishes: bool) -> None:
    from rostering.report.console import screen
    from rostering.report.console.breaches import audit_shown
    from rostering.report.console.faults import faults_shown
    from rostering.report.console.summary import period_in_words

    console, opened = screen(), saved.opened
    console.print(f"{saved.path} against {opened.path}")
    console.print(f"{period_in_words(opened.problem.period)}\n")
    for part in faults_shown(saved.faults):
        console.print(part)
    if saved.faults:
        console.print()
    parts = audit_shown(found, opened.problem, opened.rules, every_wish=wishes)
    for part in parts:
        console.print(part)
