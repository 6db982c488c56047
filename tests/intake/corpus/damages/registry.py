"""Damages by name, and the order in which they are done."""

from collections.abc import Callable, Iterable
from enum import IntEnum

from tests.intake.corpus.clean import Sheet

Damage = Callable[[Sheet], None]
DAMAGES: dict[str, Damage] = {}
_STAGES: dict[str, "Stage"] = {}


class Stage(IntEnum):
    """When a damage is done, so that each finds what it needs."""

    COLUMNS = 0
    CELLS = 1
    HEADS = 2
    LINES = 3
    FORMAT = 4


def suffer(sheet: Sheet, damages: Iterable[str]) -> None:
    """Do each damage to the sheet."""
    for name in sorted(damages, key=lambda name: (_STAGES[name], name)):
        DAMAGES[name](sheet)


def damage(name: str, stage: Stage = Stage.CELLS) -> Callable[[Damage], Damage]:
    """Enter a damage by its name."""

    def enter(done: Damage) -> Damage:
        DAMAGES[name] = done
        _STAGES[name] = stage
        return done

    return enter


def transposed(text: str) -> str:
    """The text with its third and fourth letters the wrong way round."""
    return text[:2] + text[3:4] + text[2:3] + text[4:]
