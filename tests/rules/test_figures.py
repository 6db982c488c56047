"""What a book that sets nothing is held to: the figures of the catalogue, by rule.

Whoever changes one changes rotas that people get without having asked, so it is said
here a second time, and in words as they stand in a book.
"""

from datetime import date, time, timedelta
from enum import Enum

import pytest

from constraints import RULES, Rule
from rostering.domain import Limit
from rostering.domain.time import in_words

FIGURES = {
    "CHANGE-01": "a_call 100",
    "CHANGE-02": "officers 5/8/15, contracted 28, volunteers 14",
    "CHANGE-03": "days 0",
    "CHANGE-04": "days 14",
    "COVER-01": "worth 100",
    "COVER-03": "below 100, above 1",
    "CREW-03": "constables regular/special, statuses DPS/IPS, always regular",
    "CREW-04": "least 10",
    "CREW-05": "wanted 2",
    "CREW-06": "constables regular/special, statuses IPS, always regular",
    "FAIR-01": "begin 18:00, end 06:00",
    "FAIR-02": "after 00:00",
    "FAIR-04": "one_in 3",
    "FAIR-05": "slack 1",
    "FAIR-06": "holidays Christmas Day/Boxing Day/New Year's Day",
    "FAIR-07": "days Sat/Sun, most 2",
    "FATIGUE-01": "risk 160, day 35, night 45",
    "FATIGUE-02": "tired 110",
    "FATIGUE-03": "rest 12 h",
    "FATIGUE-04": "rest 46 h, past 05:00",
    "FATIGUE-05": "late 12:00, night 20:00, days 3",
    "FATIGUE-06": "most 45 min, begin 01:00, end 06:00",
    "FATIGUE-07": "most 14 h",
    "HOURS-01": "most 72 h",
    "HOURS-02": "most 48 h, weeks 17, windows rolling, begins 2024-04-01, "
    "excluded credited, days_a_week 5, team_week 40 h, volunteers no",
    "HOURS-03": "tolerance 7 h 30 min, meal_break 30 min, bank 11 h 30 min",
    "HOURS-04": "tolerance 7 h 30 min, most_overtime 11 h, meal_break 30 min",
    "HOURS-05": "begin 23:00, end 06:00, least 3 h, most 8 h, weeks 17, one_in 3",
    "HOURS-06": "begin 23:00, end 06:00, least 3 h, most 8 h",
    "HOURS-07": "most 12 h",
    "HOURS-08": "most 40 h",
    "HOURS-09": "least 20 h",
    "LEAVE-01": "spill 3 h",
    "LEAVE-02": "early 10:00, latest 21:00",
    "PAIR-05": "most 6, days 28",
    "PAIR-06": "most 3",
    "PAIR-07": "least 2",
    "REST-01": "rest 11 h, overrun 30 min",
    "REST-02": "form 2x24/14, rest 24 h, first_day Monday",
    "REST-03": "rest 11 h, within 72 h",
    "REST-04": "form 2x24/14, rest 24 h, first_day Monday, daily_rest 11 h",
    "REST-05": "least 2",
    "ROAD-01": "spill 3 h",
    "ROAD-02": "least 30 min",
    "RUN-01": "most 6",
    "RUN-02": "most 4, begin 23:00, end 06:00, least 3 h",
    "RUN-03": "most 4, longer_than 8 h, finish_after 00:00",
    "RUN-04": "most 13, days 14",
    "RUN-06": "least 2",
    "RUN-07": "least 2",
    "RUN-08": "most 5",
    "TURN-01": "turns night, most 4",
    "TURN-02": "turns night, least 2",
    "TURN-03": "turns late/night, not_next early",
    "VOL-01": "week 24 h, month 60 h",
    "VOL-02": "target 16 h",
    "VOL-03": "most 16 h",
    "VOL-04": "rest 11 h",
    "WISH-03": "cars J1/J2",
}
"""In the order in which `rota rules CODE` lists them; no other rule has any."""

NIGHT = "begin at most 23:00 and never beyond 00:00, "
NIGHT += "end at least 06:00 and never beyond 05:00, least at most 3 h"
LAWS = {
    "CREW-03": "statuses at most DPS/IPS, always at most regular",
    "HOURS-02": "most at most 48 h, weeks at most 17 and never beyond 52, "
    "windows at least rolling, days_a_week at most 5, team_week at least 40 h",
    "HOURS-05": "most at most 8 h, weeks at most 17 and never beyond 52, "
    f"one_in at least 3, {NIGHT}",
    "HOURS-06": f"most at most 8 h, {NIGHT}",
    "LEAVE-01": "spill at most 7 h",
    "REST-01": "rest at least 11 h",
    "REST-02": "rest at least 24 h, first_day at least Monday",
    "REST-03": "rest at least 11 h, within at most 72 h",
    "REST-05": "least at least 2",
    "ROAD-02": "least at least 30 min",
}
"""Beyond which a book names its source, and what no source goes beyond."""

