"""What kind of book to draw: how many counties, cars, people and weeks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import cycle, islice

from examples.generator.names import TOWNS
from examples.generator.scheme import KENT, CarTurn, Scheme


@dataclass(frozen=True)
class Car:
    """One unit and the district that it serves."""

    callsign: str
    area: str
    base: str
    priority: int = 1
    hours: tuple[float | None, ...] = (37.5, 37.5)
    """Weekly hours of those with a contract, who are of each contracted role alike;
    the last of them may ride every car of the county. None is for who offers time."""


@dataclass(frozen=True)
class County:
    """One police force with its cars."""

    name: str
    cars: tuple[Car, ...]
    scheme: Scheme = KENT
    trust: str = "SECAmb"
    partner: str = ""

    @property
    def force(self) -> str:
        """Who crews with the trust: the police force, unless it is another."""
        return self.partner or f"{self.name} Police"


@dataclass(frozen=True)
class BookPlan:
    """The size of a book; the same plan always draws the same rows."""

    counties: tuple[County, ...]
    first: date = date(2027, 1, 4)
    weeks: int = 8
    seed: int = 1
    officers_per_team: int = 4
    specials_per_car: int = 10
    history_weeks: int = 17
    has_borders: bool = False
    """Whether of the last car of each county somebody rides the next county's first."""

    @property
    def last(self) -> date:
        """The last day of the period."""
        return self.first + timedelta(weeks=self.weeks, days=-1)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Every day of the period."""
        return tuple(self.first + timedelta(n) for n in range(self.weeks * 7))

    @cached_property
    def past(self) -> tuple[date, ...]:
        """Every day of the history."""
        return tuple(
            self.first - timedelta(n) for n in range(self.history_weeks * 7, 0, -1)
        )

    @cached_property
    def county_of(self) -> dict[Car, County]:
        """The county of every car."""
        return {car: county for county in self.counties for car in county.cars}

    def turn_on(self, car: Car, day: date) -> CarTurn | None:
        """The turn that the car works that day."""
        return self.county_of[car].scheme.turn_on(day)

    def over_the_border(self, car: Car) -> tuple[Car, ...]:
        """The next county's first car, for the last car of a county with a border."""
        place = self.counties.index(self.county_of[car])
        is_last = car == self.counties[place].cars[-1]
        if not (self.has_borders and is_last):
            return ()
        return tuple(county.cars[0] for county in self.counties[place + 1 : place + 2])

    @cached_property
    def car(self) -> dict[str, Car]:
        """The cars by call sign."""
        return {car.callsign: car for car in self.cars}

    @cached_property
    def cars(self) -> tuple[Car, ...]:
        """The cars of every county."""
        return tuple(car for county in self.counties for car in county.cars)


_COUNTIES = ("Kent", "Surrey", "Sussex", "Hampshire")


def larger_plan(cars: int, weeks: int, seed: int = 1, counties: int = 2) -> BookPlan:
    """A plan of many cars, spread over counties, for tests and benchmarks."""
    names = _many(TOWNS, cars)
    made = [
        Car(
            callsign=f"JR-{number + 1:02d}",
            area=name,
            base=name,
            priority=number % 3 + 1,
            hours=(37.5, 22.5, 37.5) if number % 3 == 2 else (37.5, 37.5),
        )
        for number, name in enumerate(names)
    ]
    spread = tuple(
        County(name, tuple(made[number::counties]))
        for number, name in enumerate(_many(_COUNTIES, counties))
    )
    return BookPlan(spread, weeks=weeks, seed=seed)


def _many(words: tuple[str, ...], count: int) -> Iterator[str]:
    turns = (number // len(words) for number in range(count))
    named = zip(islice(cycle(words), count), turns, strict=True)
    return (f"{word} {turn + 1}" if turn else word for word, turn in named)
