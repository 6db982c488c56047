"""PIN-01 at its edges."""

from dataclasses import replace

import pytest

from constraints.pins import Pins
from rostering.build import build
from rostering.domain import Mode, PersonId, Rota, Tier
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = Pins()
WISH = Pins(mode=Mode.WISH, weight=3)


def _to_any(drawing: str, unit: str) -> Rota:
    drawn = parse(drawing)
    pins = tuple(replace(pin, unit=unit) for pin in drawn.problem.pins)
    return Rota(replace(drawn.problem, pins=pins), drawn.fills)


def test_a_pin_is_kept_by_any_shift_of_the_car_that_day() -> None:
    for turn in "ELN":
        drawn = f"Ann {turn}1\npin Ann on L1\nneed E1+L1+N1"
        assert_kept(RULE, drawn)


def test_the_night_of_the_day_before_does_not_keep_a_pin() -> None:
    assert_broken(RULE, "Ann N1 -\npin Ann on - L1\nneed - L1", times=1)


def test_a_pin_to_a_car_without_a_shift_that_day_cannot_be_kept() -> None:
    drawn = "Ann L1 -\npin Ann on - L1"
    assert_broken(RULE, drawn, times=1)
    assert_charged(WISH, drawn, 3)
    (breach,) = RULE.audit(parse(drawn))
    assert breach.because == (
        "pinned on J1 on Tue 5 Jan 2027, but it has no shift that day"
    )


def test_a_pin_of_someone_who_can_be_on_no_shift_cannot_be_kept() -> None:
    drawn = "Ann L\nBob:regular -\ncrew p:paramedic\npin Bob on L1"
    assert_broken(RULE, drawn, times=1)
    assert_charged(WISH, drawn, 3)


def test_a_pin_that_cannot_be_kept_is_charged_in_one_part_of_the_problem_only() -> None:
    drawn = parse(
        "Ann L1\nCal L2\nBob:regular -\ncrew p:paramedic\npin Bob on L1\n"
        "terms Ann units=J1\nterms Cal units=J2"
    )
    charges = [
        build(drawn.problem, [WISH], shifts=[shift]).charges[Tier.CARE]
        for shift in drawn.problem.shifts
    ]
    assert [len(charged) for charged in charges] == [1, 0]


@pytest.mark.parametrize("unit", ["", "any"])
def test_a_pin_without_a_car_means_every_car(unit: str) -> None:
    assert_broken(RULE, _to_any("Ann L2\npin Ann off L1", unit), times=1)
    assert_kept(RULE, _to_any("Ann - L2\npin Ann off L1 -", unit))
    assert_kept(RULE, _to_any("Ann L2\npin Ann on L1", unit))
    assert_broken(RULE, _to_any("Ann - L2\npin Ann on L1 -\nneed L1 -", unit), times=1)


def test_two_shifts_on_a_car_that_one_is_pinned_off_are_one_breach() -> None:
    assert_broken(RULE, "Ann E1+N1\npin Ann off L1", times=1)
    assert_charged(WISH, "Ann E1+N1\npin Ann off L1", 3)


def test_each_pin_is_charged_by_itself() -> None:
    drawn = "Ann L1 - -\npin Ann on - L1 L1\npin Ann off L1\nneed - L1 L1"
    assert_charged(WISH, drawn, 9)
    assert_agreement(WISH, drawn)
    assert_agreement(RULE, drawn)


def test_pins_that_contradict_each_other_leave_no_rota() -> None:
    both = "\npin Ann on L1\npin Ann off L1\nneed L1"
    assert_broken(RULE, f"Ann L1{both}", times=1)
    assert_broken(RULE, f"Ann -{both}", times=1)


def test_an_empty_rota_breaks_a_pin_on_and_keeps_a_pin_off() -> None:
    assert_broken(RULE, "Ann -\npin Ann on L1\nneed L1", times=1)
    assert_kept(RULE, "Ann -\npin Ann off L1\nneed L1")


def test_the_first_and_the_last_day_of_the_period_count() -> None:
    assert_broken(RULE, "Ann - L1 -\npin Ann on L1 L1 L1\nneed L1 L1 L1", times=2)


def test_pins_before_and_after_the_period_are_left_alone() -> None:
    assert_kept(RULE, "Ann L1\npin Ann on - L1")
    drawn = parse("Ann .- L1\npin Ann on L1")
    (pin,) = drawn.problem.pins
    before = replace(pin, day=pin.day.replace(day=3))
    assert_kept(RULE, Rota(replace(drawn.problem, pins=(before,)), drawn.fills))


def test_somebody_else_on_the_car_does_not_keep_the_pin() -> None:
    assert_broken(RULE, "Ann -\nBob L1\npin Ann on L1", times=1)


def test_it_says_what_was_pinned() -> None:
    on, off = RULE.audit(parse("Ann - L1\npin Ann on L1 -\npin Ann off - L1\nneed L1"))
    assert on.because == "pinned on J1 on Mon 4 Jan 2027, but not on it"
    assert off.because == "pinned off J1 on Tue 5 Jan 2027, but on it"


def test_nobody_is_pinned() -> None:
    assert_kept(RULE, "need L1")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    others = Pins(people=frozenset({PersonId("Bob")}))
    assert_kept(others, "Ann -\npin Ann on L1\nneed L1")
