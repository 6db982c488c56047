"""The scenarios among the examples fit the book that they are for."""

from pathlib import Path

import pytest

from inputs import read
from inputs.scenarios import scenarios

ROOT = Path(__file__).parent.parent.parent
FILE = ROOT / "examples" / "scenarios" / "kent.csv"
KENT = ROOT / "examples" / "kent"
FOUND = scenarios(FILE)


@pytest.fixture(scope="module")
def plain():
    return read(KENT)


def told(problem):
    """The problem with the hours of its shifts, which are the same by their ids."""
    return problem, [shift.span for shift in problem.shifts]


@pytest.mark.parametrize("scenario", FOUND, ids=lambda scenario: scenario.name)
def test_a_scenario_changes_the_book_of_kent(scenario, plain):
    changed = read(KENT, changed=scenario.changed)
    assert scenario.settings or told(changed.problem) != told(plain.problem)
    assert not changed.warnings


def test_the_page_shows_them_as_they_are():
    page = (ROOT / "docs" / "sweep.md").read_text(encoding="utf-8")
    shown = {" ".join(line.split()) for line in page.splitlines()}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        assert " ".join(filter(None, line.split(","))) in shown
