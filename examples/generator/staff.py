"""The people of a book: paramedics, response teams and Specials."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import count
from random import Random

from examples.generator.names import invented_names
from examples.generator.plan import BookPlan, Car


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
    band: int | None = None
    unsocial_scheme: str = ""

    @property
    def home(self) -> str:
        """The call sign of the home car."""
        return self.units[0]

    @property
    def offers_time(self) -> bool:
        """Whether this person works only in time that is offered."""
        return self.weekly_hours is None and not self.team

    @property
    def acts_alone(self) -> bool:
        """Whether a Special may be the only constable in a crew."""
        return self.status in ("DPS", "IPS")


@dataclass(frozen=True)
class Team:
    """A response team, with the pattern of its county."""

    name: str
    car: Car
    anchor: date
    pattern: str

    def turn_on(self, day: date) -> str:
        """The letter of the turn that the pattern gives."""
        letters = self.pattern.split()
        return letters[(day - self.anchor).days % len(letters)]


@dataclass(frozen=True)
class Staff:
    """Everybody in a book."""

    contracted: tuple[Worker, ...]
    """Paramedics, and whoever else of the car's own people crews with them."""
    teams: tuple[Team, ...]
    regulars: tuple[Worker, ...]
    specials: tuple[Worker, ...]

    @property
    def everybody(self) -> tuple[Worker, ...]:
        """All of them."""
        return (*self.contracted, *self.regulars, *self.specials)

    def members(self, team: Team) -> tuple[Worker, ...]:
        """The officers of a team who are trained for the car."""
        return tuple(x for x in self.regulars if x.team == team.name)

    def team_on(self, car: Car, turn: str, day: date) -> Team:
        """The team of the car's district that is on the turn that day."""
        letter = turn[0].upper()
        return next(x for x in self.teams if x.car == car and x.turn_on(day) == letter)


def recruit(plan: BookPlan) -> Staff:
    """Invent everybody whom the plan asks for."""
    rng = Random(f"{plan.seed} people")
    names = invented_names(rng)
    teams = tuple(_teams(plan))
    return Staff(
        contracted=tuple(_contracted(plan, names)),
        teams=teams,
        regulars=tuple(_regulars(plan, teams, names)),
        specials=tuple(_specials(plan, names, rng)),
    )


PREFIXES = {
    "paramedic": "PM",
    "physiotherapist": "PT",
    "occupational therapist": "OT",
    "regular": "PC",
    "special": "SC",
}
"""How the ids of each role begin."""


def _contracted(plan: BookPlan, names: Iterator[str]) -> Iterator[Worker]:
    numbers = count(4107, 11)
    for county in plan.counties:
        for index, car in enumerate(county.cars):
            for role in county.scheme.contracted:
                for place, hours in enumerate(car.hours, 1):
                    is_relief = place == len(car.hours)
                    is_of_the_pilot = place == car.priority == 1 and hours
                    yield Worker(
                        id=f"{PREFIXES[role]}{next(numbers)}",
                        name=next(names),
                        role=role,
                        employer=county.trust if role == "paramedic" else county.force,
                        units=_units(plan, car, is_relief=is_relief),
                        weekly_hours=hours,
                        overtime=is_relief and index % 3 == 1,
                        band=6,
                        unsocial_scheme="A5" if is_of_the_pilot else "S2",
                    )


def _units(plan: BookPlan, home: Car, *, is_relief: bool) -> tuple[str, ...]:
    """The home car first; a relief rides those of the county and over its border."""
    if not is_relief:
        return (home.callsign,)
    others = (car for car in plan.county_of[home].cars if car != home)
    ridden = (home, *others, *plan.over_the_border(home))
    return tuple(car.callsign for car in ridden)


def _teams(plan: BookPlan) -> Iterator[Team]:
    start = plan.past[0]
    for index, car in enumerate(plan.cars):
        scheme = plan.county_of[car].scheme
        shift = (index + 1) % scheme.step if scheme.step == 2 else 0
        for place in range(scheme.teams):
            anchor = start + timedelta(days=scheme.step * place + shift)
            yield Team(f"{car.base} {'ABCDE'[place]}", car, anchor, scheme.pattern)


def _regulars(
    plan: BookPlan, teams: tuple[Team, ...], names: Iterator[str]
) -> Iterator[Worker]:
    numbers = count(11204, 37)
    for team in teams:
        for _ in range(plan.officers_per_team):
            yield Worker(
                id=f"{PREFIXES['regular']}{next(numbers)}",
                name=next(names),
                role="regular",
                employer=plan.county_of[team.car].force,
                units=(team.car.callsign,),
                team=team.name,
            )


_STATUSES = ("APS", "DPS", "IPS", "DPS", "DPS", "IPS", "DPS", "APS", "DPS", "IPS")
_MAIN_JOBS = ((9, 17), (8, 16), (10, 18))


def _specials(plan: BookPlan, names: Iterator[str], rng: Random) -> Iterator[Worker]:
    numbers = count(70118, 29)
    for index, car in enumerate(plan.cars):
        next_door = plan.cars[index - 1]
        county = plan.county_of[car]
        for place in range(plan.specials_per_car):
            is_shared = index and place == 4 and plan.county_of[next_door] == county
            job = rng.choice(_MAIN_JOBS) if place % 4 == 2 else None
            yield Worker(
                id=f"SC{next(numbers)}",
                name=next(names),
                role="special",
                employer=county.force,
                units=(car.callsign, *([next_door.callsign] if is_shared else [])),
                status=_STATUSES[place % len(_STATUSES)],
                main_job=(time(job[0]), time(job[1])) if job else None,
            )
