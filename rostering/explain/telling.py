"""Which of several reasons against somebody is told first."""

from typing import Protocol

MOST_TELLING_FIRST = (
    "POST-01",
    "PAIR-01",
    "SKILL-01",
    "CREW-02",
    "CREW-03",
    "ROAD-01",
    "ROAD-02",
    "HOURS-07",
    "LATE-01",
    "LEAVE-01",
    "HOURS-02",
    "HOURS-05",
    "HOURS-06",
    "REST-05",
    "REST-02",
    "REST-03",
    "REST-01",
    "PIN-01",
    "CHANGE-03",
    "TEAM-01",
    "LEAVE-02",
    "HOURS-01",
    "RUN-03",
    "RUN-02",
    "RUN-04",
    "RUN-01",
    "RUN-06",
    "RUN-07",
    "FAIR-07",
    "TURN-01",
    "TURN-03",
    "HOURS-08",
    "HOURS-04",
    "AVAIL-01",
    "TURN-04",
    "CLASH-01",
    "CREW-01",
)
"""Rules by what would remain if the easier things were mended.

Who has the wrong role or no ticket is no help on any day; whoever is away or on another
turn, not on this one; rest and hours can give way to another rota; offers can be asked
for; and whoever is on another car is at work already. A rule that is not named comes
before all that may be mended.
"""
_RANKS = {code: rank for rank, code in enumerate(MOST_TELLING_FIRST)}
_UNKNOWN = _RANKS["ROAD-01"]


class Told(Protocol):
    """A rule that is against somebody, and what it says."""

    @property
    def rule(self) -> str:
        """The rule's code."""

    @property
    def because(self) -> str:
        """What it says, in full."""


def telling(told: Told) -> tuple[int, str, str]:
    """The key that sorts reasons, the most telling first."""
    return _RANKS.get(told.rule, _UNKNOWN), told.rule, told.because
