"""For whom a row of the Rules sheet speaks."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from rostering.domain import Fault, Problem, RuleSetting, Unit
from rostering.drawing import parse
from rostering.rulebook import rulebook
from rostering.rulebook.scopes import Scopes

DRAWN = """
Ann:paramedic L1
Bob:paramedic -
Cat:paramedic -
Sam:special -
terms Ann employer=Trust units=J1
terms Bob employer=Trust units=J2,J1
terms Sam employer=Force units=J1
need L1+L2
"""
"""Ann and Sam are at home on J1, Bob on J2 and Cat nowhere; J1 is in the north."""
UNITS = (Unit("J1", area="North"), Unit("J2", area="South"))
PROBLEM = replace(parse(DRAWN).problem, units=UNITS)
FROM_NARROW_TO_WIDE = ["Ann", "J1", "North", "paramedic", "Trust", ""]
"""Words that all mean Ann."""


def rules_with(*rows: RuleSetting, code: str) -> tuple[list[Any], list[Fault]]:
    rules, faults = rulebook(replace(PROBLEM, settings=rows))
    return [rule for rule in rules if rule.code == code], list(faults)


def run(most: int, whom: str) -> RuleSetting:
    return RuleSetting("RUN-01", parameter="most", value=str(most), applies_to=whom)


def set_for(*rows: RuleSetting) -> dict[str, int]:
    rules, faults = rules_with(*rows, code="RUN-01")
    assert faults == []
    people = [person.id for person in PROBLEM.people]
    found = [(who, rule.most) for who in people for rule in rules if rule.binds(who)]
    assert len(found) == len(people), "each person is bound by one version"
    return {str(who): most for who, most in found}


@pytest.mark.parametrize(("narrow", "wide"), [*combinations(FROM_NARROW_TO_WIDE, 2)])
def test_the_most_specific_word_wins_in_whatever_order_the_rows_stand(
    narrow: str, wide: str
) -> None:
    rows = (run(3, narrow), run(4, wide))
    assert set_for(*rows)["Ann"] == 3
    assert set_for(*reversed(rows)) == set_for(*rows)


@pytest.mark.parametrize(
    ("whom", "meant"),
    [
        ("Ann", {"Ann"}),
        ("j1", {"Ann", "Sam"}),
        ("North", {"Ann", "Sam"}),
        ("South", {"Bob"}),
        ("paramedic", {"Ann", "Bob", "Cat"}),
        ("Trust", {"Ann", "Bob"}),
        ("Sam, South", {"Sam", "Bob"}),
        ("Ann; Cat ,", {"Ann", "Cat"}),
        ("Ann, paramedic", {"Ann", "Bob", "Cat"}),
        ("", {"Ann", "Bob", "Cat", "Sam"}),
    ],
)
def test_a_rule_about_people_is_set_by_person_home_car_area_role_or_employer(
    whom: str, meant: set[str]
) -> None:
    assert {who for who, most in set_for(run(3, whom)).items() if most == 3} == meant


def test_a_row_for_several_is_one_rule_for_all_of_them() -> None:
    rules, _ = rules_with(run(3, "Ann, Sam"), code="RUN-01")
    assert [rule.people for rule in rules] == [{"Ann", "Sam"}, {"Bob", "Cat"}]


def test_two_rows_may_share_a_word_where_they_set_different_things() -> None:
    late = RuleSetting("RUN-02", parameter="most", value="2", applies_to="Ann, Bob")
    least = RuleSetting("RUN-02", parameter="least", value="4 h", applies_to="Bob, Cat")
    rules, faults = rules_with(late, least, code="RUN-02")
    assert faults == []
    of = {
        who: rule for who in ("Ann", "Bob", "Cat") for rule in rules if rule.binds(who)
    }
    assert [of[who].most for who in of] == [2, 2, 4]
    assert of["Bob"].least == of["Cat"].least != of["Ann"].least


def test_lists_that_contradict_each_other_are_a_fault() -> None:
    _, faults = rules_with(run(3, "Ann, Bob"), run(4, "Bob, Cat"), code="RUN-01")
    assert "3 above" in faults[0].wanted


@pytest.mark.parametrize(
    ("whom", "cars"),
    [("J1", {"J1"}), ("South", {"J2"}), ("J2, North", {"J1", "J2"})],
)
def test_a_rule_about_cars_is_set_by_call_sign_or_area(
    whom: str, cars: set[str]
) -> None:
    row = RuleSetting("CREW-01", weight=7, applies_to=whom)
    rules, faults = rules_with(row, code="CREW-01")
    assert faults == []
    assert set(*[rule.units for rule in rules if rule.weight == 7]) == cars


@pytest.mark.parametrize("whom", ["paramedic", "Ann", "J1, Ann"])
def test_a_rule_about_cars_is_for_no_person(whom: str) -> None:
    row = RuleSetting("CREW-01", weight=7, applies_to=whom)
    _, faults = rules_with(row, code="CREW-01")
    assert [fault.wanted for fault in faults] == ["a call sign or area"]


def test_the_wrong_word_of_several_is_told_with_the_likely_one() -> None:
    _, (fault,) = rules_with(run(3, "Ann, paramedics"), code="RUN-01")
    assert fault.likely == "paramedic"


def test_a_car_without_an_area_is_in_none() -> None:
    bare = Scopes(replace(PROBLEM, units=(Unit("J1"), Unit("J2"))))
    assert bare.units("") == frozenset()
    assert bare.people("North") == frozenset()


def test_an_unknown_car_as_home_has_no_area() -> None:
    scopes = Scopes(Problem(PROBLEM.period, people=PROBLEM.people))
    assert scopes.people("J1") == {"Ann", "Sam"}
    assert scopes.people("North") == frozenset()
