"""Hours that cover asks of a role, and hours that its people have."""

from datetime import date

from rostering.drawing import parse
from rostering.explain.forecast import forecast
from rostering.explain.forecast.workload import Hours, Workload
from tests.explain.asking import EVERY_RULE


def workloads_in(drawing: str) -> tuple[Workload, ...]:
    return forecast(parse(drawing).problem, EVERY_RULE).workloads


def workload_in(drawing: str) -> Workload:
    (workload,) = workloads_in(drawing)
    return workload


def test_hours_are_those_of_the_contract_without_leave_and_training() -> None:
    # Wanted: 7 lates of 10 h, each with half an hour's break: 7 × 570 = 3990.
    # Contract: 2 × 2250; leave: 2 of 7 days of 2250 = 643; training: 8 h less a
    # break = 450. Left: 4500 - 643 - 450 = 3407, so 3990 - 3407 = 583 are missing.
    ((monday, hours),) = workload_in("Ann A A T\nBob\nneed L L L L L L L").weeks
    assert monday == date(2027, 1, 4)
    assert hours == Hours(wanted=3990, contract=4500, leave=643, training=450)
    assert (hours.available, hours.short, hours.still_short) == (3407, 583, 583)


def test_nobody_has_less_than_no_hours() -> None:
    # Six of seven days of leave leave 2250 - 1929 = 321, less than a day's training.
    total = workload_in("Ann A A A A A A T\nneed L L L L L L L").total
    assert (total.leave, total.training, total.available) == (1929, 321, 0)
    both = "leave Ann unpaid x x x x x x x\nleave Ann annual x x x x x x x"
    total = workload_in(f"Ann\n{both}\nneed L L L L L L L").total
    assert (total.contract, total.leave, total.available) == (0, 0, 0)


def test_people_of_other_cars_have_no_hours_for_these() -> None:
    drawing = "Ann\nBob\nterms Bob units=J9\nneed L L L L L L L"
    assert workload_in(drawing).total.contract == 2250


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


def test_of_shifts_at_once_the_longest_counts_as_offered() -> None:
    drawing = "Ann\nSam:special\nterms Sam status=IPS\noffer Sam L\noffer Sam S\n"
    total = workload_in(f"{drawing}crew p:paramedic/special\nneed L1+S2").total
    assert total.offered == 570


def test_a_car_off_the_road_wants_no_hours() -> None:
    assert workload_in("Ann\nneed L L\nroad J1 x").total.wanted == 570


def test_a_post_of_two_wants_the_hours_of_two() -> None:
    drawing = "Ann\nBob\ncrew p:paramedic*2-3\nneed L"
    assert workload_in(drawing).total.wanted == 2 * 570


def test_hours_of_volunteers_and_teams_are_not_told() -> None:
    drawing = "Sam:special\nReg@A\nteam A L\ncrew o:special q:regular\nneed L"
    assert workloads_in(drawing) == ()
    assert workloads_in(f"{drawing}\nterms Reg hours=37.5") == ()


def test_posts_count_for_the_roles_that_they_prefer() -> None:
    drawing = "Ann\nNia:nurse\ncrew p:paramedic>nurse\nneed L"
    assert workload_in(drawing).roles == ("paramedic",)


def test_roles_that_are_asked_for_together_are_told_together() -> None:
    drawing = "Ann\nNia:nurse\ncrew p:paramedic/nurse q:nurse\nneed L"
    workload = workload_in(drawing)
    assert workload.roles == ("nurse", "paramedic")
    assert workload.total.wanted == 2 * 570
