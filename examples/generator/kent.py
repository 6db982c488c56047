"""The Kent book: three cars, eight weeks, and what happens to the people in them."""

from collections.abc import Iterator
from datetime import date, time

from examples.generator.book import Book, Cell, HandRow, hand_row
from examples.generator.draw import draw_book
from examples.generator.kent_wishes import wishes
from examples.generator.plan import BookPlan, Car, County
from examples.generator.staff import PREFIXES, Staff, Worker, recruit
from examples.generator.story import Story
from examples.generator.training import FILES

DARTFORD = Car("JR-01", "Dartford & Gravesend", "Dartford", priority=2)
MEDWAY = Car("JR-04", "Medway & Swale", "Medway", priority=1)
THANET = Car(
    "JR-07", "Thanet & Canterbury", "Thanet", priority=3, hours=(37.5, 22.5, 37.5)
)
PLAN = BookPlan((County("Kent", (DARTFORD, MEDWAY, THANET)),), seed=2027)

PERSONAL_SAFETY = "personal safety"
OFFICER_SAFETY = "officer safety"


def kent_book() -> Book:
    """Draw the Kent book."""
    return draw_book(PLAN, kent_story(recruit(PLAN)))


def kent_story(staff: Staff) -> Story:
    """What is written by hand: all that makes some nights impossible to cover."""
    lapsed = lapsed_officers(staff)
    by_hand = {x.id for x in (*staff.contracted, *lapsed, *short_team(staff))}
    special = lapsed_special(staff)
    paramedics = [x.id for x in staff.contracted]
    ends = {(x.id, PERSONAL_SAFETY): date(2027, 2, 3) for x in lapsed}
    ends[special.id, PERSONAL_SAFETY] = date(2027, 2, 14)
    for place, end in ((1, 28), (2, 25), (3, 31), (4, 26), (6, 20)):
        month = 1 if place in (2, 3) else 2
        ends[paramedics[place], OFFICER_SAFETY] = date(2027, month, end)
    return Story(
        rows=tuple(_rows(staff)),
        by_hand=frozenset(by_hand | {special.id, lone_special(staff).id}),
        quiet=frozenset(
            {
                ("JR-07", date(2027, 1, 15)),
                ("JR-04", date(2027, 1, 23)),
                ("JR-01", date(2027, 1, 29)),
                ("JR-07", date(2027, 2, 20)),
            }
        ),
        expires=ends,
        lacks=frozenset({(paramedics[5], "emergency driving")}),
    )


def lapsed_officers(staff: Staff) -> tuple[Worker, ...]:
    """The team whose personal safety training has all run out on Sunday 7 February."""
    return staff.members(staff.team_on(MEDWAY, "late", date(2027, 2, 7)))


def short_team(staff: Staff) -> tuple[Worker, ...]:
    """The team of which two are away on Tuesday 9 February."""
    return staff.members(staff.team_on(THANET, "late", date(2027, 2, 9)))


def specials_of(staff: Staff, car: Car) -> tuple[Worker, ...]:
    """The Specials whose home car it is."""
    return tuple(x for x in staff.specials if x.home == car.callsign)


def lone_special(staff: Staff) -> Worker:
    """The only one who offers JR-04 on 23 January, and may not act alone."""
    return specials_of(staff, MEDWAY)[0]


def lapsed_special(staff: Staff) -> Worker:
    """The only one who offers JR-07 on 20 February, and is out of training."""
    return specials_of(staff, THANET)[1]


def _rows(staff: Staff) -> Iterator[HandRow]:
    yield from _paramedics_away([x.id for x in staff.contracted])
    yield from _courses(staff)
    yield from _police_away(staff)
    yield from _offers(staff)
    yield from wishes(staff, PLAN.cars)
    yield from _rules(staff)
    yield hand_row(
        "trust",
        "Off road",
        unit="JR-01",
        from_=date(2027, 1, 19),
        to=date(2027, 1, 20),
        reason="service at the police workshop",
    )


def _rules(staff: Staff) -> Iterator[HandRow]:
    for code, applies_to, value, source in (
        ("HOURS-01", "paramedic", "60 h", "Trust: rostering policy, section 7"),
        ("RUN-03", staff.contracted[5].id, "3", "Agreed, 2 December 2026"),
    ):
        cells = {"parameter": "most", "value": value, "source": source}
        yield hand_row("joint", "Rules", code=code, applies_to=applies_to, **cells)


