"""The sheet Cover: which shifts must be crewed."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal, TypeAlias

from inputs._clocks import TEAM_OR_CLOCK, TEAM_OR_END_CLOCK
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE, LAST_DATE
from inputs._values import DAYS, NAME, WORD
from inputs.crews import CREW
from inputs.units import PRIORITY, UNIT
from rostering.domain import DateRange

Clock: TypeAlias = time | Literal["team"]


@dataclass(frozen=True, kw_only=True)
class CoverRow(Row):
    """Shifts that come again every week."""

    unit: str = required("unit", NAME, "The car's call sign.", refers=UNIT)
    days: frozenset[int] = required("days", DAYS, "On which it starts: Mon-Thu, Sun.")
    turn: str = required("turn", WORD, "What kind of shift it is: late, night.")
    start: Clock = required(
        "start",
        TEAM_OR_CLOCK,
        "When it starts; `team`: as the districts' team on that turn that day.",
    )
    end: Clock = required(
        "end", TEAM_OR_END_CLOCK, "When it ends; not after the start means next day."
    )
    crew: str = required("crew", NAME, "A crew from Crews.", refers=CREW)
    first: date | None = optional("from", DATE, "First date.")
    last: date | None = optional("to", LAST_DATE, "Last date.")
    priority: int | None = optional(
        "priority", PRIORITY, "Which is crewed first; blank: as its car."
    )

    @property
    def dates(self) -> DateRange:
        """The dates between which it comes."""
        return DateRange(self.first, self.last)


COVER = SheetForm("Cover", "Which shifts must be crewed.", CoverRow, required=True)
