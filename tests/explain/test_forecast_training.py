"""Training that runs out, and the shifts that are lost by it."""

from dataclasses import replace
from datetime import date

from rostering.domain import Course, Crew, DateRange, PersonId, Problem, SkillNeed
from rostering.domain.time import days_between, whole_days
from rostering.drawing import parse
from rostering.explain.forecast import forecast
from rostering.explain.forecast.lapses import Lapse
from tests.explain.asking import EVERY_RULE

RADIO = "Ann - - - -\nasks paramedic radio\n"


def lapses_in(problem: Problem) -> tuple[Lapse, ...]:
    return forecast(problem, EVERY_RULE).lapses


def test_training_that_runs_out_loses_every_shift_that_touches_a_later_day() -> None:
    # In date on Monday and Tuesday; Tuesday's late ends on Wednesday.
    problem = parse(f"{RADIO}skill Ann radio x x\nneed L L L -").problem
    (lapse,) = lapses_in(problem)
    assert (lapse.person, lapse.skill, lapse.last) == ("Ann", "radio", date(2027, 1, 5))
    assert [shift.day.day for shift in lapse.lost] == [5, 6]
    assert lapse.course is None
    assert not lapse.is_renewed_in_time


def test_a_ticket_that_another_carries_on_does_not_lapse() -> None:
    drawing = f"{RADIO}skill Ann radio x x\nskill Ann radio\nneed L L L L"
    assert lapses_in(parse(drawing).problem) == ()


def test_two_tickets_that_end_together_lapse_once() -> None:
    drawing = f"{RADIO}skill Ann radio x x\nskill Ann radio - x\nneed D D D D"
    assert len(lapses_in(parse(drawing).problem)) == 1


def test_only_the_days_until_the_next_ticket_are_lost() -> None:
    # In date on Monday and Thursday.
    tickets = "skill Ann radio x\nskill Ann radio - - - x\n"
    found = lapses_in(parse(f"{RADIO}{tickets}need D D D D D").problem)
    lost = {x.last.day: [shift.day.day for shift in x.lost] for x in found}
    assert lost == {4: [5, 6], 7: [8]}


def test_a_shift_that_asks_for_another_skill_is_not_lost_by_this_one() -> None:
    drawing = "Ann - -\ncrew p:paramedic+driving q:paramedic+radio\nneed D D D"
    problem = parse(f"{drawing}\nskill Ann radio x").problem
    first, second, third = problem.shifts
    driving = Crew("driving", (third.crew.posts[0],))
    shifts = (first, second, replace(third, crew=driving))
    (lapse,) = lapses_in(replace(problem, shifts=shifts))
    assert lapse.lost == (second,)


def test_a_shift_missed_for_leave_is_not_lost_by_training() -> None:
    drawing = "Ann - A -\nasks paramedic radio\nskill Ann radio x\nneed D D D"
    (lapse,) = lapses_in(parse(drawing).problem)
    assert [shift.day.day for shift in lapse.lost] == [6]


def test_training_that_ended_before_the_period_is_told_while_it_costs_shifts() -> None:
    problem = parse(f"start 2027-01-06\n{RADIO}skill Ann radio x\nneed D D").problem
    old = tuple(
        replace(x, valid=replace(x.valid, first=None, last=date(2026, 12, 1)))
        for x in problem.training
    )
    (lapse,) = lapses_in(replace(problem, training=old))
    assert (lapse.last, len(lapse.lost)) == (date(2026, 12, 1), 2)


def test_training_that_ends_after_the_period_is_told_in_good_time() -> None:
    # Eight days are drawn in date and four planned: the last is 11 January, 7 days on.
    problem = parse(f"{RADIO}skill Ann radio x x x x x x x x\nneed D D D D").problem
    for days, told in ((7, 1), (6, 0)):
        needs = (SkillNeed("paramedic", "radio", warn_days=days),)
        assert len(lapses_in(replace(problem, skill_needs=needs))) == told


def test_training_that_ends_in_the_period_is_told_however_late_the_warning() -> None:
    problem = parse(f"{RADIO}skill Ann radio x x\nneed D D - -").problem
    needs = (SkillNeed("paramedic", "radio", warn_days=0),)
    assert len(lapses_in(replace(problem, skill_needs=needs))) == 1


def test_a_gap_of_former_years_is_not_told() -> None:
    problem = parse(f"{RADIO}skill Ann radio\nneed D").problem
    years = DateRange(None, date(2025, 3, 1)), DateRange(date(2025, 4, 1), None)
    tickets = tuple(replace(problem.training[0], valid=valid) for valid in years)
    assert lapses_in(replace(problem, training=tickets)) == ()


def test_training_that_is_not_needed_is_not_told() -> None:
    drawing = "Ann - -\nasks regular radio\nskill Ann radio x\nneed D D"
    assert lapses_in(parse(drawing).problem) == ()


def test_the_booked_course_is_told_by_its_last_day() -> None:
    problem = parse(f"{RADIO}skill Ann radio x x\nneed D D D D").problem
    for first, last, is_in_time in ((4, 4, True), (4, 5, True), (5, 6, False)):
        (lapse,) = lapses_in(replace(problem, courses=_course("radio", first, last)))
        assert lapse.course is not None
        assert lapse.course.span.local_start.date() == date(2027, 1, last)
        assert lapse.is_renewed_in_time == is_in_time


def test_a_course_in_another_skill_renews_nothing() -> None:
    problem = parse(f"{RADIO}skill Ann radio x x\nneed D D D D").problem
    (lapse,) = lapses_in(replace(problem, courses=_course("driving", 4, 4)))
    assert lapse.course is None


def _course(skill: str, first: int, last: int) -> tuple[Course, ...]:
    days = days_between(date(2027, 1, first), date(2027, 1, last))
    booked = (PersonId("Ann"),)
    return tuple(
        Course("C-1", skill, whole_days(day, day), 9, booked=booked) for day in days
    )
