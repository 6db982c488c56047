"""The nights of the Kent book that nobody can cover, and the cells that say why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from examples.generator.book import Book, Cell
from examples.generator.kent import (
    DARTFORD,
    MEDWAY,
    PERSONAL_SAFETY,
    THANET,
    lapsed_officers,
    lapsed_special,
    lone_special,
    short_team,
    specials_of,
)
from examples.generator.staff import Staff, Worker


@dataclass(frozen=True)
class Gap:
    """A shift that cannot be crewed."""

    day: date
    unit: str
    turn: str
    why: str
    cells: tuple[str, ...]
    """The addresses that show it."""


def planted_gaps(book: Book, staff: Staff) -> tuple[Gap, ...]:
    """Every such night, in order of date."""
    gaps = (*_nights_of_specials(book, staff), *_lates(book, staff))
    return tuple(sorted(gaps, key=lambda gap: (gap.day, gap.unit)))


def _nights_of_specials(book: Book, staff: Staff) -> Iterator[Gap]:
    alone, lapsed = lone_special(staff), lapsed_special(staff)
    parts = specials_of(staff, DARTFORD)[1:3]
    day = date(2027, 1, 15)
    why = f"No Special offered {day:%a} {day.day} Jan for {THANET.callsign}."
    yield Gap(day, "JR-07", "specials", why, ())
    day = date(2027, 1, 23)
    yield Gap(
        day,
        "JR-04",
        "specials",
        f"Only {alone.id} offered, and is APS: not to be the only constable.",
        (*_offer(book, alone, day), *book.addresses("People", "status", id=alone.id)),
    )
    day = date(2027, 1, 29)
    yield Gap(
        day,
        "JR-01",
        "specials",
        f"{parts[0].id} offered until 23:30 and {parts[1].id} from 20:00: "
        "neither the whole turn.",
        (*_offer(book, parts[0], day), *_offer(book, parts[1], day)),
    )
    day = date(2027, 2, 20)
    yield Gap(
        day,
        "JR-07",
        "specials",
        f"Only {lapsed.id} offered; personal safety ran out on 14 Feb "
        "and the course is a day too late.",
        (
            *_offer(book, lapsed, day),
            *_ticket(book, lapsed, date(2027, 2, 14)),
            *book.addresses("Courses", "date", course="PPST-6"),
        ),
    )


def _lates(book: Book, staff: Staff) -> Iterator[Gap]:
    yield from _gaps_of_paramedics(book, [x.id for x in staff.contracted])
    lapsed, short = lapsed_officers(staff), short_team(staff)
    for day in (date(2027, 1, 19), date(2027, 1, 20)):
        cells = tuple(book.addresses("Off road", "unit", unit="JR-01"))
        yield Gap(day, "JR-01", "late", "The car is off the road.", cells)
    ended = date(2027, 2, 3)
    yield Gap(
        date(2027, 2, 7),
        MEDWAY.callsign,
        "late",
        f"Personal safety training of all {lapsed[0].team} ran out on 3 Feb; "
        "two are booked on a course, five days later.",
        (
            *(cell for worker in lapsed for cell in _ticket(book, worker, ended)),
            *book.addresses("Courses", "date", course="PPST-5"),
        ),
    )
    yield Gap(
        date(2027, 2, 9),
        THANET.callsign,
        "late",
        f"Two of the four of {short[0].team} are away, "
        "and the other two are the team's least on duty.",
        (
            *_away(book, short[0].id, date(2027, 2, 5)),
            *_away(book, short[1].id, date(2027, 2, 9)),
            *book.addresses("Teams", "least on duty", team=short[0].team),
        ),
    )


def _gaps_of_paramedics(book: Book, ids: list[str]) -> Iterator[Gap]:
    yield Gap(
        date(2027, 1, 18),
        "JR-04",
        "late",
        f"{ids[2]} and {ids[3]} start a course at 09:00 next morning; "
        f"of those who may relieve them {ids[1]} is on leave and {ids[6]} away.",
        (
            *book.addresses("Courses", "booked", course="OST-1"),
            *_away(book, ids[1], date(2027, 1, 9)),
            *_away(book, ids[6], date(2027, 1, 15)),
        ),
    )
    yield Gap(
        date(2027, 1, 27),
        "JR-01",
        "late",
        f"{ids[0]} and {ids[2]} are away, {ids[1]} and {ids[3]} on a course: "
        f"{ids[6]} is left for JR-04 and JR-01, and JR-04 has priority 1.",
        (
            *_away(book, ids[0], date(2027, 1, 25)),
            *_away(book, ids[2], date(2027, 1, 26)),
            *book.addresses("Courses", "booked", course="RADIO-1"),
            *book.addresses("Units", "priority", callsign="JR-04"),
        ),
    )
    yield Gap(
        date(2027, 2, 11),
        "JR-01",
        "late",
        f"{ids[0]} and {ids[3]} are away; {ids[1]} and {ids[6]} are on a course.",
        (
            *_away(book, ids[0], date(2027, 2, 9)),
            *_away(book, ids[3], date(2027, 2, 8)),
            *book.addresses("Courses", "booked", course="OST-2"),
        ),
    )


def _offer(book: Book, worker: Worker, day: date) -> Iterator[str]:
    return book.addresses("Availability", "from", person=worker.id, date=day)


def _ticket(book: Book, worker: Worker, ended: date) -> Iterator[str]:
    held: dict[str, Cell] = {"person": worker.id, "skill": PERSONAL_SAFETY}
    return book.addresses("Training", "expires", expires=ended, **held)


def _away(book: Book, person: str, first: date) -> Iterator[str]:
    return book.addresses("Leave", "from", person=person, from_=first)
