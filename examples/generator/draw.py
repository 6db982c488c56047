"""Draws a whole book: what a plan asks for, with a story written in by hand."""

from datetime import date
from pathlib import Path
from random import Random

from examples.generator.absence import add_leave
from examples.generator.book import Book
from examples.generator.cover import add_cars, add_people
from examples.generator.diary import Diary
from examples.generator.history import add_history
from examples.generator.offers import add_offers
from examples.generator.plan import BookPlan
from examples.generator.staff import Staff, recruit
from examples.generator.story import NO_STORY, Story
from examples.generator.training import FILES, add_skills, add_training
from examples.generator.workbook import save_book

RULES = (
    {
        "code": "REST-01",
        "parameter": "overrun",
        "value": "30 min",
        "source": "Joint meeting, 12 November 2026: late jobs run over",
    },
    {"code": "FAIR-01", "weight": 2, "source": "Joint meeting, 12 November 2026"},
)
HOLIDAYS = (
    (date(2026, 12, 24), "Christmas Eve (agreed)"),
    (date(2026, 12, 31), "New Year's Eve (agreed)"),
    (date(2027, 2, 14), "Valentine's night (agreed)"),
)
"""Agreed nights that count as bank holidays beside those of the calendar."""


def write_book(folder: Path, plan: BookPlan) -> None:
    """Write the plan's book into the folder."""
    save_book(draw_book(plan), folder)


def draw_book(plan: BookPlan, story: Story = NO_STORY) -> Book:
    """Draw every sheet of the plan's book."""
    book = Book()
    staff = recruit(plan)
    diary = Diary(staff)
    add_cars(book, plan)
    add_people(book, plan, staff)
    add_skills(book)
    for file, sheet, row in story.rows:
        book.add_row(file, sheet, row)
    add_training(book, plan, staff, story, diary)
    add_leave(book, plan, staff, story, diary)
    add_offers(book, plan, staff, story, diary)
    add_history(book, plan, staff)
    _add_requests(book, plan, staff, story)
    for rule in RULES:
        book.add_row("joint", "Rules", rule)
    for day, name in HOLIDAYS:
        book.add("joint", "Bank holidays", date=day, name=name)
    book.sort()
    return book


def _add_requests(book: Book, plan: BookPlan, staff: Staff, story: Story) -> None:
    rng = Random(f"{plan.seed} requests")
    for worker in (*staff.paramedics[::2], *staff.specials[::5]):
        if worker.id in story.by_hand:
            continue
        day = rng.choice(plan.days)
        book.add(
            "trust" if FILES[worker.role] == "trust" else "joint",
            "Requests",
            person=worker.id,
            want="off",
            from_=day,
            to=day,
            weight=rng.choice((1, 1, 2)),
        )
