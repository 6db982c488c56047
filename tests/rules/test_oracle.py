"""Rules of rest, runs and hours against a second reckoning of random lives."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from functools import cache, partial
from random import Random
from typing import Any, NamedTuple

import pytest

from constraints import Rule
from constraints._rests import Weekday, WeeklyRestForm
from constraints.average_week import AverageWeek, Excluded, Windows
from constraints.daily_rest import DailyRest
from constraints.hazardous_nights import HazardousNights
from constraints.night_workers import NightWorkers
from constraints.overtime import Overtime
from constraints.planned_weekly_rest import PlannedWeeklyRest
from constraints.rest_days_of_teams import RestDaysOfTeams
from constraints.rest_owed import RestOwed
from constraints.rolling_week import RollingWeek
from constraints.run_of_days import RunOfDays
from constraints.run_of_long_lates import RunOfLongLates
from constraints.run_of_nights import RunOfNights
from constraints.thirteen_turns import ThirteenTurns
from constraints.weekly_rest import WeeklyRest
from rostering.domain import Mode, Rota
from tests.rules import lives, oracle, oracle_of_hours
from tests.rules.life import Life
from tests.rules.mutants import (
    RestAuditedByTheWallClock,
    RestAuditedWithoutHistory,
    RunWithoutTail,
)
from tests.rules.oracle import Finding
from tests.verify import solver_says

SEEDS = range(int(os.environ.get("ROTA_LIVES", "800")))
"""How many lives are looked at; more are asked for by the variable."""
FIGURE = re.compile(r".*?(rest|in a row|of work|a week|planned|turns|at work)\b")


class Reckoning(NamedTuple):
    """A rule, how it is worked out a second time, and settings to try."""

    rule: type[Rule]
    again: Callable[..., Iterator[Finding]]
    settings: dict[str, list[Any]]

    def set_for(self, seed: int) -> dict[str, Any]:
        chance = Random(seed)
        return {name: chance.choice(values) for name, values in self.settings.items()}


def hours(*numbers: float) -> list[timedelta]:
    return [timedelta(hours=number) for number in numbers]


def weekly_rest(form: str) -> Reckoning:
    settings = {
        "form": [WeeklyRestForm(form)],
        "rest": hours(24, 30.25, 35, 40),
        "first_day": [Weekday.MONDAY, *Weekday],
    }
    again = partial(oracle.weekly_rest, daily_rest=timedelta())
    return Reckoning(WeeklyRest, again, settings)


NIGHTS: dict[str, list[Any]] = {
    "begin": [time(23), time(23), time(22)],
    "end": [time(6), time(6), time(5)],
    "least": hours(3, 3, 2),
}
RECKONINGS = {
    "REST-01": Reckoning(
        DailyRest,
        oracle.daily_rest,
        {"rest": hours(11, 11, 9.75, 14), "overrun": hours(0.5, 0.5, 0, 1)},
    ),
    **{f"REST-02 {form}": weekly_rest(form) for form in WeeklyRestForm},
    "REST-03": Reckoning(
        RestOwed,
        oracle.rest_owed,
        {"rest": hours(14, 11, 16), "within": hours(48, 72, 30)},
    ),
    "REST-04": Reckoning(
        PlannedWeeklyRest,
        oracle.weekly_rest,
        {
            "form": [*WeeklyRestForm],
            "rest": hours(24),
            "first_day": [Weekday.MONDAY, *Weekday],
            "daily_rest": hours(11, 12.25),
        },
    ),
    "RUN-01": Reckoning(RunOfDays, oracle.run_of_days, {"most": [1, 3, 5, 6]}),
    "RUN-02": Reckoning(
        RunOfNights,
        oracle.run_of_nights,
        NIGHTS | {"most": [1, 2, 4]},
    ),
    "RUN-03": Reckoning(
        RunOfLongLates,
        oracle.run_of_long_lates,
        {
            "most": [1, 2, 4],
            "longer_than": hours(8, 9),
            "finish_after": [time(0), time(1), time(23)],
        },
    ),
    "HOURS-01": Reckoning(
        RollingWeek, oracle_of_hours.rolling_week, {"most": hours(40, 50, 60, 72)}
    ),
    "HOURS-02": Reckoning(
        AverageWeek,
        oracle_of_hours.average_week,
        {
            "most": hours(30, 40, 48),
            "weeks": [1, 2, 3, 17],
            "windows": [*Windows],
            "begins": [date(2026, 3, 2), date(2030, 1, 7)],
            "excluded": [*Excluded],
            "days_a_week": [5, 5, 4],
            "team_week": hours(40, 37.5),
            "volunteers": [False, True],
        },
    ),
    "HOURS-05": Reckoning(
        NightWorkers,
        oracle_of_hours.night_workers,
        NIGHTS | {"most": hours(6, 8, 7), "weeks": [1, 2, 17], "one_in": [3, 2, 5]},
    ),
    "HOURS-06": Reckoning(
        HazardousNights,
        oracle_of_hours.hazardous_nights,
        NIGHTS | {"most": hours(8, 10, 11.5)},
    ),
    "RUN-04": Reckoning(
        ThirteenTurns,
        oracle_of_hours.turns,
        {"most": [7, 9, 13], "days": [14, 10]},
    ),
    "REST-05": Reckoning(RestDaysOfTeams, oracle.rest_days, {"least": [2, 2, 3]}),
    "HOURS-04": Reckoning(
        Overtime,
        oracle_of_hours.overtime,
        {
            "tolerance": hours(0, 7.5),
            "most_overtime": hours(4, 11),
            "meal_break": hours(0.5, 0.75),
        },
    ),
}


def every_life() -> Iterator[tuple[Life, Rota]]:
    return (lived(seed) for seed in SEEDS)


@cache
def lived(seed: int) -> tuple[Life, Rota]:
    life = lives.life(seed)
    return life, lives.rota(life)


def audited(rule: Rule, rota: Rota) -> list[Finding]:
    return sorted(
        Finding(breach.day, breach.amount, FIGURE.match(breach.because)[0])
        for breach in rule.audit(rota)
    )


@pytest.mark.parametrize("code", RECKONINGS)
def test_an_audit_finds_what_a_reckoning_minute_by_minute_finds(
    code: str,
) -> None:
    reckoning = RECKONINGS[code]
    broken = 0
    for seed in SEEDS:
        settings = reckoning.set_for(seed)
        life, rota = lived(seed)
        again = sorted(reckoning.again(life, **settings))
        assert audited(reckoning.rule(**settings), rota) == again, (settings, life)
        broken += bool(again)
    few = len(SEEDS) // 40
    assert few < broken < len(SEEDS) - few


@pytest.mark.parametrize("code", RECKONINGS)
def test_the_solver_charges_what_a_reckoning_minute_by_minute_finds(
    code: str,
) -> None:
    reckoning = RECKONINGS[code]
    for seed in SEEDS[:250]:
        settings = reckoning.set_for(seed)
        life, rota = lived(seed)
        wish = reckoning.rule(mode=Mode.WISH, weight=1, **settings)
        cost = sum(finding.amount for finding in reckoning.again(life, **settings))
        assert solver_says(wish, rota) == cost, (settings, life)


LARGER = {timedelta: timedelta(minutes=1), int: 1}
FAR = {"within": timedelta(hours=1)}
OFF = [
    (code, name)
    for code, reckoning in RECKONINGS.items()
    for name, values in reckoning.settings.items()
    if type(values[0]) in LARGER
]


@pytest.mark.parametrize(("code", "name"), OFF)
def test_a_setting_that_is_a_little_off_is_found_out(code: str, name: str) -> None:
    rule, again, settings = RECKONINGS[code]
    usual = {setting: values[0] for setting, values in settings.items()}
    off = usual | {name: usual[name] + FAR.get(name, LARGER[type(usual[name])])}
    assert differ(rule(**off), lambda life: again(life, **usual))


@pytest.mark.parametrize(
    ("mutant", "code"),
    [
        (RestAuditedByTheWallClock, "REST-01"),
        (RestAuditedWithoutHistory, "REST-01"),
        (RunWithoutTail, "RUN-01"),
    ],
)
def test_a_mistake_planted_in_an_audit_is_found_out(
    mutant: type[Rule], code: str
) -> None:
    again, usual = RECKONINGS[code].again, mutant.parameters()
    assert differ(mutant(), lambda life: again(life, **usual))


def differ(rule: Rule, again: Callable[[Life], Iterator[Finding]]) -> bool:
    return any(
        audited(rule, rota) != sorted(again(life)) for life, rota in every_life()
    )


def test_many_lives_cross_the_changes_of_clocks_and_the_ends_of_years() -> None:
    for day in lives.NEAR:
        crossing = [life for life, _ in every_life() if life.first < day < life.last]
        assert len(crossing) > len(SEEDS) // 12, day
