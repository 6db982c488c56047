"""What an import would put into the book."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from inputs._cells import CellValue
from rostering.domain import Place


class ImportKind(StrEnum):
    """What a file is imported for."""

    PEOPLE = "people"
    LEAVE = "leave"
    AVAILABILITY = "availability"
    TRAINING = "training"
    DUTIES = "duties"
    REQUESTS = "requests"


@dataclass(frozen=True)
class Wanted:
    """One row for a sheet of the book, and the cells of the sender that say so."""

    sheet: str
    values: Mapping[str, CellValue]
    """By column of that sheet: words, numbers, dates and times as it is read."""
    places: tuple[Place, ...]
    """The first is the one to name."""


class Certainty(StrEnum):
    """How sure the meaning of a word is."""

    KNOWN = "known"
    SAID = "said"
    """Somebody said so, now or for an earlier file of the same kind."""
    GUESSED = "guessed"
    """Not used before somebody agrees."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """One word of the sender's, and what it was taken for."""

    topic: str
    word: str
    meaning: str
    certainty: Certainty
    count: int
    """In how many cells it stands."""
    first: Place
