"""What comes of a part that is planned anew, in whichever way."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from rostering.solve.lines.pool import Column
from rostering.solve.matrix import Whole


@dataclass(frozen=True, slots=True)
class Answer:
    """A solution that is no worse than the one it was made of, if there is one."""

    solution: Whole | None
    work: float
    """In the solver's units."""
    is_closed: bool
    """Whether nothing better is in the part."""
    offers: Iterable[tuple[int, Column]] = field(default=())
    """Lines that were looked at, with the numbers of the people."""


Work = Callable[[], Answer]
"""Done in a thread of its own; it reads nothing that changes meanwhile."""


class Planner(Protocol):
    """Somebody who plans parts anew."""

    @property
    def kinds(self) -> Mapping[str, int]:
        """The ways to choose a part, and about how many fills to begin with in each."""

    def look_at(self, solution: Whole) -> None:
        """Draw from now on with this solution in mind."""

    def begin(self, kind: str, size: int, deadline: float) -> Work:
        """Choose a part of the solution that was looked at last."""

    def note(self, answer: Answer) -> None:
        """Learn from an answer of one's own."""
