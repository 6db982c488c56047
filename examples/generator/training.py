"""The skills that people need, and the tickets that they hold."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from examples.generator.book import Book
from examples.generator.diary import Diary
from examples.generator.plan import BookPlan
from examples.generator.staff import Staff, Worker
from examples.generator.story import Story

FILES = {
    "paramedic": "trust",
    "physiotherapist": "trust",
    "occupational therapist": "trust",
    "regular": "police",
    "special": "specials",
}
"""Who keeps whose records."""

POLICE = (("personal safety", 12), ("first aid", 12), ("medical familiarisation", 0))
FALLS = (("registration", 24), ("manual handling", 24), ("falls assessment", 0))
NEEDS = {
    "paramedic": (
        ("registration", 24),
        ("officer safety", 12),
        ("police radio", 36),
    ),
    "physiotherapist": FALLS,
    "occupational therapist": FALLS,
    "regular": POLICE,
    "special": POLICE,
}
"""The skills that each role needs, and for how many months a ticket lasts."""

JOINT_WORK = ("officer safety", "police radio")
DRIVING = "emergency driving"
DRIVERS = {"paramedic": 1.0, "regular": 0.85, "special": 0.3}
"""How many of each role hold the driving ticket."""


def add_skills(book: Book, staff: Staff) -> None:
    """Say which skills each role needs."""
    for role in dict.fromkeys(worker.role for worker in staff.everybody):
        for skill, months in needs_of(role, staff):
            book.add(
                FILES[role],
                "Skills",
                role=role,
                skill=skill,
                valid_months=months or None,
                warn_days=90 if months else None,
            )


def needs_of(role: str, staff: Staff) -> tuple[tuple[str, int], ...]:
    """The skills that the role needs; those of joint work only where police crew."""
    return tuple(
        (skill, months)
        for skill, months in NEEDS[role]
        if staff.regulars or skill not in JOINT_WORK
    )


def add_training(
    book: Book, plan: BookPlan, staff: Staff, story: Story, diary: Diary
) -> list[str]:
    """Give everybody their tickets, and say whose run out within the period."""
    rng = Random(f"{plan.seed} training")
    short = {(worker.id, NEEDS[worker.role][0][0]) for worker in _short(staff, rng)}
    expiring: list[str] = []
    for worker in staff.everybody:
        for skill, months in _held(worker, staff, rng):
            key = (worker.id, skill)
            if key in story.lacks:
                continue
            ends = _end(plan, skill, months, rng)
            if key in short and worker.id not in story.by_hand:
                ends = plan.first + timedelta(
                    days=rng.randrange(len(plan.days) // 3, len(plan.days))
                )
                expiring.append(worker.id)
            ends = story.expires.get(key, ends)
            diary.note_expiry(worker.id, ends)
            for start, last in _tickets(ends, months, plan, rng):
                book.add(
                    FILES[worker.role],
                    "Training",
                    person=worker.id,
                    skill=skill,
                    from_=start,
                    expires=last,
                )
    return expiring


def _short(staff: Staff, rng: Random) -> Iterator[Worker]:
    for team in staff.teams[::4]:
        yield rng.choice(staff.members(team))
    yield from staff.specials[3::9]


def _held(worker: Worker, staff: Staff, rng: Random) -> Iterator[tuple[str, int]]:
    yield from needs_of(worker.role, staff)
    if rng.random() < DRIVERS.get(worker.role, 0):
        yield DRIVING, 60


def _end(plan: BookPlan, skill: str, months: int, rng: Random) -> date | None:
    if skill == "registration":
        return date(plan.last.year + (plan.last.year + 1) % 2, 8, 31)
    if not months:
        return None
    latest = min(months * 30, 1000)
    return plan.last + timedelta(days=rng.randrange(20, latest - 60))


def _tickets(
    ends: date | None, months: int, plan: BookPlan, rng: Random
) -> Iterator[tuple[date, date | None]]:
    """The last ticket, and those before it as far back as the period goes."""
    start = _start(ends, months, plan, rng)
    yield start, ends
    while ends is not None and plan.first < start < ends:
        ends = start - timedelta(days=1)
        start = _start(ends, months, plan, rng)
        yield start, ends


def _start(ends: date | None, months: int, plan: BookPlan, rng: Random) -> date:
    if ends is None:
        return plan.first - timedelta(days=rng.randrange(150, 900))
    month = ends.year * 12 + ends.month - 1 - months
    return date(month // 12, month % 12 + 1, min(ends.day, 28)) + timedelta(days=1)
