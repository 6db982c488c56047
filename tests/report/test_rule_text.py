import pytest

from constraints import RULES
from rostering.report.rule_text import parameters_in_words, text_of


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_taken_apart_completely(code):
    rule = RULES[code]
    text = text_of(rule)
    assert text.sentence.endswith(".")
    assert text.why
    assert text.meanings.keys() == rule.parameters().keys()
    assert all(text.meanings.values())
    said = " ".join([text.sentence, text.why, text.note, *text.meanings.values()])
    assert {"Why:", "Note:", "Attributes:"}.isdisjoint(said.split())


def test_parameters_are_written_as_a_person_would():
    assert parameters_in_words(RULES["REST-01"]()) == "rest 11 h; overrun 30 min"


def test_a_rule_without_parameters_has_nothing_to_write():
    assert parameters_in_words(RULES["CLASH-01"]()) == ""
