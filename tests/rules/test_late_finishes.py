"""FAIR-02 at its edges."""

from dataclasses import replace
from datetime import time

import pytest

from constraints.late_finishes import FairLateFinishes
from rostering.domain import AbsenceKind, DutyKind, PersonId, Rota
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_charged, assert_kept

TWO = "\nBob:paramedic - - - -"


def test_a_share_may_be_rounded_up_or_down() -> None:
    # Three late finishes for two people: 1 or 2 each.
    assert_kept(FairLateFinishes(), "Ann L L - -\nBob:paramedic - - L -")
    # Three and none: 1 above for Ann, 1 below for Bob.
    assert_charged(FairLateFinishes(), "Ann L L L -" + TWO, 2)


def test_what_is_not_worked_by_anybody_is_short_for_everybody() -> None:
    # Four places, 2 each.
    assert_charged(FairLateFinishes(), "Ann - - - -" + TWO + "\nneed L L L L", 4)


def test_a_finish_at_midnight_exactly_is_not_late() -> None:
    # Specials' nights end at 02:00; the late turn at 01:00.
    by_two = FairLateFinishes(after=time(2))
    assert_kept(by_two, "Ann S S S S" + TWO)
    by_one = FairLateFinishes(after=time(1))
    assert_charged(by_one, "Ann S S S S" + TWO, 4)
    assert_kept(by_one, "Ann L L L L" + TWO)
    assert_charged(FairLateFinishes(after=time(0, 59)), "Ann L L L L" + TWO, 4)


def test_an_early_turn_is_no_late_finish_and_a_night_turn_is_one() -> None:
    assert_kept(FairLateFinishes(), "Ann E E E E" + TWO)
    assert_charged(FairLateFinishes(), "Ann N N N N" + TWO, 4)


@pytest.mark.parametrize("start", ["2027-03-27", "2027-10-30"])
def test_one_o_clock_is_not_after_one_when_the_clocks_skip_or_repeat_it(
    start: str,
) -> None:
    # Saturday's late turn ends at 01:00 on the wall.
    problem = parse(f"start {start}\nAnn L").problem
    (shift,) = problem.shifts
    on_time, late = FairLateFinishes(after=time(1)), FairLateFinishes(after=time(0, 59))
    assert on_time.mark(problem, shift.span, shift.day) is None
    assert late.mark(problem, shift.span, shift.day) == shift.day


def test_part_time_has_a_part_of_the_share() -> None:
    # 37.5 h and 12.5 h: 3 and 1 of four.
    drawing = "Ann L L L -\nBob:paramedic - - - L\nterms Bob hours=12.5"
    assert_kept(FairLateFinishes(), drawing)
    even = "Ann L L - -\nBob:paramedic - - L L\nterms Bob hours=12.5"
    # Bob is 1 above; Ann's hours have room for 2 in four days and she has them.
    assert_charged(FairLateFinishes(), even, 1)


def test_who_joins_within_the_period_has_a_part_of_the_share() -> None:
    # Ann is there for 6 days and Bob for 2: 3 and 1 of four.
    drawing = "Ann L L - L - -\nBob:paramedic - - - - - L\nterms Bob employed=5-"
    assert_kept(FairLateFinishes(), drawing)
    assert_charged(
        FairLateFinishes(),
        "Ann L L - - - -\nBob:paramedic - - - - L L\nterms Bob employed=5-",
        1 + 1,
    )


def test_days_on_leave_are_no_days_at_hand() -> None:
    # Ann is there for 6 days and Bob for 2: 3 and 1 of four.
    drawing = "Ann L L - L - -\nBob:paramedic A A A A - L"
    assert_kept(FairLateFinishes(), drawing)


def test_late_finishes_on_record_count() -> None:
    # Two on record and two to plan, 2 each: Bob has both to come, his hours room for 1.
    assert_kept(FairLateFinishes(), "Ann .L .L - -\nBob:paramedic L L")
    assert_charged(FairLateFinishes(), "Ann .L .L L -\nBob:paramedic - L", 1)


def test_what_is_on_record_is_never_charged_by_itself() -> None:
    # Four on record and two to plan: 3 each. Ann has 4 and may have no more.
    assert_kept(FairLateFinishes(), "Ann .L .L .L .L - -\nBob:paramedic L L")
    assert_charged(FairLateFinishes(), "Ann .L .L .L .L L -\nBob:paramedic - L", 1)


def test_the_record_from_before_the_remembered_weeks_is_forgotten() -> None:
    drawing = "start 2027-01-11\nAnn .L .L .- .- .- .- .- L -\nBob:paramedic - L"
    rota = parse(drawing)
    # With one remembered week, from 4 January, all is on record: 1 above.
    one_week = replace(rota, problem=replace(rota.problem, memory_weeks=1))
    assert_charged(FairLateFinishes(), one_week, 1)
    none = replace(rota, problem=replace(rota.problem, memory_weeks=0))
    assert_kept(FairLateFinishes(), none)


def test_late_work_that_was_not_on_a_car_is_not_shared() -> None:
    rota = parse("Ann .L .L L -\nBob:paramedic - L")
    assert_charged(FairLateFinishes(), rota, 1)
    elsewhere = tuple(duty._replace(unit="") for duty in rota.problem.history)
    free = replace(rota, problem=replace(rota.problem, history=elsewhere))
    assert_kept(FairLateFinishes(), free)


