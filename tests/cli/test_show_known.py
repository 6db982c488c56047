"""What `rota show` tells beside the lines: changes, diaries, and as JSON."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from rostering.saved.beside import ledger_path
from tests.cli.books import falls
from tests.cli.test_publish import edit, others_on_monday, stand_down
from tests.inputs.books import more, write_csv


def shown(rota, *words):
    result = rota("show", *words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_what_is_otherwise_than_published_is_marked(built, rota, publish):
    publish(built)
    assert shown(rota, built)["since"] == "book@1"
    assert "≠" not in rota("show", built).stdout
    edit(f"{built}/rota.csv", others_on_monday)
    said = rota("show", built).stdout
    assert "≠ changed since book@1" in said
    assert ("≠ Ann Lee" in said) != ("≠ =Bob Day" in said)
    assert "08:00–18:00 ≠" in rota("show", built, "--by", "week").stdout
    document = shown(rota, built)
    assert document["since"] == "book@1"
    changed = [line for line in document["lines"] if line["changed"]]
    assert {line["date"] for line in changed} == {"2027-01-04"}
    assert [line["date"] for line in document["gone"]] == ["2027-01-04"]


def test_a_version_is_shown_against_what_stood_before_it(built, book, rota, publish):
    publish(built)
    assert shown(rota, f"{book}@1")["since"] is None
    edit(f"{built}/rota.csv", others_on_monday)
    publish(built)
    assert shown(rota, f"{book}@2")["since"] == "book@1"
    assert shown(rota, f"{book}@2")["gone"]
    # The folder is what the last version is.
    assert shown(rota, built)["since"] == "book@2"
    assert not shown(rota, built)["gone"]


def test_another_rota_may_be_named_to_compare_with(built, rota):
    copytree(built, "earlier")
    edit(f"{built}/rota.csv", stand_down)
    document = shown(rota, built, "--since", "earlier")
    assert document["since"] == "earlier"
    assert {line["date"] for line in document["gone"]} == {"2027-01-07"}
    assert not any(line["changed"] for line in document["lines"] if line["person"])
    assert rota("show", built, "--since", "nowhere").exit_code == 2


def test_a_damaged_ledger_keeps_nobody_from_seeing_the_rota(built, rota, publish):
    publish(built)
    ledger_path(Path("book")).write_bytes(b"no ledger at all")
    assert shown(rota, built)["since"] is None


def test_json_has_the_lines_the_days_and_everybodys_hours(built, rota):
    document = shown(rota, built)
    assert document["days"] == {"from": "2027-01-04", "to": "2027-01-10"}
    assert document["since"] is None
    rows = [x for x in document["lines"] if x["state"] == "filled"]
    assert {row["overtime"] for row in rows} == {False}
    people = {each["person"]: each for each in document["people"]}
    assert people["X1"]["shifts"] == 3
    # A day of leave is a seventh of 37.5 hours; each shift has half an hour's break.
    assert people["X1"]["minutes"] == {
        "cars": 3 * 570,
        "elsewhere": 0,
        "credited": 321,
        "contract": 2250,
    }
    assert people["X1"]["busy"] == [
        {"from": "2027-01-06", "to": "2027-01-06", "with": "leave", "minutes": 0}
    ]


def test_json_may_be_narrowed(built, rota):
    document = shown(rota, built, "--person", "cat", "--from", "2027-01-06")
    assert {line["person"] for line in document["lines"]} == {"X1"}
    assert [each["person"] for each in document["people"]] == ["X1"]
    document = shown(rota, built, "--gaps")
    assert {line["state"] for line in document["lines"]} == {"open", "spare"}
    error = json.loads(rota("show", built, "--unit", "F-9", "--json").stdout)
    assert "error" in error


def test_somebody_without_a_shift_has_a_list_of_days_away(folder, rota):
    sheets = falls()
    more(sheets, "People", "P3 | Dee Orr | paramedic | T | F-1 | 37.5")
    more(sheets, "Leave", "P3 | sick | 04/01/2027 | 10/01/2027")
    write_csv(folder / "book", sheets)
    rota("build", "book", "--from", "2027-01-04", "--weeks", 1)
    said = rota("show", "--person", "dee").stdout
    assert "Dee Orr (P3, paramedic): 0 shifts" in said
    # What somebody is ill with, or that they are, is nobody's business here.
    assert "away to Sun 10 Jan" in said
    assert "sick" not in said + rota("show", "--by", "person").stdout


@pytest.mark.parametrize("by", ["person", "share"])
def test_where_nobody_is_named_that_is_said(built, rota, by):
    rota("share", built, "--view", "public", "--out", "seen")
    result = rota("show", "seen", "--by", by)
    assert result.exit_code == 0
    assert result.stdout.startswith("Nobody is named in this rota")


def test_nobody_can_be_found_where_nobody_is_named(built, rota):
    rota("share", built, "--view", "public", "--out", "seen")
    result = rota("show", "seen", "--person", "Cat")
    assert result.exit_code == 2
    assert result.stderr.startswith("Nobody is named in this rota")


def test_a_rota_without_a_shift_says_so(built, rota):
    path = Path(built, "rota.csv")
    path.write_text(path.read_text("utf-8-sig").splitlines()[0])
    for options in ((), ("--by", "person"), ("--by", "day"), ("--gaps",)):
        result = rota("show", built, *options)
        assert result.exit_code == 0
        said = "No shift is asked for from Mon 4 Jan 2027 to Sun 10 Jan 2027."
        assert said in " ".join(result.stdout.split())
    assert shown(rota, built)["lines"] == []


def test_damaged_facts_leave_the_lines_to_be_seen(built, rota):
    path = Path(built, "rota.json")
    document = json.loads(path.read_text())
    document |= {"people": [{"person": 3}], "bank_holidays": {"x": "y"}, "areas": 3}
    path.write_text(json.dumps(document))
    assert "Cat Fox" in rota("show", built).stdout
    assert "X1" in {each["person"] for each in shown(rota, built)["people"]}
