"""Where a value stands in the book, and what is wrong there."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One cell, written as Excel writes it: `[trust.xlsx]Leave!C14`."""

    file: str
    sheet: str
    cell: str

    def __str__(self) -> str:
        """The address as Excel writes it; a file as a whole by its name."""
        if not self.sheet:
            return self.file
        file = f"[{self.file}]" if self.file else ""
        return f"{file}{self.sheet}!{self.cell}"


NOWHERE = Place("", "nowhere", "A1")
"""The place of a value that no book holds: made in a drawing or a test."""


class Severity(StrEnum):
    """How much a fault matters: an error stops the work, a warning is shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with the inputs, at the cell where it can be put right."""

    place: Place
    found: str
    wanted: str
    likely: str = ""
    """For a near miss, the word that was probably meant."""
    severity: Severity = Severity.ERROR
