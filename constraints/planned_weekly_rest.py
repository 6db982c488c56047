"""REST-04: the daily rest on top of the weekly one."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from constraints._rests import WeeklyRestRule
from rostering.domain import Kind, Mode


@dataclass(frozen=True, kw_only=True)
class PlannedWeeklyRest(WeeklyRestRule):
    """The weekly rest is planned with the daily rest on top: 35 hours, or 59.

    Why: the weekly rest shall not include the daily one unless there are objective
    reasons (regulation 11(7), Working Time Regulations 1998). So NHS rotas plan 24 and
    11 hours together, or 48 and 11.

    Note: weeks, fortnights and rests are those of REST-02, only longer. Its weight is
    0, so that each rest missing is told of and none is sought: rotas that keep REST-01
    and REST-02 seldom lack it, and looking for it everywhere takes its time. With a
    weight it costs that much for each rest missing.

    Attributes:
        form: `24/7`, `2x24/14` or `48/14`, as for REST-02.
        rest: The length of the plain weekly rest, in hours; `48/14` asks for twice it.
        first_day: The day on which weeks begin.
        daily_rest: How much longer each rest is to be, in hours.
    """

    code: ClassVar[str] = "REST-04"
    title: ClassVar[str] = "Weekly rest with the daily rest"
    briefly: ClassVar[str] = "due a longer weekly rest"
    kind: ClassVar[Kind] = Kind.CONTRACT
    sources: ClassVar[tuple[str, ...]] = ("WTR-WEEKLY-35", "AFC-27-WEEKLY")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L - L L L L L - L",
        "Ann L L L L L - - - L L L L L L",
        "Ann - - - - - - - L L L L L L L",
        "Bob@A L L\nteam A L L L L L L L L L L L L L L L L L L L L",
    )
    broken: ClassVar[tuple[str, ...]] = ("Ann L L L L L - - L L L L L L L",)
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L L L L L - - L L L L L L L", 1),
        ("Ann L L L L L L L L L L L L L L", 2),
    )

    mode: Mode = Mode.WISH
    weight: int = 0
    daily_rest: timedelta = timedelta(hours=11)

    @property
    def length(self) -> timedelta:
        """The weekly rest and the daily rest together."""
        return self.form.size * self.rest + self.daily_rest
