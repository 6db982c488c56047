"""What one token of a drawing means."""

from dataclasses import dataclass
from datetime import date, time

from rostering.domain import Span
from rostering.domain.time import span_between

TURNS: dict[str, tuple[str, time, time]] = {
    "M": ("morning", time(6), time(14)),
    "E": ("early", time(7), time(17)),
    "L": ("late", time(15), time(1)),
    "N": ("night", time(21), time(7)),
    "S": ("specials", time(18), time(2)),
    "D": ("day", time(8), time(18)),
    "X": ("long", time(7), time(20)),
}
LETTERS = {turn: letter for letter, (turn, _, _) in TURNS.items()}
LEAVE, TRAINING, REST = "A", "T", "-"


@dataclass(frozen=True, slots=True)
class Token:
    """One turn of one car on one day."""

    letter: str
    car: str = "1"

    @property
    def turn(self) -> str:
        """The turn's name."""
        return TURNS[self.letter][0]

    @property
    def unit(self) -> str:
        """The car's call sign."""
        return f"J{self.car}"

    def span_on(self, day: date) -> Span:
        """When the turn is worked on the day."""
        _, start, end = TURNS[self.letter]
        return span_between(day, start, end)


def token(text: str) -> Token | None:
    """The turn that the text draws; None where it draws none.

    Raises:
        ValueError: The letter is no turn's.
    """
    if text in (REST, LEAVE, TRAINING):
        return None
    if text[:1] not in TURNS:
        raise ValueError(f"{text!r} draws no turn; use one of {' '.join(TURNS)}")
    return Token(text[0], text[1:] or "1")
