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
    assert said.startswith("2 people to tell\nNotice is counted from Fri 1 Jan 2027.")
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
        (change,) = message["changes"]
        assert change["notice"] == 5
        assert message["tell_by"] == "2027-01-06"


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
