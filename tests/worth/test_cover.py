"""When cars are crewed, by day of the week and hour."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from rostering.domain import Rota, Unit
from rostering.drawing import parse
from rostering.report.console.heat import cover_shown
from rostering.worth.cover import cover, together

FRIDAY, SATURDAY, SUNDAY = 4, 5, 6


def test_nothing_is_asked_of_nobody():
    assert cover(parse("Ann -")) == ()


def test_after_midnight_it_is_the_next_day():
    (car,) = cover(parse("Ann - - - - S"))
    assert car.crewed[FRIDAY, 18] == 60
    assert car.crewed[SATURDAY, 1] == 60
    assert car.crewed[SATURDAY, 2] == 0
    assert car.share((FRIDAY, 17)) is None


def test_the_share_is_of_what_is_asked():
    (car,) = cover(parse("Ann L - - - - - - - - -\nneed L - - - - - - L - -"))
    assert car.share((0, 15)) == 0.5
    (never,) = cover(parse("Ann -\nneed L"))
    assert never.share((0, 15)) == 0


def test_cars_are_apart_and_in_order():
    found = cover(parse("Ann L2 -\nBob L1 L1"))
    assert [car.unit for car in found] == ["J1", "J2"]
    assert found[1].crewed[1, 15] == 0


def test_all_cars_together_have_the_shifts_and_hours_of_each():
    found = cover(parse("Ann L2 -\nBob L1 L1\nneed L2 S2"))
    whole = together(found)
    assert (whole.shifts, whole.crewed_shifts) == (4, 3)
    assert whole.crewed.total() == 3 * 600
    assert whole.asked.total() == 3 * 600 + 480
    assert together(()).shifts == 0


def test_each_car_is_of_the_force_that_the_book_names():
    rota = parse("Ann L1 -\nBob - L2")
    units = (Unit("J1", force="North Police"),)
    known = Rota(replace(rota.problem, units=units), rota.fills)
    assert [car.force for car in cover(known)] == ["North Police", ""]


@pytest.mark.parametrize(
    ("start", "minutes"), [("2026-10-24", 120), ("2027-03-27", 0), ("2027-01-09", 60)]
)
def test_the_hour_of_a_clock_change_is_as_long_as_it_was(start, minutes):
    (car,) = cover(parse(f"start {start}\nAnn S"))
    assert car.crewed[SUNDAY, 1] == minutes
    assert car.crewed.total() == 420 + minutes


def test_every_minute_on_a_crewed_shift_is_in_one_hour():
    rota = parse("Ann L1 N2 - S1\nBob D2 - E1 -\nneed - - - - L1")
    found = cover(rota)
    assert sum(car.crewed.total() for car in found) == sum(
        shift.span.minutes for shift in rota.crews
    )
    for car in found:
        assert all(car.crewed[slot] <= minutes for slot, minutes in car.asked.items())


def test_cars_of_several_forces_are_told_force_by_force():
    rota = parse("Ann L1 -\nBob - L2\nneed L1 L2\nneed - L1")
    units = Unit("J1", force="North Police"), Unit("J2", force="South Police")
    known = Rota(replace(rota.problem, units=units), rota.fills)
    console = Console(file=StringIO(), width=80)
    for part in cover_shown(cover(known), 80):
        console.print(part)
    lines = [line.split() for line in console.file.getvalue().splitlines()]
    assert ["North", "Police", "1", "2", "10.0", "20.0", "50.0%"] in lines
    assert ["South", "Police", "1", "1", "10.0", "10.0", "100.0%"] in lines
    assert ["all", "cars", "2", "3", "20.0", "30.0", "66.7%"] in lines
