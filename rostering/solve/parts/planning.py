"""A rota planned part by part: a first one out of whole lines, then better ones."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from rostering.solve.find import Brake
from rostering.solve.matrix import Excerpts, Matrix, Whole
from rostering.solve.parts.aim import aimed_at
from rostering.solve.parts.beginning import beginning
from rostering.solve.parts.by_fills import ByFills
from rostering.solve.parts.by_lines import ByLines
from rostering.solve.parts.completing import Completing
from rostering.solve.parts.improver import Course, Improver
from rostering.solve.parts.places import Places
from rostering.solve.parts.tempting import Temptations
from rostering.solve.parts.whole import searched_whole

if TYPE_CHECKING:
    from rostering.solve.parts.answer import Planner


@dataclass(frozen=True, slots=True)
class Plan:
    """The best rota found, as the values of all variables, and a bound."""

    solution: Whole | None
    bound: int
    """What any rota costs at least, all charges weighted as they are aimed at."""


def plan(
    matrix: Matrix,
    course: Course,
    brake: Brake,
    seed: int = 0,
    told: Callable[[Whole], None] = lambda _: None,
) -> Plan:
    """Plan all tiers at once, first things first.

    Args:
        matrix: The model.
        course: How long to go on.
        brake: What stops it.
        seed: Where the search begins.
        told: Told of the first rota and of each that is better.
    """
    aim = aimed_at(matrix.charges)
    completing = Completing(Excerpts(matrix), aim, brake)
    begun = beginning(matrix, completing, course.deadline, told)
    if begun.solution is None:
        return Plan(None, begun.bound)
    bound, solution = begun.bound, begun.solution
    if aim.cost(solution) > bound:
        deadline = course.deadline
        whole = searched_whole(matrix, solution, completing, deadline)
        bound = max(bound, whole.bound)
        if aim.cost(whole.solution) < aim.cost(solution):
            solution = whole.solution
            told(solution)
    chance = np.random.default_rng(seed)
    places = Places.of(matrix)
    temptations = Temptations(matrix, places, aim)
    planners: list[Planner] = [
        ByFills(completing, places, temptations, chance),
        ByLines(completing, begun.pool, temptations, chance),
    ]
    improver = Improver(matrix, planners, completing, chance)
    course = replace(course, enough=bound)
    return Plan(improver.run(solution, course, told), bound)


def improved(
    solution: Whole,
    completing: Completing,
    course: Course,
    *,
    seed: int = 0,
    told: Callable[[Whole], None] = lambda _: None,
) -> Whole:
    """A rota that stands already, improved by parts of people and days.

    Args:
        solution: The rota, as the values of all variables.
        completing: Makes solutions of the model.
        course: How long to go on.
        seed: Where the search begins.
        told: Told of each that is better.
    """
    matrix = completing.excerpts.matrix
    chance = np.random.default_rng(seed)
    places = Places.of(matrix)
    temptations = Temptations(matrix, places, completing.aim)
    by_fills = ByFills(completing, places, temptations, chance)
    improver = Improver(matrix, [by_fills], completing, chance)
    return improver.run(solution, course, told)
