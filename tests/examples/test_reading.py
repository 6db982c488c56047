"""Every book of the generator can be read without a fault."""

from datetime import date

import pytest

from examples.generator import larger_plan, write_book
from examples.generator.kent import PLAN, kent_book
from examples.generator.kent_gaps import planted_gaps
from examples.generator.staff import recruit
from inputs import read
from tests.examples.books import ROOT


@pytest.mark.parametrize(
    ("name", "shifts"), [("kent", 168), ("surrey-sussex", 48), ("falls", 56)]
)
def test_an_example_reads_without_a_word(name, shifts):
    reading = read(ROOT / name, first=date(2027, 1, 4), weeks=8)
    assert reading.warnings == ()
    assert len(reading.problem.shifts) == shifts


def test_the_kent_book_tells_its_own_period():
    period = read(ROOT / "kent").problem.period
    assert (period.first, period.last) == (date(2027, 1, 4), date(2027, 2, 28))


def test_what_nobody_can_cover_is_asked_for():
    shifts = read(ROOT / "kent").problem.shift
    gaps = planted_gaps(kent_book(), recruit(PLAN))
    assert {f"{gap.unit} {gap.day} {gap.turn}" for gap in gaps} <= shifts.keys()


def test_kent_has_a_fill_for_every_role_of_every_crew():
    problem = read(ROOT / "kent").problem
    for shift in problem.shifts:
        roles = {person.role for person in problem.candidates(shift)}
        assert all(roles & post.roles[0] for post in shift.crew.posts)


def test_a_larger_book_reads_without_a_word(tmp_path):
    plan = larger_plan(cars=10, weeks=13)
    write_book(tmp_path, plan)
    reading = read(tmp_path, first=plan.first, weeks=plan.weeks)
    assert reading.warnings == ()
    assert len(reading.problem.shifts) == 10 * 13 * 7
