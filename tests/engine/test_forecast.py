"""What no rota can mend: shifts without people, hours, dependence and training."""

from dataclasses import replace
from datetime import date

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from constraints import RULES
from rostering.domain import Course, Mode, PersonId, Place, Problem, SkillNeed
from rostering.domain.time import days_between, whole_days
from rostering.drawing import parse
from rostering.explain.forecast import Forecast, forecast
from rostering.explain.lapses import Lapse
from rostering.explain.workload import Hours, Workload
from rostering.solve import solve
from tests.strategies import drawings

EVERY_RULE = [rule() for rule in RULES.values()]


def forecast_of(drawing: str) -> Forecast:
    return forecast(parse(drawing).problem, EVERY_RULE)


def hopeless_in(drawing: str) -> list[tuple[str, str, str]]:
    return [
        (choice.shift.id, choice.post.name, choice.sentence)
        for choice in forecast_of(drawing).hopeless
    ]


def workload_in(drawing: str) -> Workload:
    (workload,) = forecast_of(drawing).workloads
    return workload


def lapses_in(problem: Problem) -> tuple[Lapse, ...]:
    return forecast(problem, EVERY_RULE).lapses


def test_a_shift_whose_only_people_are_away_is_hopeless_and_says_so() -> None:
    drawing = "Ann A -\nBob A -\nneed L1 L1"
    assert hopeless_in(drawing) == [("J1 2027-01-04 late", "paramedic", "2 away")]
    assert forecast_of(drawing).least_uncrewed == 1


def test_the_reason_names_the_cell() -> None:
    problem = parse("Ann A\nneed L").problem
    place = Place("trust.xlsx", "Leave", "C14")
    leave = tuple(replace(x, place=place) for x in problem.leave)
    (choice,) = forecast(replace(problem, leave=leave), EVERY_RULE).hopeless
    assert choice.sentence == "1 away ([trust.xlsx]Leave!C14)"


def test_a_post_for_a_role_that_nobody_has_says_that() -> None:
    ((_, _, sentence),) = hopeless_in("crew p:paramedic\nneed L")
    assert sentence == "nobody in the book could fill p"


def test_a_post_of_two_with_one_person_is_hopeless() -> None:
    ((_, _, sentence),) = hopeless_in("Ann -\nBob A\ncrew p:paramedic*2\nneed L")
    assert sentence == "1 could, and 2 must; 1 away"


def test_a_place_that_is_only_wanted_is_no_matter() -> None:
    assert hopeless_in("Ann -\ncrew p:paramedic*1-2\nneed L") == []


def test_a_rule_that_is_a_wish_bars_nobody() -> None:
    rules = [replace(RULES["LEAVE-01"](), mode=Mode.WISH)]
    assert forecast(parse("Ann A\nneed L").problem, rules).hopeless == ()


def test_shifts_with_one_person_to_choose_from_depend_on_them() -> None:
    # Monday and Wednesday have Ann alone, Tuesday has both.
    found = forecast_of("Ann - - -\nBob A - A\nneed L L L")
    (ann,) = found.dependences
    assert ann.person == "Ann"
    assert [shift.day.day for shift in ann.shifts] == [4, 6]
    assert [choice.people for choice in found.lone] == [("Ann",), ("Ann",)]
    assert found.least_uncrewed == 0


def test_a_post_of_two_with_two_people_depends_on_both() -> None:
    found = forecast_of("Ann -\nBob -\ncrew p:paramedic*2\nneed L")
    assert [dependence.person for dependence in found.dependences] == ["Ann", "Bob"]


def test_whoever_is_needed_for_most_shifts_comes_first() -> None:
    # Bob alone on Monday, Ann alone on Tuesday and Wednesday.
    found = forecast_of("Bob - A A\nAnn A - -\nneed L L L")
    numbers = [(d.person, len(d.shifts)) for d in found.dependences]
    assert numbers == [("Ann", 2), ("Bob", 1)]


def test_a_shift_that_nobody_can_crew_depends_on_nobody() -> None:
    found = forecast_of("Ann -\ncrew p:paramedic o:regular\nneed L")
    assert [choice.post.name for choice in found.hopeless] == ["o"]
    assert found.dependences == ()


