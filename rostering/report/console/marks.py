"""Short marks for cars and turns, where there is little room: `04 L`."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from rostering.saved.lines import RotaLine


class Marks:
    """Each car by the end of its call sign, each turn by the first of its letters."""

    def __init__(self, lines: Iterable[RotaLine]) -> None:
        self._shifts = dict.fromkeys((line.unit, line.turn) for line in lines)
        self._units = _endings(sorted({unit for unit, _ in self._shifts}))
        self._turns = _beginnings(sorted({turn for _, turn in self._shifts}))

    def of(self, line: RotaLine) -> str:
        """The mark of one shift."""
        return self._mark(line.unit, line.turn)

    @property
    def width(self) -> int:
        """How long the longest mark is."""
        return max((len(self._mark(*shift)) for shift in self._shifts), default=0)

    @property
    def key(self) -> str:
        """How the marks are read: one example of each turn."""
        examples = {turn: unit for unit, turn in sorted(self._shifts, reverse=True)}
        said = (
            f"{self._mark(unit, turn)} is {unit}, {turn}"
            for turn, unit in sorted(examples.items())
        )
        return f"{'; '.join(said)}."

    def _mark(self, unit: str, turn: str) -> str:
        return f"{self._units[unit]} {self._turns[turn]}"


def _endings(units: Sequence[str]) -> dict[str, str]:
    """What follows the part that all call signs share, if that ends with a sign."""
    signs = list(zip(*units, strict=False)) if len(units) > 1 else []
    shared = list(takewhile(lambda alike: len(set(alike)) == 1, signs))
    cut = max((n for n, (c, *_) in enumerate(shared, 1) if not c.isalnum()), default=0)
    return {unit: unit[cut:] or unit for unit in units}


def _beginnings(turns: Sequence[str]) -> dict[str, str]:
    """The shortest beginning of each turn's name that no other turn has."""
    marks = {}
    for turn in turns:
        others = [other for other in turns if other != turn]
        lengths = range(1, len(turn) + 1)
        unlike = (n for n in lengths if not any(o.startswith(turn[:n]) for o in others))
        marks[turn] = turn[: next(unlike, len(turn))].capitalize()
    return marks
