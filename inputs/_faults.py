"""Gathering everything that is wrong before anything is said."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rostering.domain import Fault, Place, Severity

NEAR = 0.65
"""How alike two words must be, of 1, for one to be a likely slip for the other."""


class Faults:
    """Everything found wrong so far, each thing once."""

    def __init__(self) -> None:
        self._found: dict[Fault, None] = {}

    def add(self, fault: Fault) -> None:
        """Note a fault."""
        self._found[fault] = None

    def error(self, place: Place, found: str, wanted: str, likely: str = "") -> None:
        """Note something that stops the work."""
        self.add(Fault(place, found, wanted, likely))

    def warn(self, place: Place, found: str, wanted: str, likely: str = "") -> None:
        """Note something that is shown, and goes on."""
        self.add(Fault(place, found, wanted, likely, Severity.WARNING))

    def __iter__(self) -> Iterator[Fault]:
        """All of them by file, sheet, row and column."""
        return iter(sorted(self._found, key=_standing))

    @property
    def has_errors(self) -> bool:
        """Whether any of them stops the work."""
        return any(fault.severity is Severity.ERROR for fault in self._found)


def in_order(place: Place) -> tuple[str, str, int, int, str]:
    """The place as a sheet is read: by file, sheet, row, then column."""
    column = place.cell.rstrip("0123456789")
    row = place.cell[len(column) :]
    return place.file, place.sheet, int(row or 0), len(column), column


def and_more(count: int, what: str) -> str:
    """How many more there are: ` and 1 more row`, ` and 3 more rows`, or nothing."""
    plural = "" if count == 1 else "s"
    return f" and {count} more {what}{plural}" if count else ""


def likely(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or nothing.

    Words with other digits in them are other words: JR-02 is no slip for JR-04.
    """
    candidates = [other for other in sorted(known) if _digits(other) == _digits(word)]
    best = process.extractOne(
        word,
        candidates,
        scorer=OSA.normalized_similarity,
        processor=str.casefold,
        score_cutoff=NEAR,
    )
    return str(best[0]) if best else ""


def _digits(word: str) -> str:
    return "".join(sorted(re.sub(r"[^1-9]", "", word)))


def _standing(fault: Fault) -> tuple[tuple[str, str, int, int, str], str, str]:
    return in_order(fault.place), fault.severity.value, fault.found
