"""A book of very many people and offers, for the time that reading takes."""

from datetime import time, timedelta
from pathlib import Path

from examples.generator import draw_book, larger_plan, save_book

PEOPLE = 5_000
OFFERS = 100_000
"""In two workbooks, for no sheet may have so many rows."""
WEEKS = 13


def crowd(folder: Path) -> Path:
    """The book, drawn into the folder unless it is there."""
    path = folder / "crowd"
    if path.exists():
        return path
    plan = larger_plan(10, WEEKS)
    book = draw_book(plan)
    missing = PEOPLE - sum(1 for _ in book.rows("People"))
    offers = OFFERS - sum(1 for _ in book.rows("Availability"))
    ids = [f"SC9{number:05d}" for number in range(missing)]
    for number, person in enumerate(ids):
        book.add(
            "specials",
            "People",
            id=person,
            name=f"Robin Crowd {number + 1}",
            role="special",
            employer="Kent Police",
            units=plan.cars[number % len(plan.cars)].callsign,
            status="DPS",
        )
    for number in range(offers):
        book.add(
            "specials" if number % 2 else "more specials",
            "Availability",
            person=ids[number % missing],
            date=plan.first + timedelta(days=number // missing * 3 + number % 3),
            from_=time(18),
            to=time(2),
        )
    save_book(book, path)
    return path
