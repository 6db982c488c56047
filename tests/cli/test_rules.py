import json
import re

import pytest

from constraints import RULES
from rostering.domain import Kind
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
    for name in rule.parameters():
        assert name.replace("_", " ") in said
    for source in rule.sources:
        assert source in said
    charged = [] if rule.kind is Kind.SAFETY else [text for text, _ in rule.charged]
    drawings = (*rule.kept, *rule.broken, *charged)
    assert len(re.findall("kept  |broken  |charge \\d", result.stdout)) == len(drawings)


def test_a_drawing_is_a_picture_with_the_days_above_and_the_facts_below(folder, rota):
    lines = [line.rstrip() for line in rota("rules", "REST-02").stdout.splitlines()]
    shown = next(n for n, line in enumerate(lines) if "│" in line)
    days, ann, start = lines[shown : shown + 3]
    assert " ".join(days.split()[1:]) == "Mo Tu We Th Fr │ Sa Su Mo Tu We Th Fr Sa Su"
    assert " ".join(ann.split()) == "Ann T T T T T │ L L T T T T L L L"
    assert ann.index("│") == days.index("│")
    assert start.strip() == "start 2027-01-09"


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
    assert (page["kind"], page["waivable"]) == ("law", True)
    assert page["law"]["rest"].startswith("at least 11 h (regulation 10")
    rest = {source["id"]: source["stands_in"] for source in page["sources"]}
    assert rest["WTR-DAILY-REST"] == "Working Time Regulations 1998, regulation 10"


def test_the_list_groups_rules_by_what_they_rest_on_and_wishes_by_tier(folder, rota):
    said = rota("rules").stdout
    heads = ["Must hold: law", "Must hold: safety", "Wishes, tier 1: cover", "Off,"]
    places = [said.index(head) for head in heads]
    assert places == sorted(places)
    law = said[places[0] : places[1]]
    assert "REST-01" in law
    assert "CREW-02" not in law


def test_a_narrow_window_has_the_parameters_under_the_title(folder, rota, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    lines = rota("rules").stdout.splitlines()
    assert max(map(len, lines)) <= 50
    row = next(n for n, line in enumerate(lines) if "REST-01" in line)
    assert "Daily rest" in lines[row]
    assert "rest 11 h; overrun 30 min" in lines[row + 1]


@pytest.fixture
def strict_book(folder):
    sheets = falls()
    sheets["Rules"] = [
        ["code", "applies to", "parameter", "value", "source"],
        ["REST-01", "", "rest", "13 h", ""],
        ["REST-01", "physiotherapist", "rest", "10 h", "Branch agreement 4"],
        ["FAIR-01", "", "", "", ""],
    ]
    write_csv(folder / "strict", sheets)
    return "strict"


def test_rules_are_shown_as_a_book_sets_them(strict_book, rota):
    result = rota("rules", "--book", strict_book)
    assert "rest 13 h" in result.stdout
    assert "rest 10 h" in result.stdout


def test_only_what_binds_a_role_is_shown_on_demand(strict_book, rota):
    physio = rota("rules", "--book", strict_book, "--for", "physiotherapist").stdout
    assert "rest 10 h" in physio
    assert "rest 13 h" not in physio
    car = rota("rules", "--book", strict_book, "--for", "F-1").stdout
    assert "CREW-01" in car
    assert "Daily rest" not in car


def test_of_a_rule_that_is_not_about_a_role_nothing_is_listed(strict_book, rota):
    physio = rota("rules", "--book", strict_book, "--for", "physiotherapist").stdout
    assert "HOURS-03" in physio
    for code in ("AVAIL-01", "VOL-01", "VOL-03", "LATE-01", "REST-05", "TEAM-01"):
        assert code not in physio
    result = rota("rules", "VOL-01", "--book", strict_book, "--for", "physiotherapist")
    assert result.exit_code == 2
    assert "VOL-01 is off here, or does not bind physiotherapist." in result.stderr


@pytest.mark.parametrize(
    ("role", "bound", "others"),
    [
        ("paramedic", ["HOURS-02", "HOURS-03"], ["VOL-01", "REST-05", "AVAIL-01"]),
        ("Regular", ["HOURS-02", "REST-05", "TEAM-01"], ["HOURS-03", "VOL-02"]),
        ("special", ["AVAIL-01", "VOL-01", "VOL-04"], ["HOURS-02", "LATE-01"]),
    ],
)
def test_without_a_book_the_usual_rules_of_a_role_are_listed(
    folder, rota, role, bound, others
):
    said = rota("rules", "--for", role).stdout
    for code in ("REST-01", *bound):
        assert code in said
    for code in ("CREW-01", *others):
        assert code not in said


def test_whom_a_rule_binds_needs_a_book_but_for_the_usual_roles(folder, rota):
    result = rota("rules", "--for", "Jones")
    assert result.exit_code == 2
    assert "--book" in result.stderr
    assert "paramedic, physiotherapist, regular, special" in " ".join(
        result.stderr.split()
    )


def test_nobody_of_that_name_in_the_book_is_told(strict_book, rota):
    result = rota("rules", "--book", strict_book, "--for", "pilot")
    assert result.exit_code == 2
    assert "pilot is not in the book." in result.stderr


def test_a_book_says_who_set_what_for_whom_and_where(strict_book, rota):
    said = " ".join(rota("rules", "REST-01", "--book", strict_book).stdout.split())
    assert "every physiotherapist" in said
    assert "rest 10 h in [Rules.csv]Rules!D3: Branch agreement 4" in said
    page = rota("rules", "REST-01", "--book", strict_book, "--json").stdout
    narrow, wide = json.loads(page)["versions"]
    assert (narrow["people"], narrow["parameters"]["rest"]) == (["X1"], "10 h")
    assert wide["parameters"]["rest"] == "13 h"
    listed = json.loads(rota("rules", "--book", strict_book, "--json").stdout)
    set_by = {
        rule["for"]: rule["set_by"] for rule in listed if rule["code"] == "REST-01"
    }
    assert set_by["every physiotherapist"][-1].endswith("Branch agreement 4")


def test_a_near_miss_of_a_name_is_told(strict_book, rota):
    result = rota("rules", "--book", strict_book, "--for", "physiotherapst")
    assert "Did you mean physiotherapist?" in result.stderr


def test_a_rule_that_is_off_in_a_book_is_told_as_off(folder, rota):
    sheets = falls()
    sheets["Rules"] = [["code", "on"], ["RUN-01", "N"]]
    write_csv(folder / "lax", sheets)
    result = rota("rules", "run-01", "--book", "lax")
    assert result.exit_code == 2
    assert "RUN-01 is off here." in result.stderr
