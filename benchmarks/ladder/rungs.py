"""The rungs: how large each book is, and what is wanted of it."""

from dataclasses import dataclass, replace
from pathlib import Path

from examples.generator import larger_plan, write_book

SEED = 1
KENT = "kent"


@dataclass(frozen=True, slots=True)
class Goal:
    """What is wanted of a rung on two cores."""

    seconds: float
    """The whole command."""
    gap: float
    """How far from its bound each tier may stay, as a share of its value."""
    gigabytes: float | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """One book."""

    name: str
    cars: int
    weeks: int
    counties: int = 1
    officers: int = 4
    """How many of each response team are trained for the car."""
    specials: int = 10
    """How many Specials each car has."""
    goal: Goal | None = None
    seconds: float | None = None
    """The limit of `rota build --seconds`; none where the search ends soon."""

    def book(self, folder: Path) -> Path:
        """The book, drawn into the folder unless it is there or is an example."""
        if self.name == KENT:
            return Path("examples") / KENT
        path = folder / self.name
        if not path.exists():
            drawn = larger_plan(self.cars, self.weeks, SEED, self.counties)
            people = {
                "officers_per_team": self.officers,
                "specials_per_car": self.specials,
                "has_borders": self.counties > 1,
            }
            write_book(path, replace(drawn, **people))
        return path


RUNGS = (
    Rung(KENT, 3, 8, goal=Goal(10, 0)),
    Rung("3x8", 3, 8, goal=Goal(10, 0)),
    Rung("3x26", 3, 26),
    Rung("3x52", 3, 52, goal=Goal(120, 0.01), seconds=90),
    Rung("10x13", 10, 13, counties=2),
    Rung("40x13", 40, 13, 10, 10, 20, Goal(300, 0.02, 4), seconds=200),
)
