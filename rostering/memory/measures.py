"""What a fairness ledger counts: each measure, once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from constraints import Rule
from constraints.late_finishes import FairLateFinishes
from constraints.weekends import FairWeekends
from rostering.domain import Problem, Span
from rostering.domain.time import night_minutes

Mark = Callable[[Span, date], date | None]
"""The date as which a duty counts; None where it does not count."""
NIGHT = time(23), time(6)
"""The night of the Working Time Regulations (WTR-NIGHT-DEF)."""
NIGHT_WORK = 3 * 60
"""The minutes within it that make a duty night work."""
FRIDAY, SATURDAY = 4, 5


@dataclass(frozen=True)
class Measure:
    """One thing of which nobody should have more than a fair share."""

    name: str
    """What is counted, in the plural."""
    means: str
    """What counts, in a sentence."""
    mark: Mark


def measures(problem: Problem, rules: Sequence[Rule]) -> tuple[Measure, ...]:
    """What is counted, where rules on fair shares count it too just as they do."""
    weekends = _set(rules, FairWeekends())
    late = _set(rules, FairLateFinishes())

    def late_on(span: Span, day: date) -> date | None:
        return late.mark(problem, span, day)

    def end_of_week(span: Span, day: date) -> date | None:
        return late_on(span, day) if day.weekday() in (FRIDAY, SATURDAY) else None

    def night(span: Span, day: date) -> date | None:
        return day if night_minutes(span, *NIGHT) >= NIGHT_WORK else None

    def holiday(_: Span, day: date) -> date | None:
        return day if day in problem.bank_holidays else None

    begin, end = f"{weekends.begin:%H:%M}", f"{weekends.end:%H:%M}"
    return (
        Measure(
            "weekends",
            f"weekends touched, Friday {begin} to Monday {end}, each once",
            lambda span, day: weekends.mark(problem, span, day),
        ),
        Measure(
            "Fri/Sat lates",
            "shifts of a Friday or Saturday that finish late",
            end_of_week,
        ),
        Measure(
            "nights",
            "shifts with three hours or more between 23:00 and 06:00",
            night,
        ),
        Measure(
            "late finishes",
            f"shifts that finish after {late.after:%H:%M} on the next date",
            late_on,
        ),
        Measure("bank holidays", "shifts that start on a bank holiday", holiday),
    )


R = TypeVar("R", bound=Rule)


def _set(rules: Sequence[Rule], usual: R) -> R:
    """The rule as the book sets it; as usual where it is switched off."""
    return next((rule for rule in rules if isinstance(rule, type(usual))), usual)
