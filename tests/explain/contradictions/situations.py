"""For each rule a smallest situation in which it bars one person from one shift.

Each situation leaves all other shifts of the person alone, so that two or three of
them can bar, together, every shift by which a pin could be kept.
"""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from constraints.weekly_rest import WeeklyRestForm
from rostering.domain import (
    AbsenceKind,
    Course,
    Crew,
    DateRange,
    Duty,
    DutyKind,
    Leave,
    OffRoad,
    Pair,
    PairKind,
    Person,
    PersonId,
    Pin,
    PinKind,
    Post,
    Shift,
    SkillNeed,
    Unit,
)
from rostering.domain.time import DAY, HOUR
from tests.explain.contradictions.spots import (
    BOTH,
    CONTRACT,
    TEAM,
    VOLUNTEER,
    Hours,
    Situation,
    Spot,
    ends_in,
    span,
    window,
)

NO_PERSON = frozenset({"nobody"})
"""A role that none of the people has."""
PERSON, OF_TEAM = frozenset({"people"}), frozenset({"teams"})
LONG: Hours = (0.75, 9.75)
LATE: Hours = (21, 22)
WEEK = {"weeks": 1, "team_week": HOUR / 60, "volunteers": True}
"""With this the average week is one week, and binds everybody."""


def before(spot: Spot, hours: Hours) -> dict[str, tuple[Any, ...]]:
    """A duty of the person on the day before."""
    day = spot.day - DAY
    duty = Duty(spot.who, DutyKind.WORKED, span(day, hours), day, what="worked")
    return {"history": (duty,)}


def course(spot: Spot, hours: Hours, day: date) -> dict[str, tuple[Any, ...]]:
    """A course on which the person is booked."""
    name = f"C{spot.number}{hours[0]:.0f}"
    return {"courses": (Course(name, "", span(day, hours), 9, booked=(spot.who,)),)}


def other(spot: Spot) -> Person:
    """Somebody who can be on no other shift than this one."""
    name = f"Q{spot.number}"
    return Person(PersonId(name), name, f"role-{name}", weekly_minutes=2250)


def _apart(spot: Spot, kind: PairKind) -> Situation:
    second = other(spot)
    return Situation(
        facts={
            "pairs": (Pair(spot.who, second.id, kind),),
            "pins": (Pin(second.id, spot.car, spot.day, PinKind.ON),),
        },
        people=(second,),
        posts=(Post(second.name, (frozenset({second.role}),), 0),),
    )


def _out_with_others(spot: Spot) -> Situation:
    """The car is out with somebody else just then."""
    second = other(spot)
    return Situation(
        facts={"pins": (Pin(second.id, spot.car, spot.day, PinKind.ON),)},
        people=(second,),
        shifts=(_shift_of(second, spot, spot.car),),
        set_to={"least": HOUR / 60},
    )


def _frozen(spot: Spot) -> Situation:
    """Somebody else is published, and the person is not."""
    second = other(spot)
    elsewhere = _shift_of(second, spot, f"{spot.car} of {second.name}")
    return Situation(is_frozen=True, people=(second,), shifts=(elsewhere,))


def _shift_of(person: Person, spot: Spot, car: str) -> Shift:
    """A shift on the car, for the person only, at the hours of the spot."""
    post = Post(person.name, (frozenset({person.role}),), 0)
    crew, turn = Crew(f"crew of {person.name}", (post,)), f"turn of {person.name}"
    return Shift(spot.day, car, turn, span(spot.day, spot.hours), crew)


def _mentored(spot: Spot) -> Situation:
    mentor = Person(PersonId("Zed"), "Zed", "mentor", weekly_minutes=2250)
    pair = Pair(mentor.id, spot.who, PairKind.MENTOR)
    return Situation(facts={"pairs": (pair,)}, mentor=mentor)


def off_at_midnight(spot: Spot) -> Situation:
    """The car goes off the road in the night; its other shifts are over by then."""
    tomorrow = DateRange(spot.day + DAY, spot.day + DAY)
    return Situation(
        hours=(23.5, 24.5),
        facts={"off_road": (OffRoad(spot.car, tomorrow),)},
        set_to={"spill": 0 * HOUR},
    )


