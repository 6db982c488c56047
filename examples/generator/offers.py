"""The nights that Specials offer, by chance but never too few."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, time
from random import Random

from examples.generator.book import Book
from examples.generator.diary import Diary
from examples.generator.plan import BookPlan, is_specials_night
from examples.generator.staff import Staff, Worker
from examples.generator.story import Story

FEWEST, MOST = 2, 5
"""How many nights a month each Special offers."""
ENOUGH = 2
"""How many offers each night has from people who may act alone."""


def add_offers(
    book: Book, plan: BookPlan, staff: Staff, story: Story, diary: Diary
) -> None:
    """Offer nights for everybody, then fill up the nights that have too few."""
    rng = Random(f"{plan.seed} offers")
    nights = [day for day in plan.days if is_specials_night(day)]
    offered = {
        (worker.id, night)
        for worker in staff.specials
        for night in _own_nights(worker, nights, story, rng)
        if diary.is_clear(worker.id, [night])
    }
    for night in nights:
        for car in plan.cars:
            if (car.callsign, night) not in story.quiet:
                able = [
                    x
                    for x in staff.specials
                    if x.units == (car.callsign,) and _can_lead(x, night, diary)
                ]
                offered |= _fill_up(able, night, offered)
    for person, night in sorted(offered, key=lambda offer: (offer[1], offer[0])):
        begin, end = rng.choice(((17, 3), (18, 2), (18, 2), (18, 2), (17, 2)))
        book.add(
            "specials",
            "Availability",
            person=person,
            date=night,
            from_=time(begin),
            to=time(end),
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
        worker.acts_alone
        and not works_that_day
        and diary.is_trained(worker.id, night)
        and diary.is_clear(worker.id, [night])
    )


def _fill_up(
    able: list[Worker], night: date, offered: set[tuple[str, date]]
) -> set[tuple[str, date]]:
    """Choose whoever has offered least, until the night has enough."""
    month = Counter(
        person for person, day in offered if (day.year, day.month) == _month(night)
    )
    have = sum((worker.id, night) in offered for worker in able)
    willing = [x for x in able if (x.id, night) not in offered and month[x.id] < MOST]
    willing.sort(key=lambda worker: (month[worker.id], worker.id))
    return {(worker.id, night) for worker in willing[: max(0, ENOUGH - have)]}


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