def test_two_cars_at_once_and_one_person_leave_one_car_uncrewed() -> None:
    found = forecast_of("Ann -\nneed L1+L2")
    (rush,) = found.rushes
    assert (rush.people, rush.missing, found.least_uncrewed) == (("Ann",), 1, 1)
    assert [shift.unit for shift in rush.shifts] == ["J1", "J2"]


def test_a_third_car_with_people_of_its_own_is_not_part_of_the_rush() -> None:
    drawing = "Ann -\nterms Ann units=J1,J2\nBob -\nterms Bob units=J3\nneed L1+L2+L3"
    (rush,) = forecast_of(drawing).rushes
    assert [shift.unit for shift in rush.shifts] == ["J1", "J2"]
    assert rush.people == ("Ann",)


def test_people_change_cars_before_a_rush_is_told() -> None:
    assert forecast_of("Ann -\nBob -\nterms Bob units=J1\nneed L1+L2").rushes == ()


def test_shifts_one_after_the_other_are_no_rush() -> None:
    assert forecast_of("Ann -\nneed E1+N1").rushes == ()


def test_a_shift_that_nobody_can_crew_is_counted_once() -> None:
    # Nobody may ride J3; of J1 and J2, one is left.
    drawing = "Ann -\nterms Ann units=J1,J2\nneed L1+L2+L3"
    assert forecast_of(drawing).least_uncrewed == 2


def test_nobody_is_short_where_people_may_be_in_two_places() -> None:
    rules = [rule for rule in EVERY_RULE if rule.code != "CLASH-01"]
    assert forecast(parse("Ann -\nneed L1+L2").problem, rules).rushes == ()


@given(st.lists(st.sets(st.integers(1, 4), min_size=1), min_size=1, max_size=4))
def test_the_cars_of_one_evening_that_go_out_are_a_largest_matching(
    cars: list[set[int]],
) -> None:
    lines = [f"P{n} -" for n in range(len(cars))]
    for n, theirs in enumerate(cars):
        lines.append(f"terms P{n} units={','.join(f'J{car}' for car in theirs)}")
    found = forecast_of("\n".join([*lines, "need L1+L2+L3+L4"]))
    graph = networkx.Graph((f"P{n}", car) for n, its in enumerate(cars) for car in its)
    graph.add_nodes_from(range(1, 5))
    people = [f"P{n}" for n in range(len(cars))]
    matching = networkx.bipartite.maximum_matching(graph, top_nodes=people)
    assert found.least_uncrewed == 4 - len(matching) // 2


def test_hours_are_those_of_the_contract_without_leave_and_training() -> None:
    # Wanted: 7 lates of 10 h, each with half an hour's break: 7 × 570 = 3990.
    # Contract: 2 × 2250; leave: 2 of 7 days of 2250 = 643; training: 8 h less a
    # break = 450. Left: 4500 - 643 - 450 = 3407, so 3990 - 3407 = 583 are missing.
    ((monday, hours),) = workload_in("Ann A A T\nBob\nneed L L L L L L L").weeks
    assert monday == date(2027, 1, 4)
    assert hours == Hours(wanted=3990, contract=4500, leave=643, training=450)
    assert (hours.available, hours.short, hours.still_short) == (3407, 583, 583)


def test_overtime_is_room_only_for_those_who_want_it() -> None:
    # HOURS-04 allows 11 h a week: 660.
    drawing = "Ann\nBob\nterms Bob overtime\nneed L L L L L L L"
    total = workload_in(drawing).total
    assert (total.overtime, total.short, total.still_short) == (660, 0, 0)
    alone = workload_in("Bob\nterms Bob overtime\nneed L L L L L L L").total
    # 3990 - 2250 = 1740; less 660 of overtime: 1080.
    assert (alone.short, alone.still_short) == (1740, 1080)


def test_weeks_run_from_monday_and_are_cut_to_the_period() -> None:
    # Wednesday to Tuesday: five sevenths and two sevenths of 2250.
    workload = workload_in("start 2027-01-06\nAnn\nneed L - - - - L L")
    assert [(week.day, hours.contract) for week, hours in workload.weeks] == [
        (6, 1607),
        (11, 643),
    ]
    assert [hours.wanted for _, hours in workload.weeks] == [570, 1140]
    assert workload.total.wanted == 1710


