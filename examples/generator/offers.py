"""The nights that Specials offer, by chance but never too few."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, time
from random import Random

from examples.generator.book import Book
from examples.generator.diary import Diary
from examples.generator.plan import BookPlan
from examples.generator.scheme import Clock
from examples.generator.staff import Staff, Worker
from examples.generator.story import Story
from examples.generator.training import FILES

FEWEST, MOST = 2, 5
"""How many nights a month each Special offers."""
ENOUGH = {"special": 2}
"""How many offers each night has of a role, of Specials who may act alone."""


def add_offers(
    book: Book, plan: BookPlan, staff: Staff, story: Story, diary: Diary
) -> None:
    """Offer nights for everybody, then fill up the nights that have too few."""
    rng = Random(f"{plan.seed} offers")
    offering = [worker for worker in staff.everybody if worker.offers_time]
    nights = {worker.id: _wanted_nights(worker, plan) for worker in offering}
    offered = {
        (worker, night)
        for worker in offering
        for night in _own_nights(worker, nights[worker.id], story, rng)
        if diary.is_here(worker.id, night)
    }
    for night in plan.days:
        for alike in _groups(plan, offering):
            car = alike[0].home
            able = [
                worker
                for worker in alike
                if night in nights[worker.id] and _can_lead(worker, night, diary)
            ]
            if (car, night) not in story.quiet:
                offered |= _fill_up(able, night, offered)
    for worker, night in sorted(offered, key=lambda offer: (offer[1], offer[0].id)):
        _write(book, worker, night, _hours(plan, worker, night, rng))


def _groups(plan: BookPlan, offering: list[Worker]) -> Iterator[list[Worker]]:
    """Those of one role who ride one car and no other."""
    for car in plan.cars:
        own = [worker for worker in offering if worker.units == (car.callsign,)]
        for role in dict.fromkeys(worker.role for worker in own):
            yield [worker for worker in own if worker.role == role]


def _wanted_nights(worker: Worker, plan: BookPlan) -> list[date]:
    """The nights on which the home car has a post for the worker's role."""
    scheme = plan.county_of[plan.car[worker.home]].scheme
    return [day for day in plan.days if scheme.wants(worker.role, day)]


def _hours(plan: BookPlan, worker: Worker, night: date, rng: Random) -> Clock:
    """The whole turn, or an hour more."""
    turn = plan.turn_on(plan.car[worker.home], night)
    assert turn is not None
    start, end = turn.clock
    sooner, later = rng.choice(((1, 1), (0, 0), (0, 0), (0, 0), (1, 0)))
    return time(start.hour - sooner), time(end.hour + later)


def _write(book: Book, worker: Worker, night: date, hours: Clock) -> None:
    begin, end = hours
    book.add(
        FILES[worker.role],
        "Availability",
        person=worker.id,
        date=night,
        from_=begin,
        to=end,
    )


def _own_nights(
    worker: Worker, nights: list[date], story: Story, rng: Random
) -> Iterator[date]:
    for month in sorted({(night.year, night.month) for night in nights}):
        free = [
            night
            for night in nights
            if (night.year, night.month) == month
            and not any((unit, night) in story.quiet for unit in worker.units)
        ]
        yield from rng.sample(free, min(len(free), rng.randint(FEWEST, MOST)))


def _can_lead(worker: Worker, night: date, diary: Diary) -> bool:
    works_that_day = worker.main_job is not None and night.weekday() < 5
    return (
        (worker.acts_alone or worker.role != "special")
        and not works_that_day
        and diary.is_trained(worker.id, night)
        and diary.is_here(worker.id, night)
    )


def _fill_up(
    able: list[Worker], night: date, offered: set[tuple[Worker, date]]
) -> set[tuple[Worker, date]]:
    """Choose whoever has offered least, until the night has enough."""
    month = Counter(
        worker for worker, day in offered if (day.year, day.month) == _month(night)
    )
    enough = ENOUGH.get(able[0].role, 1) if able else 0
    have = sum((worker, night) in offered for worker in able)
    willing = [x for x in able if (x, night) not in offered and month[x] < MOST]
    willing.sort(key=lambda worker: (month[worker], worker.id))
    return {(worker, night) for worker in willing[: max(0, enough - have)]}


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
