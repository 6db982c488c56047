"""Tickets that run out, put on course dates."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.domain import Course, DateRange, Mode, PersonId, Rota, Tier
from rostering.domain.time import span_between
from rostering.drawing import parse
from rostering.lookahead.courses import CourseDates, booked
from rostering.lookahead.training import Placings, place_training
from rostering.solve import solve
from tests.explain.asking import EVERY_RULE

NEEDED = "asks paramedic radio\ncrew p:paramedic\n"
"""Every paramedic needs to know the radio."""


def course(name, day, *, places=1, skill="radio", hours=(8, 16), roles=()) -> Course:
    """A course on one day of the period, counted from Monday 4 January 2027 as 0."""
    start, end = (time(hour) for hour in hours)
    span = span_between(date(2027, 1, 4) + timedelta(days=day), start, end)
    return Course(name, skill, span, places, frozenset(roles))


def placed(drawing, *courses: Course, weeks=0) -> Placings:
    problem = parse(NEEDED + drawing).problem
    problem = replace(problem, courses=courses)
    rota = solve(problem, EVERY_RULE).rota
    return place_training(rota, EVERY_RULE, beyond=timedelta(weeks=weeks))


def chosen(found: Placings) -> dict[str, str]:
    return {
        each.lapse.person: each.chosen.course.id if each.chosen else ""
        for each in found.placed
    }


ANN = "Ann - - - -\nskill Ann radio x x x -\n"


def test_nothing_runs_out():
    found = placed("Ann - -\nneed D D")
    assert (found.placed, found.harm, found.is_proved) == ((), (0, 0), True)


def test_a_ticket_without_any_course_is_told():
    found = placed(f"{ANN}need - - - D")
    assert chosen(found) == {"Ann": ""}
    assert found.placed[0].options == ()
    assert len(found.placed[0].lapse.lost) == 1


def test_a_course_that_moves_nothing_is_taken_and_the_latest_in_time():
    courses = course("A", 0), course("B", 2), course("C", 3)
    found = placed(f"{ANN}need - D - -", *courses)
    assert chosen(found) == {"Ann": "B"}
    (option, *_) = found.placed[0].options
    assert option.moves_nothing
    assert found.harm == (0, 0)


def test_a_course_of_another_skill_role_or_without_room_is_none():
    full = replace(course("F", 0), booked=(PersonId("Zed"),))
    courses = course("S", 0, skill="driving"), course("R", 0, roles=("regular",)), full
    assert chosen(placed(f"{ANN}need - D - -", *courses)) == {"Ann": ""}


def test_a_course_in_the_way_of_the_only_crew_costs_their_shift():
    found = placed(f"{ANN}need - D - -", course("A", 1))
    assert chosen(found) == {"Ann": "A"}
    assert found.harm.found == found.harm.least > 0
    assert found.is_proved


def test_the_rota_may_be_made_anew_around_a_course():
    drawing = f"{ANN}Bob:paramedic - - - -\nskill Bob radio x x x x\nneed - D - -"
    found = placed(drawing, course("A", 1))
    assert found.harm.found == 0


def test_a_course_of_several_days_is_taken_whole():
    days = course("A", 0), course("A", 1)
    found = placed(f"{ANN}need - - D -", *days)
    (option,) = found.placed[0].options
    assert len(option.course.days) == 2
    late = course("A", 0), course("A", 3)
    assert chosen(placed(f"{ANN}need - - D -", *late)) == {"Ann": ""}


def test_two_people_do_not_share_the_last_place():
    drawing = f"{ANN}Bob:paramedic - - - -\nskill Bob radio x x x -\nneed - - - D"
    found = placed(drawing, course("A", 0), course("B", 1))
    assert sorted(chosen(found).values()) == ["A", "B"]
    assert sorted(chosen(placed(drawing, course("A", 0))).values()) == ["", "A"]


def test_whoever_is_booked_in_time_is_told_of_and_whoever_is_too_late_is_placed():
    early = replace(course("A", 1), booked=(PersonId("Ann"),))
    found = placed(f"{ANN}need - - D -", early)
    assert [lapse.person for lapse in found.renewed] == ["Ann"]
    late = replace(course("L", 3), booked=(PersonId("Ann"),))
    assert chosen(placed(f"{ANN}need - - D -", late, course("E", 0))) == {"Ann": "E"}


def test_tickets_that_end_after_the_period_are_looked_at_as_far_as_was_asked():
    problem = parse(f"{NEEDED}Ann - -\nskill Ann radio x x\nneed D D").problem
    (held,) = problem.training
    until = replace(held, valid=DateRange(held.valid.first, date(2027, 1, 12)))
    rota = Rota(replace(problem, training=(until,)))
    for weeks, number in ((0, 0), (1, 1)):
        found = place_training(rota, EVERY_RULE, beyond=timedelta(weeks=weeks))
        assert len(found.placed) == number


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(1, 2)), min_size=1, max_size=3),
    st.lists(st.sampled_from("D-"), min_size=5, max_size=5),
)
def test_no_choice_of_dates_does_less_harm_than_the_least_that_is_proved(dates, need):
    courses = tuple(course(f"C{n}", d, places=p) for n, (d, p) in enumerate(dates))
    drawing = "Ann - - - - -\nBob:paramedic - - - - -\n"
    drawing += "skill Ann radio x x x x -\nskill Bob radio x x x - -\n"
    problem = parse(f"{NEEDED}{drawing}need {' '.join(need)}").problem
    problem = replace(problem, courses=courses)
    rota = solve(problem, EVERY_RULE).rota
    found = place_training(rota, EVERY_RULE, beyond=timedelta())
    wanted = [each for each in found.placed if each.options]
    if len(wanted) < len(found.placed) or not all(each.chosen for each in wanted):
        return
    best = min(
        _harm(rota, [(e.lapse.person, c) for e, c in zip(wanted, choice, strict=True)])
        for choice in product(*([CourseDates((c,)) for c in courses] for _ in wanted))
        if _fits(wanted, choice)
    )
    assert found.harm.least <= best <= found.harm.found
    if found.is_proved:
        assert found.harm.found == best


def _fits(wanted, choice) -> bool:
    in_time = all(c.last <= e.lapse.last for e, c in zip(wanted, choice, strict=True))
    return in_time and all(choice.count(c) <= c.places_left for c in choice)


def _harm(rota: Rota, bookings) -> int:
    """By a new solve of cover alone, whatever the rota was."""
    told = [
        rule for rule in EVERY_RULE if rule.mode is Mode.HARD or rule.tier is Tier.COVER
    ]
    costs = []
    for problem in (rota.problem, booked(rota.problem, bookings)):
        tiers = solve(problem, told).tiers
        costs.append(next(t.value for t in tiers if t.tier is Tier.COVER))
    return costs[1] - costs[0]
