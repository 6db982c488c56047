"""Publishing and listing: the ledger from the command line."""

import csv
import json
import re
from pathlib import Path

import pytest

from rostering.ledger import Ledger


def edit(path, change):
    """Change the lines of a rota.csv."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        change(row)
    with Path(path).open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def stand_down(row):
    """Nobody on Thursday's car."""
    if row["date"] == "2027-01-07" and row["state"] == "filled":
        row.update(person="", name="", role="", state="open")


def others_on_monday(row):
    """The other paramedic on Monday."""
    if row["date"] == "2027-01-04" and row["post"] == "paramedic":
        one, two = ("P1", "Ann Lee"), ("P2", "=Bob Day")
        row["person"], row["name"] = two if row["person"] == "P1" else one


def both_paramedics(row):
    """Ann on Thursday's car, and Bob on the others."""
    if row["post"] == "paramedic" and row["state"] == "filled":
        ann, bob = ("P1", "Ann Lee"), ("P2", "=Bob Day")
        row["person"], row["name"] = ann if row["date"] == "2027-01-07" else bob


@pytest.fixture
def shared(built):
    """The small rota, with both paramedics on it."""
    edit(f"{built}/rota.csv", both_paramedics)
    return built


def test_a_rota_is_published_and_listed(built, book, rota, publish):
    result = publish(built, "--reason", "the first week")
    assert "1 week, Mon 4 Jan 2027 to Sun 10 Jan 2027" in result.stdout
    assert "3 of 4 shifts crewed." in result.stdout
    assert "Audit: 0 breaches" in result.stdout
    assert "Nothing is published for these days yet." in result.stdout
    assert "Published: book@1." in result.stdout
    listed = rota("history", book).stdout
    for word in ("Kim", "the first week", "3 of 4", "stands"):
        assert word in listed


def test_the_ledger_keeps_the_rota_and_the_files_of_its_book(built, book, publish):
    publish()
    (version,) = Ledger.beside(Path(book)).versions()
    assert version.rota == Path(built, "rota.csv").read_bytes()
    document = json.loads(version.document)
    assert document["seed"] == 0
    assert document["rules"]
    for name in ("People.csv", "Leave.csv"):
        content = version.content(version.inputs[name])
        assert content == Path(book, name).read_bytes()


@pytest.mark.parametrize("answer", ["n", ""])
def test_without_a_yes_nothing_is_published(built, book, answer):
    from typer.testing import CliRunner

    from rostering.cli import app

    result = CliRunner().invoke(app, ["publish"], input=answer)
    assert result.exit_code == 1
    assert "Nothing was published." in result.stderr
    assert not Path(book, "ledger.sqlite").exists()


def test_asking_is_answered_with_yes(built, book):
    from typer.testing import CliRunner

    from rostering.cli import app

    result = CliRunner().invoke(app, ["publish"], input="y\n")
    assert result.exit_code == 0
    assert "Published: book@1." in result.stdout


def test_json_asks_nobody(built, rota):
    result = rota("publish", "--json")
    assert result.exit_code == 1
    assert "--yes" in json.loads(result.stdout)["advice"]


def test_the_same_rota_again_is_nothing_new(built, book, rota, publish):
    publish()
    again = publish()
    assert "There is nothing new to publish: it is book@1." in again.stdout
    assert len(Ledger.beside(Path(book)).versions()) == 1
    said = json.loads(rota("publish", "--yes", "--json").stdout)
    assert (said["published"], said["version"]) == (False, 1)


def test_a_rota_that_breaks_a_rule_is_not_published(built, book, rota):
    def nobody_answers(row):
        if row["post"] == "paramedic" and row["date"] == "2027-01-04":
            row.update(person="", name="", role="", state="open")

    edit(f"{built}/rota.csv", nobody_answers)
    result = rota("publish", "--yes")
    assert result.exit_code == 1
    assert "CREW-01" in result.stderr
    assert "breach of rules that must hold; it was not published" in result.stderr
    assert not Path(book, "ledger.sqlite").exists()
    document = json.loads(rota("publish", "--yes", "--json").stdout)
    assert "not published" in document["error"]


def test_a_book_that_has_changed_since_is_told(built, book, rota, publish):
    people = Path(book, "People.csv")
    people.write_text(people.read_text().replace("37.5", "37"))
    result = rota("publish", "--yes")
    assert result.exit_code == 2
    assert "has changed since this rota was built: People.csv" in result.stderr
    assert "--anyway" in result.stderr
    publish("--anyway")
    (version,) = Ledger.beside(Path(book)).versions()
    kept = version.content(version.inputs["People.csv"])
    assert kept == people.read_bytes()


def test_what_it_changes_is_shown_with_the_notice(built, book, publish, rota):
    publish()
    edit(f"{built}/rota.csv", stand_down)
    shown = publish("--told", "2027-01-01").stdout
    assert "Against what stands, book@1:" in shown
    assert "2 changes; 2 people to tell." in shown
    assert "Notice is counted from Fri 1 Jan 2027." in shown
    assert re.search(r"Cat Fox +Thu 7 Jan +F-1 day +stands down +5 \(under 28\)", shown)
    assert "Published: book@2." in shown
    _, second = Ledger.beside(Path(book)).versions()
    assert str(second.told_on) == "2027-01-01"
    listed = rota("history", book).stdout
    assert "overtaken" in listed
    assert "2 of 4" in listed


