"""How long the steps before the search take, so that one that has grown slow is seen.

They are no part of the tests: `make bench-micro` runs them, beside the figures that
were saved before.
"""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from inputs import read
from rostering.audit import audit
from rostering.build import build
from rostering.cli.opened import OpenedBook, open_book
from rostering.domain import Rota
from rostering.eligibility import Eligibility, eligibility
from rostering.solve import Limits, solve
from rostering.solve.matrix import matrix_of

KENT = Path(__file__).parents[2] / "examples" / "kent"


@pytest.fixture(scope="module")
def opened() -> OpenedBook:
    return open_book(KENT)


@pytest.fixture(scope="module")
def eligible(opened: OpenedBook) -> Eligibility:
    return eligibility(opened.problem, opened.rules)


@pytest.fixture(scope="module")
def rota(opened: OpenedBook) -> Rota:
    result = solve(opened.problem, opened.rules, limits=Limits(effort=0.1))
    assert result.rota is not None
    return result.rota


def fresh(opened: OpenedBook) -> tuple[tuple[object, ...], dict[str, object]]:
    """A problem that remembers nothing of the run before."""
    again = open_book(KENT)
    return (again.problem, opened.rules), {}


def test_reading(benchmark: BenchmarkFixture) -> None:
    reading = benchmark(read, KENT)
    assert reading.problem.people


def test_eligibility(benchmark: BenchmarkFixture, opened: OpenedBook) -> None:
    found = benchmark.pedantic(eligibility, setup=lambda: fresh(opened), rounds=5)
    assert found.barred


def test_making_the_model(
    benchmark: BenchmarkFixture, opened: OpenedBook, eligible: Eligibility
) -> None:
    def model(problem, rules):
        return build(problem, rules, eligible=eligible)

    made = benchmark.pedantic(model, setup=lambda: fresh(opened), rounds=5)
    assert made.fill_claims


def test_making_the_matrix(benchmark: BenchmarkFixture, opened: OpenedBook) -> None:
    made = build(opened.problem, opened.rules)
    assert benchmark(matrix_of, made).size


def test_the_audit(benchmark: BenchmarkFixture, rota: Rota, opened: OpenedBook) -> None:
    assert not benchmark(audit, rota, opened.rules).hard
