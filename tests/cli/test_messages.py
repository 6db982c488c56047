import json
from pathlib import Path
from shutil import copytree

import pytest

from tests.cli.test_publish import edit, others_on_monday, stand_down

TOLD = ("--told", "2027-01-01")


@pytest.fixture
def other(built):
    """A copy of the rota, to be edited."""
    return str(copytree(built, "other"))


def test_nobody_is_told_of_nothing(built, rota):
    result = rota("messages", built, built)
    assert result.exit_code == 0
    assert result.stdout == "Nobody has to be told anything.\n"


def test_everybody_has_a_line_and_a_text(built, other, rota):
    edit(f"{other}/rota.csv", others_on_monday)
    said = rota("messages", built, other, *TOLD).stdout
    first, second, *_ = said.splitlines()
    assert first == "2 people to tell; 1 person rides with others and needs no notice"
    assert second == "Notice is counted from Fri 1 Jan 2027."
    assert "Cat Fox, your own rota stays; who rides with you changes:" in said
    assert "Ann Lee, your rota changes:" in said
    assert "=Bob Day, your rota changes:" in said
    assert "F-1 day 08:00–18:00 as paramedic with Cat Fox (before: free)." in said


def test_they_are_written_to_a_folder(built, other, rota):
    edit(f"{other}/rota.csv", stand_down)
    words = ("messages", built, other, *TOLD, "--out", "told/here")
    said = rota(*words).stdout
    assert "Written: told/here/messages.csv" in said
    assert "your rota changes" not in said
    names = sorted(path.name for path in Path("told/here").iterdir())
    assert names[-1] == "messages.csv"
    document = json.loads(rota(*words, "--json").stdout)
    assert len(document["files"]) == len(names) == len(document["messages"]) + 1
    for message in document["messages"]:
        assert message["company"] == []
        (change,) = message["changes"]
        assert change["notice"] == 5
        assert message["tell_by"] == "2027-01-06"


def test_a_partner_is_told_who_sits_beside_them_as_information(built, other, rota):
    edit(f"{other}/rota.csv", others_on_monday)
    document = json.loads(rota("messages", built, other, *TOLD, "--json").stdout)
    told = document["messages"][-1]
    assert (told["person"], told["tell_by"], told["changes"]) == ("X1", "", [])
    (company,) = told["company"]
    assert company["date"] == "2027-01-04"
    assert {company["was"], company["will_be"]} == {"with Ann Lee", "with =Bob Day"}
    # Nothing of theirs changes, so they are not counted among those to tell.
    diff = json.loads(rota("diff", built, other, *TOLD, "--json").stdout)
    assert diff["people_told"] == 2
    assert [each["person"] for each in diff["people"]] == ["P1", "P2"]
    assert [(x["person"], x["date"]) for x in diff["company"]] == [("X1", "2027-01-04")]


def test_a_version_is_told_against_another(built, book, rota, publish):
    publish(built)
    edit(f"{built}/rota.csv", stand_down)
    publish(built)
    said = json.loads(rota("messages", f"{book}@1", f"{book}@2", "--json").stdout)
    assert len(said["messages"]) == 2


def test_a_folder_that_is_a_file_is_told(built, other, rota):
    Path("told").write_text("")
    edit(f"{other}/rota.csv", stand_down)
    result = rota("messages", built, other, "--out", "told")
    assert result.exit_code == 2
    assert "told is no folder" in result.stderr
