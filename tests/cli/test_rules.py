import json

import pytest

from constraints import RULES
from tests.cli.books import falls
from tests.inputs.books import write_csv


def test_every_rule_is_listed(folder, rota):
    result = rota("rules")
    assert result.exit_code == 0
    for code in RULES:
        assert code in result.stdout


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_a_page_with_its_drawings(folder, rota, code):
    result = rota("rules", code)
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    rule = RULES[code]
    assert rule.title in said
    assert "Why:" in said
    for drawing in (*rule.kept, *rule.broken, *(text for text, _ in rule.charged)):
        assert drawing.splitlines()[0].strip() in result.stdout
    for name in rule.parameters():
        assert name in said


def test_a_code_may_be_typed_in_small_letters(folder, rota):
    assert rota("rules", "rest-01").stdout == rota("rules", "REST-01").stdout


def test_an_unknown_code_is_told_with_the_likely_one(folder, rota):
    result = rota("rules", "RSET-01")
    assert result.exit_code == 2
    assert "Did you mean REST-01?" in result.stderr


def test_json_gives_the_list_and_the_page(folder, rota):
    listed = json.loads(rota("rules", "--json").stdout)
    assert [rule["code"] for rule in listed] == list(RULES)
    page = json.loads(rota("rules", "REST-01", "--json").stdout)
    assert page["parameters"]["rest"] == "11 h"
    assert page["meanings"].keys() == page["parameters"].keys()
    assert "Ann L L" in page["kept"]


@pytest.fixture
def strict_book(folder):
    sheets = falls()
    sheets["Rules"] = [
        ["code", "applies to", "parameter", "value"],
        ["REST-01", "", "rest", "12 h"],
        ["REST-01", "physiotherapist", "rest", "10 h"],
        ["FAIR-01", "", "", ""],
    ]
    write_csv(folder / "strict", sheets)
    return "strict"


def test_rules_are_shown_as_a_book_sets_them(strict_book, rota):
    result = rota("rules", "--book", strict_book)
    assert "rest 12 h" in result.stdout
    assert "rest 10 h" in result.stdout


def test_only_what_binds_a_role_is_shown_on_demand(strict_book, rota):
    physio = rota("rules", "--book", strict_book, "--for", "physiotherapist").stdout
    assert "rest 10 h" in physio
    assert "rest 12 h" not in physio
    car = rota("rules", "--book", strict_book, "--for", "F-1").stdout
    assert "CREW-01" in car
    assert "Daily rest" not in car


def test_whom_a_rule_binds_needs_a_book(folder, rota):
    result = rota("rules", "--for", "paramedic")
    assert result.exit_code == 2
    assert "--book" in result.stderr


def test_nobody_of_that_name_in_the_book_is_told(strict_book, rota):
    result = rota("rules", "--book", strict_book, "--for", "pilot")
    assert result.exit_code == 2
    assert "pilot is not in the book." in result.stderr
