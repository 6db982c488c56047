"""What was worked before the period: legal, and shared out as a rota desk would."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, time, timedelta
from random import Random

from examples.generator.book import Book
from examples.generator.plan import BookPlan, Car, is_specials_night
from examples.generator.staff import Staff, Worker
from examples.generator.training import FILES

Days = dict[str, set[date]]

LATE = (time(15), time(1))
NIGHT = (time(18), time(2))
LONGEST_RUN = 4
WEEKLY_HOURS = 9
"""Hours of contract for which somebody works one shift a week."""


def add_history(book: Book, plan: BookPlan, staff: Staff) -> None:
    """Crew every car on every past night that could be crewed."""
    rng = Random(f"{plan.seed} history")
    away = _days_of_leave(book)
    worked: Days = {worker.id: set() for worker in staff.everybody}
    for day in plan.past:
        cars = sorted(plan.cars, key=lambda car: car.priority)
        for car in cars:
            paramedic = _paramedic(staff.paramedics, (car, day), away, worked)
            if paramedic is None:
                continue
            for post, worker in [
                ("paramedic", paramedic),
                *(("officer", x) for x in _officers(staff, (car, day), worked, rng)),
            ]:
                worked[worker.id].add(day)
                _add(book, worker, (car, day), post)


def _paramedic(
    paramedics: Iterable[Worker], shift: tuple[Car, date], away: Days, worked: Days
) -> Worker | None:
    car, day = shift
    free = [
        worker
        for worker in paramedics
        if car.callsign in worker.units
        and day not in away.get(worker.id, ())
        and day not in worked[worker.id]
        and _may_work(worker, day, worked[worker.id])
    ]
    return min(
        free,
        key=lambda x: (
            car.callsign != x.home,
            len(worked[x.id]) / (x.weekly_hours or 1),
            x.id,
        ),
        default=None,
    )


def _may_work(worker: Worker, day: date, worked: set[date]) -> bool:
    """Four days in a row, then two off; and no more a week than the contract."""
    before = [day - timedelta(days=n) for n in range(1, LONGEST_RUN + 1)]
    is_back_too_soon = before[0] not in worked and before[1] in worked
    monday = day - timedelta(days=day.weekday())
    this_week = sum(monday + timedelta(days=n) in worked for n in range(7))
    return (
        not is_back_too_soon
        and not worked.issuperset(before)
        and this_week * WEEKLY_HOURS < (worker.weekly_hours or 0)
    )


def _officers(
    staff: Staff, shift: tuple[Car, date], worked: Days, rng: Random
) -> list[Worker]:
    car, day = shift
    if not is_specials_night(day):
        members = staff.members(staff.team_on_late(car, day))
        return [min(members, key=lambda x: (len(worked[x.id]), rng.random()))]
    own = [x for x in staff.specials if x.home == car.callsign]
    turns = Counter({x.id: len(worked[x.id]) for x in own})
    own.sort(key=lambda x: (turns[x.id] + rng.random() * 3, x.id))
    leader = next(x for x in own if x.acts_alone)
    second = [x for x in own if x != leader][: rng.choice((0, 1, 1, 1))]
    return [leader, *second]


def _days_of_leave(book: Book) -> Days:
    away: Days = {}
    for row in book.rows("Leave"):
        first, last = row["from"], row["to"]
        assert isinstance(first, date)
        assert isinstance(last, date)
        days = {first + timedelta(n) for n in range((last - first).days + 1)}
        away.setdefault(str(row["person"]), set()).update(days)
    return away


def _add(book: Book, worker: Worker, shift: tuple[Car, date], post: str) -> None:
    car, day = shift
    start, end = NIGHT if is_specials_night(day) else LATE
    book.add(
        FILES[worker.role],
        "History",
        person=worker.id,
        date=day,
        start=start,
        end=end,
        unit=car.callsign,
        post=post,
    )
