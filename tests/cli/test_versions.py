"""Published versions as rotas, and the list of them."""

from pathlib import Path

import pytest

from tests.cli.books import falls


def test_a_version_is_a_rota_wherever_one_is_named(built, book, rota, publish):
    publish()
    for name in (f"{book}@1", f"{book}@"):
        shown = rota("show", name).stdout.replace(name, built)
        assert shown == rota("show", built).stdout
    assert rota("audit", f"{book}@1").exit_code == 0
    assert "Wed 6 Jan" in rota("gaps", f"{book}@1").stdout
    assert rota("why", f"{book}@", "Cat Fox", "2027-01-04").exit_code == 0
    calendars = rota("calendar", f"{book}@1", "--out", "calendars")
    assert calendars.exit_code == 0, calendars.output


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("book@2", "The ledger has no version 2. The last one is 1."),
        ("other@1", "There is no book other."),
    ],
)
def test_a_version_that_is_not_there_is_told(built, rota, publish, name, said):
    publish()
    result = rota("show", name)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_folder_whose_name_looks_like_a_version_is_a_folder(built, rota, folder):
    Path(built).rename(folder / "rota@1")
    assert "Cat Fox" in rota("show", "rota@1").stdout


def test_a_book_of_which_nothing_is_published_says_how(book, rota):
    result = rota("history", book)
    assert result.exit_code == 2
    assert "nothing is published yet" in result.stderr
    assert "rota publish ROTA" in result.stderr


def test_a_workbook_has_its_ledger_beside_it(folder, rota):
    from tests.inputs.books import write_workbook

    sheets = falls()
    sheets["People"][2][1] = "Bob Day"
    write_workbook(folder / "falls car.xlsx", sheets)
    rota("build", "falls car.xlsx", "--weeks", 1, "--from", "2027-01-04")
    assert rota("publish", "--yes").exit_code == 0
    assert Path("falls car ledger.sqlite").exists()
    assert "Cat Fox" in rota("show", "falls car.xlsx@1").stdout
    assert rota("verify", "falls car.xlsx").exit_code == 0


def test_planning_what_is_published_once_more_is_told(built, book, publish, rota):
    publish()
    cover = Path(book, "Cover.csv")
    head, *shifts = cover.read_text("utf-8").splitlines()
    begun = "04/01/2027,10/01/2027"
    ended = [f"{head},from,to", *(f"{shift},{begun}" for shift in shifts)]
    cover.write_text("\n".join(ended), "utf-8")
    again = rota("build", book, "--dry-run")
    assert again.exit_code == 0
    said = " ".join(again.stderr.split())
    assert "The book asks for no shift after Sun 10 Jan 2027" in said
    words = ("--dry-run", "--from", "2027-01-04", "--weeks", 1)
    assert "asks for no shift" not in rota("build", book, *words).stderr
    assert "asks for no shift" not in rota("build", book, "--dry-run", "--json").stderr


@pytest.mark.parametrize("width", ["80", "140"])
def test_reasons_have_room_in_any_window(built, publish, rota, monkeypatch, width):
    reason = "because everybody asked for a rota that is longer than usual"
    publish("--reason", reason)
    monkeypatch.setenv("COLUMNS", width)
    listed = rota("history", "book").stdout
    assert reason in listed
    assert len(listed.splitlines()) < 14
