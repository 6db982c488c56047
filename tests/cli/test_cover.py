import json
from pathlib import Path

import pytest

from tests.cli.test_publish import both_paramedics, edit


@pytest.fixture
def cover(built, rota):
    """Ask for the ladder of a place of the small rota."""
    edit(f"{built}/rota.csv", both_paramedics)

    def ask(*words):
        result = rota("cover", *words, "--rota", built)
        return result.exit_code, result.stdout + result.stderr

    return ask


def test_an_open_post_is_found_by_itself(cover):
    code, said = cover("2027-01-06", "f-1", "physiotherapist")
    assert code == 0
    assert said.startswith("Wed 6 Jan  F-1  day  08:00–18:00  physiotherapist\n")
    assert "Ask Cat Fox to give Wed 6 Jan 2027 of leave back" in said
    assert "lacks its paramedic too" in said


def test_whoever_stands_there_makes_room(cover):
    code, said = cover("2027-01-04", "F-1", "physiotherapist")
    assert code == 0
    assert "In place of Cat Fox." in said
    assert "There is nobody whom it is any use to ask." in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2027-01-06", "G-1"), "No car G-1"),
        (("2027-01-09", "F-1"), "F-1 has no shift on Sat 9 Jan 2027."),
        (("2027-01-06", "F-1"), "Which post of F-1 day?"),
        (("2027-01-06", "F-1", "driver"), "Name one after the car: paramedic"),
        (
            ("2027-01-04", "F-1", "paramedic", "--instead-of", "Cat"),
            "Cat is not in that post.",
        ),
    ],
)
def test_a_place_that_is_not_plain_is_told(cover, words, said):
    code, answer = cover(*words)
    assert code == 2
    assert said in answer


def test_who_was_asked_is_remembered(cover):
    place = ("2027-01-06", "F-1", "physiotherapist")
    code, said = cover(*place, "--asked", "Cat", "--answer", "no")
    assert code == 0
    assert ": no" in said
    assert ": no" in cover(*place)[1]
    assert "2× " in cover(*place, "--asked", "Cat")[1]


def test_other_programs_are_told_everybody(cover):
    told = json.loads(cover("2027-01-06", "F-1", "physiotherapist", "--json")[1])
    (person,) = told["people"]
    assert (person["person"], person["possible"]) == ("X1", True)
    assert person["asks"][0]["kind"] == "leave asked back"
    assert told["names"] == {"X1": "Cat Fox"}


TUESDAY = ("2027-01-05", "F-1", "paramedic")


def test_whoever_says_yes_is_put_into_the_rota(cover, built, rota, publish):
    code, said = cover(*TUESDAY, "--take", "Ann", "--out", "mended")
    assert code == 0
    assert "Next: rota publish mended" in said
    assert rota("audit", "mended").exit_code == 0
    kept = json.loads(Path("mended/rota.json").read_text("utf-8"))["repair"]
    assert kept["of"] == built
    assert kept["news"] == [
        "Ann Lee takes F-1 day on Tue 5 Jan 2027 as paramedic in place of =Bob Day"
    ]
    publish("mended")
    assert ": yes" in rota("cover", *TUESDAY).stdout


def test_nobody_is_put_into_the_rota_who_may_not_be(cover):
    asked_back = ("2027-01-06", "F-1", "physiotherapist", "--take", "Cat")
    code, said = cover(*asked_back)
    assert code == 1
    assert "Cat Fox may take the place once this is agreed: ask Cat Fox" in said
    code, said = cover(*TUESDAY, "--take", "Cat")
    assert code == 2
    assert "could not take the place" in said
    assert not Path("covered").exists()
