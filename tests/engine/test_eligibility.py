"""Who may fill what is the same whether or not the reasons are asked for."""

import pickle

from rostering.drawing import parse
from rostering.eligibility import eligibility
from rostering.rulebook import rulebook

DRAWING = (
    "Ann A L L\nBob@A - L E\nCal:special S - -\nteam A L E L\nasks paramedic radio\n"
    "skill Ann radio x x"
)


def test_what_is_barred_has_reasons_and_nothing_else_has() -> None:
    problem = parse(DRAWING).problem
    rules = rulebook(problem)[0]
    barred = eligibility(problem, rules).barred
    told = eligibility(problem, rules)
    assert barred == told.reasons.keys() == told.barred
    assert all(told.reasons.values())
    assert len(barred) > 0


def test_reasons_are_in_the_order_of_the_rules_whatever_bars_most() -> None:
    problem = parse(DRAWING).problem
    rules = rulebook(problem)[0]
    order = [rule.code for rule in rules]
    asked = eligibility(problem, rules)
    assert asked.barred
    for against in asked.reasons.values():
        ranks = [order.index(reason.rule) for reason in against]
        assert ranks == sorted(ranks)


def test_it_is_the_same_in_another_process() -> None:
    problem = parse(DRAWING).problem
    asked = eligibility(problem, rulebook(problem)[0])
    again = pickle.loads(pickle.dumps(asked))
    assert again.barred == asked.barred