ONLY_IF_ASKED_FOR = (
    "COVER-03 CREW-05 CREW-06 FAIR-05 FAIR-07 FAIR-08 FATIGUE-05 HOURS-06 HOURS-08 "
    "HOURS-09 PAIR-06 RUN-04 RUN-05 RUN-06 RUN-07 RUN-08 TURN-01 TURN-02 TURN-03 "
    "TURN-04 WISH-03"
)
NEVER_HARD = (
    "CHANGE-01 CHANGE-02 CHANGE-04 COVER-01 COVER-02 COVER-03 FAIR-01 FAIR-02 FAIR-03 "
    "FAIR-05 HOURS-03 HOURS-09 PAIR-03 PAIR-07 RUN-08 TURN-02 VOL-02 WISH-01"
)
ABOUT_CARS = (
    "COVER-01 COVER-02 COVER-03 CREW-01 CREW-02 CREW-03 CREW-04 CREW-05 CREW-06 "
    "FATIGUE-02 ROAD-01 ROAD-02"
)
BEYOND_ONE_CREW = "CREW-04 FATIGUE-02 ROAD-02"
WITH_EXCEPTIONS = (
    "CHANGE-02 CHANGE-03 FAIR-04 FAIR-08 FATIGUE-01 FATIGUE-03 FATIGUE-04 FATIGUE-05 "
    "FATIGUE-06 FATIGUE-07 HOURS-01 HOURS-02 HOURS-04 HOURS-05 HOURS-06 HOURS-07 "
    "LATE-01 LEAVE-02 REST-01 REST-02 REST-03 REST-04 REST-05 RUN-01 RUN-02 RUN-03 "
    "RUN-04 RUN-05 RUN-06 RUN-07 RUN-08 TURN-03 TURN-04 VOL-01 VOL-03 VOL-04"
)


@pytest.mark.parametrize("code", RULES)
def test_the_figures_of_a_rule_are_those_of_the_catalogue(code: str) -> None:
    figures = RULES[code].parameters()
    said = ", ".join(f"{name} {_said(value)}" for name, value in figures.items())
    assert said == FIGURES.get(code, "")
    assert figures == {name: getattr(RULES[code](), name) for name in figures}


@pytest.mark.parametrize("code", RULES)
def test_the_limits_of_a_law_are_those_of_the_statute(code: str) -> None:
    limits = RULES[code].law.items()
    said = ", ".join(f"{name} {_limited(limit)}" for name, limit in limits)
    assert said == LAWS.get(code, "")


def test_which_rules_are_kept_only_if_asked_for() -> None:
    assert _those(lambda rule: not rule.is_usual) == ONLY_IF_ASKED_FOR


def test_which_rules_an_empty_rota_may_break() -> None:
    assert _those(lambda rule: not rule.may_be_hard) == NEVER_HARD


def test_which_rules_are_set_by_car_and_which_look_beyond_one_crew() -> None:
    assert _those(lambda rule: rule.binds_cars) == ABOUT_CARS
    assert _those(lambda rule: rule.looks_beyond_crew) == BEYOND_ONE_CREW


def test_from_which_rules_a_signature_excepts() -> None:
    assert _those(lambda rule: rule.may_be_waived) == WITH_EXCEPTIONS


def test_a_charge_weighs_one_unless_a_book_says_more() -> None:
    assert _those(lambda rule: rule().weight > 1) == ""
    assert _those(lambda rule: rule().weight == 0) == "REST-04"


def _those(is_meant) -> str:
    return " ".join(code for code, rule in RULES.items() if is_meant(rule))


def _said(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return "/".join(map(str, value))
        case timedelta():
            return in_words(value)
        case time():
            return f"{value:%H:%M}"
        case Enum():
            return str(value.value)
        case date() | int():
            return str(value)
    raise AssertionError(f"{value!r} is a figure of a new kind")


def _limited(limit: Limit) -> str:
    said = f"at {'least' if limit.is_least else 'most'} {_said(limit.value)}"
    if limit.furthest is not None:
        said += f" and never beyond {_said(limit.furthest)}"
    return said


def test_each_rule_has_a_row_where_it_has_figures() -> None:
    def has(rule: type[Rule]) -> bool:
        return bool(rule.parameters())

    assert _those(has) == " ".join(sorted(FIGURES))
