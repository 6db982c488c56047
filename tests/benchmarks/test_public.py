"""Public instances: planned whole and part by part, and judged by somebody else."""

from pathlib import Path

import pytest

from benchmarks.public import curtois, inem
from benchmarks.public.answering import answered, scored
from benchmarks.public.case import COST, FLOOR
from rostering.audit import audit
from rostering.solve import solve

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


@pytest.mark.skipif(not SCORER.exists(), reason="needs score.py of the instances")
def test_another_program_finds_the_same_cost_and_no_breach(case):
    case, file = case
    rota = solve(case.problem, case.rules).rota
    assert scored(case, file, rota, SCORER) == (audit(rota, case.rules).cost(COST), 0)
