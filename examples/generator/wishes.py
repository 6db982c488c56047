"""What people ask for, by chance."""

from datetime import timedelta
from random import Random

from examples.generator.book import Book
from examples.generator.plan import BookPlan
from examples.generator.staff import Staff
from examples.generator.story import Story
from examples.generator.training import FILES


def add_requests(book: Book, plan: BookPlan, staff: Staff, story: Story) -> None:
    """Let every other of the car's people and every fifth Special ask for a day off."""
    rng = Random(f"{plan.seed} requests")
    for worker in (*staff.contracted[::2], *staff.specials[::5]):
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


def add_pairs(book: Book, plan: BookPlan, staff: Staff) -> None:
    """Wish for something about two Specials of one car, in every fourth car."""
    rng = Random(f"{plan.seed} pairs")
    for car in plan.cars[3::4]:
        own = [x.id for x in staff.specials if x.home == car.callsign]
        if len(own) > 1:
            first, second = rng.sample(own, 2)
            kind = rng.choice(("avoid", "prefer", "never"))
            book.add("joint", "Pairs", first=first, second=second, kind=kind)


def add_services(book: Book, plan: BookPlan) -> None:
    """Take every fourth car off the road for two days."""
    rng = Random(f"{plan.seed} services")
    for car in plan.cars[3::4]:
        day = rng.choice(plan.days)
        book.add(
            "trust",
            "Off road",
            unit=car.callsign,
            from_=day,
            to=day + timedelta(days=1),
            reason="service",
        )
