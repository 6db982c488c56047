"""What is split by regions comes to what is proved without splitting."""

from itertools import combinations

import numpy as np
import pytest

from rostering.audit import audit
from rostering.build import build
from rostering.domain import Problem, Rota, Tier
from rostering.drawing import parse
from rostering.rulebook import rulebook
from rostering.solve import question, solve, tiers
from rostering.solve.find import Brake
from rostering.solve.limits import Limits
from rostering.solve.matrix import matrix_of
from rostering.solve.part import Part
from rostering.solve.regions import by_region, regions_of, search
from rostering.solve.regions.owners import SHARED, owners
from rostering.solve.regions.planning import Planning
from rostering.solve.regions.small import alone
from rostering.solve.tiers import solve_tiers
from rostering.solve.worker import worker

TWO_CARS = (
    "Ann L1 L1 - -\nBob - L2 L2 -\nEve L1 - - L2\nterms Ann units=J1 hours=20\n"
    "terms Bob units=J2 hours=20\nterms Eve units=J1,J2 hours=30\ncrew p:paramedic"
)
BOOKS = (
    TWO_CARS,
    TWO_CARS + "\nwants Eve off - x\nwants Ann work - - x",
    "Ann L1 L1 L1\nBob L2 L2 L2\nterms Ann units=J1\nterms Bob units=J2\n"
    "crew p:paramedic",
    "Ann L1 L1 L1 L1\nBob L2 L2 L2 L2\nCal L3 L3 L3 L3\nterms Ann units=J1,J2\n"
    "terms Bob units=J2,J3\nterms Cal units=J3 hours=10\ncrew p:paramedic",
    "Ann L1 E2 L1\nBob@A L1 L2 L2\nteam A L L L\nterms Ann units=J1,J2\n"
    "terms Bob units=J1,J2\ncrew p:paramedic o:regular",
)


def quietly(tier: Tier, best: int | None, bound: int) -> None:
    """Tell nobody."""


def solved(problem: Problem, *, is_split: bool) -> Part:
    decisions = build(problem, rulebook(problem)[0])
    if not is_split:
        return solve_tiers(decisions, Limits(), Brake(), quietly)
    regions = regions_of(decisions.fill_claims, 1)
    assert len(regions) > 1
    part = by_region(decisions, regions, Limits(), Brake(), quietly)
    assert part is not None
    return part


def costs(problem: Problem, part: Part) -> tuple[int, ...]:
    found = audit(Rota(problem, part.fills), rulebook(problem)[0])
    assert not found.hard
    return tuple(found.cost(tier) for tier in Tier)


@pytest.mark.parametrize("book", BOOKS)
def test_split_and_whole_agree_on_what_is_proved(book: str) -> None:
    problem = parse(book).problem
    whole, split = (solved(problem, is_split=each) for each in (False, True))
    best, found = costs(problem, whole), costs(problem, split)
    assert all(bound.is_proved for bound in whole.bounds)
    assert found >= best
    for tier, bound in enumerate(split.bounds):
        if found[:tier] == best[:tier]:
            assert bound.bound <= best[tier]
        if bound.is_proved and found[:tier] == best[:tier]:
            assert found[tier] == best[tier]


def test_a_book_of_cars_that_share_nobody_is_proved_split_too() -> None:
    problem = parse(BOOKS[2]).problem
    split = solved(problem, is_split=True)
    assert costs(problem, split) == costs(problem, solved(problem, is_split=False))
    assert all(bound.is_proved for bound in split.bounds)


@pytest.mark.parametrize("book", BOOKS)
def test_each_solution_of_the_whole_is_one_of_every_region(book: str) -> None:
    problem = parse(book).problem
    decisions = build(problem, rulebook(problem)[0])
    matrix = matrix_of(decisions)
    regions = regions_of(decisions.fill_claims, 1)
    owned = owners(matrix, regions)
    for seed in range(5):
        solver = worker(1, seed=seed, deadline=float("inf"))
        solver.parameters.randomize_search = True
        solver.solve(decisions.model)
        whole = np.array(solver.response_proto.solution)
        for region in range(len(regions)):
            inside = np.flatnonzero(owned == region)
            model = alone(matrix, inside).model
            for variable, value in zip(
                model.proto.variables, whole[inside].tolist(), strict=True
            ):
                assert variable.domain[0] <= value <= variable.domain[1]
                variable.domain[0] = variable.domain[1] = value
            status = worker(1, seed=0, deadline=float("inf")).solve(model)
            assert model.validate() == ""
            assert status.name == "OPTIMAL"


