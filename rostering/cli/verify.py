"""`rota verify`: proof that everything published is as it was, and was legal."""

from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import Exit, fail, say_json
from rostering.cli.ledgers import ledger_of, refusals_told
from rostering.cli.options import AsJson, Book

if TYPE_CHECKING:
    from rostering.cli.verifying import Verifier
    from rostering.ledger import Ledger, Version
    from rostering.report.verification import Verified

EXAMPLE = "rota verify mybook"

Quick = Annotated[
    bool, typer.Option("--quick", help="Audit every version, but build none again.")
]


Noted = Annotated[
    str,
    typer.Option(
        "--hash",
        metavar="HASH",
        help="A hash that this command gave earlier: see that it is still there.",
    ),
]


def verify(
    book: Book, *, quick: Quick = False, noted: Noted = "", as_json: AsJson = False
) -> None:
    """Check that nothing published was altered or breaks a rule.

    Every hash of the ledger is worked out anew. Each version is audited with the files
    of its time, which the ledger keeps, and is built again from them: the same inputs,
    seed and version of rota give the same rota. Exit code 1: something is wrong.
    """
    from rostering.cli.verifying import Verifier

    ledger = ledger_of(book, as_json=as_json)
    with refusals_told(as_json=as_json):
        flaws = ledger.flaws() or _not_there(ledger, noted)
        versions = () if flaws else ledger.versions()
        if not as_json:
            _show_ledger(flaws, versions)
        verifier = Verifier(ledger, is_quick=quick)
        found = [_verified(verifier, each, as_json=as_json) for each in versions]
    if as_json:
        _say_json(ledger, flaws, found)
    elif versions and not flaws:
        _show_mark(ledger)
    is_sound = not flaws and all(each.is_sound for each in found)
    raise typer.Exit(Exit.DONE if is_sound else Exit.FAILED)


def _not_there(ledger: "Ledger", noted: str) -> tuple[str, ...]:
    """A sentence where no entry has a hash that was given earlier."""
    if not noted or any(entry.hash == noted.lower() for entry in ledger.entries()):
        return ()
    return (f"It has no entry with the hash {noted}: entries were put in its place.",)


def _verified(verifier: "Verifier", version: "Version", *, as_json: bool) -> "Verified":
    """What the version is found to be, shown as soon as it is known."""
    from rostering.cli.verifying import Stopped
    from rostering.report.console import screen
    from rostering.report.console.verification import verified_shown

    try:
        found = verifier.verified(version)
    except (Stopped, KeyboardInterrupt):
        fail(
            f"Stopped before {version.name} was checked.",
            "Give the command again when you have the time, or with --quick.",
            code=Exit.STOPPED,
            as_json=as_json,
        )
    if not as_json:
        console = screen()
        for part in verified_shown(found):
            console.print(part)
    return found


def _show_ledger(flaws: "tuple[str, ...]", versions: "tuple[Version, ...]") -> None:
    from rostering.report.console import screen
    from rostering.report.console.verification import flaws_shown

    screen().print(flaws_shown(flaws, versions))


def _show_mark(ledger: "Ledger") -> None:
    """The hash by which somebody can tell later that nothing was taken away."""
    from rostering.report.console import screen

    last = ledger.entries()[-1]
    console = screen()
    console.print(f"Its last entry is {last.position}, with the hash {last.hash}.")
    console.print(
        "Written down elsewhere, it shows later that nothing before it was altered."
    )


def _say_json(
    ledger: "Ledger", flaws: "tuple[str, ...]", found: "list[Verified]"
) -> None:
    from rostering.report.verification import verified_document

    documents = [verified_document(each) for each in found]
    last = ledger.entries()[-1:]
    mark = last[0].hash if last and not flaws else ""
    say_json({"flaws": list(flaws), "versions": documents, "hash": mark})
