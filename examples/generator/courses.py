"""The courses that renew tickets, and the tickets that come of them."""

from datetime import date, time, timedelta

from examples.generator.book import Book
from examples.generator.diary import Diary
from examples.generator.plan import BookPlan
from examples.generator.training import DRIVING, FILES, NEEDS

SKILL = "personal safety"
PLACES = 8


def add_courses(book: Book, plan: BookPlan, expiring: list[str], diary: Diary) -> None:
    """Hold a course every other Tuesday and book half of those who need it."""
    waiting = expiring[::2]
    for number, day in enumerate(plan.days[8::14] if waiting else (), 1):
        booked = [x for x in waiting if diary.can_train(x, day)][:PLACES]
        for person in booked:
            diary.note(person, [day])
        book.add(
            "police",
            "Courses",
            course=f"PPST-{number}",
            skill=SKILL,
            date=day,
            start=time(9),
            end=time(17),
            places=PLACES,
            roles="regular, special",
            booked=", ".join(booked) or None,
        )
        waiting = [person for person in waiting if person not in booked]


def add_renewals(book: Book) -> None:
    """Write down beforehand the tickets that booked courses will give."""
    roles = {str(row["id"]): str(row["role"]) for row in book.rows("People")}
    for row in list(book.rows("Courses")):
        day, skill = row["date"], str(row["skill"])
        assert isinstance(day, date)
        for person in str(row["booked"] or "").split(", "):
            if person:
                role = roles[person]
                months = {DRIVING: 60, **dict(NEEDS[role])}.get(skill, 24)
                book.add(
                    FILES[role],
                    "Training",
                    person=person,
                    skill=skill,
                    from_=day,
                    expires=_months_after(day, months),
                )


def _months_after(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 + months
    last = date(month // 12, month % 12 + 1, min(day.day, 28))
    return last - timedelta(days=1)
