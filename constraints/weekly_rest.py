"""REST-02: a long rest in every week or fortnight."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from constraints._rests import Weekday, WeeklyRestForm, WeeklyRestRule
from rostering.domain import Kind, Limit

__all__ = ["WeeklyRest", "WeeklyRestForm"]

_LAW = "regulation 11 of the Working Time Regulations 1998"


@dataclass(frozen=True, kw_only=True)
class WeeklyRest(WeeklyRestRule):
    """Everybody has a long rest in every week, or two in every fortnight.

    Why: regulation 11 of the Working Time Regulations 1998: an uninterrupted 24 hours
    in every seven days or, as the employer chooses, two of these or one of 48 hours in
    every fourteen. REST-04 plans for the daily rest on top of it.

    Note: weeks begin on Monday at 00:00 or on another day that is set, and fortnights
    with the period's first week and every second one after it. A rest lies wholly
    within its week or fortnight and is free of all work: shifts, team turns, courses,
    training, court and the record. Two rests may follow one another. Hours are real
    elapsed time. The days before the period in its first week and after it in its last
    count with what is known of them; where the fixed duties alone leave fewer rests, it
    is enough that the rota takes none of these away. As a wish it costs 1 for each rest
    missing.

    Attributes:
        form: `24/7`, `2x24/14` or `48/14`.
        rest: The length of the plain weekly rest, in hours; `48/14` asks for twice it.
        first_day: The day on which weeks begin.
    """

    code: ClassVar[str] = "REST-02"
    title: ClassVar[str] = "Weekly rest"
    briefly: ClassVar[str] = "due a weekly rest"
    kind: ClassVar[Kind] = Kind.LAW
    law: ClassVar[Mapping[str, Limit]] = {
        "rest": Limit(timedelta(hours=24), is_least=True, law=_LAW),
        "first_day": Limit(Weekday.MONDAY, is_least=True, law=_LAW),
    }
    sources: ClassVar[tuple[str, ...]] = (
        "WTR-WEEKLY-REST",
        "WTR-SHIFT-CHANGE",
    )
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L - - L L L L L L L",
        "Ann T T T T T L - T T T T T - L",
        "Bob@A L L\nteam A L L L L L L L L L L L L L L L L L L L L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L - L L L L L L -",
        "Ann T T T T T L L T T T T T L -",
        "Ann .T .T .T .T .T L L T T T T L L L\nstart 2027-01-09",
    )
