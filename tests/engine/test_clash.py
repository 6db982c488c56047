"""Why there is no rota at all: the smallest clashes, by cell."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from constraints import RULES, Rule
from rostering.domain import Place, Problem
from rostering.drawing import parse
from rostering.explain.clash import Clash, clashes
from rostering.solve import Outcome, solve

EVERY_RULE = [rule() for rule in RULES.values()]
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
}


def placed(problem: Problem) -> Problem:
    """The problem with a cell of its own for each of its facts: `Pins!A2`, `A3` ..."""
    changes: dict[str, Any] = {}
    for name, sheet in SHEETS.items():
        rows = count(2)
        changes[name] = tuple(
            replace(fact, place=Place("", sheet, f"A{next(rows)}"))
            for fact in getattr(problem, name)
        )
    return replace(problem, **changes)


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


def test_a_book_without_pins_has_no_clash() -> None:
    assert clashes_of("Ann A\nneed L") == ()