SITUATIONS: dict[str, Callable[[Spot], Situation]] = {
    "AVAIL-01": lambda _: Situation(tells=PERSON, terms=frozenset({VOLUNTEER})),
    "CHANGE-03": _frozen,
    "CLASH-01": lambda spot: Situation(
        hours=(0, 0.5),
        facts=before(spot, (23.75, 24.25)),
    ),
    "CREW-01": lambda _: Situation(posts=(Post("nobody", (NO_PERSON,)),)),
    "CREW-02": lambda spot: Situation(any_skills=(f"rowing {spot.number}",)),
    "CREW-03": lambda _: Situation(
        posts=(Post("constable", (frozenset({"special"}),), 0),)
    ),
    "FATIGUE-03": lambda spot: Situation(
        facts=course(spot, (spot.hours[0] - 0.1, spot.hours[0]), spot.day),
        set_to={"rest": HOUR / 10},
    ),
    "FATIGUE-06": lambda spot: Situation(
        person={"commute": 60},
        set_to=ends_in(spot.hours),
        tells=PERSON,
    ),
    "FATIGUE-07": lambda _: Situation(
        hours=LONG, person={"commute": 180}, tells=PERSON
    ),
    "HOURS-01": lambda _: Situation(hours=LONG, set_to={"most": 8.75 * HOUR}),
    "HOURS-02": lambda _: Situation(
        hours=LONG,
        set_to={**WEEK, "most": 8.75 * HOUR},
    ),
    "HOURS-04": lambda _: Situation(
        hours=(1, 7),
        person={"weekly_minutes": 30},
        set_to={"tolerance": 4 * HOUR, "meal_break": 6 * HOUR},
        terms=frozenset({CONTRACT, BOTH}),
    ),
    "HOURS-05": lambda _: Situation(
        hours=LONG,
        set_to={"weeks": 1, "most": 1.25 * HOUR},
        terms=frozenset({CONTRACT, TEAM, BOTH}),
    ),
    "HOURS-06": lambda _: Situation(hours=LONG),
    "HOURS-07": lambda _: Situation(
        hours=LONG, set_to={"most": 8.75 * HOUR}, tells=frozenset({"shifts"})
    ),
    "LATE-01": lambda _: Situation(
        turn="early", tells=OF_TEAM, terms=frozenset({TEAM, BOTH})
    ),
    "LEAVE-01": lambda spot: Situation(
        facts={
            "leave": (Leave(spot.who, AbsenceKind.UNPAID, span(spot.day, spot.hours)),)
        },
    ),
    "LEAVE-02": lambda spot: Situation(
        hours=LATE,
        facts=course(spot, (8, 8.5), spot.day + DAY),
        set_to={"latest": time(20, 30)},
    ),
    "PAIR-01": lambda spot: _apart(spot, PairKind.NEVER),
    "PAIR-02": lambda spot: _apart(spot, PairKind.AVOID),
    "PAIR-04": _mentored,
    "PIN-01": lambda spot: Situation(
        facts={"pins": (Pin(spot.who, spot.car, spot.day, PinKind.OFF),)},
    ),
    "POST-01": lambda spot: Situation(
        facts={"units": (Unit(spot.car, in_service=DateRange(spot.day + DAY, None)),)},
    ),
    "REST-01": lambda spot: Situation(
        facts=course(spot, (spot.hours[1], spot.hours[1] + 0.1), spot.day),
        set_to={"rest": HOUR / 10, "overrun": 0 * HOUR},
    ),
    "REST-02": lambda _: Situation(
        hours=(21.75, 22.75),
        set_to={"form": WeeklyRestForm.ONE_A_WEEK, "rest": (168 - 21.5) * HOUR},
    ),
    "REST-03": lambda spot: Situation(
        facts=before(spot, (spot.hours[0] - 11.25, spot.hours[0] + 1.75)),
        set_to={"rest": 11.5 * HOUR, "within": 23.5 * HOUR},
    ),
    "REST-04": lambda _: Situation(
        hours=(21.75, 22.75),
        set_to={"form": WeeklyRestForm.ONE_A_WEEK, "rest": (157 - 21.5) * HOUR},
    ),
    "REST-05": lambda _: Situation(
        set_to={"least": 7},
        is_rest_day=True,
        tells=OF_TEAM,
        terms=frozenset({TEAM, BOTH}),
    ),
    "ROAD-01": lambda spot: Situation(
        facts={"off_road": (OffRoad(spot.car, DateRange(spot.day, spot.day)),)},
    ),
    "ROAD-02": _out_with_others,
    "ROLE-02": lambda _: Situation(better=NO_PERSON),
    "RUN-01": lambda spot: Situation(facts=before(spot, (12, 13)), set_to={"most": 1}),
    "RUN-02": lambda spot: Situation(
        facts=before(spot, spot.hours),
        set_to=window(spot.hours),
    ),
    "RUN-03": lambda spot: Situation(
        hours=(17.25, 19.75),
        facts=before(spot, (17.25, 19.75)),
        set_to={"most": 1, "longer_than": 2 * HOUR, "finish_after": time(19)},
    ),
    "RUN-04": lambda spot: Situation(
        facts=before(spot, (12, 13)), set_to={"most": 1, "days": 2}
    ),
    "SKILL-01": lambda spot: Situation(
        facts={"skill_needs": (SkillNeed(spot.role, "radio", frozenset({spot.post})),)},
    ),
    "TEAM-01": lambda _: Situation(
        least_on_duty=1, tells=OF_TEAM, terms=frozenset({TEAM, BOTH})
    ),
    "VOL-01": lambda _: Situation(
        hours=LONG,
        set_to={"week": 8.75 * HOUR, "month": 200 * HOUR},
        terms=frozenset({VOLUNTEER}),
    ),
    "VOL-03": lambda _: Situation(
        hours=LATE,
        person={"main_job": (time(9), time(17))},
        set_to={"most": 11.5 * HOUR},
        tells=PERSON,
    ),
    "VOL-04": lambda _: Situation(
        hours=LATE,
        person={"main_job": (time(9), time(17))},
        set_to={"rest": 11.5 * HOUR},
        tells=PERSON,
    ),
    "WISH-02": lambda spot: Situation(person={"units": ("H", spot.car)}),
}
"""How each rule bars somebody from one shift and from no other."""
