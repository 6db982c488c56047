"""Draws a whole book: what a plan asks for, with a story written in by hand."""

from pathlib import Path

from examples.generator.absence import add_leave
from examples.generator.book import Book, Row
from examples.generator.courses import add_courses, add_renewals
from examples.generator.cover import add_cars, add_people
from examples.generator.diary import Diary
from examples.generator.history import add_history
from examples.generator.offers import add_offers
from examples.generator.plan import BookPlan
from examples.generator.staff import recruit
from examples.generator.story import NO_STORY, Story
from examples.generator.training import add_skills, add_training
from examples.generator.wishes import add_pairs, add_requests, add_services
from examples.generator.workbook import save_book

RULES: tuple[Row, ...] = (
    {
        "code": "REST-01",
        "parameter": "overrun",
        "value": "30 min",
        "source": "Joint meeting, 12 November 2026: late jobs run over",
    },
    {"code": "FAIR-01", "weight": 2, "source": "Joint meeting, 12 November 2026"},
)
HOLIDAYS = {
    (12, 24): "Christmas Eve (agreed)",
    (12, 31): "New Year's Eve (agreed)",
    (2, 14): "Valentine's night (agreed)",
}
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
    add_skills(book, staff)
    for file, sheet, row in story.rows:
        book.add_row(file, sheet, row)
    expiring = add_training(book, plan, staff, story, diary)
    add_courses(book, plan, expiring, diary)
    add_renewals(book)
    add_leave(book, plan, staff, story, diary)
    add_offers(book, plan, staff, story, diary)
    add_history(book, plan, staff)
    add_requests(book, plan, staff, story)
    add_pairs(book, plan, staff)
    add_services(book, plan)
    _add_rules(book, plan)
    book.sort()
    return book


def _add_rules(book: Book, plan: BookPlan) -> None:
    for rule in RULES:
        book.add_row("joint", "Rules", rule)
    for day in (*plan.past, *plan.days):
        if (day.month, day.day) in HOLIDAYS:
            name = HOLIDAYS[day.month, day.day]
            book.add("joint", "Bank holidays", date=day, name=name)
