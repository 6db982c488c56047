"""Posts, crews, shifts and the teams' patterns."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.domain import REST, Crew, Post, Shift, Team
from rostering.domain.time import span_between

MONDAY = date(2027, 1, 4)
PARAMEDIC = Post("paramedic", (frozenset({"paramedic"}),))
OFFICER = Post(
    "officer", (frozenset({"regular"}), frozenset({"special", "sergeant"})), most=2
)
TIMES = (("late", time(15), time(1)), ("night", time(21), time(7)))
TEAM = Team("A", "North", MONDAY, ("late", "late", "night", "-", "-"), TIMES)


def shift(day: date = MONDAY, unit: str = "J1", turn: str = "late") -> Shift:
    span = span_between(day, time(15), time(1))
    return Shift(day, unit, turn, span, Crew("crew", (PARAMEDIC, OFFICER)))


def test_a_post_admits_every_rank_of_its_roles_in_order() -> None:
    assert OFFICER.admits("regular")
    assert OFFICER.admits("sergeant")
    assert not OFFICER.admits("paramedic")
    ranks = [OFFICER.preference(role) for role in ("regular", "special", "sergeant")]
    assert ranks == [0, 1, 1]


def test_a_crew_knows_its_posts_by_name_and_whom_they_admit() -> None:
    crew = Crew("crew", (PARAMEDIC, OFFICER))
    assert crew.by_name["officer"] is OFFICER
    assert crew.admits("special")
    assert not crew.admits("physiotherapist")


def test_a_shift_is_called_by_car_date_and_turn() -> None:
    assert shift().id == "J1 2027-01-04 late"
    assert shift().in_words == "J1 late on Mon 4 Jan 2027"


def test_shifts_are_one_and_the_same_by_date_car_and_turn_alone() -> None:
    other = replace(shift(), crew=Crew("other", (PARAMEDIC,)), priority=7)
    assert shift() == other
    assert hash(shift()) == hash(other)
    assert shift() != shift(unit="J2")
    assert len({shift(), other, shift(turn="early")}) == 2


def test_shifts_are_in_order_of_date_first() -> None:
    tuesday = MONDAY + timedelta(days=1)
    shifts = [shift(tuesday, "J1"), shift(MONDAY, "J2"), shift(MONDAY, "J1")]
    assert [s.id for s in sorted(shifts)] == [
        "J1 2027-01-04 late",
        "J2 2027-01-04 late",
        "J1 2027-01-05 late",
    ]


@pytest.mark.parametrize(
    ("offset", "turn"),
    [
        (0, "late"),
        (2, "night"),
        (4, REST),
        (5, "late"),
        (7, "night"),
        (-1, REST),
        (-2, REST),
        (-3, "night"),
        (-5, "late"),
        (-6, REST),
    ],
)
def test_the_pattern_repeats_after_the_anchor_and_before_it(
    offset: int, turn: str
) -> None:
    assert TEAM.turn_on(MONDAY + timedelta(days=offset)) == turn


@given(st.integers(-400, 400), st.integers(-20, 20))
def test_whole_rounds_of_the_pattern_change_nothing(offset: int, rounds: int) -> None:
    day = MONDAY + timedelta(days=offset)
    later = day + timedelta(days=rounds * len(TEAM.pattern))
    assert TEAM.turn_on(day) == TEAM.turn_on(later)


def test_the_team_is_on_duty_at_the_turns_times() -> None:
    assert TEAM.span_on(MONDAY) == span_between(MONDAY, time(15), time(1))
    assert TEAM.span_on(MONDAY + timedelta(days=3)) is None


def test_the_teams_night_is_shorter_when_the_clocks_go_forward() -> None:
    saturday = date(2027, 3, 27)
    nights = replace(TEAM, pattern=("night",))
    spans = [nights.span_on(saturday + timedelta(days=n)) for n in (-1, 0, 1)]
    assert [span.minutes for span in spans if span] == [600, 540, 600]