def test_nobody_is_short_of_what_their_hours_have_no_room_for() -> None:
    # Two places for one person, but two days of 37.5 h a week hold 10 h 42 min: one.
    assert_charged(FairLateFinishes(), "Ann - -\nneed L L", 1)
    assert_kept(FairLateFinishes(), "Ann - -\nneed L L\nterms Ann hours=20")


def test_nobody_is_short_of_shifts_that_they_cannot_reach() -> None:
    # Bob may ride the other car only: Ann has the two within her reach, Bob none.
    drawing = "Ann L1 L1 - -\nBob:paramedic - - - -\nterms Bob units=J2"
    assert_kept(FairLateFinishes(), drawing)


def test_a_teams_member_is_charged_only_for_more() -> None:
    team = "\nteam A L L - -"
    assert_charged(FairLateFinishes(), "Bob@A L L\nCal@A - -" + team, 1)
    assert_kept(FairLateFinishes(), "Bob@A L -\nCal@A - L" + team)
    assert_kept(FairLateFinishes(), "Bob@A - -\nCal@A - -" + team + "\nneed L L")


def test_the_share_of_a_teams_member_follows_the_teams_turns() -> None:
    # A is on late turn twice, B once: Bob's share is 2 of three, Cal's 1.
    drawing = "Bob@A L L -\nCal@B - - L\nteam A L L - -\nteam B - - L -"
    assert_kept(FairLateFinishes(), drawing)
    more = "Bob@A L - -\nCal@B - L L\nteam A L L - -\nteam B - - L -"
    assert_charged(FairLateFinishes(), more, 1)


def test_a_team_shares_the_cars_of_its_own_district() -> None:
    # Car 1 serves A's district on two nights, car 2 B's on one.
    facts = (
        "\ncar J1 districts=North\ncar J2 districts=South"
        "\nteam A@North L L\nteam B@South L L"
    )
    assert_kept(FairLateFinishes(), "Bob@A L1 L1\nCal@B L2 -" + facts)
    # Of three Bob's share is 2 and Cal's 1.
    assert_charged(FairLateFinishes(), "Bob@A L1 -\nCal@B L2 L1" + facts, 1)


def test_people_who_offer_time_share_by_what_they_offered() -> None:
    offers = "\noffer Sam S S S -\noffer Tom - - S -\nneed S S S S"
    # Four places; Sam offered three nights and Tom one: 3 and 1.
    assert_kept(FairLateFinishes(), "Sam:special S S S -\nTom:special - - - S" + offers)
    assert_charged(
        FairLateFinishes(), "Sam:special S S - -\nTom:special - - S S" + offers, 1
    )
    assert_kept(FairLateFinishes(), "Sam:special - - - -\nTom:special - - - -" + offers)


def test_a_place_belongs_to_the_role_that_is_its_first_choice() -> None:
    # Regulars before specials: no place is the specials' to share, so none is charged.
    crew = "\ncrew o:regular>special\noffer Sam S S"
    assert_kept(FairLateFinishes(), "Sam:special S S\nBob@A - -\nteam A L" + crew)


def test_a_place_open_to_two_roles_alike_is_shared_by_halves() -> None:
    # Four places, two for each role: Ann has 2 and Cal 2.
    crew = "\ncrew o:paramedic/nurse\nAnn L L - -\nCal:nurse - - L L"
    assert_kept(FairLateFinishes(), crew)
    assert_charged(
        FairLateFinishes(), "crew o:paramedic/nurse\nAnn L L L L\nCal:nurse - - - -", 4
    )


def test_a_night_with_two_cars_counts_once_for_one_person() -> None:
    # Two cars on one night are two places, but nobody can have both.
    drawing = "Ann L1\nBob:paramedic L2"
    assert_kept(FairLateFinishes(), drawing)
    assert_agreement(FairLateFinishes(), drawing)


def test_one_person_alone_has_the_whole_share() -> None:
    assert_kept(FairLateFinishes(), "Ann L L L L")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = FairLateFinishes(people=frozenset({PersonId("Bob")}))
    assert_charged(rule, "Ann L L L L" + TWO, 2)


def test_posting_and_audit_agree_with_a_record_and_a_part_timer() -> None:
    drawing = "Ann .L .- L L L E\nBob:paramedic .E .L - - - -\nterms Bob hours=20"
    assert_agreement(FairLateFinishes(weight=2), drawing)


def test_the_breach_gives_the_count_and_the_fair_share() -> None:
    rota = parse("Ann L L L -\nBob:paramedic - - - -")
    above, below = FairLateFinishes().audit(rota)
    assert above.because == (
        "3 late finishes with those on record; a fair share is 1 or 2"
    )
    assert below.because == (
        "0 late finishes with those on record; a fair share is 1 or 2"
    )
    assert (above.amount, below.amount) == (1, 1)


def test_a_late_shift_on_record_as_missed_through_sickness_was_none() -> None:
    drawn = parse("Ann .L L -\nBob:paramedic .- - -")
    assert_charged(FairLateFinishes(), drawn, 2)
    (worked,) = drawn.problem.history
    missed = worked._replace(kind=DutyKind.AWAY, absence=AbsenceKind.SICK)
    problem = replace(drawn.problem, history=(missed,))
    assert_kept(FairLateFinishes(), Rota(problem, drawn.fills))
