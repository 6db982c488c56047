"""What no rota can mend: shifts with nobody, or with one person, to choose from."""

from dataclasses import replace

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from constraints import RULES
from rostering.domain import Mode, PersonId, Place, Problem
from rostering.drawing import parse
from rostering.explain.forecast import Forecast, forecast
from rostering.solve import solve
from tests.explain.asking import EVERY_RULE
from tests.strategies import drawings


def forecast_of(drawing: str) -> Forecast:
    return forecast(parse(drawing).problem, EVERY_RULE)


def hopeless_in(drawing: str) -> list[tuple[str, str, str]]:
    return [
        (choice.shift.id, choice.post.name, choice.sentence)
        for choice in forecast_of(drawing).hopeless
    ]


def test_a_shift_whose_only_people_are_away_is_hopeless_and_says_so() -> None:
    drawing = "Ann A -\nBob A -\nneed L1 L1"
    assert hopeless_in(drawing) == [("J1 2027-01-04 late", "paramedic", "2 on leave")]
    assert forecast_of(drawing).least_uncrewed == 1


def test_the_reason_names_the_cell() -> None:
    problem = parse("Ann A\nneed L").problem
    place = Place("trust.xlsx", "Leave", "C14")
    leave = tuple(replace(x, place=place) for x in problem.leave)
    (choice,) = forecast(replace(problem, leave=leave), EVERY_RULE).hopeless
    assert choice.sentence == "1 on leave ([trust.xlsx]Leave!C14)"


def test_a_post_for_a_role_that_nobody_has_says_that() -> None:
    ((_, _, sentence),) = hopeless_in("crew p:paramedic\nneed L")
    assert sentence == "nobody in the book could fill p"


def test_a_post_of_two_with_one_person_is_hopeless() -> None:
    ((_, _, sentence),) = hopeless_in("Ann -\nBob A\ncrew p:paramedic*2\nneed L")
    assert sentence == "1 could, and 2 must; 1 on leave"


def test_a_place_that_is_only_wanted_is_no_matter() -> None:
    assert hopeless_in("Ann -\ncrew p:paramedic*1-2\nneed L") == []


def test_only_the_first_reason_against_a_person_is_counted() -> None:
    (choice,) = forecast_of("Ann A\nasks paramedic radio\nneed L").hopeless
    assert len(choice.reasons) == 1


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


def test_a_post_that_may_stay_empty_depends_on_nobody() -> None:
    found = forecast_of("Ann -\ncrew p:paramedic q:special*0-1\nneed L")
    assert [choice.post.name for choice in found.lone] == ["p"]


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
    assert forecast_of("Ann - -\nneed N1 E1").rushes == ()


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


def without(problem: Problem, person: PersonId) -> Problem:
    """The book without one of its people, and without what is said of them."""
    others = tuple(p for p in problem.people if p.id != person)
    said = ("training", "leave", "offers", "pins", "requests", "history")
    left = {
        name: tuple(x for x in getattr(problem, name) if x.person != person)
        for name in said
    }
    return replace(problem, people=others, **left)


def test_two_cars_that_two_people_can_crew_depend_on_both() -> None:
    found = forecast_of("Ann -\nBob -\nneed L1+L2")
    assert [each.person for each in found.dependences] == ["Ann", "Bob"]
    for each in found.dependences:
        (rush,) = each.rushes
        assert (each.shifts, rush.missing, each.uncrewed) == ((), 1, 1)


def test_with_one_person_to_spare_nobody_is_depended_on() -> None:
    assert forecast_of("Ann -\nBob -\nCal -\nneed L1+L2").dependences == ()


def test_shifts_of_which_one_is_lost_anyway_are_not_counted_twice() -> None:
    # One of the two is lost as it is; without Ann, both.
    (ann,) = forecast_of("Ann -\nneed L1+L2").dependences
    assert (len(ann.shifts), ann.rushes, ann.uncrewed) == (2, (), 2)


@given(drawings())
@settings(max_examples=25)
def test_without_a_person_no_rota_crews_what_depends_on_them(drawing: str) -> None:
    problem = parse(drawing).problem
    for dependence in forecast(problem, EVERY_RULE).dependences[:2]:
        rota = solve(without(problem, dependence.person), EVERY_RULE).rota
        assert rota is not None
        left_open = {s for s in problem.shifts if not rota.is_crewed(s)}
        assert left_open.issuperset(dependence.shifts)
        for rush in dependence.rushes:
            assert len(left_open.intersection(rush.shifts)) >= rush.missing
        assert len(left_open) >= dependence.uncrewed


@given(st.lists(st.sets(st.integers(1, 3), min_size=1), min_size=1, max_size=4))
@settings(max_examples=50)
def test_what_depends_on_each_person_is_what_a_largest_matching_loses(
    cars: list[set[int]],
) -> None:
    lines = [f"P{n} -" for n in range(len(cars))]
    for n, theirs in enumerate(cars):
        lines.append(f"terms P{n} units={','.join(f'J{car}' for car in theirs)}")
    found = forecast_of("\n".join([*lines, "need L1+L2+L3"]))
    told = {each.person: each.uncrewed for each in found.dependences}
    for away in range(len(cars)):
        others = {f"P{n}": its for n, its in enumerate(cars) if n != away}
        graph = networkx.Graph((who, car) for who, its in others.items() for car in its)
        graph.add_nodes_from([*others, 1, 2, 3])
        matching = networkx.bipartite.maximum_matching(graph, top_nodes=list(others))
        lost = 3 - len(matching) // 2
        assert told.get(PersonId(f"P{away}"), found.least_uncrewed) == lost