def test_a_week_that_wants_nobody_is_left_out() -> None:
    workload = workload_in("Ann\nneed L - - - - - - - - - - - - - L")
    assert [week.day for week, _ in workload.weeks] == [4, 18]
    # A whole week, and the one day of the third that is planned.
    assert workload.total.contract == 2250 + round(2250 / 7)


def test_hours_of_those_who_may_not_crew_are_not_available() -> None:
    total = workload_in("Ann\nterms Ann overtime\nasks paramedic radio\nneed L").total
    contract = round(2250 / 7)
    assert (total.contract, total.unable, total.available) == (contract, contract, 0)
    assert total.overtime == 0


def test_people_without_a_contract_offer_one_shift_a_day() -> None:
    # Two lates of 570 on offer; on the first day there are two cars.
    drawing = "Ann\nSam:special\nterms Sam status=IPS\noffer Sam L L\n"
    total = workload_in(f"{drawing}crew p:paramedic/special\nneed L1+L2 L1 L1").total
    assert (total.wanted, total.offered) == (4 * 570, 2 * 570)


def test_a_car_off_the_road_wants_no_hours() -> None:
    assert workload_in("Ann\nneed L L\nroad J1 x").total.wanted == 570


def test_a_post_of_two_wants_the_hours_of_two() -> None:
    drawing = "Ann\nBob\ncrew p:paramedic*2-3\nneed L"
    assert workload_in(drawing).total.wanted == 2 * 570


def test_hours_of_volunteers_and_teams_are_not_told() -> None:
    drawing = "Sam:special\nReg@A\nteam A L\ncrew o:special q:regular\nneed L"
    assert forecast_of(drawing).workloads == ()


def test_posts_count_for_the_roles_that_they_prefer() -> None:
    drawing = "Ann\nNia:nurse\ncrew p:paramedic>nurse\nneed L"
    assert workload_in(drawing).roles == ("paramedic",)


def test_roles_that_are_asked_for_together_are_told_together() -> None:
    drawing = "Ann\nNia:nurse\ncrew p:paramedic/nurse q:nurse\nneed L"
    workload = workload_in(drawing)
    assert workload.roles == ("nurse", "paramedic")
    assert workload.total.wanted == 2 * 570


RADIO = "Ann - - - -\nasks paramedic radio\n"


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
    # In date on Monday and from Thursday on.
    tickets = "skill Ann radio x\nskill Ann radio - - - x\n"
    found = lapses_in(parse(f"{RADIO}{tickets}need D D D D").problem)
    lost = {lapse.last.day: len(lapse.lost) for lapse in found}
    assert lost == {4: 2, 7: 0}


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


def test_training_that_is_not_needed_is_not_told() -> None:
    drawing = "Ann - -\nasks regular radio\nskill Ann radio x\nneed D D"
    assert lapses_in(parse(drawing).problem) == ()


def test_the_booked_course_is_told_by_its_last_day() -> None:
    problem = parse(f"{RADIO}skill Ann radio x x\nneed D D D D").problem
    for first, last, is_in_time in ((4, 5, True), (5, 6, False)):
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


@given(drawings())
@settings(max_examples=60)
def test_every_rota_bears_the_forecast_out(drawing: str) -> None:
    problem = parse(drawing).problem
    told = forecast(problem, EVERY_RULE)
    rota = solve(problem, EVERY_RULE).rota
    assert rota is not None
    open_shifts = {shift for shift in problem.shifts if not rota.is_crewed(shift)}
    assert told.lost_shifts <= open_shifts
    assert told.least_uncrewed <= len(open_shifts)
    for rush in told.rushes:
        assert len(open_shifts.intersection(rush.shifts)) >= rush.missing
    for choice in told.lone:
        if choice.shift not in open_shifts:
            assert set(choice.people) <= set(rota.people_on(choice.shift))


@given(drawings())
@settings(max_examples=25)
def test_without_a_person_the_shifts_that_depend_on_them_stay_open(
    drawing: str,
) -> None:
    problem = parse(drawing).problem
    for dependence in forecast(problem, EVERY_RULE).dependences[:1]:
        others = tuple(p for p in problem.people if p.id != dependence.person)
        training = tuple(t for t in problem.training if t.person != dependence.person)
        fewer = replace(problem, people=others, training=training)
        rota = solve(fewer, EVERY_RULE).rota
        assert rota is not None
        assert not any(rota.is_crewed(shift) for shift in dependence.shifts)
