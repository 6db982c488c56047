"""Public instances: planned whole and part by part, and judged by somebody else."""

from math import inf
from pathlib import Path

import pytest

from benchmarks.public import curtois, inem
from benchmarks.public.answering import answered, scored
from benchmarks.public.case import COST, FLOOR
from rostering.audit import audit
from rostering.build import build
from rostering.solve import solve
from rostering.solve.find import Brake
from rostering.solve.lines.in_turn import in_turn
from rostering.solve.lines.pool import Pool
from rostering.solve.lines.split import split
from rostering.solve.matrix import Excerpts, matrix_of
from rostering.solve.matrix.plain import plain
from rostering.solve.matrix.settled import settled
from rostering.solve.parts.aim import aimed_at
from rostering.solve.parts.beginning import beginning
from rostering.solve.parts.completing import Completing

SCORER = Path(__file__).resolve().parents[3] / "shared" / "benchmarks" / "score.py"
TINY = """
SECTION_HORIZON
7

SECTION_SHIFTS
E,480,
L,480,E

SECTION_STAFF
A,E=7|L=7,2400,960,3,2,2,1
B,E=7|L=3,2400,960,3,2,1,1
C,E=2|L=7,2880,480,4,1,1,1

SECTION_DAYS_OFF
A,2
B,0

SECTION_SHIFT_ON_REQUESTS
A,0,E,2
C,4,L,3

SECTION_SHIFT_OFF_REQUESTS
B,3,E,1

SECTION_COVER
0,E,1,100,1
0,L,1,100,1
1,E,1,100,1
1,L,1,100,1
2,E,1,100,1
2,L,1,100,1
3,E,1,100,1
3,L,1,100,1
4,E,1,100,1
4,L,1,100,1
5,E,1,100,1
6,L,1,100,1
"""
# People, groups, dispatch groups, tasks, dispatch tasks, days, holidays, first day;
# who is in which group; who can do what; what is whose; who is wanted; how long.
TINY_SERVICE = """
4 2 1 2 1 8 0 5
1 0  1 0  0 1  0 1
1 0  1 1  0 1  1 1
1 0  0 1
1 1 0  0 1 1  1 0 1  1 1 0  0 1 1  1 1 0  0 1 1  1 0 1
1 0 1  1 1 0  0 1 1  1 0 1  1 1 0  0 1 1  1 0 1  1 1 0
8 12
"""


@pytest.fixture(params=["curtois", "inem"])
def case(tmp_path, request):
    """A few days of a few people, in the format of either family, and their file."""
    load, text = {
        "curtois": (curtois.load, TINY),
        "inem": (inem.load, TINY_SERVICE),
    }[request.param]
    file = tmp_path / "Instance0.txt"
    file.write_text(text, encoding="utf-8")
    return load(file), file


def test_planned_part_by_part_it_costs_what_is_proved_of_the_whole(case):
    case, _ = case
    whole = solve(case.problem, case.rules)
    assert all(tier.is_proved for tier in whole.tiers)
    answer = answered(case, seconds=4)
    assert answer.bound <= whole.audit.cost(COST)
    found = audit(answer.rota, case.rules)
    assert found.hard == ()
    for tier in (FLOOR, COST):
        assert found.cost(tier) == whole.audit.cost(tier)


def test_lines_cost_what_their_rota_costs_where_somebody_has_no_turn_of_a_kind(
    tmp_path,
):
    file = tmp_path / "Instance0.txt"
    file.write_text(TINY.replace("C,E=2|L=7", "C,E=2|L=0"), encoding="utf-8")
    case = curtois.load(file)
    matrix = matrix_of(build(case.problem, case.rules)).without(FLOOR)
    aim = aimed_at(matrix.charges)
    narrowed = settled(plain(matrix))
    never = [
        c for f, c in matrix.fills.items() if (f.person, f.shift.turn) == ("C", "L")
    ]
    assert len(never) == 7
    assert not narrowed.upper[never].any()
    standing = in_turn(Pool(split(plain(matrix), aim)), deadline=0.0)
    costs = []
    completing = Completing(Excerpts(matrix), aim, Brake())
    begun = beginning(
        matrix, completing, inf, lambda told: costs.append(aim.cost(told))
    )
    assert costs[0] == standing.cost
    assert narrowed.is_kept(begun.solution)


@pytest.mark.skipif(not SCORER.exists(), reason="needs score.py of the instances")
def test_another_program_finds_the_same_cost_and_no_breach(case):
    case, file = case
    rota = solve(case.problem, case.rules).rota
    assert scored(case, file, rota, SCORER) == (audit(rota, case.rules).cost(COST), 0)
