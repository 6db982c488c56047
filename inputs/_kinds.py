"""What a column may hold: how a kind of value is read, and how it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from inputs._cells import CellValue

T_co = TypeVar("T_co", covariant=True)


class NotUnderstood(ValueError):
    """A value that is not of its column's kind."""

    def __init__(self, wanted: str = "", likely: str = "") -> None:
        super().__init__(wanted)
        self.wanted = wanted
        """Said in place of the kind's own words, where these would not help."""
        self.likely = likely


def no_caution(_value: CellValue) -> str:
    """Nothing to be wary of."""
    return ""


@dataclass(frozen=True)
class Kind(Generic[T_co]):
    """A kind of value: `read` returns what a cell says, or raises NotUnderstood.

    `caution` says what to look at in a value that is taken, but doubtful.
    """

    name: str
    wanted: str
    read: Callable[[CellValue], T_co]
    example: str = ""
    choices: tuple[str, ...] = ()
    number_format: str = "General"
    caution: Callable[[CellValue], str] = no_caution
