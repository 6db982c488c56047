"""Settings and small problems for all tests."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from rostering.drawing import parse
from rostering.explain.gaps import gaps
from rostering.report.built import BuiltRota
from rostering.rulebook import rulebook
from rostering.solve import solve

settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")

DRAWING = """
Ann:paramedic - - A - -
Bob:paramedic - - A - A
Sam:special - - - - -
terms Sam status=IPS
crew p:paramedic o:special*1-2
offer Sam S1 S2 S1 S1 -
need S1 S2 S1 S1+S2 S1
"""
"""On the third day nobody is left, on the last Sam has not offered; on the fourth Sam
can be on one car only, and the second place for an officer is always spare."""


@pytest.fixture(scope="session")
def built():
    """The best rota of the drawing."""
    problem = parse(DRAWING).problem
    rules, faults = rulebook(problem)
    assert not faults
    result = solve(problem, rules)
    found = gaps(result.rota, rules)
    files = {"trust.xlsx": "ab" * 32}
    return BuiltRota(Path("book"), files, rules, result, result.rota, found)
