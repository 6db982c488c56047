"""Leave by chance, so that never two of a team, or of a car, are away at once."""

from datetime import date, time, timedelta
from random import Random

from examples.generator.book import Book, Cell
from examples.generator.diary import Diary
from examples.generator.plan import BookPlan
from examples.generator.staff import Staff, Worker
from examples.generator.story import Story
from examples.generator.training import FILES

REGULARS_AWAY = 0.55
"""How many regulars take leave within the period."""
SPECIALS_AWAY = 0.15
IN_COURT = 0.07
KINDS = ("annual", "annual", "annual", "annual", "sick", "time back")


def add_leave(
    book: Book, plan: BookPlan, staff: Staff, story: Story, diary: Diary
) -> None:
    """Give the three kinds of people their leave, unless it is written by hand."""
    rng = Random(f"{plan.seed} leave")
    for worker in staff.everybody:
        if worker.id in story.by_hand:
            continue
        if worker in staff.contracted:
            _week_away(book, worker, plan, diary, rng)
        elif worker.role == "regular":
            if rng.random() < REGULARS_AWAY:
                _days_away(book, worker, _some_days(plan, rng, 3, 10), diary, rng)
            if rng.random() < IN_COURT:
                _day_in_court(book, worker, rng.choice(plan.days), diary)
        elif rng.random() < SPECIALS_AWAY:
            _days_away(book, worker, _some_days(plan, rng, 7, 16), diary, rng)
    _past_leave(book, plan, staff, rng)


def _week_away(
    book: Book, worker: Worker, plan: BookPlan, diary: Diary, rng: Random
) -> None:
    """A week of leave in every eight, if it can be had, and a day of training."""
    for start in range(0, plan.weeks, 8):
        mondays = [plan.days[7 * n] for n in range(start, min(start + 8, plan.weeks))]
        for monday in rng.sample(mondays, len(mondays)):
            week = [monday + timedelta(days=n) for n in range(7)]
            if diary.is_clear(worker.id, week):
                diary.note(worker.id, week)
                _add(book, worker, "annual", (week[0], week[-1]))
                break
        training = rng.choice(mondays) + timedelta(days=rng.randrange(7))
        if diary.is_clear(worker.id, [training]):
            diary.note(worker.id, [training])
            hours = {"start": time(9), "end": time(17)}
            _add(book, worker, "training", (training, training), **hours)


def _some_days(plan: BookPlan, rng: Random, least: int, most: int) -> list[date]:
    start = rng.randrange(max(1, len(plan.days) - most))
    return list(plan.days[start : start + rng.randrange(least, most)])


def _days_away(
    book: Book, worker: Worker, days: list[date], diary: Diary, rng: Random
) -> None:
    """Go away from the eve's late turn on, which ends after midnight."""
    eve = days[0] - timedelta(days=1)
    if diary.is_clear(worker.id, [eve, *days]):
        diary.note(worker.id, [eve, *days])
        kind = rng.choice(KINDS) if worker.role == "regular" else "annual"
        _add(book, worker, kind, (days[0], days[-1]))


def _day_in_court(book: Book, worker: Worker, day: date, diary: Diary) -> None:
    if diary.is_clear(worker.id, [day]) and diary.is_rested(worker.id, day):
        diary.note(worker.id, [day])
        _add(book, worker, "court", (day, day), start=time(10), end=time(16, 30))


def _past_leave(book: Book, plan: BookPlan, staff: Staff, rng: Random) -> None:
    weeks = list(range(1, plan.history_weeks))
    for worker in staff.contracted if weeks else ():
        week = plan.past[0] + timedelta(weeks=rng.choice(weeks))
        _add(book, worker, "annual", (week, week + timedelta(days=6)))


def _add(
    book: Book, worker: Worker, kind: str, days: tuple[date, date], **hours: Cell
) -> None:
    first, last = days
    file = FILES[worker.role]
    cells = {"from_": first, "to": last, **hours}
    status = None if file == "police" else "approved"
    book.add(file, "Leave", person=worker.id, kind=kind, status=status, **cells)
