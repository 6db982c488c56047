"""How rules couple two days of one person: shifts that do not go together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from constraints.weekly_rest import WeeklyRestForm
from rostering.domain import PersonId
from rostering.domain.time import HOUR
from tests.explain.contradictions.situations import WEEK
from tests.explain.contradictions.spots import Hours, Spot, window

LATES = {"most": 1, "longer_than": 2 * HOUR, "finish_after": time(19)}
ANYWHERE = Spot(PersonId("Ann"), date(2027, 1, 4), 0, "J0")


@dataclass(frozen=True)
class Stretch:
    """Hours of two days that a rule does not let go together."""

    hours: Hours
    then: Hours
    set_to: Mapping[str, Any]
    instead: Hours | None = None
    """Hours of the other day that would go with the first."""
    person: Mapping[str, Any] = field(default_factory=dict)


def _sum(set_to: Mapping[str, Any]) -> Stretch:
    return Stretch((2, 7), (2, 7), set_to)


DAYS: dict[str, Callable[[Spot], Stretch]] = {
    "CLASH-01": lambda _: Stretch((23.5, 24.5), (0, 1), {}),
    "HOURS-01": lambda _: _sum({"most": 8.5 * HOUR}),
    "HOURS-02": lambda _: _sum({**WEEK, "most": 8.5 * HOUR}),
    "HOURS-04": lambda _: Stretch(
        (2, 7),
        (2, 7),
        {"tolerance": 8 * HOUR, "meal_break": 6 * HOUR},
        person={"weekly_minutes": 30},
    ),
    "REST-01": lambda _: Stretch(
        (22, 23), (0.5, 1.5), {"rest": 2 * HOUR, "overrun": 0 * HOUR}
    ),
    "REST-02": lambda _: Stretch(
        (8, 9),
        (8, 9),
        {"form": WeeklyRestForm.ONE_A_WEEK, "rest": 81 * HOUR},
        instead=(20, 21),
    ),
    "RUN-02": lambda spot: Stretch(spot.hours, spot.hours, window(spot.hours)),
    "RUN-03": lambda _: Stretch((17.25, 19.75), (17.25, 19.75), LATES),
    "VOL-01": lambda _: _sum({"week": 8.5 * HOUR, "month": 200 * HOUR}),
}
"""How rules couple a day with a later one."""

TURNS: dict[str, Callable[[Spot], Stretch]] = {
    "HOURS-01": lambda _: Stretch((2, 10), (2, 5), {"most": 10 * HOUR}),
    "HOURS-02": lambda _: Stretch((2, 10), (2, 5), {**WEEK, "most": 10 * HOUR}),
    **{
        code: DAYS[code]
        for code in ("CLASH-01", "HOURS-04", "REST-01", "REST-02", "RUN-02", "RUN-03")
    },
}
"""How they couple it with a later turn of the person's team."""

TURNS_BEFORE = {
    "CLASH-01": Stretch((0, 1), (23.5, 24.5), {}),
    "REST-01": Stretch((0, 1), (22.5, 23.5), {"rest": 2 * HOUR}),
    "REST-02": Stretch(
        (8, 9), (20, 21), {"form": WeeklyRestForm.ONE_A_WEEK, "rest": 84 * HOUR}
    ),
}
"""How some couple it with an earlier turn."""


@dataclass(frozen=True)
class Weekend:
    """Two shifts of a Sunday and two of the next Monday.

    The later of either day do not go together. Of two sums of hours, one lets the
    first of Sunday not go with the later of Monday, and one bars the first of Monday.
    """

    sunday: tuple[Hours, Hours]
    monday: tuple[Hours, Hours]
    set_to: Mapping[str, Any]
    both: float = 17
    """The most hours of both days."""
    week: float = 10
    """The most hours of a week."""
    person: Mapping[str, Any] = field(default_factory=dict)


WEEKENDS: dict[str, Weekend] = {
    "CLASH-01": Weekend(((0, 10), (19.5, 24.5)), ((12, 23), (0, 8)), {}),
    "HOURS-04": Weekend(
        ((1, 12), (1, 5.5)),
        ((1, 13), (1, 7)),
        {"tolerance": 7.5 * HOUR, "meal_break": 8 * HOUR},
        both=16.75,
        week=11,
        person={"weekly_minutes": 60},
    ),
    "REST-01": Weekend(((0, 10), (18, 23)), ((12, 23), (0, 8)), {"overrun": 0 * HOUR}),
    "REST-02": Weekend(
        ((8, 18), (0, 5)),
        ((6, 17), (11, 19)),
        {"form": WeeklyRestForm.DOUBLE_A_FORTNIGHT, "rest": 75 * HOUR},
    ),
    "RUN-02": Weekend(((10, 20), (1, 6)), ((10, 21), (1, 9)), window((2, 3))),
    "RUN-03": Weekend(((1, 11), (15, 20)), ((1, 12), (12, 20)), LATES),
}
"""How rules couple a Sunday with the Monday after it."""
