"""The solver's choices say the same as the rota that is read from them."""

from dataclasses import dataclass

import pytest
from ortools.sat.python import cp_model

from constraints import RULES
from rostering.build import build
from rostering.decisions import Claim, Decisions, Row
from rostering.domain import Mode, PersonId, Rota, Tier
from rostering.drawing import parse
from tests.verify import every_rota

CREWS = "Ann\nBob\nSam:special\ncrew p:paramedic*1-2 o:special\nneed L - S"
THREE = "Ann\nBob\nCal\ncrew p:paramedic*2-3\nneed L"


@dataclass(frozen=True)
class Owner:
    """A rule of no substance."""

    mode: Mode
    code: str = "TEST-01"
    tier: Tier = Tier.CARE
    weight: int = 1


HARD, WISH = Owner(Mode.HARD), Owner(Mode.WISH)


def values(decisions: Decisions, rota: Rota, claims: list[Claim]) -> list[bool]:
    """Which claims are true of the rota."""
    for fill, claim in decisions.fill_claims.items():
        decisions.model.add(claim == int(fill in rota.fills))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(decisions.model) == cp_model.OPTIMAL
    return [
        claim if isinstance(claim, bool) else bool(solver.boolean_value(claim))
        for claim in claims
    ]


@pytest.mark.parametrize("drawing", [CREWS, THREE])
def test_a_shift_is_claimed_crewed_just_where_every_post_has_its_least(
    drawing: str,
) -> None:
    for rota in every_rota(parse(drawing).problem):
        decisions = Decisions(rota.problem)
        claims = [decisions.crewed(shift) for shift in decisions.shifts]
        is_crewed = [rota.is_crewed(shift) for shift in decisions.shifts]
        assert values(decisions, rota, claims) == is_crewed


@pytest.mark.parametrize("least", range(-4, 8))
def test_a_sum_is_claimed_to_reach_so_much_just_where_it_does(least: int) -> None:
    weights = (3, -2, 1, 1)
    for rota in every_rota(parse("Ann\nBob\nneed L E").problem):
        decisions = Decisions(rota.problem)
        fills, claims = zip(*decisions.fill_claims.items(), strict=True)
        terms = [(True, 1), *zip(claims, weights, strict=True)]
        total = 1 + sum(
            weight
            for fill, weight in zip(fills, weights, strict=True)
            if fill in rota.fills
        )
        reached = decisions.reaches(terms, least)
        assert values(decisions, rota, [reached]) == [total >= least]


def test_a_shift_is_claimed_begun_just_where_somebody_is_on_it() -> None:
    for rota in every_rota(parse(CREWS).problem):
        decisions = Decisions(rota.problem)
        claims = [decisions.begun(shift) for shift in decisions.shifts]
        is_begun = [bool(rota.crew_of(shift)) for shift in decisions.shifts]
        assert values(decisions, rota, claims) == is_begun


def test_a_shift_that_nobody_can_work_is_plainly_not_crewed() -> None:
    decisions = Decisions(parse("crew p:paramedic\nneed L").problem)
    assert decisions.crewed(decisions.shifts[0]) is False


def test_riding_the_car_takes_the_place_of_the_teams_turn() -> None:
    decisions = Decisions(parse("Bob@A\nteam A L\nneed L").problem)
    today = decisions.problem.period.first
    bob = PersonId("Bob")
    ride, turn = (
        next(p for p in decisions.duties(bob) if p.duty.day == today and p.is_choice),
        next(
            p for p in decisions.duties(bob) if p.duty.day == today and not p.is_choice
        ),
    )
    assert not isinstance(ride.claim, bool)
    assert turn.claim.index == ride.claim.negated().index  # type: ignore[union-attr]


def test_people_who_can_be_on_no_shift_are_in_one_model_only() -> None:
    problem = parse("Ann\nBob\nterms Bob units=J9\nneed L1 L1").problem
    first, second = problem.shifts
    with_first = Decisions(problem, shifts=[first]).people
    with_second = Decisions(problem, shifts=[second]).people
    assert [person.id for person in with_first] == ["Ann", "Bob"]
    assert [person.id for person in with_second] == ["Ann"]


def test_every_required_row_keeps_its_owner_and_subject() -> None:
    decisions = Decisions(parse(CREWS).problem)
    claims = list(decisions.fill_claims.values())
    decisions.forbid_together(HARD, "these two", claims[:2])
    decisions.at_most(HARD, "all of them", [(claim, 1) for claim in claims], 1)
    assert list(decisions.rows.values()) == [
        Row("TEST-01", "these two"),
        Row("TEST-01", "all of them"),
    ]


def test_what_cannot_be_otherwise_is_no_row_at_all() -> None:
    decisions = Decisions(parse(CREWS).problem)
    claim = next(iter(decisions.fill_claims.values()))
    decisions.forbid_together(HARD, "one is false", [claim, False])
    decisions.forbid_together(HARD, "all are so already", [True, True])
    decisions.at_most(HARD, "room enough", [(claim, 5)], 5)
    decisions.at_least(HARD, "reached already", [(True, 5)], 5)
    assert decisions.rows == {}


@pytest.mark.parametrize(
    ("most", "charge"),
    [(9, 0), (8, 1), (6, 1), (5, 1), (4, 2), (1, 2), (0, 2)],
)
def test_a_wish_is_charged_for_each_step_begun_above_the_most(
    most: int, charge: int
) -> None:
    # Two claims of 4 and a 1 that is so already make 9; what is so already raises
    # the limit to 1 at least, so no more than 8 can be above it: two steps of 4.
    decisions = Decisions(parse("Ann\nBob\nneed L").problem)
    terms = [(claim, 4) for claim in decisions.fill_claims.values()]
    decisions.at_most(WISH, "both", [*terms, (True, 1)], most, step=4)
    assert _least_charge(decisions) == charge


def _least_charge(decisions: Decisions) -> int:
    """The charge where everybody works."""
    for claim in decisions.fill_claims.values():
        decisions.model.add(claim == 1)
    decisions.model.minimize(decisions.cost(Tier.CARE))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(decisions.model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def test_a_solution_is_read_and_hinted_whole() -> None:
    problem = parse("Ann\nneed L - L").problem
    decisions = build(problem, [rule() for rule in RULES.values() if rule.is_usual])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    decisions.model.minimize(decisions.cost(Tier.COVER))
    solver.solve(decisions.model)
    solution = list(solver.response_proto.solution)
    decisions.hint(solution)
    assert list(decisions.model.proto.solution_hint.values) == solution
    assert {f.shift for f in decisions.read(solution)} == set(problem.shifts)
