"""FAIR-02: late finishes are shared fairly."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar

from constraints._fair_shares import FairShare
from rostering.domain import Duty, Problem, Rota, Span
from rostering.domain.time import DAY, instant


@dataclass(frozen=True, kw_only=True)
class FairLateFinishes(FairShare):
    """Shifts that finish after midnight are shared in proportion to what each can do.

    Why: who comes home at two in the morning has lost the next day as well. The
    aim is a spread of at most two in eight weeks (FAIR-NIGHT); remembering what was
    worked before keeps one rota from repeating the last.

    Note: a joint unit works late almost always, so with contracted hours a share of
    the late finishes is nearly a share of all work, and follows the hours. The share
    is set before planning. People with contracted hours should have it, rounded up or
    down; members of a team, and people who offer time, may have less but not more. What
    is on record already is never charged, and nobody is short of what their hours have
    no room for.

    Attributes:
        after: The clock time on the next date after which a finish is late.
    """

    code: ClassVar[str] = "FAIR-02"
    title: ClassVar[str] = "Fair share of late finishes"
    briefly: ClassVar[str] = "with enough late finishes"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAIR-NIGHT", "FAIR-LATE")
    counted: ClassVar[str] = "late finishes"
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L - -\nBob:paramedic - - L L",
        "Ann L L - - -\nBob:paramedic - - L L L",
        "Ann E E E -\nBob:paramedic - - - L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L L L L\nBob:paramedic - - - -", 4),
        ("Ann .L .L L L\nBob:paramedic - -", 3),
        ("Bob@A L L\nCal@A - -\nteam A L L - -", 1),
    )

    after: time = time()

    def mark(self, problem: Problem, span: Span, day: date) -> date | None:
        """The date of a shift that finishes after the hour on the next."""
        return day if span.end > self._hour(day) else None

    def tally(self, rota: Rota, duties: list[Duty]) -> int:
        """Count the dates with work that goes on past the hour."""
        late = set()
        for duty in duties:
            past = Span(self._hour(duty.day), self._hour(duty.day + DAY))
            if duty.span.overlaps(past):
                late.add(duty.day)
        return len(late)

    def _hour(self, day: date) -> datetime:
        return instant(day + DAY, self.after, finish=True)
