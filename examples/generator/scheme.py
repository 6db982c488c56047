"""How a county runs its cars: their turns and crews, and the pattern of its teams."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

Clock = tuple[time, time]


@dataclass(frozen=True)
class CarTurn:
    """A turn of every car, on some days of the week."""

    days: str
    """As the Cover sheet says it."""
    weekdays: frozenset[int]
    name: str
    clock: Clock
    crew: str
    is_team_turn: bool = False
    """Whether the sheet leaves the times to the team's."""


@dataclass(frozen=True)
class CrewPost:
    """One row of the Crews sheet."""

    crew: str
    name: str
    roles: str
    numbers: tuple[int, int, int] = (1, 1, 1)
    """Least, wanted and most."""
    skills: str | None = None


@dataclass(frozen=True)
class Scheme:
    """The turns, crews and teams of a county."""

    turns: tuple[CarTurn, ...]
    posts: tuple[CrewPost, ...]
    contracted: tuple[str, ...] = ("paramedic",)
    """The roles whose hours are the car's own."""
    pattern: str = ""
    clocks: Mapping[str, Clock] = field(default_factory=dict)
    """The times of the teams' turns."""
    teams: int = 0
    step: int = 0
    """Days from one team's anchor to the next."""

    def turn_on(self, day: date) -> CarTurn | None:
        """The turn that the cars work that day."""
        return next((x for x in self.turns if day.weekday() in x.weekdays), None)

    def posts_of(self, crew: str) -> tuple[CrewPost, ...]:
        """The posts of one crew."""
        return tuple(post for post in self.posts if post.crew == crew)

    def wants(self, role: str, day: date) -> bool:
        """Whether some post of the day's crew is for the role."""
        turn = self.turn_on(day)
        return turn is not None and any(
            role in post.roles for post in self.posts_of(turn.crew)
        )


DRIVER = "any: emergency driving"
LATE = (time(15), time(1))
TWILIGHT = (time(18), time(2))
_WEEKEND = frozenset({4, 5})
_WEEK = frozenset(range(7))

KENT = Scheme(
    turns=(
        CarTurn("Mon-Thu, Sun", _WEEK - _WEEKEND, "late", LATE, "joint late", True),
        CarTurn("Fri, Sat", _WEEKEND, "specials", TWILIGHT, "joint night"),
    ),
    posts=(
        CrewPost("joint late", "paramedic", "paramedic", skills=DRIVER),
        CrewPost("joint late", "officer", "regular"),
        CrewPost("joint night", "paramedic", "paramedic", skills=DRIVER),
        CrewPost("joint night", "officer", "special", (1, 2, 2)),
    ),
    pattern="E E L L N N - - - -",
    clocks={
        "early": (time(7), time(17)),
        "late": LATE,
        "night": (time(21), time(7)),
    },
    teams=5,
    step=2,
)

SURREY = Scheme(
    turns=(CarTurn("Fri, Sat", _WEEKEND, "late", LATE, "joint weekend", True),),
    posts=(
        CrewPost("joint weekend", "paramedic", "paramedic", skills=DRIVER),
        CrewPost("joint weekend", "officer", "regular"),
        CrewPost("joint weekend", "second officer", "special", (0, 1, 1)),
    ),
    pattern="E E - - L L - - - E E N N -",
    clocks=KENT.clocks,
    teams=2,
    step=7,
)

SUSSEX = Scheme(
    turns=(CarTurn("Fri, Sat", _WEEKEND, "twilight", TWILIGHT, "joint twilight"),),
    posts=(
        CrewPost("joint twilight", "paramedic", "paramedic", skills=DRIVER),
        CrewPost("joint twilight", "officer", "regular > special"),
        CrewPost("joint twilight", "second officer", "special", (0, 1, 1)),
    ),
    pattern="D D - - T T - - - D D N N -",
    clocks={
        "day": (time(8), time(18)),
        "twilight": TWILIGHT,
        "night": (time(22), time(7)),
    },
    teams=2,
    step=7,
)

FALLS = Scheme(
    turns=(CarTurn("daily", _WEEK, "day", (time(8), time(18)), "falls"),),
    posts=(
        CrewPost("falls", "paramedic", "paramedic", skills=DRIVER),
        CrewPost("falls", "therapist", "physiotherapist > occupational therapist"),
    ),
    contracted=("paramedic", "physiotherapist"),
)
