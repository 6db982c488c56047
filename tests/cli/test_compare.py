import json
import re
from pathlib import Path
from shutil import copytree

import pytest

from tests.cli.test_publish import edit, others_on_monday, stand_down


@pytest.fixture
def other(built):
    """A copy of the rota, to be edited."""
    return str(copytree(built, "other"))


def _rows(document, section):
    return {row["what"]: (row["a"], row["b"]) for row in document["sections"][section]}


def test_a_rota_is_the_same_as_itself(built, rota):
    result = rota("compare", built, built)
    assert result.exit_code == 0
    assert "Everybody works the same." in result.stdout
    found = json.loads(rota("compare", built, built, "--json").stdout)
    assert found["is_same"] is True
    for section in found["sections"].values():
        assert all(row["a"] == row["b"] for row in section)


def test_cover_hours_and_cost_are_side_by_side(built, other, rota):
    edit(f"{other}/rota.csv", stand_down)
    found = json.loads(
        rota("compare", built, other, "--rate", "paramedic=20", "--json").stdout
    )
    assert _rows(found, "cover") == {
        "F-1": (3, 2),
        "all cars": (3, 2),
        "asked for": (4, 4),
        "hours crewed": (30, 20),
    }
    assert _rows(found, "hours on cars")["paramedic"] == (30, 20)
    cost = [row for row in found["sections"]["cost"] if row["what"] == "in pounds"]
    assert cost[0]["a"] > cost[0]["b"] > 0
    assert found["duties"] == sum(each["days"] for each in found["people"]) == 2
    assert all(each["shifts"][0] - each["shifts"][1] == 1 for each in found["people"])


def test_the_other_way_round_is_the_opposite(built, other, rota):
    edit(f"{other}/rota.csv", others_on_monday)
    there, back = (
        json.loads(rota("compare", *pair, "--json").stdout)["sections"]
        for pair in ((built, other), (other, built))
    )
    for title, rows in there.items():
        assert [(r["what"], r["a"], r["b"]) for r in rows] == [
            (r["what"], r["b"], r["a"]) for r in back[title]
        ]


def test_what_is_charged_is_told_by_tier_and_rule(built, other, rota):
    edit(f"{other}/rota.csv", stand_down)
    rules = _rows(
        json.loads(rota("compare", built, other, "--json").stdout), "rules and wishes"
    )
    assert rules["rules that must hold, broken"] == (0, 0)
    before, after = rules["cover"]
    assert before < after
    assert rules["COVER-01 Cover"] == (before, after)
    shown = rota("compare", built, other).stdout
    assert f"+{after - before:,.0f}" in shown


def test_a_version_is_compared_with_files(built, other, book, rota, publish):
    publish(built)
    edit(f"{other}/rota.csv", stand_down)
    found = json.loads(rota("compare", f"{book}@1", other, "--json").stdout)
    assert found["rotas"] == [f"{book}@1", other]
    assert found["is_same"] is False


def test_each_is_understood_by_its_own_book(built, book, rota, folder):
    copytree(book, "copy")
    people = Path("copy", "People.csv")
    people.write_text(people.read_text().replace("37.5", "20"))
    rota("build", "copy", "--weeks", 1, "--from", "2027-01-04", "--out", "less")
    found = json.loads(rota("compare", built, "less", "--json").stdout)
    before, after = _rows(found, "rules and wishes")["contract"]
    assert before != after


def test_somebody_who_has_left_the_book_is_still_compared(built, other, book, rota):
    def leaver(row):
        if row["date"] == "2027-01-04" and row["post"] == "paramedic":
            row.update(person="P9", name="Old Hand")

    edit(f"{other}/rota.csv", leaver)
    result = rota("compare", other, built)
    assert result.exit_code == 0
    assert "Old Hand" in result.stdout
    assert "1 warning (`rota audit other` shows them)" in result.stdout
    found = json.loads(rota("compare", other, built, "--json").stdout)
    assert _rows(found, "cover")["F-1"] == (3, 3)


def test_rotas_of_other_books_are_compared_though_they_share_nobody(built, rota):
    book = Path("other-book")
    copytree("book", book)
    for file in book.glob("*.csv"):
        file.write_text(re.sub(r"\bP(?=[0-9])", "Q", file.read_text()))
    rota("build", book, "--weeks", 1, "--from", "2027-01-04", "--out", "other-rota")
    result = rota("compare", built, "other-rota", "--json")
    found = json.loads(result.stdout)
    assert _rows(found, "cover")["all cars"] == (3, 3)
    assert {person["person"][0] for person in found["people"]} == {"P", "Q"}


def test_what_is_worth_nothing_by_the_published_figures_is_not_told(built, rota):
    assert "Worth" not in rota("compare", built, built).stdout
    told = rota("compare", built, built, "--officer", "paramedic").stdout
    assert "police time released" in told


def test_rotas_of_other_weeks_have_nothing_to_compare(built, rota):
    rota("build", "book", "--weeks", 1, "--from", "2027-01-11", "--out", "next")
    result = rota("compare", built, "next")
    assert result.exit_code == 2
    assert "have no day in common" in result.stderr


def test_only_the_days_of_both_count(built, book, rota):
    rota("build", "book", "--weeks", 2, "--from", "2027-01-04", "--out", "longer")
    found = json.loads(rota("compare", built, "longer", "--json").stdout)
    assert _rows(found, "cover")["asked for"] == (4, 4)


def test_it_fits_eighty_columns(built, other, rota, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    edit(f"{other}/rota.csv", others_on_monday)
    said = rota("compare", built, other).stdout
    assert max(map(len, said.splitlines())) <= 80
