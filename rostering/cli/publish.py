"""`rota publish`: a rota becomes the one that stands."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import Exit, fail, say_json
from rostering.cli.ledgers import refusals_told
from rostering.cli.options import AsJson, SavedRota, day
from rostering.cli.origin import see_newest
from rostering.cli.saved import OfBook

if TYPE_CHECKING:
    from rostering.cli.publishing import Publishing
    from rostering.ledger import Version

EXAMPLE = 'rota publish rota --reason "January and February"'

Reason = Annotated[
    str,
    typer.Option(
        "--reason",
        metavar="TEXT",
        help="Why, for the record; without it, what a repair, a swap or cover was for.",
    ),
]
Author = Annotated[
    str,
    typer.Option(
        "--author",
        metavar="NAME",
        help="Who publishes it; without it, the user of this computer.",
    ),
]
Effective = Annotated[
    date | None,
    typer.Option(
        "--effective",
        metavar="DATE",
        parser=day,
        help="The first day for which it stands; without it, all of its days.",
    ),
]
ToldOn = Annotated[
    date | None,
    typer.Option(
        "--told",
        metavar="DATE",
        parser=day,
        help="The day on which people are told, for the notice; without it, today.",
    ),
]
Anyway = Annotated[
    bool,
    typer.Option(
        "--anyway",
        help="Publish though the book has changed since the build, or a version came "
        "since the rota was changed.",
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Publish without asking.")]


def publish(
    path: SavedRota = Path("rota"),
    *,
    book: OfBook = None,
    reason: Reason = "",
    author: Author = "",
    effective: Effective = None,
    told: ToldOn = None,
    anyway: Anyway = False,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Keep a rota for good, once it has passed its audit.

    What it changes for whom is shown first, with the notice. The ledger beside the book
    keeps the rota and the files it was made from; nothing in it is ever changed, and an
    earlier version is published again by its name: `rota publish mybook@2`. Where the
    book's sheet Signatures names employers, it stands when each has signed.
    """
    from rostering.cli.publishing import Order, kept, made_ready

    order = Order(
        path,
        book,
        reason=reason.strip(),
        author=author,
        effective=effective,
        told=told,
        anyway=anyway,
        as_json=as_json,
    )
    with refusals_told(as_json=as_json):
        publishing = made_ready(order)
        _end_on_breaches(publishing)
        _end_on_twin(publishing)
        see_newest(publishing)
        if not as_json:
            _show(publishing)
        if not yes:
            _ask(publishing)
        version = kept(publishing)
    if as_json:
        _say_json(publishing, version)
    else:
        _tell(publishing, version)


def _end_on_breaches(publishing: "Publishing") -> None:
    """End where the rota breaks a rule that must hold."""
    from rostering.report.console import screen
    from rostering.report.console.breaches import breach_table
    from rostering.report.console.screen import counted

    publishable, path = publishing.publishable, publishing.saved.path
    hard = publishable.audit.hard
    if not hard:
        return
    if not publishing.order.as_json:
        problem, rules = publishable.rota.problem, publishable.rules
        screen(stderr=True).print(breach_table(hard, problem, rules))
    fail(
        f"The rota has {counted(len(hard), 'breach')} of rules that must hold; it was "
        "not published.",
        f"Put it right, then see that `rota audit {path}` finds no more. An exception "
        "that somebody answers for goes into the book's sheet Waivers.",
        code=Exit.FAILED,
        as_json=publishing.order.as_json,
    )


def _end_on_twin(publishing: "Publishing") -> None:
    """End where the very same rota was published last."""
    twin = publishing.twin
    if twin is None:
        return
    said = f"There is nothing new to publish: it is {twin.name}."
    if twin.awaited:
        said = f"{said} It awaits the signature of {' and '.join(twin.awaited)}."
    if publishing.order.as_json:
        say_json({"published": False, "version": twin.number, "note": said})
    else:
        typer.echo(said)
    raise typer.Exit(Exit.DONE)


def _show(publishing: "Publishing") -> None:
    """What it is, how its audit ended and what it changes."""
    from rostering.report.console import screen
    from rostering.report.console.differences import differences_shown
    from rostering.report.console.faults import faults_shown
    from rostering.report.console.publishing import publishable_shown

    console = screen()
    for part in faults_shown(publishing.saved.faults):
        console.print(part)
    for part in publishable_shown(publishing.publishable, publishing.overtakes):
        console.print(part)
    if publishing.overtakes:
        found = publishing.compared
        parts = differences_shown(
            found.changes, found.before, found.after, told_on=found.told_on
        )
        for part in parts:
            console.print(part)
    console.print()


def _ask(publishing: "Publishing") -> None:
    """Have the user say yes; end where nobody does."""
    is_told = False
    if not publishing.order.as_json:
        try:
            is_told = typer.confirm("Publish it?")
        except typer.Abort:
            typer.echo()
    if not is_told:
        fail(
            "Nothing was published.",
            "To publish without being asked: --yes",
            code=Exit.FAILED,
            as_json=publishing.order.as_json,
        )


def _say_json(publishing: "Publishing", version: "Version") -> None:
    from rostering.ledger import status_of
    from rostering.report.differences import differences_document
    from rostering.report.document import audit_document
    from rostering.report.history import version_document

    found, publishable = publishing.compared, publishing.publishable
    status = status_of(version, (*publishing.before, version))
    say_json(
        {
            "published": True,
            **version_document(version, status),
            "audit": audit_document(publishable.audit, publishable.rota.problem),
            "overtakes": [each.number for each in publishing.overtakes],
            "changes": differences_document(found.changes, found.before, found.after),
        }
    )


def _tell(publishing: "Publishing", version: "Version") -> None:
    from rostering.report.console import screen
    from rostering.report.console.publishing import published_shown

    console = screen()
    for part in published_shown(version, publishing.saved.opened.path):
        console.print(part)
