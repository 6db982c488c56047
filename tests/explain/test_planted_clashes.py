"""Every pair and triple of rules that can contradict, planted and found again."""

from functools import reduce
from itertools import combinations

import pytest

from constraints import RULES
from rostering.explain.clash import Clash, clashes
from rostering.explain.clash.case import Case
from rostering.explain.clash.repairs import repairs
from rostering.solve import Outcome, solve
from tests.explain.planted import FORCING, KILLERS, NO_KILLERS, Planted, planted

SEATED = "PAIR-04"
"""It keeps nobody away unless CREW-01 limits the seats: there is room for a mentor."""
PAIRS = [
    (forcing, (code,))
    for forcing in FORCING
    for code in KILLERS
    if code != forcing and (code != SEATED or forcing == "CREW-01")
]
TRIPLES = [("CREW-01", codes) for codes in combinations(KILLERS, 2)]
TRIPLES += [
    (forcing, codes)
    for turn, forcing in enumerate(FORCING)
    for number, codes in enumerate(combinations(KILLERS, 2))
    if forcing != "CREW-01" and number % 21 == turn and SEATED not in codes
]
"""With the rule that most often asks for company, and a few with each other."""


def test_every_rule_that_may_be_hard_is_in_the_table() -> None:
    hard = {code for code, rule in RULES.items() if rule.may_be_hard}
    assert hard == KILLERS.keys() | NO_KILLERS.keys()
    assert not KILLERS.keys() & NO_KILLERS.keys()


def found_in(book: Planted) -> Clash:
    (clash,) = clashes(book.problem, book.rules)
    assert frozenset(clash.rules) == book.codes
    sheets = [m.place.sheet for m in clash.members if m.place and not m.code]
    assert tuple(sorted(sheets)) == book.sheets
    return clash


@pytest.mark.parametrize(("forcing", "killers"), PAIRS)
def test_two_rules(forcing: str, killers: tuple[str, ...]) -> None:
    book = planted(forcing, killers)
    clash = found_in(book)
    whole = Case.of(book.problem, book.rules, shifts=book.problem.shifts)
    assert whole.is_impossible(clash.parts)
    for part in clash.parts:
        fewer = [other for other in clash.parts if other is not part]
        assert whole.outcome(fewer) is Outcome.FEASIBLE


@pytest.mark.parametrize(("forcing", "killers"), TRIPLES[::5])
def test_three_rules(forcing: str, killers: tuple[str, ...]) -> None:
    found_in(planted(forcing, killers))


@pytest.mark.parametrize("killer", ["CLASH-01", "LEAVE-01", "LEAVE-02", "REST-01"])
def test_every_repair_gives_a_rota_and_none_has_an_edit_too_many(killer: str) -> None:
    book = planted("CREW-01", [killer])
    found = repairs(book.problem, book.rules, clashes(book.problem, book.rules))
    assert found
    for repair in found:
        for dropped in (None, *repair.edits):
            edits = [edit for edit in repair.edits if edit is not dropped]
            changed = reduce(lambda book, edit: edit.made(book), edits, book.problem)
            outcome = solve(changed, book.rules).outcome
            assert (outcome is Outcome.INFEASIBLE) == (dropped is not None)
