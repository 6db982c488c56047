"""`rota rules --price` and `--presets`, and `rota build --weights`."""

import json

import pytest

from tests.cli.books import falls
from tests.inputs.books import write_csv

A_WEEK = ("--from", "2027-01-04", "--weeks", 1)


@pytest.fixture
def capped(folder):
    """A day's work at a time: only two of the four days can be crewed."""
    sheets = falls()
    del sheets["Leave"]
    sheets["Rules"] = [["code", "parameter", "value"], ["RUN-01", "most", "1"]]
    sheets["People"] = [row for row in sheets["People"] if row[0] != "P2"]
    write_csv(folder / "capped", sheets)
    return "capped"


def test_prices_are_told_the_dearest_first(capped, rota):
    result = rota("rules", "--price", capped, *A_WEEK)
    assert result.exit_code == 0, result.output
    assert "2 of 4 shifts are crewed" in result.stdout
    rows = [line.split() for line in result.stdout.splitlines() if "RUN-01" in line]
    assert [row[-2:] for row in rows[:2]] == [["2", "0"], ["1", "0"]]
    assert "left out altogether" in result.stdout
    assert "most: 2 (now 1)" in result.stdout
    assert "Law, not for sale: " in result.stdout
    assert "REST-01" in result.stdout.partition("Law, not for sale: ")[2]
    assert "Not asked" not in result.stdout


def test_prices_for_other_programs(capped, rota):
    document = json.loads(rota("rules", "--price", capped, *A_WEEK, "--json").stdout)
    assert document["shifts"] == {"wanted": 4, "crewed": 2}
    first, second = document["prices"][:2]
    assert (first["rule"], first["parameter"]) == ("RUN-01", "")
    assert first["cover"] == {"at_least": 2, "at_most": 2}
    assert (second["parameter"], second["was"], second["now"]) == ("most", "1", "2")
    kinds = {each["rule"]: each["kind"] for each in document["not_for_sale"]}
    assert (kinds["REST-01"], kinds["CREW-01"]) == ("law", "safety")
    assert document["not_asked"] == []
    every = json.loads(
        rota("rules", "--price", capped, *A_WEEK, "--json", "--all").stdout
    )
    assert every["not_for_sale"] == []
    assert {price["rule"] for price in every["prices"]} > kinds.keys()


def test_where_nothing_binds_nothing_is_sold(folder, rota):
    sheets = falls()
    sheets["Cover"] = [sheets["Cover"][0], ["F-1", "Mon", *sheets["Cover"][1][2:]]]
    write_csv(folder / "easy", sheets)
    result = rota("rules", "--price", "easy", *A_WEEK)
    assert "No unit of slack in any rule is sure to buy anything." in result.stdout
    assert "Proved to buy nothing, even left out: " in result.stdout


def test_the_presets_are_told_with_their_differences(folder, rota):
    said = rota("rules", "--presets").stdout
    for name in ("cover-first", "fair-first", "least-change"):
        assert name in said
    presets = json.loads(rota("rules", "--presets", "--json").stdout)
    fair = {rule["rule"]: rule for rule in presets[1]["rules"]}
    assert fair["FAIR-01"]["was"] == {"tier": "fairness", "weight": 1}
    assert fair["FAIR-01"]["now"] == {"tier": "contract", "weight": 1}


def test_picked_weights_are_named_and_kept(book, rota):
    result = rota("build", book, *A_WEEK, "--weights", "Fair-First")
    assert result.exit_code == 0, result.output
    assert "weights fair-first" in result.stdout
    document = json.loads((rota("build", book, *A_WEEK, "--json")).stdout)
    assert document["weights"] == ""
    picked = rota("build", book, *A_WEEK, "--json", "--weights", "fair-first").stdout
    tiers = {rule["code"]: rule["tier"] for rule in json.loads(picked)["rules"]}
    assert (tiers["FAIR-01"], tiers["HOURS-03"]) == ("contract", "fairness")
    audited = json.loads(rota("audit", "rota", "--json").stdout)
    wishes = {wish["rule"]: wish["tier"] for wish in audited["wishes"]}
    assert wishes.get("HOURS-03", "fairness") == "fairness"


def test_unknown_weights_are_refused_with_the_known_ones(book, rota):
    result = rota("build", book, "--weights", "fairest")
    assert result.exit_code == 2
    assert "cover-first, fair-first, least-change" in " ".join(result.stderr.split())
