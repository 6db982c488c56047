"""What keeps one person out of an open post: all of it, the most telling first."""

from collections.abc import Iterable
from dataclasses import dataclass

from rostering.domain import PersonId, Place
from rostering.explain.options import Objection

MOST_TELLING_FIRST = (
    "POST-01",
    "PAIR-01",
    "SKILL-01",
    "CREW-02",
    "CREW-03",
    "ROAD-01",
    "LATE-01",
    "LEAVE-01",
    "HOURS-02",
    "REST-02",
    "REST-01",
    "PIN-01",
    "TEAM-01",
    "LEAVE-02",
    "HOURS-01",
    "RUN-03",
    "RUN-02",
    "RUN-01",
    "HOURS-04",
    "AVAIL-01",
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


@dataclass(frozen=True, slots=True)
class Stop:
    """Everything that keeps one person out of one open post."""

    person: PersonId
    objections: tuple[Objection, ...]
    """At least one; the most telling first."""

    @classmethod
    def of(cls, person: PersonId, objections: Iterable[Objection]) -> "Stop":
        """The stop, its objections put in order."""
        return cls(person, tuple(sorted(objections, key=_rank)))

    @property
    def rule(self) -> str:
        """The code of the most telling rule; empty where no rule is against it."""
        return self.objections[0].rule

    @property
    def because(self) -> str:
        """What the most telling rule says, in full."""
        return self.objections[0].because

    @property
    def place(self) -> Place | None:
        """The cell of the most telling reason, if one cell says it."""
        return self.objections[0].place

    @property
    def briefly(self) -> str:
        """The most telling reason in a few words."""
        return self.objections[0].briefly


def _rank(objection: Objection) -> tuple[int, str, str]:
    rank = _RANKS.get(objection.rule, _UNKNOWN)
    return rank, objection.rule, objection.because