def test_no_variable_is_in_two_regions_and_every_fill_is_in_its_cars() -> None:
    problem = parse(TWO_CARS).problem
    matrix = matrix_of(build(problem, rulebook(problem)[0]))
    regions = regions_of(matrix.fills, 1)
    owned = owners(matrix, regions)
    for fill, column in matrix.fills.items():
        assert fill.shift.unit in regions[owned[column]]
    assert SHARED in owned  # what Eve is charged is of both cars


def test_cars_that_share_most_people_stay_together() -> None:
    people = {"A": "J1,J2", "B": "J1,J2", "C": "J2,J3", "D": "J3,J4", "E": "J3,J4"}
    shifts = "L1 L2 L3 L4"
    drawn = "\n".join(f"{name} {shifts}" for name in people)
    terms = "\n".join(f"terms {name} units={cars}" for name, cars in people.items())
    problem = parse(f"{drawn}\n{terms}\ncrew p:paramedic").problem
    fills = build(problem, ()).fill_claims
    found = regions_of(fills, len(fills) // 2 + 1)
    assert found == (frozenset({"J1", "J2"}), frozenset({"J3", "J4"}))
    for first, second in combinations(regions_of(fills, 1), 2):
        assert not first & second


def test_whoever_is_wanted_in_two_regions_leaves_the_others_where_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = "Eve\nBob A\nneed L1+L2 L2\nterms Eve units=J1,J2\nterms Bob units=J2"
    problem = parse(f"{drawn}\ncrew p:paramedic").problem
    monkeypatch.setattr(Planning, "anew", lambda self, columns, solution, _: solution)
    monkeypatch.setattr(search, "improved", lambda solution, *rest, seed: solution)
    people = {fill.person for fill in solved(problem, is_split=True).fills}
    assert people == {"Eve", "Bob"}


def test_what_is_solved_when_it_is_stopped_is_kept() -> None:
    problem = parse(BOOKS[2]).problem
    decisions = build(problem, rulebook(problem)[0])
    brake = Brake()

    def stop(tier: Tier, best: int | None, bound: int) -> None:
        if tier is Tier.CARE:
            brake.pull()

    regions = regions_of(decisions.fill_claims, 1)
    part = by_region(decisions, regions, Limits(), brake, stop)
    assert part is not None
    assert brake.pulled.is_set()
    assert part.fills
    for bound, cost in zip(part.bounds, costs(problem, part), strict=True):
        assert bound.bound <= cost


def test_a_limit_in_seconds_is_shared_by_the_regions() -> None:
    problem = parse(BOOKS[3]).problem
    decisions = build(problem, rulebook(problem)[0])
    regions = regions_of(decisions.fill_claims, 1)
    part = by_region(decisions, regions, Limits(seconds=60), Brake(), quietly)
    assert part is not None
    assert costs(problem, part) == costs(problem, solved(problem, is_split=True))


@pytest.mark.parametrize("book", BOOKS)
def test_large_regions_are_bounded_no_louder_than_is_proved(
    book: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = parse(book).problem
    best = costs(problem, solved(problem, is_split=False))
    monkeypatch.setattr(search, "LARGE", 0)
    monkeypatch.setattr(tiers, "LARGE", 0)
    split = solved(problem, is_split=True)
    found = costs(problem, split)
    assert found >= best
    for tier, bound in enumerate(split.bounds):
        if found[:tier] == best[:tier]:
            assert bound.bound <= best[tier]


@pytest.mark.parametrize("book", BOOKS)
def test_it_is_switched_on_by_size(book: str, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = parse(book).problem
    rules = rulebook(problem)[0]
    plain = solve(problem, rules)
    split_up: list[int] = []

    def noted(*asked: object) -> Part | None:
        split_up.append(len(split_up))
        return by_region(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(question, "LARGE", 1)
    monkeypatch.setattr(question, "MOST_FILLS", 1)
    monkeypatch.setattr(question, "by_region", noted)
    split = solve(problem, rules)
    assert split_up
    assert split.tiers[0].value >= plain.tiers[0].bound
    assert split.tiers[0].bound <= plain.tiers[0].value
