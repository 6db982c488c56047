"""How a command can end, and the words for a bad end."""

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from rostering.domain import Fault


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    FAILED = 1
    """No rota, no proof where it was asked for, or breaches in an audited rota."""
    BAD_INPUT = 2
    OPEN_POSTS = 3
    STOPPED = 130


def bad_input(
    faults: "Sequence[Fault]", *, as_json: bool = False, advice: str = ""
) -> NoReturn:
    """Show all faults at once and end."""
    from rostering.report.console import screen
    from rostering.report.console.faults import fault_document, faults_shown

    if as_json:
        say_json({"faults": [fault_document(fault) for fault in faults]})
    else:
        console = screen(stderr=True)
        console.print(*faults_shown(faults), sep="\n")
        console.print()
        console.print(advice or f"{put_right(faults)}, then give the command again.")
    raise typer.Exit(Exit.BAD_INPUT)


def put_right(faults: "Sequence[Fault]") -> str:
    """The first words of the advice on faults."""
    errors = sum(fault.severity.value == "error" for fault in faults)
    return "Put this right" if errors == 1 else "Put these right"


def fail(
    message: str, advice: str, *, code: Exit = Exit.BAD_INPUT, as_json: bool = False
) -> NoReturn:
    """Say what is wrong and what to do next, and end."""
    from rostering.report.console import screen

    if as_json:
        say_json({"error": message, "advice": advice})
    else:
        console = screen(stderr=True)
        console.print(message, style="bold red")
        console.print(advice)
    raise typer.Exit(code)


def say_json(document: object) -> None:
    """Write a document for other programs, and nothing else, to standard output."""
    import json

    typer.echo(json.dumps(document, indent=1))
