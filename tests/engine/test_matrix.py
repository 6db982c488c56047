"""The matrix of a model says what the model says, and so does what is cut out of it."""

from itertools import product
from random import Random

import numpy as np
import pytest
from ortools.sat.python import cp_model

from constraints import RULES
from rostering.build import build
from rostering.decisions import Decisions
from rostering.domain import Mode, Tier
from rostering.drawing import parse
from rostering.solve.matrix import Charges, Excerpts, Matrix, matrix_of
from tests.rules.tiny import TINY

HARD = [rule(mode=Mode.HARD) for rule in RULES.values() if rule.may_be_hard]
USUAL = [rule() for rule in RULES.values()]
WISHED = [rule(mode=Mode.WISH, weight=3) for rule in RULES.values()]
SETTINGS = {"all as usual": USUAL, "all that may be hard": HARD, "wishes": WISHED}
WITH_CHOICES = [name for name in TINY if name != "nobody"]


def solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver


def fixed(model: cp_model.CpModel, values: dict[int, int]) -> cp_model.CpModel:
    copy = model.clone()
    for index, value in values.items():
        copy.add(copy.get_int_var_from_proto_index(index) == value)
    return copy


def answer(model: cp_model.CpModel) -> tuple[float, np.ndarray] | None:
    """The least cost and a solution that has it; None where there is none."""
    asked = solver()
    status = asked.solve(model)
    if status == cp_model.INFEASIBLE:
        return None
    assert status == cp_model.OPTIMAL
    return asked.objective_value, np.array(asked.response_proto.solution, np.int64)


def all_charges(matrix: Matrix) -> Charges:
    charges = matrix.charges.values()
    return Charges(
        np.concatenate([each.columns for each in charges] or [np.zeros(0, np.int64)]),
        np.concatenate([each.weights for each in charges] or [np.zeros(0, np.int64)]),
    )


def posted(drawing: str, setting: str) -> Decisions:
    """The model with the sum of all charges as its objective."""
    decisions = build(parse(drawing).problem, SETTINGS[setting])
    decisions.model.minimize(sum(decisions.cost(tier) for tier in Tier))
    return decisions


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("tiny", WITH_CHOICES)
def test_an_excerpt_allows_and_asks_what_the_whole_does_with_the_rest_fixed(
    tiny: str, setting: str
) -> None:
    decisions, chance = posted(TINY[tiny], setting), Random(tiny)
    columns = [claim.index for claim in decisions.fill_claims.values()]
    for _ in range(3):
        values = {column: chance.randrange(2) for column in columns}
        found = answer(fixed(decisions.model, values))
        if found is None:
            found = answer(fixed(decisions.model, dict.fromkeys(columns, 0)))
        if found is None:
            found = answer(decisions.model)
        if found is not None:
            _assert_agreement(decisions, found[1], chance)


def _assert_agreement(
    decisions: Decisions, solution: np.ndarray, chance: Random
) -> None:
    matrix = matrix_of(decisions)
    assert matrix.is_kept(solution)
    fills = list(matrix.fills)
    free = chance.sample(fills, min(3, len(fills)))
    charges = all_charges(matrix)
    excerpt = Excerpts(matrix).cut(free, solution, charges)
    small = {column: n for n, column in enumerate(excerpt.free.tolist())}
    rest = {matrix.fills[f]: solution[matrix.fills[f]] for f in fills if f not in free}
    for chosen in product((0, 1), repeat=len(free)):
        values = {matrix.fills[f]: v for f, v in zip(free, chosen, strict=True)}
        ours = answer(fixed(excerpt.model, {small[c]: v for c, v in values.items()}))
        theirs = answer(fixed(decisions.model, rest | values))
        assert (ours is None) == (theirs is None)
        if ours is not None and theirs is not None:
            assert round(ours[0]) == round(theirs[0])
            whole = excerpt.whole(ours[1].tolist())
            assert matrix.is_kept(whole)
            assert charges.cost(whole) == round(theirs[0])


@pytest.mark.parametrize("tiny", WITH_CHOICES)
def test_the_matrix_is_kept_by_what_the_model_allows_and_by_nothing_else(
    tiny: str,
) -> None:
    decisions, chance = posted(TINY[tiny], "all as usual"), Random(tiny)
    matrix = matrix_of(decisions)
    found = answer(decisions.model)
    assert found is not None
    for _ in range(30):
        solution = found[1].copy()
        for column in chance.sample(range(matrix.size), min(2, matrix.size)):
            low, high = int(matrix.lower[column]), int(matrix.upper[column])
            solution[column] = chance.randint(low, high)
        model = fixed(decisions.model, dict(enumerate(solution.tolist())))
        assert matrix.is_kept(solution) == (answer(model) is not None)


def test_an_excerpt_of_nothing_costs_what_the_solution_does() -> None:
    decisions = posted(TINY["two cars at once"], "all as usual")
    found = answer(decisions.model)
    assert found is not None
    matrix = matrix_of(decisions)
    excerpt = Excerpts(matrix).cut([], found[1], all_charges(matrix))
    assert len(excerpt.free) == 0
    assert answer(excerpt.model) is not None
    assert excerpt.model.proto.objective.offset == found[0]
    assert (excerpt.whole([]) == found[1]).all()


def test_what_is_decided_by_a_free_fill_is_free_and_what_is_not_stays() -> None:
    decisions = posted("Ann\nBob\nneed L1 - - - E1", "all as usual")
    matrix = matrix_of(decisions)
    found = answer(decisions.model)
    assert found is not None
    first = [fill for fill in matrix.fills if fill.shift == decisions.shifts[0]]
    last = [fill for fill in matrix.fills if fill.shift == decisions.shifts[-1]]
    free = set(Excerpts(matrix).cut(first, found[1], all_charges(matrix)).free)
    crewed = decisions.crewed(decisions.shifts[0])
    assert crewed.index in free or -crewed.index - 1 in free
    assert free.isdisjoint(matrix.fills[fill] for fill in last)


def test_a_tier_that_is_limited_stays_within_its_limit() -> None:
    decisions = posted(TINY["two cars at once"], "all as usual")
    matrix, found = matrix_of(decisions), answer(decisions.model)
    assert found is not None
    cost = matrix.charges[Tier.COVER].cost(found[1])
    assert cost > 0
    assert matrix.limited(Tier.COVER, cost).is_kept(found[1])
    assert not matrix.limited(Tier.COVER, cost - 1).is_kept(found[1])


def test_a_row_of_a_kind_that_nobody_posts_is_refused() -> None:
    decisions = posted(TINY["two cars at once"], "all as usual")
    claims = list(decisions.fill_claims.values())
    decisions.model.add_bool_xor(claims[:2])
    with pytest.raises(AssertionError, match="bool_xor"):
        matrix_of(decisions)
