"""What a command line that is not understood is answered."""

import json

import pytest

from rostering import cli


@pytest.fixture
def answered(capsys, monkeypatch):
    """Give a command line: what it ends with, and what it writes."""

    def run(*words):
        monkeypatch.setattr("sys.argv", ["rota", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return ended.value.code, capsys.readouterr()

    return run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "book", "--weeks", 0), "0 is no whole number from 1 to 104"),
        (("check", "book", "--from", "31/02/2027"), "31/02/2027 is no date"),
        (("build", "book", "--seed", -1), "-1 is no whole number"),
        (("build",), "BOOK"),
        (("check", "book", "--week", 1), "--week"),
        (("checks",), "checks"),
    ],
)
def test_it_is_told_in_json_where_json_is_asked_for(folder, answered, words, said):
    code, written = answered(*words, "--json")
    assert code == 2
    assert said in json.loads(written.out)["error"]
    code, written = answered(*words)
    assert code == 2
    assert written.out == ""
    assert said in written.err


def test_json_answers_end_as_others_do(book, answered):
    code, written = answered("check", book, "--json")
    assert code == 0
    assert json.loads(written.out)["faults"] == []
    code, written = answered("rules", "NONE-01", "--json")
    assert code == 2
    assert "NONE-01" in json.loads(written.out)["error"]


def test_a_mistake_of_ours_is_json_too(folder, answered, monkeypatch):
    def fail(**_):
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "app", fail)
    code, written = answered("check", "book", "--json")
    assert code == 1
    assert "mistake in rota" in json.loads(written.out)["error"]
