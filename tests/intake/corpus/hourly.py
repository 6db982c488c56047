"""Offers by the hour: a square for each hour of each person's days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from tests.intake.corpus.cast import Person
from tests.intake.corpus.drawing import Drawing, Ink
from tests.intake.corpus.events import DAY, FIRST

HOURS = range(24)
WEEK = [FIRST + DAY * step for step in range(7)]
_HOUR = timedelta(hours=1)


@dataclass
class Hourly:
    """What some people offer, hour by hour."""

    people: Sequence[Person]
    days: Sequence[date]
    squares: dict[tuple[str, datetime], Ink] = field(default_factory=dict)
    stretches: list[tuple[Person, list[datetime]]] = field(default_factory=list)

    def offer(self, one: Person, first: datetime, count: int, **looks: str) -> None:
        """Tick so many hours, one after the other."""
        hours = [first + _HOUR * step for step in range(count)]
        for hour in hours:
            self.squares[one.id, hour] = Ink(**{"value": "Y", **looks})
        self.stretches.append((one, hours))

    def square(self, one: Person, day: date, hour: int) -> Ink:
        """What stands in one hour."""
        return self.squares.get((one.id, _at(day, hour)), Ink())

    def line(self, one: Person, day: date) -> list[Ink]:
        """All hours of a day."""
        return [self.square(one, day, hour) for hour in HOURS]

    def has_any(self, one: Person, day: date) -> bool:
        """Whether any hour of the day is ticked."""
        return any((one.id, _at(day, hour)) in self.squares for hour in HOURS)

    def tell(self, drawing: Drawing, who: Mapping[str, Sequence[Ink]]) -> None:
        """Tell of every stretch, with the ink that names its person."""
        for one, hours in self.stretches:
            inks = [self.squares[one.id, hour] for hour in hours]
            first, last = hours[0], hours[-1] + _HOUR
            times = {"date": first.date(), "from_": first.time(), "to": last.time()}
            drawing.row("Availability", [*inks, *who[one.id]], person=one.id, **times)


def drawn_hours(
    random: Random, people: Sequence[Person], days: Sequence[date] = WEEK, **looks: str
) -> Hourly:
    """Mornings, evenings and nights that never touch each other."""
    hourly = Hourly(people, days)
    for one in people:
        for day in days:
            for first, count in _stretches(random, is_last=day == days[-1]):
                hourly.offer(one, _at(day, first), count, **looks)
    return hourly


def _stretches(random: Random, *, is_last: bool) -> Iterator[tuple[int, int]]:
    """Some hours of a day: from when, and how many."""
    if random.random() < 0.4:
        yield random.randrange(5, 9), random.randrange(1, 6)
    if random.random() < 0.6:
        first = random.randrange(16, 20)
        yield first, random.randrange(2, 25 - first if is_last else 28 - first)


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001
