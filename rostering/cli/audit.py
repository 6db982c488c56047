"""`rota audit`: every rule over a saved rota, without the solver."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import Exit, bad_input, fail, say_json
from rostering.cli.opened import OpenedBook, open_book
from rostering.cli.options import AsJson, SavedRota, day, whole

if TYPE_CHECKING:
    from rostering.domain import Audit, Fault, Rota
    from rostering.report.saved import SavedRota as Saved

EXAMPLE = "rota audit rota --book mybook"
A_WEEK = 7


Against = Annotated[
    Path | None,
    typer.Option(
        "--book",
        metavar="BOOK",
        help="The book to audit against; without it the one that the rota names.",
    ),
]
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
    book: Against = None,
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
    from rostering.domain import Severity
    from rostering.report.rebuild import rebuilt

    saved = _read(path, as_json=as_json)
    where = book or _book_of(saved, as_json=as_json)
    start, length = _period_of(saved)
    opened = open_book(
        where, first=first or start, weeks=weeks or length, as_json=as_json
    )
    rota, faults = rebuilt(opened.problem, saved)
    if any(fault.severity is Severity.ERROR for fault in faults):
        bad_input(faults, as_json=as_json)
    found = audited(rota, opened.rules)
    told = [*faults, *_changed(opened.files, saved)]
    if as_json:
        _say_json(found, rota, opened, told)
    else:
        _show(found, opened, told, wishes=wishes)
    raise typer.Exit(Exit.FAILED if found.hard else Exit.DONE)


def _read(path: Path, *, as_json: bool) -> "Saved":
    from inputs import BadInputs
    from rostering.report.saved import read_rota

    try:
        return read_rota(path)
    except BadInputs as bad:
        advice = "Put these cells right. To make a rota anew: rota build BOOK"
        bad_input(bad.faults, as_json=as_json, advice=advice)


def _book_of(saved: "Saved", *, as_json: bool) -> Path:
    from rostering.report.document import book_of

    book = book_of(saved.document, saved.path)
    if book is None or not book.exists():
        said = f" ({book} is not there)" if book else ""
        fail(
            f"{saved.path} does not say which book it belongs to{said}.",
            f"Say which: rota audit {saved.path} --book BOOK",
            as_json=as_json,
        )
    return book


def _period_of(saved: "Saved") -> tuple[date | None, int | None]:
    """First day and weeks, as rota.json says or as the dates of the rows show."""
    from rostering.domain.time import monday_of

    period = saved.document.get("period")
    said = period if isinstance(period, Mapping) else {}
    try:
        first, last = (date.fromisoformat(str(said[name])) for name in ("from", "to"))
    except (KeyError, ValueError):
        days = [line.day for line in saved.lines]
        if not days:
            return None, None
        first, last = monday_of(min(days)), max(days)
    return first, (last - first).days // A_WEEK + 1


def _changed(files: Mapping[str, str], saved: "Saved") -> "list[Fault]":
    """A warning for each file of the book that differs from when the rota was built."""
    from rostering.report.rebuild import changed_files

    return list(changed_files(files, saved.document.get("inputs")))


def _say_json(
    found: "Audit", rota: "Rota", opened: OpenedBook, faults: "list[Fault]"
) -> None:
    from rostering.report.console.breaches import breach_document
    from rostering.report.console.faults import fault_document
    from rostering.report.document import audit_document

    documents = [
        breach_document(breach, rota.problem, opened.rules) for breach in found.breaches
    ]
    say_json(
        {
            "audit": audit_document(found),
            "breaches": [d for d in documents if d["mode"] == "hard"],
            "wishes": [d for d in documents if d["mode"] == "wish"],
            "faults": [fault_document(fault) for fault in faults],
        }
    )


def _show(
    found: "Audit", opened: OpenedBook, faults: "list[Fault]", *, wishes: bool
) -> None:
    from rostering.report.console import screen
    from rostering.report.console.breaches import audit_shown
    from rostering.report.console.faults import faults_shown

    console = screen()
    for part in faults_shown(faults):
        console.print(part)
    parts = audit_shown(found, opened.problem, opened.rules, every_wish=wishes)
    for part in parts:
        console.print(part)
