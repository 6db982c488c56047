"""The people of a book: paramedics, response teams and Specials."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import count
from random import Random

from examples.generator.names import invented_names
from examples.generator.plan import BookPlan, Car, County

PATTERN = "E E L L N N - - - -"
TEAMS = 5
"""How many teams share the pattern, so that one is on each turn every day."""


@dataclass(frozen=True)
class Worker:
    """One person of a book."""

    id: str
    name: str
    role: str
    employer: str
    units: tuple[str, ...]
    weekly_hours: float | None = None
    overtime: bool = False
    team: str = ""
    status: str = ""
    main_job: tuple[time, time] | None = None

    @property
    def home(self) -> str:
        """The call sign of the home car."""
        return self.units[0]

    @property
    def acts_alone(self) -> bool:
        """Whether a Special may be the only constable in a crew."""
        return self.status in ("DPS", "IPS")


@dataclass(frozen=True)
class Team:
    """A response team: two earlies, two lates, two nights, four days of rest."""

    name: str
    car: Car
    anchor: date

    def turn_on(self, day: date) -> str:
        """The letter of the turn that the pattern gives."""
        letters = PATTERN.split()
        return letters[(day - self.anchor).days % len(letters)]


@dataclass(frozen=True)
class Staff:
    """Everybody in a book."""

    paramedics: tuple[Worker, ...]
    teams: tuple[Team, ...]
    regulars: tuple[Worker, ...]
    specials: tuple[Worker, ...]

    @property
    def everybody(self) -> tuple[Worker, ...]:
        """All of them."""
        return (*self.paramedics, *self.regulars, *self.specials)

    def members(self, team: Team) -> tuple[Worker, ...]:
        """The officers of a team who are trained for the car."""
        return tuple(x for x in self.regulars if x.team == team.name)

    def team_on_late(self, car: Car, day: date) -> Team:
        """The team whose late turn the car matches that day."""
        return next(t for t in self.teams if t.car == car and t.turn_on(day) == "L")


def recruit(plan: BookPlan) -> Staff:
    """Invent everybody whom the plan asks for."""
    rng = Random(f"{plan.seed} people")
    names = invented_names(rng)
    teams = tuple(_teams(plan))
    force = {car: county.force for county in plan.counties for car in county.cars}
    return Staff(
        paramedics=tuple(_paramedics(plan, names)),
        teams=teams,
        regulars=tuple(_regulars(plan, teams, force, names)),
        specials=tuple(_specials(plan, force, names, rng)),
    )


def _paramedics(plan: BookPlan, names: Iterator[str]) -> Iterator[Worker]:
    numbers = count(4107, 11)
    for county in plan.counties:
        for index, car in enumerate(county.cars):
            for place in range(car.paramedics):
                is_relief = place == car.paramedics - 1
                is_part_time = not is_relief and place > 0
                yield Worker(
                    id=f"PM{next(numbers)}",
                    name=next(names),
                    role="paramedic",
                    employer=county.trust,
                    units=_home_first(county, car) if is_relief else (car.callsign,),
                    weekly_hours=22.5 if is_part_time else 37.5,
                    overtime=is_relief and index % 3 == 1,
                )


def _home_first(county: County, home: Car) -> tuple[str, ...]:
    others = (car.callsign for car in county.cars if car != home)
    return (home.callsign, *others)


def _teams(plan: BookPlan) -> Iterator[Team]:
    start = plan.past[0]
    for index, car in enumerate(plan.cars):
        for place in range(TEAMS):
            anchor = start + timedelta(days=2 * place + (index + 1) % 2)
            yield Team(f"{car.base} {'ABCDE'[place]}", car, anchor)


def _regulars(
    plan: BookPlan, teams: tuple[Team, ...], force: dict[Car, str], names: Iterator[str]
) -> Iterator[Worker]:
    numbers = count(11204, 37)
    for team in teams:
        for _ in range(plan.officers_per_team):
            yield Worker(
                id=f"PC{next(numbers)}",
                name=next(names),
                role="regular",
                employer=force[team.car],
                units=(team.car.callsign,),
                team=team.name,
            )


_STATUSES = ("APS", "DPS", "IPS", "DPS", "DPS", "IPS", "DPS", "APS", "DPS", "IPS")
_MAIN_JOBS = ((9, 17), (8, 16), (10, 18))


def _specials(
    plan: BookPlan, force: dict[Car, str], names: Iterator[str], rng: Random
) -> Iterator[Worker]:
    numbers = count(70118, 29)
    for index, car in enumerate(plan.cars):
        next_door = plan.cars[index - 1]
        for place in range(plan.specials_per_car):
            is_shared = index and place == 4 and force[next_door] == force[car]
            job = rng.choice(_MAIN_JOBS) if place % 4 == 2 else None
            yield Worker(
                id=f"SC{next(numbers)}",
                name=next(names),
                role="special",
                employer=force[car],
                units=(car.callsign, *([next_door.callsign] if is_shared else [])),
                status=_STATUSES[place % len(_STATUSES)],
                main_job=(time(job[0]), time(job[1])) if job else None,
            )
