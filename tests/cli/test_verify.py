import json
import sqlite3
from pathlib import Path

import pytest

from rostering.ledger import Ledger
from tests.cli.test_publish import edit, stand_down


@pytest.fixture
def published(built, rota):
    """The book of a published rota."""
    result = rota("publish", built, "--yes", "--author", "Kim")
    assert result.exit_code == 0, result.output
    return "book"


def tamper(book, statement):
    """Alter a ledger in spite of its triggers."""
    database = sqlite3.connect(Path(book, "ledger.sqlite"))
    database.execute("DROP TRIGGER entries_UPDATE")
    database.execute(statement)
    database.commit()
    database.close()


def test_a_sound_ledger_is_proved(published, rota):
    result = rota("verify", published)
    assert result.exit_code == 0, result.output
    assert "The ledger is as it was written: 1 version." in result.stdout
    assert "book@1: no breach of any rule that must hold." in result.stdout
    assert "Its inputs give the same rota again." in result.stdout


def test_quickly_nothing_is_built_again(published, rota):
    result = rota("verify", published, "--quick")
    assert result.exit_code == 0
    assert "again" not in result.stdout


def test_an_edited_rota_is_told_and_its_build_proved(published, built, rota):
    edit(f"{built}/rota.csv", stand_down)
    rota("publish", "--yes")
    result = rota("verify", published)
    assert result.exit_code == 0
    assert result.stdout.count("Its inputs give the same rota again.") == 2
    assert "Changed by hand after the build: 2 places." in result.stdout


def test_a_later_week_is_built_again_with_what_was_remembered(published, rota):
    words = ("--weeks", 1, "--from", "2027-01-11", "--out", "next")
    assert rota("build", "book", *words).exit_code == 0
    assert rota("publish", "next", "--yes").exit_code == 0
    result = rota("verify", published)
    assert result.exit_code == 0, result.output
    assert result.stdout.count("Its inputs give the same rota again.") == 2


def test_the_book_of_today_does_not_matter(published, rota):
    for path in Path(published).glob("*.csv"):
        path.unlink()
    assert rota("verify", published).exit_code == 0


def test_an_altered_entry_is_told_and_nothing_is_trusted(published, rota):
    tamper(published, "UPDATE entries SET body = replace(body, 'Kim', 'Tim')")
    result = rota("verify", published)
    assert result.exit_code == 1
    assert "The ledger was altered:" in result.stdout
    assert "Entry 1 was altered." in result.stdout
    assert "book@1" not in result.stdout
    document = json.loads(rota("verify", published, "--json").stdout)
    assert "Entry 1 was altered." in document["flaws"]
    assert document["versions"] == []


def test_what_was_not_built_is_not_built_again(built, book, rota):
    Path(built, "rota.json").unlink()
    rota("publish", built, "--book", book, "--yes")
    result = rota("verify", book)
    assert result.exit_code == 0
    assert "Not built again: it was not made by `rota build` alone." in result.stdout


def test_the_rota_of_another_engine_is_told_and_not_failed(built, book, rota):
    path = Path(built, "rota.json")
    path.write_text(path.read_text().replace('"engine": "', '"engine": "9.'))
    rota("publish", built, "--yes")
    result = rota("verify", book)
    assert result.exit_code == 0
    assert "Not built again: rota 9." in result.stdout


def test_a_rota_that_its_inputs_do_not_give_fails(built, book, rota):
    path = Path(built, "rota.json")
    document = json.loads(path.read_text())
    for row in document["rows"]:
        if row["person"] == "X1" and row["date"] == "2027-01-07":
            row.update(person="", name="", role="", state="open")
    path.write_text(json.dumps(document))
    rota("publish", built, "--yes")
    result = rota("verify", book)
    assert result.exit_code == 1
    assert "Its inputs give another rota." in result.stdout


def test_a_hash_that_was_written_down_is_found_again(published, rota):
    mark = json.loads(rota("verify", published, "--quick", "--json").stdout)["hash"]
    assert mark == Ledger.beside(Path(published)).entries()[-1].hash
    assert rota("verify", published, "--quick", "--hash", mark).exit_code == 0
    result = rota("verify", published, "--quick", "--hash", "ab" * 32)
    assert result.exit_code == 1
    assert "It has no entry with the hash" in result.stdout


def test_a_file_that_is_no_ledger_is_told(book, rota):
    Path(book, "ledger.sqlite").write_text("my notes")
    result = rota("verify", book)
    assert result.exit_code == 2
    assert "not a ledger that rota wrote" in result.stderr
