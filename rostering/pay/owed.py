"""What somebody may claim beyond the hours worked, in words, and by which rule."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

_MULTIPLES = {
    Fraction(4, 3): "time and a third",
    Fraction(3, 2): "time and a half",
    Fraction(2): "double time",
}


class OwedKind(StrEnum):
    """What sort of thing is owed."""

    REST_DAY_RATE = "rest-day rate"
    ANOTHER_DAY = "another day off"
    TIME_BACK = "time back"
    HOLIDAY_RATE = "holiday rate"
    TOPPED_UP = "topped up"
    AUTHORITY = "authority"
    CONSENT = "consent"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that is owed, in words, and the row of the catalogue behind it."""

    kind: OwedKind
    words: str
    source: str


def multiple_in_words(multiple: Fraction) -> str:
    """What an hour is paid at: `time and a half`, `1.75 times plain time`."""
    return _MULTIPLES.get(multiple, f"{float(multiple):g} times plain time")
