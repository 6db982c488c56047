"""What people of the Kent book ask for, and what is already decided."""

from collections.abc import Iterator
from datetime import date, time

from examples.generator.book import HandRow, hand_row
from examples.generator.plan import Car
from examples.generator.staff import Staff

JOINER = "SC71017"
"""A Special who joins in the middle of the period."""


def wishes(staff: Staff, cars: tuple[Car, ...]) -> Iterator[HandRow]:
    """Requests, pairs, pins and a newcomer."""
    yield from _requests(staff)
    yield from _pairs(staff, cars)
    yield from _pins(staff, cars)
    yield from _newcomer(cars[1])


def _requests(staff: Staff) -> Iterator[HandRow]:
    ids = [x.id for x in staff.contracted]
    for person, want, first, last, unit, weight in (
        (ids[0], "off", date(2027, 1, 9), date(2027, 1, 10), None, 2),
        (ids[1], "off", date(2027, 2, 13), date(2027, 2, 14), None, 1),
        (ids[2], "work", date(2027, 1, 31), date(2027, 1, 31), "JR-04", 1),
        (ids[3], "work", date(2027, 2, 23), date(2027, 2, 26), None, 2),
        (ids[4], "off", date(2027, 1, 24), date(2027, 1, 24), None, 1),
        (ids[6], "work", date(2027, 2, 5), date(2027, 2, 6), "JR-07", 1),
    ):
        cells = {"from_": first, "to": last, "unit": unit, "weight": weight}
        yield hand_row("trust", "Requests", person=person, want=want, **cells)
    night = date(2027, 1, 20)
    for worker in (staff.regulars[7], staff.regulars[31], staff.regulars[50]):
        cells = {"from_": night, "to": night, "weight": 1}
        yield hand_row("joint", "Requests", person=worker.id, want="off", **cells)


def _pairs(staff: Staff, cars: tuple[Car, ...]) -> Iterator[HandRow]:
    dartford, medway, thanet = (
        [x.id for x in staff.specials if x.home == car.callsign] for car in cars
    )
    paramedics = [x.id for x in staff.contracted]
    end = date(2027, 6, 30)
    for first, second, kind, last, reason in (
        (medway[1], medway[5], "never", None, "private"),
        (paramedics[2], medway[8], "never", end, "private, review in June"),
        (dartford[3], dartford[6], "avoid", None, "live together, one car"),
        (thanet[2], thanet[9], "prefer", None, "share the drive"),
        (paramedics[4], thanet[6], "prefer", None, None),
        (dartford[2], dartford[0], "mentor", end, "on the way to DPS"),
        (thanet[5], thanet[7], "mentor", end, "on the way to DPS"),
    ):
        cells = {"kind": kind, "to": last, "reason": reason}
        yield hand_row("joint", "Pairs", first=first, second=second, **cells)


def _pins(staff: Staff, cars: tuple[Car, ...]) -> Iterator[HandRow]:
    first_night = date(2027, 1, 4)
    officer = staff.members(staff.team_on(cars[1], "late", first_night))[0]
    paramedics = [x.id for x in staff.contracted]
    for person, unit, day, pin in (
        (paramedics[2], "JR-04", first_night, "on"),
        (officer.id, "JR-04", first_night, "on"),
        (paramedics[6], "JR-07", date(2027, 2, 6), "on"),
        (paramedics[0], "JR-01", date(2027, 1, 14), "off"),
    ):
        yield hand_row("joint", "Pins", person=person, unit=unit, date=day, pin=pin)


def _newcomer(car: Car) -> Iterator[HandRow]:
    joined = date(2027, 2, 1)
    yield hand_row(
        "specials",
        "People",
        id=JOINER,
        name="Tamar Whitlock",
        role="special",
        employer="Kent Police",
        units=car.callsign,
        status="APS",
        from_=joined,
    )
    for skill, ends in (
        ("personal safety", date(2027, 11, 30)),
        ("first aid", date(2027, 11, 30)),
        ("medical familiarisation", None),
    ):
        cells = {"from_": date(2026, 12, 1), "expires": ends}
        yield hand_row("specials", "Training", person=JOINER, skill=skill, **cells)
    for day in (date(2027, 2, 6), date(2027, 2, 13), date(2027, 2, 26)):
        yield hand_row(
            "specials",
            "Availability",
            person=JOINER,
            date=day,
            from_=time(18),
            to=time(2),
        )
