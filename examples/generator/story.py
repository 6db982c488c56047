"""What happens in a book by hand, where the rest of it is drawn by chance."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from examples.generator.book import HandRow

Night = tuple[str, date]
"""A car, by call sign, and a date."""


@dataclass(frozen=True)
class Story:
    """Rows written by hand, and what chance must keep clear of."""

    rows: tuple[HandRow, ...] = ()
    by_hand: frozenset[str] = frozenset()
    """People whose absences are all written by hand."""
    quiet: frozenset[Night] = frozenset()
    """Nights on which nobody who may ride the car offers time by chance."""
    expires: Mapping[tuple[str, str], date] = field(default_factory=dict)
    """The last day of a ticket, by person and skill."""
    lacks: frozenset[tuple[str, str]] = frozenset()
    """Tickets, by person and skill, that somebody does not hold."""


NO_STORY = Story()
