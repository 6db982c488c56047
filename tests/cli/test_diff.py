import json
from pathlib import Path

import pytest

from tests.cli.test_publish import edit, others_on_monday, stand_down


@pytest.fixture
def other(built, folder, rota):
    """Another rota of the same book."""
    rota("build", "book", "--weeks", 1, "--from", "2027-01-04", "--out", "other")
    return "other"


def test_the_same_rota_changes_nothing(built, rota):
    result = rota("diff", built, built)
    assert result.exit_code == 0
    assert result.stdout == "Nobody works otherwise.\n"


def test_changes_are_told_by_person_and_by_car(built, other, rota):
    edit(f"{other}/rota.csv", others_on_monday)
    shown = rota("diff", built, other, "--told", "2027-01-01").stdout
    assert "2 changes; 2 people to tell." in shown
    assert "Cat Fox, Mon 4 Jan: rides with others; no notice is needed." in shown
    assert "comes in" not in shown
    assert "stands down" in shown
    (car,) = [line for line in shown.splitlines() if line.startswith("  F-1")]
    assert "Mon 4 Jan " in car
    assert "Ann Lee" in car
    assert "=Bob Day" in car


def test_versions_and_files_are_compared_alike(built, other, book, rota):
    rota("publish", built, "--yes")
    edit(f"{other}/rota.csv", stand_down)
    words = ("--told", "2027-01-01", "--json")
    said = json.loads(rota("diff", f"{book}@1", other, *words).stdout)
    assert said["told"] == "2027-01-01"
    assert said["people_told"] == 2
    assert [each["notice"] for each in said["people"]] == [5, 5]
    back = json.loads(rota("diff", other, f"{book}@", *words).stdout)
    assert {each["change"] for each in back["people"]} == {"comes in"}


def test_rotas_of_other_weeks_have_nothing_to_compare(built, rota):
    rota("build", "book", "--weeks", 1, "--from", "2027-01-11", "--out", "next")
    result = rota("diff", built, "next")
    assert result.exit_code == 2
    assert "have no day in common" in result.stderr


def test_a_rota_that_names_no_book_needs_one(built, other, rota):
    Path(other, "rota.json").unlink()
    result = rota("diff", built, other)
    assert result.exit_code == 2
    assert "--book BOOK" in result.stderr
    assert rota("diff", built, other, "--book", "book").exit_code == 0
