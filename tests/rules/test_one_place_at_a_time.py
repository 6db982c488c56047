"""CLASH-01 at its edges."""

from dataclasses import replace
from datetime import timedelta

from constraints.one_place_at_a_time import OnePlaceAtATime
from rostering.build import build
from rostering.domain import Fill, PersonId, Rota, Span
from rostering.drawing import parse
from tests.verify import assert_agreement, assert_broken, assert_charged, assert_kept

RULE = OnePlaceAtATime()
WISH = OnePlaceAtATime(weight=3)


def _lengthened(rota: Rota, by: timedelta) -> Rota:
    """The same rota with its first shift ending later."""
    first, *others = rota.problem.shifts
    longer = replace(first, span=Span(first.span.start, first.span.end + by))
    fills = {
        fill._replace(shift=longer) if fill.shift == first else fill
        for fill in rota.fills
    }
    problem = replace(rota.problem, shifts=(longer, *others))
    return Rota(problem, frozenset(fills))


def test_a_shift_may_start_as_the_last_one_ends() -> None:
    # The night ends at 07:00, when the early starts.
    assert_kept(RULE, "Ann N E")


def test_one_minute_in_two_places_is_too_much() -> None:
    drawn = _lengthened(parse("Ann N E"), timedelta(minutes=1))
    assert_broken(RULE, drawn, times=1)


def test_a_long_shift_is_held_against_each_that_it_runs_into() -> None:
    # 15:00 to 01:00 and 24 h on: into the early and the late of the next day, which
    # themselves overlap from 15:00 to 17:00.
    drawn = _lengthened(parse("Ann L1 E1+L2"), timedelta(hours=24))
    assert_broken(RULE, drawn, times=3)
    assert_charged(WISH, drawn, 9)
    assert_agreement(RULE, drawn)
    assert_agreement(WISH, drawn)


def test_shifts_in_a_chain_clash_only_where_they_touch() -> None:
    # Early to 17:00, late from 15:00, night from 21:00: early and night do not meet.
    assert_broken(RULE, "Ann E1+L2+N3", times=2)
    assert_charged(WISH, "Ann E1+L2+N3", 6)


def test_a_moment_that_another_one_contains_is_not_said_twice() -> None:
    # Early with late, and late with night; each once, and nothing for either alone.
    decisions = build(parse("Ann E1+L2+N3").problem, [RULE])
    assert len(decisions.rows) == 2
    three_at_once = build(parse("Ann E1+E2+E3").problem, [RULE])
    assert len(three_at_once.rows) == 1


def test_one_person_fills_one_post_of_a_shift() -> None:
    drawn = parse("Ann L\ncrew driver:paramedic attendant:paramedic")
    shift = drawn.problem.shifts[0]
    twice = Rota(drawn.problem, drawn.fills | {_ann(shift, "attendant")})
    assert_broken(RULE, twice, times=1)
    assert_charged(WISH, twice, 3)


def _ann(shift, post) -> Fill:
    return Fill(PersonId("Ann"), shift, post)


def test_three_posts_of_a_shift_are_three_pairs() -> None:
    drawn = parse("Ann L\ncrew a:paramedic b:paramedic c:paramedic")
    shift = drawn.problem.shifts[0]
    everywhere = Rota(drawn.problem, frozenset(_ann(shift, post) for post in "abc"))
    assert_charged(WISH, everywhere, 9)


def test_the_last_shift_of_the_period_is_held_against_the_teams_next_turn() -> None:
    # The night ends at 07:00; the team's morning after the period starts at 06:00.
    assert_broken(RULE, "Bob@A - N\nteam A - L M", times=1)


def test_the_turn_of_the_day_before_still_stands() -> None:
    # The team's night before the first day ends at 07:00, the morning starts at 06:00.
    assert_broken(RULE, "Bob@A M\nteam A M N", times=1)


def test_a_turn_that_is_replaced_too_is_no_clash() -> None:
    assert_kept(RULE, "Bob@A N L\nteam A L M")


def test_only_shifts_and_standing_work_are_places() -> None:
    assert_kept(RULE, "Ann N A")
    assert_kept(RULE, "Ann N\nleave Ann court@6-9 - x")


def test_work_on_record_and_the_teams_pattern_alone_are_no_breach() -> None:
    assert_kept(RULE, "Ann .N+M -\nneed - -")
    assert_kept(RULE, "Bob@A - -\nteam A N M")
    assert_kept(RULE, "Bob@A - - - L\nteam A N M - L")


def test_the_hour_that_comes_twice_is_worked_once() -> None:
    # The clocks go back on Sunday 31 October: Saturday's night is an hour longer but
    # ends at 07:00 on the wall all the same.
    assert_kept(RULE, "start 2027-10-30\nAnn N E")
    assert_broken(RULE, "start 2027-10-30\nAnn N M", times=1)


def test_the_hour_that_the_clocks_skip_changes_nothing() -> None:
    # The night of 27 March is an hour shorter and ends at 07:00 all the same.
    assert_kept(RULE, "start 2027-03-27\nAnn N E")
    assert_broken(RULE, "start 2027-03-27\nAnn N M", times=1)


def test_two_people_may_be_in_two_places() -> None:
    assert_kept(RULE, "Ann L1\nBob:regular L2\nneed L1+L2")


def test_nobody_is_nowhere() -> None:
    assert_kept(RULE, "need L1+L2")


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    assert_kept(OnePlaceAtATime(people=frozenset()), "Ann L1+L2")


def test_an_early_and_a_night_turn_of_different_cars_do_not_clash() -> None:
    # The late turn runs into both.
    assert_kept(RULE, "Ann E2+N1\nneed L2")
    assert_agreement(RULE, "Ann -\nneed N1+E2+L2")
