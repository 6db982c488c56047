"""The books are the same from the same code, and as large as one asks."""

from dataclasses import replace
from datetime import date

import pytest

from examples.generator import draw_book, larger_plan, save_book, write_book
from examples.generator.__main__ import SMALL, write_kent
from examples.generator.staff import recruit
from tests.examples.books import ROOT, cells_of, rows_of


def bytes_of(folder):
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_the_same_plan_writes_the_same_bytes(tmp_path):
    for folder in ("one", "other"):
        write_book(tmp_path / folder, larger_plan(2, 3, seed=7))
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "other")


def test_another_seed_draws_other_rows():
    one, other = (draw_book(larger_plan(2, 3, seed=seed)) for seed in (7, 8))
    assert list(one.rows("Availability")) != list(other.rows("Availability"))


def test_the_kent_book_is_as_the_generator_writes_it(tmp_path):
    write_kent(tmp_path)
    assert cells_of(tmp_path) == cells_of(ROOT / "kent")
    page = "README.md"
    assert (tmp_path / page).read_text() == (ROOT / "kent" / page).read_text()


@pytest.mark.parametrize("name", SMALL)
def test_a_small_book_is_as_the_generator_writes_it(tmp_path, name):
    save_book(SMALL[name](), tmp_path)
    assert cells_of(tmp_path) == cells_of(ROOT / name)


def test_a_larger_plan_has_its_cars_weeks_and_people(tmp_path):
    plan = larger_plan(cars=10, weeks=13, seed=3, counties=3)
    write_book(tmp_path, plan)
    assert len(rows_of(tmp_path, "Units")) == 10
    roles = [row["role"] for row in rows_of(tmp_path, "People")]
    assert roles.count("regular") == 10 * 5 * 4
    assert roles.count("special") == 10 * 10
    assert plan.last == date(2027, 4, 4)
    nights = {row["date"].date() for row in rows_of(tmp_path, "Availability")}
    assert max(nights) == date(2027, 4, 3)


def test_a_plan_of_one_week_and_one_car_can_be_drawn():
    book = draw_book(larger_plan(cars=1, weeks=1, counties=1))
    assert [row["callsign"] for row in book.rows("Units")] == ["JR-01"]


def test_across_a_border_somebody_rides_in_two_counties():
    plan = replace(larger_plan(cars=6, weeks=1, counties=3), has_borders=True)
    assert [c.callsign for c in plan.over_the_border(plan.counties[0].cars[-1])] == [
        plan.counties[1].cars[0].callsign
    ]
    assert plan.over_the_border(plan.counties[0].cars[0]) == ()
    assert plan.over_the_border(plan.counties[2].cars[-1]) == ()
    county_of = {car.callsign: county for car, county in plan.county_of.items()}
    counties = [
        {county_of[unit].name for unit in worker.units}
        for worker in recruit(plan).everybody
    ]
    assert sorted(map(len, counties))[-3:] == [1, 2, 2]
