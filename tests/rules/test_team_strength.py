"""TEAM-01 at its edges."""

from constraints.team_strength import TeamStrength
from rostering.build import build
from rostering.domain import Mode, PersonId
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = TeamStrength()


def test_exactly_the_least_on_duty_is_enough() -> None:
    assert_kept(RULE, "Bob@A L\nCal@A -\nDan@A -\nteam A/2 L")


def test_one_fewer_than_the_least_is_too_few() -> None:
    assert_broken(RULE, "Bob@A L\nCal@A L\nDan@A -\nteam A/2 L", times=1)


def test_each_one_missing_is_charged() -> None:
    # Three on the turn, all three lent, two needed: two short on each of two days.
    drawn = "Bob@A L L\nCal@A L L\nDan@A L L\nteam A/2 L L"
    assert_charged(TeamStrength(weight=3), drawn, 12)
    assert_broken(RULE, drawn, times=2)


def test_every_rota_of_a_team_of_three_is_counted_alike() -> None:
    drawn = "Bob@A -\nCal@A -\nDan@A -\nteam A/2 L\nneed L1+E2"
    assert_agreement(RULE, drawn)
    assert_agreement(TeamStrength(mode=Mode.WISH, weight=3), drawn)


def test_two_cars_on_one_day_take_from_the_team_together() -> None:
    assert_broken(RULE, "Bob@A L1\nCal@A L2\nDan@A -\nteam A/2 L", times=1)


def test_someone_on_two_cars_is_lent_once() -> None:
    assert_kept(RULE, "Bob@A L1+N2\nCal@A -\nteam A/1 L")


def test_leave_is_not_held_against_the_rota_but_nobody_more_may_go() -> None:
    assert_kept(RULE, "Bob@A A\nCal@A A\nDan@A -\nteam A/2 L")
    assert_broken(RULE, "Bob@A A\nCal@A A\nDan@A L\nteam A/2 L", times=1)


def test_a_turn_that_gives_way_to_a_course_does_not_count() -> None:
    # The course, 08:00 to 16:00, takes the place of the late turn of that day.
    assert_broken(RULE, "Bob@A L\nCal@A T\nteam A/1 L", times=1)


def test_the_turn_of_each_day_counts_by_itself() -> None:
    assert_kept(RULE, "Bob@A N -\nCal@A - L\nteam A/1 N L")
    assert_broken(RULE, "Bob@A N L\nCal@A N -\nteam A/1 N L", times=1)


def test_the_first_and_the_last_day_count_and_no_day_before() -> None:
    assert_broken(RULE, "Bob@A L - L\nteam A/1 L L L", times=2)
    assert_kept(RULE, "Bob@A .L .L -\nteam A/1 L")


def test_riding_on_a_rest_day_takes_nobody_from_the_team() -> None:
    assert_kept(RULE, "Bob@A L\nteam A/1 -")


def test_another_teams_people_do_not_stand_in() -> None:
    assert_broken(RULE, "Bob@A L\nCal@B -\nteam A/1 L\nteam B L", times=1)


def test_a_member_who_has_left_counts_no_more() -> None:
    assert_kept(RULE, "Bob@A - L\nCal@A - -\nteam A/1 L L\nterms Bob employed=-1")


def test_it_says_how_many_are_left_and_how_many_are_needed() -> None:
    (breach,) = RULE.audit(parse("Bob@A L\nCal@A L\nDan@A -\nteam A/2 L"))
    assert breach.subject == "A"
    assert breach.because == "1 of 3 left on Mon 4 Jan 2027; at least 2 needed"


def test_a_team_of_nobody_lends_nobody() -> None:
    assert_kept(RULE, "Ann L\nteam A/1 L")


def test_a_team_none_of_whose_members_it_binds_is_left_alone() -> None:
    assert_kept(TeamStrength(people=frozenset()), "Bob@A L\nteam A/1 L")
    one = TeamStrength(people=frozenset({PersonId("Cal")}))
    assert_broken(one, "Bob@A L\nCal@A A\nteam A/1 L")


def test_a_model_of_one_car_asks_nothing_of_another_cars_team() -> None:
    drawn = "Bob@A L1\nCal@B L2\nteam A/1 L\nteam B/1 L"
    problem = parse(f"{drawn}\nterms Bob units=J1\nterms Cal units=J2").problem
    alone = build(problem, [RULE], shifts=problem.shifts[:1])
    assert {row.subject for row in alone.rows.values()} == {"A on 2027-01-04"}
