"""What shows that no legal rota crews more: checked without the solver."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.audit import audit
from rostering.domain import Fill, Mode, Problem, Rota, Shift
from rostering.drawing import parse
from rostering.eligibility import candidates, eligibility
from rostering.explain.proof import Certificate, certificate
from rostering.solve import solve
from tests.explain.asking import EVERY_RULE
from tests.explain.test_clash import placed
from tests.strategies import drawings

HARD = [rule for rule in EVERY_RULE if rule.mode is Mode.HARD]


def certificate_of(drawing: str) -> Certificate:
    problem = placed(parse(drawing).problem)
    rota = solve(problem, EVERY_RULE).rota
    assert rota is not None
    return certificate(rota, EVERY_RULE)


def most_by_trying_all(problem: Problem, shifts: tuple[Shift, ...]) -> int:
    """The most of the shifts that a rota of only these crews, by audits alone."""
    barred = eligibility(problem, HARD).barred
    crews = [list(_crews(problem, shift, barred)) for shift in shifts]
    best = 0
    for chosen in product(*crews):
        crewed = sum(bool(crew) for crew in chosen)
        if crewed > best:
            fills = frozenset(fill for crew in chosen for fill in crew)
            if not audit(Rota(problem, fills), HARD).hard:
                best = crewed
    return best


def _crews(
    problem: Problem, shift: Shift, barred: frozenset[Fill]
) -> Iterator[tuple[Fill, ...]]:
    """Nobody, and every crew with the least or more in each post."""
    yield ()
    ways = []
    for post in shift.crew.posts:
        able = [
            fill
            for person, its in candidates(problem, shift)
            if its == post and (fill := Fill(person.id, shift, post.name)) not in barred
        ]
        sizes = range(post.least, min(post.most, len(able)) + 1)
        ways.append([few for n in sizes for few in combinations(able, n)])
    for way in product(*ways):
        yield tuple(fill for few in way for fill in few)


def test_a_rota_that_crews_all_needs_no_witness() -> None:
    found = certificate_of("Ann\nneed L")
    assert (found.witnesses, found.most, found.is_proved) == ((), 1, True)


def test_a_book_without_shifts_is_proved() -> None:
    assert certificate_of("Ann -").is_proved


def test_a_shift_that_nobody_can_work_stands_alone() -> None:
    (witness,) = certificate_of("Ann A -\nneed L L").witnesses
    assert [shift.day.day for shift in witness.shifts] == [4]
    assert [c.sentence for c in witness.hopeless] == ["1 on leave"]
    assert witness.members == ()


def test_shifts_too_close_for_one_person_name_the_rule_and_its_figures() -> None:
    (witness,) = certificate_of("Ann\nneed L E").witnesses
    assert (witness.most, len(witness.shifts)) == (1, 2)
    (member,) = witness.members
    assert member.said == (
        "REST-01 Daily rest: Ann, 6 h rest with 30 min overrun between J1 late Mon 4 "
        "Jan 15:00-01:00 and J1 early Tue 5 Jan 07:00-17:00; at least 11 h needed"
    )


def test_what_was_worked_before_is_named_with_its_cell() -> None:
    (witness,) = certificate_of("Ann .L -\nneed E").witnesses
    assert [(m.kind, str(m.place)) for m in witness.members] == [
        ("fact", "History!A2"),
        ("rule", "None"),
    ]


def test_a_pin_elsewhere_is_named_with_its_cell() -> None:
    (witness,) = certificate_of("Ann\nneed L1+L2\npin Ann on L1").witnesses
    assert [s.unit for s in witness.shifts] == ["J2"]
    assert [str(m.place) for m in witness.members if m.kind == "pin"] == ["Pins!A2"]


def test_hours_that_suffice_for_some_of_many_shifts_are_one_set() -> None:
    found = certificate_of("Ann\nneed L L L L L L L")
    (witness,) = found.witnesses
    # 45 h allow four shifts of 9.5 h paid.
    assert (witness.most, witness.missing, found.unshown) == (4, 3, 0)
    assert [member.code for member in witness.members] == ["HOURS-04"]


def test_sets_that_share_people_are_joined_where_that_shows_more() -> None:
    found = certificate_of("Ann\nneed" + " L" * 14)
    assert found.shown == found.wanted - found.crewed == 6


def test_a_rota_worse_than_it_must_be_is_not_called_proved() -> None:
    problem = parse("Ann\nneed L - L").problem
    found = certificate(Rota(problem), EVERY_RULE)
    assert (found.crewed, found.most, found.is_proved) == (0, 2, False)


def test_what_only_the_search_has_proved_is_counted_apart() -> None:
    problem = parse("Ann\nneed L - L").problem
    found = certificate(Rota(problem), EVERY_RULE, most=1)
    assert (found.most, found.shown, found.unshown) == (1, 0, 1)


@pytest.mark.parametrize("code", ["REST-01", "CLASH-01"])
def test_without_the_rule_that_binds_more_could_be_crewed(code: str) -> None:
    needs = {"REST-01": "L E", "CLASH-01": "L1+L2"}
    drawing = f"Ann\ndays 7\nneed {needs[code]}"
    (witness,) = certificate_of(drawing).witnesses
    assert [member.code for member in witness.members] == [code]
    rules = [rule for rule in EVERY_RULE if rule.code != code]
    rota = solve(parse(drawing).problem, rules).rota
    assert rota is not None
    assert all(rota.is_crewed(shift) for shift in witness.shifts)


@given(drawings())
@settings(max_examples=40)
def test_the_witnesses_are_apart_true_and_add_up(drawing: str) -> None:
    problem = parse(drawing).problem
    rota = solve(problem, EVERY_RULE).rota
    assert rota is not None
    found = certificate(rota, EVERY_RULE)
    assert found.most == found.crewed
    shifts = [shift for witness in found.witnesses for shift in witness.shifts]
    assert len(shifts) == len(set(shifts))
    for witness in found.witnesses:
        if len(witness.shifts) <= 3:
            few = replace(problem, shifts=witness.shifts)
            assert most_by_trying_all(few, witness.shifts) == witness.most


@given(st.lists(st.sets(st.integers(1, 4), min_size=1), min_size=1, max_size=4))
@settings(max_examples=40)
def test_cars_at_once_are_open_as_a_largest_matching_says(
    cars: list[set[int]],
) -> None:
    lines = [f"P{n} -" for n in range(len(cars))]
    for n, theirs in enumerate(cars):
        lines.append(f"terms P{n} units={','.join(f'J{car}' for car in theirs)}")
    found = certificate_of("\n".join([*lines, "need L1+L2+L3+L4"]))
    graph = networkx.DiGraph()
    for n, theirs in enumerate(cars):
        graph.add_edge("people", f"P{n}", capacity=1)
        graph.add_edges_from((f"P{n}", car, {"capacity": 1}) for car in theirs)
    graph.add_edges_from((car, "cars", {"capacity": 1}) for car in range(1, 5))
    crewed = networkx.maximum_flow_value(graph, "people", "cars")
    assert (found.most, found.shown) == (crewed, 4 - crewed)
