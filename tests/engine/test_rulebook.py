"""The Rules sheet: who is bound by what, and every wrong cell named."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from constraints import RULES, Rule
from rostering.domain import Fault, Mode, Place, Problem, RuleSetting, Tier
from rostering.drawing import parse
from rostering.rulebook import default_settings, remembering, rulebook
from rostering.rulebook.parameters import (
    NotUnderstood,
    parse_parameter,
    write_parameter,
)

CODE = Place("joint.xlsx", "Rules", "A2")
VALUE = Place("joint.xlsx", "Rules", "H2")
PEOPLE = """
Ann:paramedic - L
Bob:paramedic - -
Sam:special - -
terms Ann employer=Trust
terms Bob employer=Trust
terms Sam employer=Force
"""


def problem_with(*settings: RuleSetting) -> Problem:
    return replace(parse(PEOPLE).problem, settings=settings)


def setting(code: str = "REST-01", **changes: Any) -> RuleSetting:
    return RuleSetting(code, place=CODE, value_place=VALUE, **changes)


def rules_of(code: str, *settings: RuleSetting) -> list[Rule]:
    rules, faults = rulebook(problem_with(*settings))
    assert faults == ()
    return [rule for rule in rules if rule.code == code]


def faults_of(*settings: RuleSetting) -> list[Fault]:
    return list(rulebook(problem_with(*settings))[1])


USUAL = [code for code, rule in RULES.items() if rule.is_usual]


def test_a_book_without_settings_gets_every_usual_rule_once_for_everybody() -> None:
    rules, faults = rulebook(problem_with())
    assert [rule.code for rule in rules] == USUAL
    assert all(rule.people is None and rule.units is None for rule in rules)
    assert faults == ()


def test_a_rule_can_be_switched_off() -> None:
    assert rules_of("RUN-01", setting("RUN-01", on=False)) == []


def test_a_hard_rule_can_be_made_a_wish_with_tier_and_weight() -> None:
    row = setting("RUN-01", mode=Mode.WISH, tier=Tier.FAIRNESS, weight=7)
    (rule,) = rules_of("RUN-01", row)
    assert (rule.mode, rule.tier, rule.weight) == (Mode.WISH, Tier.FAIRNESS, 7)


def test_a_parameter_is_set_for_everybody() -> None:
    (rule,) = rules_of("REST-01", setting(parameter="rest", value="12 h"))
    assert rule == RULES["REST-01"](rest=timedelta(hours=12))  # type: ignore[call-arg]


def test_the_most_specific_setting_binds_a_person_and_the_rest_keep_the_general() -> (
    None
):
    by_length = {
        rule.rest: rule.people  # type: ignore[attr-defined]
        for rule in rules_of(
            "REST-01",
            setting(parameter="rest", value="12 h"),
            setting(parameter="rest", value="13 h", applies_to="Trust"),
            setting(parameter="rest", value="14 h", applies_to="Ann"),
        )
    }
    assert by_length == {
        timedelta(hours=14): {"Ann"},
        timedelta(hours=13): {"Bob"},
        timedelta(hours=12): {"Sam"},
    }


def test_a_rule_can_be_switched_off_for_a_role_only() -> None:
    row = setting("RUN-01", on=False, applies_to="special")
    (rule,) = rules_of("RUN-01", row)
    assert rule.people == {"Ann", "Bob"}


def test_a_special_setting_inherits_what_is_set_for_everybody() -> None:
    special, general = rules_of(
        "REST-01",
        setting(parameter="rest", value="12 h"),
        setting(parameter="overrun", value="1 h", applies_to="special"),
    )
    assert special.rest == general.rest == timedelta(hours=12)  # type: ignore[attr-defined]
    assert special.overrun == timedelta(hours=1)  # type: ignore[attr-defined]


def test_an_unknown_code_is_a_fault_at_its_cell_with_the_likely_one() -> None:
    (fault,) = faults_of(setting("REST-1"))
    assert (fault.place, fault.likely) == (CODE, "REST-01")


def test_an_unknown_parameter_is_a_fault_that_lists_the_known_ones() -> None:
    (fault,) = faults_of(setting(parameter="resst", value="12"))
    assert fault.likely == "rest"
    assert "rest, overrun" in fault.wanted


@pytest.mark.parametrize("value", ["eleven", "11 apples", "-3 h", "1:75"])
def test_a_bad_value_is_a_fault_at_the_values_cell(value: str) -> None:
    (fault,) = faults_of(setting(parameter="rest", value=value))
    assert (fault.place, fault.found) == (VALUE, value)


def test_nobody_to_apply_to_is_a_fault() -> None:
    (fault,) = faults_of(setting(weight=2, applies_to="paramedics"))
    assert (fault.place, fault.likely) == (CODE, "paramedic")


def test_two_values_for_one_thing_are_a_fault_at_the_second() -> None:
    (fault,) = faults_of(
        setting(parameter="rest", value="12"), setting(parameter="rest", value="13")
    )
    assert "12 h above" in fault.wanted


def test_a_target_cannot_be_made_a_rule_that_must_hold() -> None:
    (fault,) = faults_of(setting("COVER-01", mode=Mode.HARD))
    assert fault.place == CODE


def test_a_longer_reference_period_makes_the_problem_remember_more() -> None:
    problem = problem_with(setting("HOURS-02", parameter="weeks", value="26"))
    rules, _ = rulebook(problem)
    assert remembering(problem, rules).memory_weeks == 26
    usual, _ = rulebook(problem_with())
    assert remembering(problem_with(), usual).memory_weeks == 17


def test_the_default_settings_read_back_as_the_defaults() -> None:
    rows = [replace(row, place=CODE, value_place=VALUE) for row in default_settings()]
    rules, faults = rulebook(problem_with(*rows))
    assert faults == ()
    assert list(rules) == [RULES[code]() for code in USUAL]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("11", timedelta(hours=11)),
        ("11 h", timedelta(hours=11)),
        ("10:30", timedelta(hours=10, minutes=30)),
        ("10 h 30 min", timedelta(hours=10, minutes=30)),
        ("30 min", timedelta(minutes=30)),
        ("30", timedelta(minutes=30)),
        ("7.5", timedelta(hours=7, minutes=30)),
        ("9:30", time(9, 30)),
        ("2130", time(21, 30)),
        ("yes", True),
        ("N", False),
        ("4", 4),
        ("4.0", 4),
        ("DPS, IPS", ("DPS", "IPS")),
        ("2027-04-05", date(2027, 4, 5)),
        ("2027-04-05 00:00:00", date(2027, 4, 5)),
        ("5/4/2027", date(2027, 4, 5)),
    ],
)
def test_a_parameter_is_read_by_the_type_of_its_default(
    text: str, value: object
) -> None:
    assert parse_parameter(text, value) == value
    assert parse_parameter(write_parameter(value), value) == value


@pytest.mark.parametrize(
    ("text", "default"),
    [
        ("", timedelta()),
        ("24:00", time()),
        ("maybe", True),
        ("4.5", 4),
        ("x", Tier.COVER),
        ("31/02/2027", date(2027, 4, 5)),
        ("Easter", date(2027, 4, 5)),
    ],
)
def test_a_text_of_another_type_is_not_understood(text: str, default: object) -> None:
    with pytest.raises(NotUnderstood):
        parse_parameter(text, default)
