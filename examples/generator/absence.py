"""Leave by chance: never two officers of a team, nor two paramedics of a car."""

from datetime import date, timedelta
from random import Random

from examples.generator.book import Book
from examples.generator.diary import Diary
from examples.generator.plan import BookPlan
from examples.generator.staff import Staff, Worker
from examples.generator.story import Story
from examples.generator.training import FILES

REGULARS_AWAY = 0.55
"""How many regulars take leave within the period."""
SPECIALS_AWAY = 0.15


def add_leave(
    book: Book, plan: BookPlan, staff: Staff, story: Story, diary: Diary
) -> None:
    """Give the three kinds of people their leave, unless it is written by hand."""
    rng = Random(f"{plan.seed} leave")
    chance = [x for x in staff.everybody if x.id not in story.by_hand]
    for worker in chance:
        if worker in staff.contracted:
            _week_away(book, worker, plan, rng)
        elif worker.role == "regular" and rng.random() < REGULARS_AWAY:
            _days_away(book, worker, _some_days(plan, rng, 3, 10), diary)
        elif worker.role == "special" and rng.random() < SPECIALS_AWAY:
            _days_away(book, worker, _some_days(plan, rng, 7, 16), diary)
    _past_leave(book, plan, staff, rng)


def _week_away(book: Book, worker: Worker, plan: BookPlan, rng: Random) -> None:
    """A week of annual leave in every eight, and a day of training."""
    for start in range(0, plan.weeks, 8):
        span = min(8, plan.weeks - start)
        week = plan.first + timedelta(weeks=start + rng.randrange(span))
        _add(book, worker, "annual", (week, week + timedelta(days=6)))
        training = plan.first + timedelta(weeks=start, days=rng.randrange(span * 7))
        if not week <= training <= week + timedelta(days=6):
            _add(book, worker, "training", (training, training))


def _some_days(plan: BookPlan, rng: Random, least: int, most: int) -> list[date]:
    start = rng.randrange(len(plan.days) - most)
    return list(plan.days[start : start + rng.randrange(least, most)])


def _days_away(book: Book, worker: Worker, days: list[date], diary: Diary) -> None:
    eve = days[0] - timedelta(days=1)
    if diary.is_clear(worker.id, [eve, *days]):
        diary.note(worker.id, [eve, *days])
        _add(book, worker, "annual", (days[0], days[-1]))


def _past_leave(book: Book, plan: BookPlan, staff: Staff, rng: Random) -> None:
    weeks = list(range(1, plan.history_weeks))
    for worker in staff.contracted if weeks else ():
        week = plan.past[0] + timedelta(weeks=rng.choice(weeks))
        _add(book, worker, "annual", (week, week + timedelta(days=6)))


def _add(book: Book, worker: Worker, kind: str, days: tuple[date, date]) -> None:
    first, last = days
    book.add(
        FILES[worker.role],
        "Leave",
        person=worker.id,
        kind=kind,
        from_=first,
        to=last,
        status="approved",
    )
