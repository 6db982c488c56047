"""What no rota can mend, said before anybody makes one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from constraints import Rule
from rostering.domain import Problem, Shift
from rostering.eligibility import eligibility
from rostering.explain.forecast.at_once import Rush, rushes
from rostering.explain.forecast.choices import Choice, choices, without_choice
from rostering.explain.forecast.dependences import Dependence, dependences
from rostering.explain.forecast.lapses import Lapse, lapses
from rostering.explain.forecast.workload import Workload, workloads


@dataclass(frozen=True)
class Forecast:
    """What can be told of every rota of a book, from its facts alone."""

    choices: tuple[Choice, ...]
    rushes: tuple[Rush, ...]
    dependences: tuple[Dependence, ...]
    """Everybody without whom more shifts cannot be crewed."""
    workloads: tuple[Workload, ...]
    lapses: tuple[Lapse, ...]

    @cached_property
    def hopeless(self) -> tuple[Choice, ...]:
        """The posts that have fewer people to choose from than they need."""
        return tuple(choice for choice in self.choices if choice.is_too_small)

    @cached_property
    def lone(self) -> tuple[Choice, ...]:
        """The posts in which everybody who may must."""
        return without_choice(self.choices)

    @property
    def lost_shifts(self) -> frozenset[Shift]:
        """The shifts that nobody can crew."""
        return frozenset(choice.shift for choice in self.hopeless)

    @property
    def least_uncrewed(self) -> int:
        """How many shifts every rota leaves uncrewed, at least."""
        return len(self.lost_shifts) + sum(rush.missing for rush in self.rushes)


def forecast(problem: Problem, rules: Sequence[Rule]) -> Forecast:
    """Look at who may do what, and at hours and dates; nothing is planned."""
    eligible = eligibility(problem, rules)
    found = choices(problem, eligible)
    return Forecast(
        found,
        rushes(found, rules),
        dependences(found, rules),
        workloads(problem, rules, found),
        lapses(problem, eligible),
    )
