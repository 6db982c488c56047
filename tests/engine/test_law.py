"""No book sets a law looser by accident: the cell is a fault, or names its source."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from constraints import RULES
from rostering.domain import Fault, Kind, Limit, Mode, Place, RuleSetting, Severity
from rostering.drawing import parse
from rostering.rulebook import rulebook, set_looser, setting_faults

CODE, ON, MODE, VALUE = (Place("joint.xlsx", "Rules", f"{c}2") for c in "ABCH")
CODES = {
    kind: [code for code, rule in RULES.items() if rule.kind is kind] for kind in Kind
}
PROBLEM = parse("Ann:paramedic - L\nSam:special - -").problem


def setting(code: str = "REST-01", **changes: Any) -> RuleSetting:
    places = {"place": CODE, "on_place": ON, "mode_place": MODE, "value_place": VALUE}
    return RuleSetting(code, **places, **changes)


def faults_of(*settings: RuleSetting) -> list[Fault]:
    return list(rulebook(replace(PROBLEM, settings=settings))[1])


def rest(value: str, **changes: Any) -> RuleSetting:
    return setting(parameter="rest", value=value, **changes)


def test_a_rest_a_minute_short_of_the_law_is_a_fault_at_the_figures_cell() -> None:
    (fault,) = faults_of(rest("10:59"))
    assert (fault.place, fault.severity) == (VALUE, Severity.ERROR)
    assert fault.found == "REST-01 rest 10 h 59 min"
    assert "at least 11 h, by regulation 10 of the Working Time" in fault.wanted
    assert "source" in fault.wanted


@pytest.mark.parametrize("value", ["11 h", "11:01", "24"])
def test_the_laws_own_figure_and_what_is_tighter_pass(value: str) -> None:
    assert faults_of(rest(value)) == []


def test_where_smaller_is_stricter_the_larger_figure_is_the_fault() -> None:
    most = {"code": "HOURS-02", "parameter": "most"}
    assert faults_of(setting(**most, value="40 h")) == []
    assert faults_of(setting(**most, value="48 h")) == []
    (fault,) = faults_of(setting(**most, value="48:01"))
    assert "at most 48 h" in fault.wanted


def test_it_is_a_fault_for_one_role_alone_too() -> None:
    (fault,) = faults_of(rest("12 h"), rest("9 h", applies_to="special"))
    assert fault.found == "REST-01 rest 9 h for special"


@pytest.mark.parametrize(
    ("changes", "place"),
    [({"on": False}, ON), ({"mode": Mode.WISH}, MODE)],
)
def test_a_law_is_neither_switched_off_nor_made_a_wish(
    changes: dict[str, Any], place: Place
) -> None:
    for whom in ("", "special"):
        (fault,) = faults_of(setting(applies_to=whom, **changes))
        assert (fault.place, fault.severity) == (place, Severity.ERROR)


def test_a_rule_that_is_no_law_may_be_set_as_one_likes() -> None:
    rows = (
        setting("RUN-01", on=False),
        setting("RUN-02", mode=Mode.WISH),
        setting("RUN-03", parameter="most", value="9"),
    )
    assert faults_of(*rows) == []


def test_a_law_said_again_as_it_is_passes() -> None:
    assert faults_of(setting(on=True, mode=Mode.HARD)) == []


def test_with_a_source_it_is_a_warning_and_the_rule_is_set_so() -> None:
    row = rest("9 h", applies_to="special", source="Force agreement 12")
    rules, (fault,) = rulebook(replace(PROBLEM, settings=(row,)))
    assert fault.severity is Severity.WARNING
    assert fault.wanted.endswith("set looser by: Force agreement 12")
    assert {
        rule.rest: rule.people  # type: ignore[attr-defined]
        for rule in rules
        if rule.code == "REST-01"
    } == {timedelta(hours=9): {"Sam"}, timedelta(hours=11): {"Ann"}}


@pytest.mark.parametrize("source", ["", "-", "?", "..."])
def test_a_dash_is_no_source(source: str) -> None:
    (fault,) = faults_of(rest("9 h", source=source))
    assert fault.severity is Severity.ERROR


def test_every_output_can_repeat_what_is_set_looser() -> None:
    rows = (rest("9 h", source="Agreement"), setting("RUN-01", on=False))
    (told,) = set_looser(rows)
    assert told.found == "REST-01 rest 9 h"
    assert set_looser((setting("RUN-01", on=False),)) == ()


def test_settings_are_checked_where_the_rest_of_the_book_cannot_be_read() -> None:
    (fault,) = setting_faults((rest("9 h"),))
    assert fault.place == VALUE


def test_a_figure_that_is_none_is_told_once_and_not_as_a_law() -> None:
    (fault,) = faults_of(rest("eleven"))
    assert fault.found == "eleven"


@pytest.mark.parametrize("code", CODES[Kind.SAFETY])
def test_no_source_makes_safety_a_wish(code: str) -> None:
    for source in ("", "The chief"):
        (fault,) = faults_of(setting(code, mode=Mode.WISH, source=source))
        assert (fault.place, fault.severity) == (MODE, Severity.ERROR)
        assert "no source can" in fault.wanted


@pytest.mark.parametrize("code", CODES[Kind.SAFETY])
def test_safety_is_switched_off_only_by_somebody_who_answers_for_it(code: str) -> None:
    (fault,) = faults_of(setting(code, on=False))
    assert (fault.place, fault.severity) == (ON, Severity.ERROR)
    assert "who answers for it" in fault.wanted
    (told,) = faults_of(setting(code, on=False, source="Joint board, 3 May"))
    assert told.severity is Severity.WARNING
    assert set_looser((setting(code, on=False, source="Joint board, 3 May"),))


def test_who_may_act_alone_is_not_widened_silently() -> None:
    alone = {"code": "CREW-03", "parameter": "statuses"}
    for stricter in ("IPS", "IPS, DPS"):
        assert faults_of(setting(**alone, value=stricter)) == []
    (fault,) = faults_of(setting(**alone, value="APS, DPS, IPS"))
    assert fault.severity is Severity.ERROR
    assert "only DPS, IPS" in fault.wanted


USUAL_TERMS = [code for code in CODES[Kind.CONTRACT] if RULES[code].is_usual]


@pytest.mark.parametrize("code", USUAL_TERMS)
def test_a_term_of_contract_is_switched_off_but_never_without_a_trace(
    code: str,
) -> None:
    for source in ("", "Staff side, 3 May"):
        (told,) = faults_of(setting(code, on=False, source=source))
        assert (told.place, told.severity) == (ON, Severity.WARNING)
        assert (source or "who agreed") in told.wanted


@pytest.mark.parametrize(
    ("code", "parameter", "looser", "stricter"),
    [
        ("HOURS-02", "windows", "successive", "rolling"),
        ("HOURS-02", "team week", "39 h", "41 h"),
        ("HOURS-02", "days a week", "6", "4"),
        ("HOURS-05", "least", "3:01", "2 h"),
        ("HOURS-05", "begin", "23:30", "22:30"),
        ("HOURS-05", "begin", "00:00", "18:00"),
        ("HOURS-05", "end", "05:59", "07:00"),
        ("HOURS-05", "one in", "2", "4"),
        ("HOURS-06", "least", "4 h", "1 h"),
        ("REST-02", "first day", "Sunday", "Monday"),
        ("REST-03", "rest", "10 h", "12 h"),
        ("REST-03", "within", "73 h", "48 h"),
        ("REST-05", "least", "1", "3"),
        ("LEAVE-01", "spill", "8 h", "0 h"),
        ("ROAD-02", "least", "15 min", "45 min"),
    ],
)
def test_no_parameter_of_a_law_is_a_way_round_it(
    code: str, parameter: str, looser: str, stricter: str
) -> None:
    row = setting(code, parameter=parameter, value=looser)
    assert [fault.severity for fault in faults_of(row)] == [Severity.ERROR]
    agreed = replace(row, source="Agreement 12")
    assert [fault.severity for fault in faults_of(agreed)] == [Severity.WARNING]
    assert faults_of(replace(row, value=stricter)) == []


@pytest.mark.parametrize(
    ("code", "parameter", "value"),
    [
        ("HOURS-02", "weeks", "53"),
        ("HOURS-05", "begin", "00:30"),
        ("HOURS-02", "weeks", "0"),
        ("HOURS-02", "days a week", "0"),
        ("HOURS-05", "weeks", "0"),
        ("REST-02", "rest", "0 h"),
        ("REST-03", "within", "0 h"),
    ],
)
def test_no_agreement_goes_beyond_what_the_law_lets_it(
    code: str, parameter: str, value: str
) -> None:
    row = setting(code, parameter=parameter, value=value, source="Agreement 12")
    (fault,) = faults_of(row)
    assert fault.severity is Severity.ERROR
    assert "no source can" in fault.wanted


UNLIMITED = {
    "HOURS-02": {"begins", "excluded", "volunteers"},
    "REST-01": {"overrun"},
    "REST-02": {"form"},
}
"""What law leaves to the employer, or what only measures more."""


@pytest.mark.parametrize("code", CODES[Kind.LAW])
def test_each_parameter_of_a_law_has_its_limit(code: str) -> None:
    unlimited = UNLIMITED.get(code, set())
    assert RULES[code].parameters().keys() == {*RULES[code].law, *unlimited}


@pytest.mark.parametrize("code", [*CODES[Kind.LAW], *CODES[Kind.SAFETY]])
def test_each_law_is_at_its_limit_or_stricter_by_default(code: str) -> None:
    usual = RULES[code]()
    for name, limit in RULES[code].law.items():
        assert name in RULES[code].parameters()
        assert limit.allows(getattr(usual, name))
        assert limit.may_be_agreed(getattr(usual, name))
        assert limit.law


def test_a_limit_allows_its_own_value_both_ways() -> None:
    for is_least in (True, False):
        assert Limit(7, is_least, "a law").allows(7)
        assert Limit(7, is_least, "a law").allows(8) is is_least
        assert Limit(7, is_least, "a law").allows(6) is not is_least


def test_a_limit_of_the_night_is_compared_over_midnight() -> None:
    late = Limit(time(23), is_least=False, law="a law")
    assert [late.allows(time(hour)) for hour in (18, 23, 0, 6)] == [1, 1, 0, 0]
    assert not late.allows(time(11, 59))
