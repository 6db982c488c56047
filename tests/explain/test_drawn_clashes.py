"""What breaks a rule as it is drawn, pinned: the rule and nothing else is to blame."""

from dataclasses import replace

import pytest

from constraints import RULES, Rule
from constraints.pins import Pins
from rostering.domain import Mode, Pin, PinKind, Problem
from rostering.drawing import parse
from rostering.explain.clash import clashes
from rostering.explain.clash.case import Case
from rostering.solve import Outcome
from tests.explain.test_clash import placed

HARD = {code for code, rule in RULES.items() if rule.may_be_hard}
NOT_BY_PINS = {
    "HOURS-05": "it is drawn with two shifts of a car on a day, which one pin leaves",
    "PAIR-04": "its drawings have a free shift with the mentor too",
    "PIN-01": "pins are what is planted",
}
"""Rules whose drawings leave pins another way, and so no clash."""


def pinned(drawing: str) -> Problem:
    """The drawn problem with everybody pinned to where they are drawn."""
    drawn = parse(drawing)
    fills = sorted(drawn.fills)
    pins = (Pin(f.person, f.shift.unit, f.shift.day, PinKind.ON) for f in fills)
    problem = drawn.problem
    return placed(replace(problem, pins=tuple(dict.fromkeys((*problem.pins, *pins)))))


def clashing(rule: Rule) -> list[Problem]:
    """Those of the rule's drawings that leave no rota."""
    drawings = [*rule.broken, *(drawing for drawing, _ in rule.charged)]
    rules = [Pins(), rule]
    return [p for drawing in drawings if clashes(p := pinned(drawing), rules)]


@pytest.mark.parametrize("code", sorted(HARD - NOT_BY_PINS.keys()))
def test_the_pins_of_a_drawing_clash_with_the_rule_and_each_part_is_needed(
    code: str,
) -> None:
    rule = replace(RULES[code](), mode=Mode.HARD)
    problems = clashing(rule)
    assert any(clashes(p, [Pins(), rule])[0].rules == (code,) for p in problems)
    for problem in problems:
        for clash in clashes(problem, [Pins(), rule]):
            assert set(clash.rules) <= {code}
            case = Case.of(problem, [Pins(), rule], shifts=problem.shifts)
            assert case.is_impossible(clash.parts)
            for part in clash.parts:
                fewer = [other for other in clash.parts if other is not part]
                assert case.outcome(fewer) is Outcome.FEASIBLE


@pytest.mark.parametrize("code", sorted(NOT_BY_PINS))
def test_what_another_way_keeps_is_no_clash_of_the_rule(code: str) -> None:
    rule = replace(RULES[code](), mode=Mode.HARD)
    for problem in clashing(rule):
        for clash in clashes(problem, [Pins(), rule]):
            assert code not in clash.rules
