"""Clashes against other judges: every rota of tiny books, and the tools of CPMpy."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import cpmpy
import pytest
from cpmpy.tools.explain import marco
from hypothesis import given, settings
from hypothesis import strategies as st

from constraints import Rule
from constraints.pins import Pins
from rostering.audit import audit
from rostering.decisions import Decisions
from rostering.domain import Mode, Pin, PinKind, Problem
from rostering.drawing import parse
from rostering.eligibility import candidates
from rostering.explain.clash import clashes
from rostering.explain.clash.case import Case, Part
from rostering.rulebook import rulebook
from rostering.solve import Outcome, solve
from tests.explain import contradictions
from tests.explain.asking import EVERY_RULE
from tests.explain.planted import planted
from tests.explain.test_clash import placed
from tests.strategies import drawings
from tests.verify import every_rota

HARD = [rule for rule in EVERY_RULE if rule.mode is Mode.HARD]


@st.composite
def pinned_books(draw: st.DrawFn) -> Problem:
    """A small book with a few pins, likely and unlikely ones."""
    problem = parse(draw(drawings())).problem
    options = [
        Pin(person.id, shift.unit, shift.day, kind)
        for shift in problem.shifts
        for person in problem.people
        for kind in PinKind
    ]
    if not options:
        return problem
    pins = draw(st.lists(st.sampled_from(options), max_size=4, unique=True))
    return placed(replace(problem, pins=tuple(pins)))


@given(pinned_books())
@settings(max_examples=40)
def test_there_is_a_clash_where_there_is_no_rota_and_only_there(
    problem: Problem,
) -> None:
    is_possible = solve(problem, EVERY_RULE).outcome is not Outcome.INFEASIBLE
    assert (clashes(problem, EVERY_RULE) == ()) == is_possible


@given(pinned_books())
@settings(max_examples=40)
def test_the_pins_of_a_clash_clash_alone_and_one_fewer_do_not(
    problem: Problem,
) -> None:
    found = clashes(problem, EVERY_RULE)
    pins = [pin for clash in found for pin in clash.pins]
    assert len(pins) == len(set(pins))
    for clash in found[:1]:
        alone = replace(problem, pins=clash.pins)
        assert solve(alone, EVERY_RULE).outcome is Outcome.INFEASIBLE
        whole = Case.of(alone, EVERY_RULE, shifts=problem.shifts)
        for part in clash.parts if len(clash.members) == len(clash.parts) else ():
            fewer = [other for other in clash.parts if other is not part]
            assert whole.outcome(fewer) is Outcome.FEASIBLE


@given(pinned_books())
@settings(max_examples=40)
def test_where_a_clash_is_told_no_rota_at_all_passes_the_audit(
    problem: Problem,
) -> None:
    fills = sum(1 for shift in problem.shifts for _ in candidates(problem, shift))
    if fills <= 10:
        kept = any(not audit(rota, HARD).hard for rota in every_rota(problem))
        assert (clashes(problem, EVERY_RULE) == ()) == kept


PLANTED = [
    ("CREW-01", ("REST-01",)),
    ("CREW-01", ("CLASH-01", "RUN-01")),
    ("CREW-02", ("HOURS-01",)),
    ("CREW-03", ("TEAM-01",)),
    ("PAIR-04", ("REST-01", "HOURS-04")),
]


@pytest.mark.parametrize(("forcing", "killers"), PLANTED)
def test_cpmpy_finds_the_same_pins_and_rules(
    forcing: str, killers: tuple[str, ...]
) -> None:
    book = planted(forcing, killers)
    assert_cpmpy_agrees(book.problem, book.rules)


CONTRADICTORY = [*contradictions.possible(2)[::30], *contradictions.possible(3)[::190]]


@pytest.mark.parametrize("codes", CONTRADICTORY, ids=contradictions.named)
def test_cpmpy_finds_the_same_in_planted_contradictions(codes: frozenset[str]) -> None:
    problem = contradictions.planted(codes, is_lone=True).problem
    assert_cpmpy_agrees(problem, rulebook(problem)[0])


def assert_cpmpy_agrees(problem: Problem, rules: Sequence[Rule]) -> None:
    case = Case.of(problem, rules, shifts=problem.shifts)
    soft, hard = _rows_by_part(case)
    (clash,) = clashes(problem, rules)
    ours = {key for part in clash.parts if (key := _key(part)) in soft}
    assert not _can_hold(soft, hard, ours)
    assert all(_can_hold(soft, hard, ours - {part}) for part in ours)
    every = list(_smallest_by_cpmpy(soft, hard))
    assert ours in every
    if len(every) == 1:
        assert every == [ours]


TINY = [
    codes
    for codes in contradictions.possible(2)
    if len(contradictions.planted(codes).problem.shifts) <= 3
]


@pytest.mark.parametrize("codes", TINY[::8], ids=contradictions.named)
def test_no_rota_at_all_passes_the_audit_of_a_planted_contradiction(
    codes: frozenset[str],
) -> None:
    problem = contradictions.planted(codes, is_lone=True).problem
    rules, _ = rulebook(problem)
    hard = [rule for rule in rules if rule.mode is Mode.HARD]
    broken = [{b.rule for b in audit(rota, hard).hard} for rota in every_rota(problem)]
    assert set() not in broken
    assert all({code} in broken for code in codes)


Key = Pin | str
Rows = dict[Key, list[cpmpy.expressions.core.Expression]]


def _key(part: Part) -> Key:
    """The pin, or the code of the rule, whomever it binds."""
    return part.code if isinstance(part, Rule) else part


def _smallest_by_cpmpy(soft: Rows, hard: list) -> Iterator[set[Key]]:
    """Every smallest set of parts that cannot hold, as CPMpy enumerates them."""
    switches = {part: cpmpy.boolvar() for part in soft}
    rows = [s.implies(cpmpy.all(soft[part])) for part, s in switches.items()]
    part_of = {str(switch): part for part, switch in switches.items()}
    for kind, found in marco(list(switches.values()), hard + rows):
        if kind == "MUS":
            yield {part_of[str(switch)] for switch in found}


def _can_hold(soft: Rows, hard: list, parts: set[Key]) -> bool:
    chosen = [row for part in parts for row in soft[part]]
    return cpmpy.Model(hard + chosen).solve(solver="ortools")


def _rows_by_part(case: Case) -> tuple[Rows, list]:
    """The rows of the case's model as CPMpy's, by pin and by rule; the rest apart."""
    decisions = case.model(case.parts)
    pins = {part.id: part for part in case.firm if isinstance(part, Pin)}
    soft: defaultdict[Key, list] = defaultdict(list)
    hard = []
    for index, row in enumerate(_translated(decisions)):
        owner = decisions.rows.get(index)
        if owner is None:
            hard.append(row)
        else:
            is_pin = owner.rule == Pins.code
            soft[pins[owner.subject] if is_pin else owner.rule].append(row)
    return dict(soft), hard


def _translated(decisions: Decisions) -> Iterator[cpmpy.expressions.core.Expression]:
    """Each row of the model in CPMpy's words."""
    proto = decisions.model.proto
    domains = (list(variable.domain) for variable in proto.variables)
    variables = [cpmpy.intvar(low, high) for low, *_, high in domains]

    def literal(index: int) -> cpmpy.expressions.core.Expression:
        return variables[index] == 1 if index >= 0 else variables[-index - 1] == 0

    for row in proto.constraints:
        said = _said(row, variables, literal)
        if row.enforcement_literal:
            said = cpmpy.all([literal(x) for x in row.enforcement_literal]).implies(
                said
            )
        yield said


def _said(row, variables: Sequence, literal) -> cpmpy.expressions.core.Expression:
    if row.has_bool_or():
        return cpmpy.any([literal(x) for x in row.bool_or.literals])
    if row.has_bool_and():
        return cpmpy.all([literal(x) for x in row.bool_and.literals])
    if row.has_at_most_one():
        return cpmpy.sum([literal(x) for x in row.at_most_one.literals]) <= 1
    if row.has_lin_max():
        target = _sum(row.lin_max.target, variables)
        parts = [_sum(part, variables) for part in row.lin_max.exprs]
        is_one = cpmpy.any([target <= part for part in parts])
        return cpmpy.all([is_one, *(target >= part for part in parts)])
    assert row.has_linear(), row
    total = _sum(row.linear, variables)
    low, *_, high = list(row.linear.domain)
    return cpmpy.all([total >= max(low, -(2**30)), total <= min(high, 2**30)])


def _sum(linear, variables: Sequence) -> cpmpy.expressions.core.Expression:
    terms = [c * variables[v] for v, c in zip(linear.vars, linear.coeffs, strict=True)]
    return cpmpy.sum([*terms, getattr(linear, "offset", 0)])