def test_json_tells_the_version_and_the_changes(built, publish):
    publish()
    edit(f"{built}/rota.csv", others_on_monday)
    said = json.loads(publish("--json", "--told", "2027-01-01").stdout)
    assert (said["version"], said["status"], said["overtakes"]) == (2, "stands", [1])
    changes = {each["name"]: each for each in said["changes"]["people"]}
    assert set(changes) == {"Ann Lee", "=Bob Day"}
    assert {each["notice"] for each in changes.values()} == {2}
    (car,) = said["changes"]["cars"]
    assert (car["unit"], car["date"]) == ("F-1", "2027-01-04")


def test_an_earlier_version_is_published_again(built, book, rota, publish):
    publish()
    edit(f"{built}/rota.csv", stand_down)
    publish()
    publish(f"{book}@1", "--reason", "back to 1")
    one, _, three = Ledger.beside(Path(book)).versions()
    assert three.rota == one.rota
    assert three.reason == "back to 1"
    assert json.loads(rota("history", book, "--json").stdout)[0]["status"] == (
        "overtaken"
    )


def test_a_version_may_stand_from_a_day_on(built, book, rota, publish):
    publish()
    edit(f"{built}/rota.csv", stand_down)
    publish("--effective", "2027-01-06")
    history = json.loads(rota("history", book, "--json").stdout)
    assert [each["status"] for each in history] == ["stands in part", "stands"]
    assert history[1]["effective"] == "2027-01-06"


def test_changes_before_it_stands_are_none(built, publish):
    publish()
    edit(f"{built}/rota.csv", others_on_monday)
    shown = publish("--effective", "2027-01-05").stdout
    assert "Nobody works otherwise." in shown


def test_a_day_after_the_rota_is_none_to_stand_from(built, rota):
    result = rota("publish", "--yes", "--effective", "2027-01-11")
    assert result.exit_code == 2
    assert "ends on Sun 10 Jan 2027, before it is to stand" in result.stderr


def test_a_rota_without_json_can_be_published(built, book, publish, folder):
    for name in ("rota.json", "rota.xlsx"):
        Path(built, name).unlink()
    publish(built, "--book", book)
    (version,) = Ledger.beside(Path(book)).versions()
    document = json.loads(version.document)
    assert document["period"] == {"from": "2027-01-04", "to": "2027-01-10"}
    assert len(version.saved().lines) == 12


SWAP = ("swap", "Ann", "2027-01-07", "=Bob", "2027-01-05")
TAKE = ("cover", "2027-01-04", "F-1", "paramedic", "--take", "Ann")


def test_the_reason_is_what_the_rota_was_changed_for(shared, book, publish, rota):
    publish(shared)
    rota(*SWAP, "--rota", f"{book}@", "--out", "swapped")
    publish("swapped")
    _, second = Ledger.beside(Path(book)).versions()
    assert second.reason.startswith("Ann Lee gives F-1 day on Thu 7 Jan 2027 and ")
    rota(*TAKE, "--rota", f"{book}@")
    publish("covered", "--reason", "Bob is ill")
    assert Ledger.beside(Path(book)).versions()[-1].reason == "Bob is ill"


def test_a_version_that_came_since_the_change_is_not_undone(
    shared, book, publish, rota
):
    publish(shared)
    rota(*SWAP, "--rota", f"{book}@", "--out", "swapped")
    rota(*TAKE, "--rota", f"{book}@")
    publish("covered")
    result = rota("publish", "swapped", "--yes")
    assert result.exit_code == 2
    assert "It was changed from book@1, and book@2 came since" in result.stderr
    assert "rota merge book@1 swapped book@ --out merged" in result.stderr
    assert len(Ledger.beside(Path(book)).versions()) == 2
    merged = rota("merge", f"{book}@1", "swapped", f"{book}@", "--out", "merged")
    assert merged.exit_code == 0, merged.output
    publish("merged")


def test_an_edit_of_what_stands_is_no_change_of_what_was_before(
    shared, book, publish, rota
):
    publish(shared)
    rota(*SWAP, "--rota", f"{book}@", "--out", "swapped")
    publish("swapped")
    edit("swapped/rota.csv", stand_down)
    publish("swapped")
    assert len(Ledger.beside(Path(book)).versions()) == 3


def test_going_back_to_a_changed_version_is_no_oversight(shared, book, publish, rota):
    publish(shared)
    rota(*SWAP, "--rota", f"{book}@", "--out", "swapped")
    publish("swapped")
    rota(*TAKE, "--rota", f"{book}@")
    publish("covered")
    publish(f"{book}@2")
    assert len(Ledger.beside(Path(book)).versions()) == 4
