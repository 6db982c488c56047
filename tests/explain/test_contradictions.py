"""Every rule, pair and triple of rules that can contradict pins, planted and found."""

from functools import reduce

import pytest

from constraints import RULES
from rostering.audit import audit
from rostering.domain import Mode, Severity
from rostering.explain.clash import Clash, clashes
from rostering.explain.clash.case import Case
from rostering.explain.clash.repairs import repairs
from rostering.rulebook import rulebook
from rostering.solve import Outcome, solve
from tests.explain.contradictions import HARD, Codes, Planted, named, planted, possible
from tests.explain.contradictions.plans import plan_of
from tests.explain.contradictions.reasons import why_not
from tests.explain.contradictions.situations import SITUATIONS

ONES, PAIRS, TRIPLES = (possible(size) for size in (1, 2, 3))
EVERY_FIFTEENTH = TRIPLES[::15]
EVERY_SIXTH = [*ONES, *PAIRS][::6]


def found_in(book: Planted) -> Clash:
    rules, faults = rulebook(book.problem)
    assert all(fault.severity is Severity.WARNING for fault in faults)
    (clash,) = clashes(book.problem, rules)
    assert frozenset(clash.rules) == book.rules
    assert {m.place for m in clash.members if m.place and not m.code} == book.cells
    return clash


def test_every_rule_that_holds_unless_set_otherwise_has_its_situation() -> None:
    usual = {code: rule() for code, rule in RULES.items() if rule.is_usual}
    hard = {code for code, rule in usual.items() if rule.mode is Mode.HARD}
    assert hard <= SITUATIONS.keys()


@pytest.mark.parametrize("codes", TRIPLES[::20], ids=named)
def test_what_can_contradict_has_a_plan_of_all_its_rules(codes: Codes) -> None:
    assert plan_of(codes).codes == codes


@pytest.mark.parametrize(
    ("codes", "because"),
    [
        ({"RUN-01", "PAIR-01"}, "pins alone"),
        ({"TEAM-01", "LEAVE-01"}, "leaves the team"),
        ({"AVAIL-01", "LATE-01"}, "no one person"),
        ({"HOURS-01", "VOL-01"}, "shorter shifts"),
        ({"LEAVE-02", "VOL-03"}, "end earlier"),
        ({"WISH-02", "POST-01", "LEAVE-01"}, "no third"),
        ({"WISH-02", "ROAD-01", "VOL-03"}, "end earlier"),
        ({"REST-05", "CHANGE-03"}, "pins alone"),
        ({"LEAVE-01", "CHANGE-03", "CREW-01"}, "keeps no place"),
        ({"HOURS-05", "HOURS-07"}, "only one of them bars"),
        ({"HOURS-07", "ROAD-02"}, ""),
        ({"HOURS-05", "HOURS-07", "CREW-01"}, ""),
        ({"RUN-01", "CREW-01"}, ""),
        ({"TEAM-01", "REST-01"}, ""),
        ({"AVAIL-01", "LATE-01", "PAIR-01"}, ""),
        ({"HOURS-01", "VOL-01", "REST-01"}, ""),
    ],
)
def test_what_cannot_contradict_has_its_reason(codes: set[str], because: str) -> None:
    reason = why_not(frozenset(codes))
    assert because in reason
    assert bool(because) == bool(reason)


@pytest.mark.parametrize("codes", [*ONES, *PAIRS[::2]], ids=named)
def test_one_rule_or_two_among_all_the_others(codes: Codes) -> None:
    found_in(planted(codes))


@pytest.mark.parametrize("codes", PAIRS[1::2], ids=named)
def test_two_rules(codes: Codes) -> None:
    found_in(planted(codes, is_lone=True))


@pytest.mark.parametrize("first", HARD)
def test_three_rules_of_which_this_is_the_first(first: str) -> None:
    for codes in EVERY_FIFTEENTH:
        if min(codes) == first:
            found_in(planted(codes, is_lone=True))


@pytest.mark.parametrize("codes", TRIPLES[::60], ids=named)
def test_three_rules_among_all_the_others(codes: Codes) -> None:
    found_in(planted(codes))


@pytest.mark.parametrize("codes", [*EVERY_SIXTH, *TRIPLES[::90]], ids=named)
def test_without_any_one_part_the_others_hold(codes: Codes) -> None:
    book = planted(codes, is_lone=True)
    clash = found_in(book)
    rules, _ = rulebook(book.problem)
    whole = Case.of(book.problem, rules, shifts=book.problem.shifts)
    assert whole.is_impossible(clash.parts)
    for part in clash.parts:
        fewer = [other for other in clash.parts if other is not part]
        assert whole.outcome(fewer) is Outcome.FEASIBLE


@pytest.mark.parametrize("codes", [*EVERY_SIXTH[::2], *TRIPLES[::180]], ids=named)
def test_each_repair_gives_a_rota_that_its_audit_passes(codes: Codes) -> None:
    problem = planted(codes, is_lone=True).problem
    rules, _ = rulebook(problem)
    offered = repairs(problem, rules, clashes(problem, rules))
    assert offered
    for repair in offered:
        mended = reduce(lambda book, edit: edit.made(book), repair.edits, problem)
        hard, _ = rulebook(mended)
        result = solve(mended, hard)
        assert result.rota is not None
        assert audit(result.rota, hard).hard == ()


def test_a_rule_that_a_book_switched_on_can_be_off_again_unless_it_is_law() -> None:
    for code, is_offered in (("RUN-04", True), ("HOURS-06", False)):
        problem = planted(frozenset({code})).problem
        rules, _ = rulebook(problem)
        offered = repairs(problem, rules, clashes(problem, rules))
        said = [edit.said for repair in offered for edit in repair.edits]
        assert any(each.endswith("is off again") for each in said) == is_offered
