"""What every rule must say of itself before it is one, and whom it binds."""

from dataclasses import replace

import pytest

import constraints
from constraints import Rule
from constraints.cover import Cover
from constraints.daily_rest import DailyRest
from rostering.domain import PersonId
from rostering.drawing import parse

ANN, BOB, CAL = PersonId("Ann"), PersonId("Bob"), PersonId("Cal")
ANN_AND_BOB = replace(DailyRest(), people=frozenset({ANN, BOB}))


def test_a_rule_that_does_not_explain_itself_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match=r"test_form\.py: Mute lacks title, docstring$"):

        class Mute(DailyRest):
            title = ""


def test_a_rule_without_a_drawing_of_what_breaks_it_is_refused() -> None:
    with pytest.raises(TypeError, match=r"lacks broken or charged drawing$"):

        class Toothless(DailyRest):
            """Nobody ever breaks this."""

            broken = ()


def test_a_rule_still_to_be_finished_need_not_explain_itself() -> None:
    class Unfinished(Rule):
        pass

    with pytest.raises(TypeError, match="abstract"):
        Unfinished()


def test_two_rules_of_one_code_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DailyRest, "code", Cover.code)
    with pytest.raises(TypeError, match=r"COVER-01 is both .*Cover.* and DailyRest"):
        constraints._find()


def test_every_rule_is_found_by_its_code_and_no_base_of_rules_is() -> None:
    assert constraints.RULES["REST-01"] is DailyRest
    assert list(constraints.RULES) == sorted(constraints.RULES)
    assert Rule not in constraints.RULES.values()


def test_a_rule_binds_everybody_unless_it_names_people() -> None:
    drawn = parse("Ann\nBob\nCal\nneed L").problem
    assert [person.id for person in DailyRest().bound_people(drawn)] == [ANN, BOB, CAL]
    assert [person.id for person in ANN_AND_BOB.bound_people(drawn)] == [ANN, BOB]
    assert DailyRest().bound(frozenset({CAL})) == {CAL}
    assert ANN_AND_BOB.bound(frozenset({BOB, CAL})) == {BOB}


def test_a_rule_narrowed_to_one_person_binds_nobody_else() -> None:
    only_ann = ANN_AND_BOB.narrowed(frozenset({ANN}))
    assert (only_ann.binds(ANN), only_ann.binds(BOB)) == (True, False)
    assert only_ann == replace(ANN_AND_BOB, people=frozenset({ANN}))


def test_a_rule_binds_every_car_unless_it_names_some() -> None:
    drawn = parse("Ann\nneed L1+L2").problem
    first_car = replace(Cover(), units=frozenset({"J1"}))
    assert [shift.unit for shift in first_car.bound_shifts(drawn)] == ["J1"]
    assert [shift.unit for shift in Cover().bound_shifts(drawn)] == ["J1", "J2"]


def test_a_rule_looks_back_on_no_weeks_unless_it_says_so() -> None:
    assert DailyRest().weeks_remembered == 0


def test_a_rule_recalls_no_day_further_back_unless_it_says_so() -> None:
    assert DailyRest().days_recalled(parse("Ann L").problem) == frozenset()


STAFF = """
Ann:paramedic -
Bob:regular@A -
Sam:special -
terms Sam job=9-17
team A L
offer Sam S
"""
"""Ann has weekly hours, Bob a team, Sam offers time and has a main job."""
MEASURED = {
    "AVAIL-01": "Sam",
    "FAIR-04": "Ann",
    "HOURS-02": "Ann Bob",
    "HOURS-03": "Ann",
    "HOURS-04": "Ann",
    "HOURS-05": "Ann Bob",
    "LATE-01": "Bob",
    "REST-05": "Bob",
    "RUN-05": "Ann Bob",
    "TEAM-01": "Bob",
    "VOL-01": "Sam",
    "VOL-02": "Sam",
    "VOL-03": "Sam",
    "VOL-04": "Sam",
}
"""By rule, those of whom it is meant; all others are meant for everybody."""


@pytest.mark.parametrize("code", constraints.RULES)
def test_a_rule_measures_those_for_whom_it_is_meant(code: str) -> None:
    rule, people = constraints.RULES[code](), parse(STAFF).problem.people
    wanted = MEASURED.get(code, "Ann Bob Sam")
    assert " ".join(p.id for p in people if rule.measures(p)) == wanted
    assert not any(map(rule.narrowed(frozenset()).measures, people))
