"""Every row of the catalogue is kept somewhere, and where it says."""

import re
from collections import Counter
from pathlib import Path

import pytest

from constraints import RULES, Rule, catalogue
from rostering.cli import COMMANDS
from rostering.domain import Kind
from rostering.report.rule_settings import ids_kept_by

PAGE = Path(__file__).parents[2] / "docs" / "rules-coverage.md"
ROWS = re.findall(
    r"^\| ([A-Z]+(?:-[A-Z0-9]+)+) \|.* \| (.*) \|$",
    PAGE.read_text("utf-8"),
    re.MULTILINE,
)
ELSEWHERE = ("built in: ", "sheet: ", "report: ", "not the rota’s business")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_serves_rows_that_there_are(rule: type[Rule]) -> None:
    assert set(rule.sources) <= catalogue().keys()
    assert len(set(rule.sources)) == len(rule.sources)


def test_every_row_is_kept_by_a_rule_or_says_where_it_is() -> None:
    kept_by = ids_kept_by()
    for entry in catalogue().values():
        assert kept_by[entry.id] or entry.elsewhere.startswith(ELSEWHERE), entry.id
        assert entry.title, entry.id
        assert entry.reference, entry.id


def test_the_page_has_every_row_once() -> None:
    assert Counter(id for id, _ in ROWS) == Counter(list(catalogue()))


def test_a_row_of_the_page_names_the_rules_that_cite_it_and_no_other() -> None:
    for id, kept in ROWS:
        named = re.findall(r"\b([A-Z]+-\d\d)\b(?: \(off\))?", kept.partition("; ")[0])
        citing = [code for code in RULES if id in RULES[code].sources]
        if citing:
            assert named == citing, id


def test_commands_that_rows_name_exist() -> None:
    known = {command.__name__ for command, _ in COMMANDS}
    told = " ".join(entry.elsewhere for entry in catalogue().values())
    named = set(re.findall(r"`rota (\w+)", told))
    assert named <= known


def test_rules_that_rows_name_exist() -> None:
    told = " ".join(entry.elsewhere for entry in catalogue().values())
    assert set(re.findall(r"\b[A-Z]+-\d\d\b", told)) <= RULES.keys()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_law_is_a_law_in_the_catalogue_too(rule: type[Rule]) -> None:
    kinds = {catalogue()[source].kind for source in rule.sources}
    if rule.kind in (Kind.LAW, Kind.SAFETY, Kind.CONTRACT):
        assert rule.kind.value in kinds
    assert not rule.law or rule.kind in (Kind.LAW, Kind.SAFETY)
