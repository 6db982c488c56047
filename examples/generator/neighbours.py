"""Two small books without Kent: Surrey and Sussex at weekends, and a falls car."""

from collections.abc import Iterator
from datetime import date, time

from examples.generator.book import Book, HandRow, hand_row
from examples.generator.draw import draw_book
from examples.generator.plan import BookPlan, Car, County
from examples.generator.scheme import FALLS, SURREY, SUSSEX
from examples.generator.staff import Staff, recruit
from examples.generator.story import Story

OFFERED = (None, None, None)
"""Three paramedics who offer their time."""
WEEKENDS = BookPlan(
    (
        County(
            "Surrey", (Car("SJ-01", "Guildford", "Guildford", 1, (15, 15)),), SURREY
        ),
        County(
            "Sussex",
            (
                Car("SJ-02", "Brighton", "Brighton", 1, OFFERED),
                Car("SJ-03", "Worthing", "Worthing", 2, OFFERED),
            ),
            SUSSEX,
        ),
    ),
    seed=2018,
    specials_per_car=5,
    history_weeks=8,
)
FALLS_CAR = BookPlan(
    (
        County(
            "Kent",
            (Car("FC-01", "Medway", "Chatham", 1, (37.5, 22.5, 37.5)),),
            FALLS,
            partner="Community Health",
        ),
    ),
    seed=2022,
    specials_per_car=0,
    history_weeks=8,
)
THERAPIST = "OT5003"


def weekends_book() -> Book:
    """Draw Guildford, Brighton and Worthing, on Friday and Saturday nights."""
    staff = recruit(WEEKENDS)
    story = Story(rows=tuple(_weekend_rows(staff)))
    return draw_book(WEEKENDS, story).in_one_file("surrey-sussex")


def falls_book() -> Book:
    """Draw a falls car: a paramedic and a physiotherapist, by day."""
    staff = recruit(FALLS_CAR)
    story = Story(rows=tuple(_falls_rows(staff)))
    return draw_book(FALLS_CAR, story).in_one_file("falls")


def _weekend_rows(staff: Staff) -> Iterator[HandRow]:
    first, second = (x.id for x in staff.specials[:2])
    yield hand_row("joint", "Pairs", first=first, second=second, kind="avoid")
    yield hand_row(
        "joint",
        "Pins",
        person=staff.contracted[0].id,
        unit="SJ-01",
        date=date(2027, 1, 9),
        pin="off",
    )
    yield hand_row(
        "trust",
        "Off road",
        unit="SJ-03",
        from_=date(2027, 2, 13),
        to=date(2027, 2, 13),
        reason="new radio",
    )


def _falls_rows(staff: Staff) -> Iterator[HandRow]:
    yield hand_row(
        "trust",
        "People",
        id=THERAPIST,
        name="Rowena Castellan",
        role="occupational therapist",
        employer="Community Health",
        units="FC-01",
        weekly_hours=15,
        overtime="N",
        unsocial_scheme="S2",
        band=6,
    )
    for skill in ("registration", "manual handling", "falls assessment"):
        start, end = date(2026, 3, 1), date(2028, 2, 28)
        cells = {"person": THERAPIST, "skill": skill, "from_": start, "expires": end}
        yield hand_row("trust", "Training", **cells)
    yield hand_row(
        "trust",
        "Courses",
        course="MH-1",
        skill="manual handling",
        date=date(2027, 2, 3),
        start=time(9),
        end=time(13),
        places=4,
        roles="paramedic, physiotherapist, occupational therapist",
        booked=f"{staff.contracted[0].id}, {THERAPIST}",
    )
    yield hand_row(
        "joint",
        "Pairs",
        first=staff.contracted[0].id,
        second=staff.contracted[3].id,
        kind="prefer",
    )
