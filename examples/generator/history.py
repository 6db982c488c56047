"""What was worked before the period: legal, and shared out as a rota desk would."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from examples.generator.book import Book
from examples.generator.plan import BookPlan, Car
from examples.generator.scheme import CarTurn, CrewPost
from examples.generator.staff import Staff, Worker
from examples.generator.training import FILES

LONGEST_RUN = 4
WEEKLY_HOURS = 9
"""Hours of contract for which somebody works one shift a week."""
PLACES = (0, 1, 1, 1)
"""How often a post is filled that is wanted and no more."""


def add_history(book: Book, plan: BookPlan, staff: Staff) -> None:
    """Crew every car on every past day on which it could be crewed."""
    past = _Past(book, plan, staff)
    for day in plan.past:
        for car in sorted(plan.cars, key=lambda car: car.priority):
            turn = plan.turn_on(car, day)
            if turn is not None:
                past.crew(book, car, turn, day)


class _Past:
    """Who has worked when, as the record grows day by day."""

    def __init__(self, book: Book, plan: BookPlan, staff: Staff) -> None:
        self._plan, self._staff = plan, staff
        self._rng = Random(f"{plan.seed} history")
        self._away = _days_of_leave(book)
        self._worked: dict[str, set[date]] = {x.id: set() for x in staff.everybody}

    def crew(self, book: Book, car: Car, turn: CarTurn, day: date) -> None:
        """Write down a crew, unless a post that must be filled has nobody."""
        crew: list[tuple[CrewPost, Worker]] = []
        for post in self._plan.county_of[car].scheme.posts_of(turn.crew):
            least, wanted, _ = post.numbers
            size = least + sum(self._rng.choice(PLACES) for _ in range(wanted - least))
            riders = list(self._riders(post, (car, turn, day)))[:size]
            if len(riders) < least:
                return
            crew += [(post, worker) for worker in riders]
        for post, worker in crew:
            self._worked[worker.id].add(day)
            _add(book, worker, (car, turn, day), post.name)

    def _riders(
        self, post: CrewPost, shift: tuple[Car, CarTurn, date]
    ) -> Iterator[Worker]:
        """Whoever can fill the post, those first who have worked least."""
        car, turn, day = shift
        role = post.roles.split(" > ")[0]
        if role == "regular":
            team = self._staff.team_on(car, turn.name, day)
            members = self._staff.members(team)
            return iter(sorted(members, key=lambda x: self._burden(x, car)))
        if role == "special":
            return self._specials(car, leads=post.numbers[0] > 0)
        free = [x for x in self._staff.contracted if self._may_work(x, role, car, day)]
        return iter(sorted(free, key=lambda x: self._burden(x, car)))

    def _burden(self, worker: Worker, car: Car) -> tuple[bool, float, str]:
        share = len(self._worked[worker.id]) / (worker.weekly_hours or 1)
        return car.callsign != worker.home, share, worker.id

    def _specials(self, car: Car, *, leads: bool) -> Iterator[Worker]:
        """By chance those who have worked less, after one who may act alone."""
        own = [x for x in self._staff.specials if x.home == car.callsign]
        own.sort(key=lambda x: len(self._worked[x.id]) + self._rng.random() * 3)
        leader = next(x for x in own if x.acts_alone)
        rest = [x for x in own if x != leader]
        yield from [leader, *rest] if leads else own

    def _may_work(self, worker: Worker, role: str, car: Car, day: date) -> bool:
        """Four days in a row, then two off; and no more a week than the contract."""
        worked = self._worked[worker.id]
        before = [day - timedelta(days=n) for n in range(1, LONGEST_RUN + 1)]
        monday = day - timedelta(days=day.weekday())
        this_week = sum(monday + timedelta(days=n) in worked for n in range(7))
        return (
            worker.role == role
            and car.callsign in worker.units
            and day not in worked
            and day not in self._away.get(worker.id, ())
            and (before[0] in worked or before[1] not in worked)
            and not worked.issuperset(before)
            and this_week * WEEKLY_HOURS < (worker.weekly_hours or WEEKLY_HOURS)
        )


def _days_of_leave(book: Book) -> dict[str, set[date]]:
    away: dict[str, set[date]] = {}
    for row in book.rows("Leave"):
        first, last = row["from"], row["to"]
        assert isinstance(first, date)
        assert isinstance(last, date)
        days = {first + timedelta(n) for n in range((last - first).days + 1)}
        away.setdefault(str(row["person"]), set()).update(days)
    return away


def _add(
    book: Book, worker: Worker, shift: tuple[Car, CarTurn, date], post: str
) -> None:
    car, turn, day = shift
    start, end = turn.clock
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
