"""FAIR-03: work on bank holidays is shared fairly."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from constraints._fair_shares import FairShare
from rostering.domain import Duty, Problem, Rota, Span


@dataclass(frozen=True, kw_only=True)
class FairBankHolidays(FairShare):
    """Bank holidays at work are shared in proportion to what each person can do.

    Why: there are eight a year, and everybody remembers who worked the last ones.
    FAIR-06 sees to it that nobody works the same one twice running (FAIR-BH).

    Note: a shift counts where it starts on the holiday, as it belongs to that date.
    The share is set before planning. People with contracted hours should have it,
    rounded up or down; members of a team, and people who offer time, may have less but
    not more. What is on record in the remembered weeks counts, and is never charged by
    itself.
    """

    code: ClassVar[str] = "FAIR-03"
    title: ClassVar[str] = "Fair share of bank holidays"
    briefly: ClassVar[str] = "with enough bank holidays"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("FAIR-BH",)
    counted: ClassVar[str] = "bank holidays"
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L - - -\nBob:paramedic - - - L\nholiday x - - x",
        "Ann L - L -\nBob:paramedic - - - -\nholiday x - - -",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L - - L\nBob:paramedic - - - -\nholiday x - - x", 2),
        (
            "Sam:special S - - S\nTom:special - - - -\nholiday x - - x\n"
            "offer Sam S - - S\noffer Tom S - - S",
            1,
        ),
    )

    def mark(self, problem: Problem, span: Span, day: date) -> date | None:
        """The holiday itself."""
        return day if day in problem.bank_holidays else None

    def tally(self, rota: Rota, duties: list[Duty]) -> int:
        """Go through the holidays one by one."""
        starts = [duty.span.local_start.date() for duty in duties]
        return sum(holiday in starts for holiday in rota.problem.bank_holidays)
