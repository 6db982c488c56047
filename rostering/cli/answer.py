"""Giving the answer to a question about a saved rota, with whatever is doubtful."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rostering.cli.exits import say_json

if TYPE_CHECKING:
    from rich.console import RenderableType

    from rostering.cli.saved import OpenedRota


def answer_in_words(saved: "OpenedRota", parts: "Iterable[RenderableType]") -> None:
    """Show what is doubtful about the rota, then the answer."""
    from rostering.report.console import screen
    from rostering.report.console.faults import warned

    console = screen()
    for part in warned(saved.faults, f"rota audit {saved.path}"):
        console.print(part)
    for part in parts:
        console.print(part)


def answer_in_data(saved: "OpenedRota", answer: Mapping[str, object]) -> None:
    """Write the answer for other programs, with the faults and everybody's names."""
    from rostering.report.console.faults import fault_document
    from rostering.report.people import with_names

    faults = [fault_document(fault) for fault in saved.faults]
    say_json(with_names({**answer, "faults": faults}, saved.rota.problem))
