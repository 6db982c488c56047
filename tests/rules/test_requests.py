"""WISH-01 at its edges."""

from dataclasses import replace

from constraints.requests import Requests
from rostering.build import build
from rostering.domain import DateRange, Fill, Rota
from rostering.drawing import parse
from rostering.eligibility import Known, candidates
from tests.verify import assert_agreement, assert_charged, assert_kept, audit_says


def test_each_day_worked_that_should_be_off_costs_the_weight() -> None:
    assert_charged(Requests(), "Ann L L - L\nwants Ann off*2 x x x -", 4)


def test_the_days_before_and_after_the_request_are_free() -> None:
    assert_kept(Requests(), "Ann L - - L\nwants Ann off - x x -")


def test_a_night_before_the_first_day_off_is_not_held_against_the_rota() -> None:
    # The night turn of the first day ends at 07:00 on the second.
    assert_kept(Requests(), "Ann N -\nwants Ann off - x")
    assert_charged(Requests(), "Ann N -\nwants Ann off x -", 1)


def test_two_shifts_on_one_day_spoil_one_day() -> None:
    assert_agreement(Requests(), "Ann E\nneed E+N\nwants Ann off x")
    rota = parse("Ann -\nneed E+N\nwants Ann off x")
    every_fill = frozenset(parse("Ann E\nneed E+N").fills | parse("Ann N").fills)
    assert audit_says(Requests(), replace(rota, fills=every_fill)) == 1


def test_one_shift_is_enough_where_work_is_asked_for() -> None:
    assert_kept(Requests(), "Ann - L -\nwants Ann work x x x")


def test_no_shift_in_the_days_costs_the_weight_once() -> None:
    assert_charged(Requests(), "Ann - - L\nwants Ann work*4 x x -", 4)


def test_the_first_and_last_day_asked_for_both_count() -> None:
    assert_kept(Requests(), "Ann L - -\nwants Ann work x x -")
    assert_kept(Requests(), "Ann - L -\nwants Ann work x x -")


def test_a_named_car_is_the_only_one_that_counts() -> None:
    assert_charged(Requests(), "Ann L1\nneed L2\nwants Ann work@2 x", 1)
    assert_kept(Requests(), "Ann L2\nneed L1\nwants Ann work@2 x")
    assert_kept(Requests(), "Ann L1\nneed L2\nwants Ann off@2 x")
    assert_charged(Requests(), "Ann L2\nneed L1\nwants Ann off@2 x", 1)


def test_each_of_two_requests_is_held_against_the_rota() -> None:
    assert_charged(Requests(), "Ann L\nwants Ann off x\nwants Ann work@2 x", 2)


def test_days_outside_the_period_ask_nothing() -> None:
    rota = parse("Ann L\nwants Ann work x")
    (request,) = rota.problem.requests
    later = replace(
        request, days=DateRange(parse("start 2027-02-01").problem.period.first)
    )
    assert_kept(Requests(), Rota(replace(rota.problem, requests=(later,)), rota.fills))


def test_a_request_without_an_end_counts_to_the_last_day() -> None:
    rota = parse("Ann L L L\nwants Ann off - x -")
    (request,) = rota.problem.requests
    endless = replace(request, days=DateRange(request.days.first, None))
    drawn = Rota(replace(rota.problem, requests=(endless,)), rota.fills)
    assert_charged(Requests(), drawn, 2)


def test_a_request_to_work_where_no_car_runs_is_counted() -> None:
    assert_charged(Requests(), "Ann - L\nwants Ann work x -", 1)


def test_a_request_to_work_of_someone_whom_no_crew_admits_is_counted() -> None:
    drawing = "Ann L\nPat:physiotherapist -\ncrew p:paramedic\nwants Pat work x"
    assert_charged(Requests(), drawing, 1)


def test_a_request_that_nothing_can_grant_is_counted_in_one_component_only() -> None:
    # Cal is barred everywhere; Ann and Bob have a car each: two components.
    people = "Ann L1\nBob L2\nCal -\nterms Ann units=J1\nterms Bob units=J2"
    problem = parse(f"{people}\nwants Cal work x").problem
    barred = Known(
        {
            Fill(person.id, shift, post.name): ()
            for shift in problem.shifts
            for person, post in candidates(problem, shift)
            if person.id == "Cal"
        }
    )
    rule, costs = Requests(), []
    for shift in problem.shifts:
        part = build(problem, [rule], shifts=[shift], eligible=barred)
        costs.append(len(part.charges[rule.tier]))
    assert costs == [1, 0]


def test_someone_whom_it_does_not_bind_is_left_alone() -> None:
    rule = Requests(people=frozenset())
    assert_kept(rule, "Ann L -\nwants Ann off x -\nwants Ann work - x")


def test_the_breach_says_what_was_asked_for() -> None:
    rota = parse("Ann L\nwants Ann off*2 x\nwants Ann work@2 x")
    off, work = Requests().audit(rota)
    assert (off.because, off.amount) == ("asked to be off", 2)
    assert (work.because, work.amount) == ("asked to work on J2", 1)
    assert off.day == work.day == rota.problem.period.first
