"""A rota before it is published, and the version that it became."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from rostering.ledger import Version
from rostering.report.console.periods import period_in_words
from rostering.report.console.screen import DONE, DOUBTFUL, FAINT, heading
from rostering.report.console.summary import (
    audit_line,
    exceptions_shown,
)
from rostering.report.history import crewed_of
from rostering.report.publishing import Publishable


def publishable_shown(
    rota: Publishable, overtakes: Sequence[Version]
) -> Iterator[RenderableType]:
    """What is about to be published, and over what."""
    yield heading(f"To publish: {period_in_words(rota.rota.problem.period)}")
    crewed, wanted = crewed_of(rota.lines)
    yield Text(f"{crewed} of {wanted} shifts crewed.")
    yield audit_line(rota.audit, rota.rules)
    yield from exceptions_shown(rota.audit, rota.rota.problem)
    yield Text()
    if overtakes:
        names = " and ".join(version.name for version in overtakes)
        yield heading(f"Against what stands, {names}:")
    else:
        yield Text("Nothing is published for these days yet.")


def published_shown(version: Version, book: Path) -> Iterator[RenderableType]:
    """The new version, and whose signatures it waits for."""
    yield Text(f"Published: {version.name}.", style=DONE)
    for employer in version.awaited:
        yield Text(
            f"It stands when {employer} has signed: rota sign {book} --as "
            f"{_quoted(employer)}",
            style=DOUBTFUL,
        )
    yield Text(f"Next: rota history {book}", style=FAINT)


def _quoted(word: str) -> str:
    """The word as it is typed."""
    return f'"{word}"' if " " in word else word
