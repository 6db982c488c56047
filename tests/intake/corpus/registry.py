"""The workbooks of the corpus by name; each is drawn anew from its own seed."""

from collections.abc import Callable
from random import Random

from tests.intake.corpus.drawing import Drawing

Draw = Callable[[Drawing, Random], None]
_DRAWS: dict[str, tuple[Draw, str, str, tuple[str, ...]]] = {}


def drawn(file: str, kind: str, shows: str, *say: str) -> Callable[[Draw], Draw]:
    """Enter a workbook: its name, what it is imported for, what it shows."""

    def enter(draw: Draw) -> Draw:
        assert file not in _DRAWS
        _DRAWS[file] = draw, kind, shows, say
        return draw

    return enter


def names() -> tuple[str, ...]:
    """Every workbook of the corpus."""
    return tuple(_DRAWS)


def drawing_of(file: str) -> Drawing:
    """Draw a workbook."""
    draw, kind, shows, say = _DRAWS[file]
    drawing = Drawing(file, shows, kind, say=say)
    draw(drawing, Random(file))
    return drawing
