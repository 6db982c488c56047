"""Keeping what is tried: what is asked first, and what is written of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from constraints import Rule
from rostering.board.desk.effect import Effect
from rostering.board.desk.outcome import broken_in_words, effect_in_full
from rostering.board.desk.tries import Tries
from rostering.domain import Rota
from rostering.report.answer import charge_documents
from rostering.report.console.screen import DONE, DOUBTFUL, OPEN, counted
from rostering.report.differences import differences_document

if TYPE_CHECKING:
    from rostering.report.writing import Written

Json = dict[str, object]
Write = Callable[[Rota, Mapping[str, object]], "Written"]


@dataclass(frozen=True)
class Keeping:
    """Where and how a rota is kept."""

    folder: Path
    write: Write
    """Writes the rota, and how and why it was changed; may raise an OSError."""
    is_overtaken: Callable[[], bool] = lambda: False
    """Whether somebody else has written there since."""


def keeping_shown(
    keeping: Keeping, effect: Effect, tries: Tries, rules: Sequence[Rule]
) -> Iterator[RenderableType]:
    """What must hold and does not, by name; where it goes; then all that it does."""
    broken = effect.finds.hard
    if broken:
        said = f"It breaks {counted(len(broken), 'rule')} that must hold:"
        yield Text(said, style=OPEN)
        yield from broken_in_words(broken, rules, effect.after.problem)
    else:
        yield Text("✓ The audit found no breach.", style=DONE)
    kept = keeping.folder / "previous"
    yield Text(f"Written to {keeping.folder}; a rota that stands there goes to {kept}.")
    if keeping.is_overtaken():
        said = "Somebody else has written there since this rota was opened."
        yield Text(said, style=DOUBTFUL)
    yield Text()
    yield from effect_in_full(effect, tries, rules)


def tries_kept(effect: Effect, tries: Tries, rules: Sequence[Rule]) -> Json:
    """How and why the rota was changed, as its rota.json keeps it."""
    every = differences_document(effect.changes, effect.before, effect.after)
    return {
        "news": tries.words,
        "told_on": effect.told_on.isoformat(),
        "chosen": {
            "charges": charge_documents(effect.charges, rules),
            "changes": every["people"],
            "cars": every["cars"],
        },
    }
