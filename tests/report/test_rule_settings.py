"""Whom a rule binds, in words, and who set it."""

from dataclasses import replace

import pytest

from constraints import RULES
from rostering.domain import Place, RuleSetting
from rostering.drawing import parse
from rostering.report.rule_settings import cells_of, whom_in_words
from rostering.rulebook import rulebook

PEOPLE = "\n".join(["Ann", "Bob", "Cat", "Dan", "Eve", "Sam:special", "Tom:special"])
PROBLEM = parse(f"{PEOPLE}\nneed L1+L2").problem


def bound(code, *people):
    return replace(RULES[code](), people=frozenset(people))


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (["Sam", "Tom"], "every special"),
        (["Ann"], "Ann"),
        (["Sam", "Ann"], "Ann, Sam"),
        (["Ann", "Bob", "Cat", "Dan", "Eve", "Sam"], "everybody but Tom"),
        (["Ann", "Bob", "Cat", "Dan", "Eve"], "every paramedic"),
        (["Ann", "Bob", "Cat", "Sam"], "everybody but Dan, Eve, Tom"),
        ([], "nobody"),
    ],
)
def test_people_are_told_by_role_or_by_name(people, said):
    assert whom_in_words(bound("RUN-01", *people), PROBLEM) == said


def test_the_rest_of_many_are_counted():
    many = parse("\n".join(f"P{n}{':special' * (n > 6)}" for n in range(14))).problem
    some = bound("RUN-01", *(f"P{n}" for n in (0, 1, 2, 3, 4, 9)))
    assert whom_in_words(some, many) == "P0, P1, P2, P3 and 2 more"


def test_without_limits_it_is_everybody_or_all_cars():
    assert whom_in_words(RULES["RUN-01"](), PROBLEM) == "everybody"
    assert whom_in_words(RULES["CREW-01"](), PROBLEM) == "all cars"
    one = replace(RULES["CREW-01"](), units=frozenset({"J1"}))
    assert whom_in_words(one, PROBLEM) == "J1"


def test_the_rows_behind_a_rule_are_told_but_not_those_that_a_narrower_one_replaces():
    def row(cell, **changes):
        place = Place("joint.xlsx", "Rules", cell)
        return RuleSetting("RUN-02", place=place, value_place=place, **changes)

    settings = (
        row("A2", weight=2),
        row("A3", parameter="most", value="5"),
        row("A4", parameter="most", value="3", applies_to="Ann, Sam", source="Agreed"),
        row("A5", parameter="least", value="2 h"),
    )
    problem = replace(PROBLEM, settings=settings)
    some, others = (r for r in rulebook(problem)[0] if r.code == "RUN-02")
    assert cells_of(some, problem) == (
        "weight 2 in [joint.xlsx]Rules!A2",
        "most 3 in [joint.xlsx]Rules!A4: Agreed",
        "least 2 h in [joint.xlsx]Rules!A5",
    )
    assert [said.rpartition("!")[2] for said in cells_of(others, problem)] == [
        "A2",
        "A3",
        "A5",
    ]
    assert cells_of(some, None) == ()
