"""One human being with two rows: a paramedic who is also a Special."""

from dataclasses import replace
from datetime import timedelta

from constraints.contracted_hours import ContractedHours
from constraints.daily_rest import DailyRest
from constraints.eve_of_early_start import EveOfEarlyStart
from constraints.leave import LeaveBlocks
from constraints.one_place_at_a_time import OnePlaceAtATime
from constraints.rolling_week import RollingWeek
from constraints.run_of_days import RunOfDays
from constraints.run_of_nights import RunOfNights
from constraints.volunteer_caps import VolunteerCaps
from rostering.domain import Mode, PersonId
from rostering.drawing import parse
from rostering.eligibility import eligibility
from rostering.solve.components import components
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

BOTH = "\nterms Sam same_as=Ann"


def test_rest_is_due_between_the_shifts_of_both_roles() -> None:
    assert_broken(DailyRest(), f"Ann - E\nSam:special S -{BOTH}", times=1)
    assert_kept(DailyRest(), f"Ann - L\nSam:special S -{BOTH}")


def test_the_record_of_one_role_counts_in_the_other() -> None:
    assert_broken(DailyRest(), f"Ann .L -\nSam:special .- E{BOTH}", times=1)


def test_nobody_is_in_both_seats_of_a_car_nor_on_two_cars() -> None:
    assert_broken(OnePlaceAtATime(), f"Ann L\nSam:special L{BOTH}", times=1)
    assert_broken(OnePlaceAtATime(), f"Ann L1\nSam:special L2{BOTH}", times=1)
    wish = OnePlaceAtATime(mode=Mode.WISH)
    assert_charged(wish, f"Ann L\nSam:special L{BOTH}", 1)
    assert_agreement(wish, f"Ann L1 S2\nSam:special L1 L1{BOTH}")


def test_the_turn_of_a_team_stands_where_the_other_role_rides() -> None:
    team = "Bob@A -\nSam:special L\nteam A L\nterms Sam same_as=Bob"
    assert_broken(OnePlaceAtATime(), team, times=1)
    riding = "Bob@A L\nSam:special -\nteam A L\nterms Sam same_as=Bob"
    assert_kept(OnePlaceAtATime(), riding)


def test_runs_and_hours_are_of_both_roles_and_told_once() -> None:
    run = f"Ann L L L - - -\nSam:special - - - S S S{BOTH}"
    assert_kept(RunOfDays(), run)
    assert_broken(RunOfDays(most=5), run, times=1)
    assert_broken(RunOfNights(most=2), run, times=1)
    assert_broken(RollingWeek(most=timedelta(hours=53)), run)
    assert_kept(RollingWeek(most=timedelta(hours=54)), run)


def test_a_rule_of_one_employer_looks_at_the_work_for_both() -> None:
    rule = replace(RunOfDays(most=2), people=frozenset({PersonId("Sam")}))
    (breach,) = rule.audit(parse(f"Ann L L -\nSam:special - - S{BOTH}"))
    assert breach.subject == "Sam"


def test_three_rows_of_one_human_being_are_one_whoever_names_whom() -> None:
    rows = "Ann L\nSam:special - S\nBob:regular - - E"
    problem = parse(f"{rows}\nterms Sam same_as=Ann\nterms Ann same_as=Bob").problem
    assert problem.selves(PersonId("Bob")) == ("Ann", "Sam", "Bob")
    nobody = parse(f"{rows}\nterms Sam same_as=Zoe").problem
    assert nobody.selves(PersonId("Sam")) == ("Sam",)


def test_contracted_and_given_hours_stay_with_the_row() -> None:
    week = f"Ann L L L L - - -\nSam:special - - - - S S S{BOTH}"
    assert_kept(ContractedHours(), week)
    assert_kept(VolunteerCaps(), week)
    assert_agreement(
        VolunteerCaps(week=timedelta(hours=4)), f"Ann L\nSam:special - S{BOTH}"
    )


def test_free_time_in_one_role_leaves_the_other_free_and_sickness_does_not() -> None:
    assert_kept(LeaveBlocks(), f"Ann A\nSam:special S{BOTH}")
    sick = f"Ann -\nSam:special S{BOTH}\nleave Ann sick x"
    assert_broken(LeaveBlocks(), sick, times=1)


def test_a_course_of_one_role_is_an_early_start_for_the_other() -> None:
    assert_broken(EveOfEarlyStart(), f"Ann - T\nSam:special S -{BOTH}", times=1)


def test_shifts_that_share_a_human_being_are_solved_together() -> None:
    apart = parse("Ann L1\nSam:special L2\nterms Ann units=J1\nterms Sam units=J2")
    together = parse(
        "Ann L1\nSam:special L2\nterms Ann units=J1\nterms Sam units=J2 same_as=Ann"
    )
    numbers = [
        len(components(rota.problem, eligibility(rota.problem, ())))
        for rota in (apart, together)
    ]
    assert numbers == [2, 1]


def test_a_diary_kept_from_another_problem_is_made_anew_for_both_rows() -> None:
    before = parse(f"Ann L\nSam:special - S{BOTH}").problem
    assert len(before.fixed_duties(PersonId("Sam"))) == 0
    after = parse(f"Ann L T\nSam:special - S{BOTH}").problem
    after.keeping_diaries(before, but={PersonId("Ann")})
    assert len(after.fixed_duties(PersonId("Sam"))) == 1
