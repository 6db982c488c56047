"""HOURS-07 at its edges."""

from datetime import date, time, timedelta

from constraints.shift_length import ShiftLength
from rostering.domain import (
    Crew,
    Fill,
    Period,
    Person,
    PersonId,
    Post,
    Problem,
    Rota,
    Shift,
)
from rostering.domain.time import DAY, span_between
from tests.verify import assert_broken, assert_charged, assert_kept


def night(day: date) -> Rota:
    """A night of twelve hours by the clock."""
    crew = Crew("crew", (Post("p", (frozenset({"paramedic"}),)),))
    shift = Shift(day, "J1", "night", span_between(day, time(19), time(7)), crew)
    ann = Person(PersonId("Ann"), "Ann", "paramedic")
    problem = Problem(Period(day, day + DAY), people=(ann,), shifts=(shift,))
    return Rota(problem, frozenset({Fill(ann.id, shift, "p")}))


def test_exactly_the_longest_shift_is_allowed() -> None:
    assert_kept(ShiftLength(most=timedelta(hours=10)), "Ann L")
    assert_broken(ShiftLength(most=timedelta(hours=9, minutes=59)), "Ann L", times=1)


def test_twelve_hours_are_thirteen_when_the_clocks_go_back() -> None:
    assert_kept(ShiftLength(), night(date(2027, 10, 29)))
    assert_broken(ShiftLength(), night(date(2027, 10, 30)), times=1)
    assert_kept(ShiftLength(most=timedelta(hours=11)), night(date(2027, 3, 27)))


def test_two_shifts_of_a_day_are_not_one() -> None:
    assert_kept(ShiftLength(), "Ann E+L")


def test_each_shift_too_long_is_charged_once_for_each_person() -> None:
    assert_charged(ShiftLength(), "Ann X X\nBob:regular - X", 3)


def test_only_those_bound_are_looked_at() -> None:
    rule = ShiftLength(people=frozenset({PersonId("Bob")}))
    assert_kept(rule, "Ann X\nBob:regular -")
    assert_broken(rule, "Ann X\nBob:regular X", times=1)
