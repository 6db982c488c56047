"""What an import cannot take for certain, and the answer that would settle it."""

from dataclasses import dataclass
from enum import StrEnum

from rostering.domain import Place


class Topic(StrEnum):
    """What an answer is about: the first word of `code LD = late`."""

    COLUMN = "column"
    CODE = "code"
    COLOUR = "colour"
    BLANK = "blank"
    PERSON = "person"
    ROLE = "role"
    EMPLOYER = "employer"
    UNIT = "unit"
    TEAM = "team"
    SKILL = "skill"
    TURN = "turn"
    DATES = "dates"
    YEAR = "year"
    FILL = "fill"
    """What to put into a column of the book that the file does not have."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that one answer settles for a whole file, and for the next like it."""

    topic: Topic
    word: str
    """The sender's word; empty where the topic has only one question."""
    choices: tuple[str, ...] = ()
    """What it may mean; empty where any answer may be given."""
    likely: str = ""
    names: tuple[str, ...] = ()
    """What people know the choices by, one for each; empty where they know them so."""

    @property
    def shown(self) -> tuple[str, ...]:
        """The choices as people are to see them."""
        pairs = zip(self.choices, self.names or self.choices, strict=False)
        return tuple(f"{one} {name}" if name != one else one for one, name in pairs)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell that is not taken until somebody has looked at it.

    Its row waits; the rest of the file goes on.
    """

    place: Place
    found: str
    wanted: str
    likely: str = ""
    """What we would take it for."""
    question: Question | None = None
    """Where one answer settles it and all others like it."""


@dataclass(frozen=True, slots=True)
class Passed:
    """Cells that are no part of what was asked for, and why they were passed over."""

    place: Place
    found: str
    because: str
