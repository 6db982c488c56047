"""The proved cover agrees with a maximum flow, worked out by another library."""

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from constraints import RULES
from rostering.domain import Problem, Tier
from rostering.drawing import parse
from rostering.solve import solve

EVERY_RULE = [rule() for rule in RULES.values() if rule.is_usual]
CARS = ["J1", "J2", "J3"]


@st.composite
def day_turns(draw: st.DrawFn) -> str:
    """People, each on leave some days and for some cars, and day turns to crew."""
    days = draw(st.integers(1, 5))
    lines = []
    for number in range(draw(st.integers(1, 4))):
        leave = st.lists(st.sampled_from(["-", "-", "A"]), min_size=days, max_size=days)
        cars = draw(st.lists(st.sampled_from(CARS), min_size=1, unique=True))
        lines.append(" ".join([f"P{number}", *draw(leave)]))
        lines.append(f"terms P{number} hours=60 overtime units={','.join(cars)}")
    return "\n".join([*lines, " ".join(["need", *["D1+D2+D3"] * days])])


@given(day_turns())
@settings(max_examples=40)
def test_the_proved_cover_is_the_maximum_flow(drawing: str) -> None:
    problem = parse(drawing).problem
    result = solve(problem, EVERY_RULE)
    cover = result.tiers[Tier.COVER - 1]
    assert cover.is_proved
    assert result.rota is not None
    crewed = sum(result.rota.is_crewed(shift) for shift in problem.shifts)
    assert crewed == _maximum_flow(problem)


def _maximum_flow(problem: Problem) -> int:
    """One shift a day each, for whoever may ride the car and is not on leave.

    Day turns are ten hours long with fourteen between: no other rule binds in five
    days.
    """
    graph = networkx.DiGraph()
    graph.add_node("start")
    graph.add_node("end")
    for shift in problem.shifts:
        graph.add_edge(shift.id, "end", capacity=1)
        for person in problem.people:
            leave = problem.approved_leave.get(person.id, ())
            is_away = any(x.span.overlaps(shift.span) for x in leave)
            if person.may_ride(shift.unit) and not is_away:
                day = f"{person.id} {shift.day}"
                graph.add_edge("start", day, capacity=1)
                graph.add_edge(day, shift.id, capacity=1)
    return int(networkx.maximum_flow_value(graph, "start", "end"))
