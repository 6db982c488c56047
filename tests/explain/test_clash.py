"""Why there is no rota at all: the smallest clashes, by cell."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from constraints import RULES, Rule
from constraints.daily_rest import DailyRest
from constraints.mentors import Mentors
from constraints.pins import Pins
from constraints.run_of_days import RunOfDays
from constraints.team_strength import TeamStrength
from rostering.domain import Duty, Mode, Place, Problem
from rostering.drawing import parse
from rostering.explain.clash import Clash, clashes
from rostering.solve import Outcome, solve
from tests.explain.asking import EVERY_RULE

SHEETS = {
    "pins": "Pins",
    "leave": "Leave",
    "courses": "Courses",
    "off_road": "Off road",
    "pairs": "Pairs",
    "history": "History",
    "teams": "Teams",
    "training": "Training",
    "skill_needs": "Skills",
    "people": "People",
    "units": "Units",
    "shifts": "Cover",
}


def placed(problem: Problem) -> Problem:
    """The problem with a cell of its own for each of its facts: `Pins!A2`, `A3` ..."""
    changes: dict[str, Any] = {}
    for name, sheet in SHEETS.items():
        rows = count(2)
        changes[name] = tuple(
            at(fact, Place("", sheet, f"A{next(rows)}"))
            for fact in getattr(problem, name)
        )
    return replace(problem, **changes)


def at(fact: Any, place: Place) -> Any:
    if isinstance(fact, Duty):
        return fact._replace(place=place)
    return replace(fact, place=place)


def clashes_of(drawing: str, rules: Sequence[Rule] = EVERY_RULE) -> tuple[Clash, ...]:
    return clashes(placed(parse(drawing).problem), rules)


def cells(clash: Clash) -> set[str]:
    return {str(place) for place in clash.places}


def test_a_pin_on_a_day_of_leave_is_a_clash_of_both_cells() -> None:
    (clash,) = clashes_of("Ann A\nneed D\npin Ann on D")
    assert cells(clash) == {"Pins!A2", "Leave!A2"}
    assert clash.rules == ("LEAVE-01",)
    assert [member.said for member in clash.members] == [
        "Ann is pinned on J1 on Mon 4 Jan 2027",
        "Ann: on leave Mon 4 Jan 2027",
        "LEAVE-01 Leave, training, court and courses",
    ]


def test_two_pins_without_rest_between_are_a_smallest_clash() -> None:
    problem = parse(
        "Ann\nterms Ann hours=60 overtime\nneed L E D\npin Ann on L E D"
    ).problem
    (clash,) = clashes(problem, EVERY_RULE)
    assert len(clash.pins) == 2
    assert clash.rules == ("REST-01",)
    for dropped in clash.pins:
        rest = tuple(pin for pin in clash.pins if pin is not dropped)
        result = solve(replace(problem, pins=rest), EVERY_RULE)
        assert result.outcome is not Outcome.INFEASIBLE


def test_clashes_that_share_no_pin_are_all_found() -> None:
    found = clashes_of("Ann L E\nBob A -\npin Ann on L E\npin Bob on L -")
    assert sorted(sorted(cells(clash)) for clash in found) == [
        ["Leave!A2", "Pins!A4"],
        ["Pins!A2", "Pins!A3"],
    ]


def test_pins_that_can_hold_are_no_clash() -> None:
    assert clashes_of("Ann\nneed L - L\npin Ann on L - L") == ()


def test_a_mentor_who_may_ride_no_car_is_in_the_clash() -> None:
    rules = [Pins(), Mentors(mode=Mode.HARD)]
    drawing = "Ann\nZed\nterms Zed units=J2\nmentor Zed Ann\nneed L\npin Ann on L"
    (clash,) = clashes_of(drawing, rules)
    assert cells(clash) == {"Pins!A2", "Pairs!A2"}


@pytest.mark.parametrize(
    ("drawing", "sheet"),
    [("Bob@A T", "Courses"), ("Bob@A -\nleave Bob court@9-16 x", "Leave")],
)
def test_work_in_place_of_a_teams_turn_is_in_the_clash(
    drawing: str, sheet: str
) -> None:
    rules = [Pins(), DailyRest()]
    (clash,) = clashes_of(f"{drawing}\nteam A L\nneed S\npin Bob on S", rules)
    assert cells(clash) == {"Pins!A2", f"{sheet}!A2"}


def test_a_record_in_place_of_a_teams_turn_is_in_the_clash() -> None:
    rules = [Pins(), DailyRest()]
    (clash,) = clashes_of("Bob@A .S -\nteam A L\nneed E\npin Bob on E", rules)
    assert cells(clash) == {"Pins!A2", "History!A2"}


TEAM_MATES = """
Ann@A
Bob@A
team A/1 - E - - - - -
need L1+L2 N1+N2
pin Ann on L1
"""
"""Early after a late turn there is no rest, but a night in place of the early turn."""


def test_a_pin_that_another_shift_makes_possible_is_no_clash() -> None:
    rules = [Pins(), DailyRest(), TeamStrength()]
    assert clashes_of(TEAM_MATES, rules) == ()
    (clash,) = clashes_of(f"{TEAM_MATES}pin Bob on L2", rules)
    assert cells(clash) == {"Pins!A2", "Pins!A3", "Teams!A2"}
    assert set(clash.rules) == {"REST-01", "TEAM-01"}


def test_a_book_without_pins_has_no_clash() -> None:
    assert clashes_of("Ann A\nneed L") == ()


def test_a_rule_that_asks_more_where_less_is_on_record_misleads_nobody() -> None:
    newcomers = replace(RULES["CREW-04"](), mode=Mode.HARD, least=6)
    rules = [Pins(), RunOfDays(), newcomers]
    drawing = "crew p:paramedic\nAnn .L .L .L .L .L .L -\nneed L\npin Ann on L"
    (clash,) = clashes_of(drawing, rules)
    assert clash.rules == ("RUN-01",)
    assert cells(clash) == {"Pins!A2", *(f"History!A{row}" for row in range(2, 8))}


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        (
            "crew p:paramedic\nAnn\nBob:paramedic\nneed L\npin Ann on L\npin Bob on L",
            "CREW-01 Complete crew: J1 late on Mon 4 Jan 2027, 2 people in p, which "
            "takes at most 1",
        ),
        (
            "Bob@A -\nteam A/1 L\nneed L\npin Bob on L",
            "TEAM-01 Team strength: team A, 0 of 1 left on Mon 4 Jan 2027; at least 1 "
            "needed",
        ),
        (
            "Ann\nBob:paramedic\nneed N E\npin Ann on N\npin Bob on - E",
            "ROAD-02 One crew at a time: no time between J1 night on Mon 4 Jan 2027 "
            "and J1 early on Tue 5 Jan 2027; 30 min needed",
        ),
    ],
)
def test_a_rule_says_of_which_car_crew_or_team_it_speaks(
    drawing: str, said: str
) -> None:
    (clash,) = clashes_of(drawing)
    assert said in [member.said for member in clash.members]