def _paramedics_away(ids: list[str]) -> Iterator[HandRow]:
    for place, kind, first, last in (
        (5, "annual", date(2027, 1, 4), date(2027, 1, 10)),
        (1, "annual", date(2027, 1, 9), date(2027, 1, 18)),
        (6, "sick", date(2027, 1, 15), date(2027, 1, 18)),
        (0, "annual", date(2027, 1, 25), date(2027, 1, 31)),
        (2, "sick", date(2027, 1, 26), date(2027, 1, 28)),
        (4, "annual", date(2027, 2, 1), date(2027, 2, 7)),
        (3, "annual", date(2027, 2, 8), date(2027, 2, 14)),
        (0, "sick", date(2027, 2, 9), date(2027, 2, 12)),
        (6, "annual", date(2027, 2, 15), date(2027, 2, 21)),
        (2, "annual", date(2027, 2, 22), date(2027, 2, 28)),
    ):
        yield _away(ids[place], kind, (first, last))
    for place, kind, day, start, end in (
        (4, "training", date(2027, 1, 12), time(9), time(17)),
        (5, "training", date(2027, 1, 13), time(9), time(17)),
        (0, "training", date(2027, 2, 2), time(9), time(17)),
        (2, "training", date(2027, 2, 2), time(9), time(17)),
        (4, "court", date(2027, 2, 25), time(10), time(16)),
    ):
        yield _away(ids[place], kind, (day, day), start=start, end=end)
    requested = (date(2027, 2, 26), date(2027, 2, 28))
    yield _away(ids[0], "annual", requested, status="requested")


def _courses(staff: Staff) -> Iterator[HandRow]:
    ids = [x.id for x in staff.contracted]
    officers = [x.id for x in lapsed_officers(staff)]
    for file, course, skill, day, clock, booked in (
        ("trust", "OST-1", OFFICER_SAFETY, date(2027, 1, 19), (9, 17), ids[2:4]),
        ("trust", "ED-1", "emergency driving", date(2027, 1, 21), (9, 16), ids[5:6]),
        ("trust", "RADIO-1", "police radio", date(2027, 1, 27), (13, 17), ids[1:4:2]),
        ("trust", "OST-2", OFFICER_SAFETY, date(2027, 2, 11), (13, 18), ids[1::5]),
        ("police", "PPST-5", PERSONAL_SAFETY, date(2027, 2, 12), (9, 17), officers[:2]),
        (
            "police",
            "PPST-6",
            PERSONAL_SAFETY,
            date(2027, 2, 21),
            (9, 17),
            [lapsed_special(staff).id],
        ),
    ):
        yield hand_row(
            file,
            "Courses",
            course=course,
            skill=skill,
            date=day,
            start=time(clock[0]),
            end=time(clock[1]),
            places=6,
            roles="paramedic" if file == "trust" else "regular, special",
            booked=", ".join(booked),
        )


def _police_away(staff: Staff) -> Iterator[HandRow]:
    first, second, *_ = (x.id for x in short_team(staff))
    court = (date(2027, 2, 9), date(2027, 2, 9))
    yield _away(first, "annual", (date(2027, 2, 5), date(2027, 2, 9)))
    yield _away(second, "court", court, start=time(10), end=time(16, 30))


def _offers(staff: Staff) -> Iterator[HandRow]:
    early, late = specials_of(staff, DARTFORD)[1:3]
    for worker, day, begin, end in (
        (lone_special(staff), date(2027, 1, 23), time(18), time(2)),
        (early, date(2027, 1, 29), time(18), time(23, 30)),
        (late, date(2027, 1, 29), time(20), time(2)),
        (lapsed_special(staff), date(2027, 2, 20), time(18), time(2)),
    ):
        yield hand_row(
            "specials", "Availability", person=worker.id, date=day, from_=begin, to=end
        )


def _away(
    person: str,
    kind: str,
    days: tuple[date, date],
    status: str = "approved",
    **clock: Cell,
) -> HandRow:
    file = next(name for role, name in FILES.items() if PREFIXES[role] == person[:2])
    first, last = days
    cells = {"from_": first, "to": last, "status": status, **clock}
    return hand_row(file, "Leave", person=person, kind=kind, **cells)
