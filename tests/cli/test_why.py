import json

import pytest

from tests.cli.books import falls
from tests.inputs.books import more, write_csv

CAT_ON_TUESDAY = ",falls,physiotherapist,X1,Cat Fox,physiotherapist,filled,"


@pytest.fixture
def why(built, rota):
    """Ask about the small rota: the exit code and the words, blanks taken together."""

    def ask(*words):
        result = rota("why", built, *words)
        return result.exit_code, " ".join((result.stdout + result.stderr).split())

    return ask


def test_someone_on_leave_is_forbidden_by_rule_and_cell(why):
    code, said = why("Cat Fox", "2027-01-06")
    assert code == 0
    assert "Cat Fox (X1, physiotherapist) is not on F-1 day on Wed 6 Jan 2027" in said
    assert "LEAVE-01 on leave" in said
    assert "[Leave.csv]Leave!C2" in said
    assert "With Cat Fox there: forbidden." in said


def test_people_and_cars_that_the_same_is_against_share_its_row(
    folder, rota, monkeypatch
):
    monkeypatch.setenv("COLUMNS", "80")
    sheets = falls()
    sheets["Leave"] += [
        [person, "annual", "05/01/2027", "05/01/2027"] for person in ("P2", "P3")
    ]
    more(sheets, "People", "P3 | Dan Oak | paramedic | T | F-1 | 37.5")
    more(sheets, "Units", "F-2 | South | A | none | T")
    more(sheets, "Cover", "F-2 | Mon-Thu | day | 08:00 | 18:00 | falls")
    write_csv(folder / "wide", sheets)
    assert rota("build", "wide", "--weeks", 1, "--from", "2027-01-04").exit_code == 0
    there = rota("why", "rota", "P1", "2027-01-05").stdout
    assert there.count("LEAVE-01") == 2
    off = rota("why", "rota", "P2", "2027-01-05").stdout
    assert "P2, paramedic) is on no car on Tue 5 Jan 2027" in off
    assert off.count("rides only F-1") == 1
    assert "…" not in there + off


def test_someone_as_good_would_change_places(why, rota, built):
    on, off = (
        ("P1", "P2") if "is on F-1" in why("P1", "2027-01-05")[1] else ("P2", "P1")
    )
    code, said = why(on, "05/01/2027", "f-1")
    assert code == 0
    assert "Who else could have been there" in said
    assert "nothing: free" in said
    assert "just as good. Nothing gets worse." in said
    assert "Tue 5 Jan F-1 day as paramedic" in said
    code, said = why(off, "2027-01-05")
    assert "just as good" in said
    assert "free to be there for" in said


def test_the_only_one_is_missed_by_tier_rule_and_charge(why):
    _, said = why("X1", "2027-01-05")
    assert "Nobody else in the book could have been there." in said
    assert "Without Cat Fox there: allowed, but worse." in said
    assert "cover COVER-01 Cover 100 200" in said
    assert "Proved: no rota that has it so is worse by less." in said


def test_the_answer_is_there_for_other_programs(built, rota):
    result = rota("why", built, "X1", "2027-01-06", "--json")
    answer = json.loads(result.stdout)
    assert (answer["person"], answer["there"]) == ("X1", False)
    assert (answer["verdict"], answer["outcome"]) == ("forbidden", "infeasible")
    (option,) = answer["options"]
    assert (option["unit"], option["post"], option["free"]) == (
        "F-1",
        "physiotherapist",
        False,
    )
    leave = option["objections"][0]
    assert (leave["rule"], leave["place"]) == ("LEAVE-01", "[Leave.csv]Leave!C2")
    assert (answer["tiers"], answer["changes"]) == ([], [])


def test_what_gets_worse_is_there_for_other_programs(built, rota):
    answer = json.loads(rota("why", built, "X1", "2027-01-05", "--json").stdout)
    assert answer["verdict"] == "worse"
    assert answer["tiers"][0] == {"tier": "cover", "now": 100, "then": 200}
    assert answer["charges"][0] == {
        "tier": "cover",
        "rule": "COVER-01",
        "title": "Cover",
        "now": 100,
        "then": 200,
    }
    left = {
        (c["name"], place["date"]) for c in answer["changes"] for place in c["leaves"]
    }
    assert ("Cat Fox", "2027-01-05") in left


def test_a_rota_edited_by_hand_is_told_what_it_breaks(built, rota, folder):
    path = folder / built / "rota.csv"
    lines = path.read_text().splitlines(keepends=True)
    (line,) = (x for x in lines if x.startswith("2027-01-05") and CAT_ON_TUESDAY in x)
    path.write_text("".join([*lines, line.replace("2027-01-05", "2027-01-06")]))
    result = rota("why", built, "X1", "2027-01-06")
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    assert "This place breaks what must hold:" in said
    assert "LEAVE-01" in said
    assert "The rota as it stands has" in said


def test_a_csv_file_from_elsewhere_needs_only_a_book(built, rota, folder):
    alone = folder / "alone.csv"
    (folder / built / "rota.csv").rename(alone)
    assert rota("why", alone, "X1", "2027-01-06").exit_code == 2
    result = rota("why", alone, "X1", "2027-01-06", "--book", "book")
    assert result.exit_code == 0
    assert "LEAVE-01" in result.stdout


def test_a_limit_in_seconds_still_gives_an_answer(why):
    code, said = why("X1", "2027-01-05", "--seconds", "20")
    assert code == 0
    assert "allowed, but worse" in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("Cat Foxx", "2027-01-05"), "Did you mean Cat Fox?"),
        (("Zebedee", "2027-01-05"), "The sheet People lists everybody."),
        (("a", "2027-01-05"), "Ann Lee (P1)"),
        (("X1", "2027-03-05"), "The rota is for Mon 4 Jan 2027 to Sun 10 Jan 2027"),
        (("X1", "2027-01-05", "G-1"), "Did you mean F-1?"),
        (("X1", "2027-01-05", "Medway"), "That day: F-1."),
        (("X1", "Tuesday"), "is no date such as 2027-01-04"),
    ],
)
def test_a_question_that_cannot_be_understood_says_what_could(why, words, told):
    code, said = why(*words)
    assert code == 2
    assert told in said
