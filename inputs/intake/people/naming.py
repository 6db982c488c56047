"""How a sender names somebody, and what was made of it."""

from dataclasses import dataclass
from enum import StrEnum

NOBODY = "nobody"
"""The answer that somebody is not one of the book's people."""


class How(StrEnum):
    """What decided who is meant."""

    NUMBER = "number"
    NAME = "name"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Naming:
    """How a sender names one person; what is not said is empty."""

    id: str = ""
    name: str = ""
    employer: str = ""
    side: str = ""
    """Of the file or the cell: ambulance, police or specials."""

    @property
    def word(self) -> str:
        """The words by which an answer refers to the person."""
        is_in_name = bool(self.id) and self.id in self.name
        return " ".join(filter(None, ("" if is_in_name else self.id, self.name)))


@dataclass(frozen=True, slots=True)
class Match:
    """Who is meant, or why that is not certain."""

    person: str = ""
    """An id of the book; empty where nobody is meant for certain."""
    how: How | None = None
    is_nobody: bool = False
    """Whether somebody has said that it is none of the book's people."""
    candidates: tuple[str, ...] = ()
    """Ids of those who may be meant, the likeliest first."""
    wanted: str = ""
    """What would make it certain."""
    note: str = ""
    """What was taken for granted, to be shown."""
