"""`rota board` from the command line: what is opened, and what is kept where."""

import asyncio
import csv
import json
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from rostering.board.desk.sheet import By
from rostering.cli import board
from rostering.cli.board import board_of
from tests.cli.test_publish import edit

TOLD = date(2027, 1, 1)


def driven(app, *keys, look=None):
    """Press some keys on a board; what `look` sees at the end is the answer."""

    async def run():
        async with app.run_test(size=(120, 40)) as pilot:
            for key in keys:
                await app.workers.wait_for_complete()
                await pilot.pause()
                await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
            return look(app) if look else None

    return asyncio.run(run())


def crews(folder):
    """Who is where by a folder's rota.csv."""
    with Path(folder, "rota.csv").open(encoding="utf-8-sig", newline="") as file:
        return {
            (row["date"], row["post"], row["person"])
            for row in csv.DictReader(file)
            if row["state"] == "filled"
        }


def change_of(folder):
    return json.loads(Path(folder, "rota.json").read_bytes())["repair"]


def test_it_needs_a_terminal(rota, built):
    result = rota("board", built)
    assert result.exit_code == 2
    assert "The board needs a terminal." in result.output


def test_without_the_extra_it_says_how_to_install_it(rota, built, monkeypatch):
    monkeypatch.setattr(board, "find_spec", lambda name: None)
    result = rota("board", built)
    assert result.exit_code == 2
    assert "pip install 'jru-rota[board]'" in result.output


def test_on_a_terminal_it_runs(rota, built, monkeypatch):
    ran = []
    monkeypatch.setattr(board, "_see_terminal", lambda: None)
    monkeypatch.setattr("sys.setswitchinterval", ran.append)
    monkeypatch.setattr(
        "rostering.board.screen.BoardApp.run", lambda self: ran.append(1)
    )
    assert rota("board", built).exit_code == 0
    assert ran == [board.TURN, 1]


def test_what_is_kept_stands_in_the_folder_and_the_rota_before_beside_it(built):
    before = crews(built)
    app = board_of(Path(built), TOLD)
    driven(app, "x", "k", "y")
    after = crews(built)
    assert before - after == {("2027-01-04", "paramedic", "P2")}
    assert after <= before
    assert crews(f"{built}/previous") == before
    assert change_of(built)["news"] == ["=Bob Day taken off F-1 day, Mon 4 Jan"]
    assert change_of(built)["of"] == built
    assert change_of(built)["told_on"] == "2027-01-01"
    assert change_of(built)["chosen"]["changes"][0]["person"] == "P2"


def test_kept_elsewhere_the_rota_that_was_opened_is_left(built):
    before = crews(built)
    driven(board_of(Path(built), TOLD, out=Path("tried")), "x", "k", "y")
    assert crews(built) == before
    assert not Path(built, "previous").exists()
    assert crews("tried") < before


def test_kept_again_it_tells_of_every_try_since_it_was_opened(built):
    driven(board_of(Path(built), TOLD), "x", "k", "y", "right", "x", "k", "y")
    assert len(change_of(built)["news"]) == 2
    driven(board_of(Path(built), TOLD), "right", "right", "down", "x")
    assert len(change_of(built)["news"]) == 2


def test_of_which_version_it_was_made_is_not_forgotten(built, publish):
    publish(built)
    driven(board_of(Path("book@"), TOLD, out=Path("tried")), "x", "k", "y")
    driven(board_of(Path("tried"), TOLD), "right", "x", "k", "y")
    assert change_of("tried")["of"] == "book@1"
    assert len(change_of("tried")["news"]) == 2


def test_a_version_is_kept_nowhere_unless_a_folder_is_named(built, publish):
    publish(built)

    def said(app):
        return " ".join(each.message for each in app._notifications)

    app = board_of(Path("book@1"), TOLD)
    assert "--out FOLDER" in driven(app, "x", "k", look=said)


def test_a_rota_is_not_kept_among_the_sheets_of_its_book(rota, built, monkeypatch):
    monkeypatch.setattr(board, "_see_terminal", lambda: None)
    result = rota("board", built, "--out", "book")
    assert result.exit_code == 2
    assert "is the folder of the book" in result.output


def test_whoever_has_written_there_since_is_not_passed_over(built):
    app = board_of(Path(built), TOLD)
    edit(f"{built}/rota.csv", lambda row: row.update(reason="seen by Kim"))
    seen = driven(app, "x", "k", look=lambda app: app.export_screenshot())
    assert "Somebody&#160;else&#160;has&#160;written&#160;there" in seen


def test_what_is_doubtful_about_the_rota_is_told(built):
    edit(f"{built}/rota.csv", lambda row: row.update(start="2027-01-04T09:00+00:00"))
    app = board_of(Path(built), TOLD)
    said = driven(app, look=lambda app: [each.message for each in app._notifications])
    assert (
        said == [f"1 doubt about this rota: rota audit {built}"] or "doubts" in said[0]
    )


def test_a_rota_without_a_line_is_no_board(rota, built, monkeypatch):
    monkeypatch.setattr(board, "_see_terminal", lambda: None)
    header = Path(built, "rota.csv").read_text("utf-8-sig").splitlines()[0]
    Path(built, "rota.csv").write_text(f"{header}\n")
    result = rota("board", built)
    assert result.exit_code == 2
    assert "The rota has no line." in result.output


@pytest.mark.parametrize("view", ["T", "H", "public"])
def test_a_share_tells_its_reader_nothing_more(rota, built, view):
    assert rota("share", built, "--view", view, "--out", "share").exit_code == 0
    app = board_of(Path("share"), TOLD)
    hidden = {"T": ["Cat"], "H": ["Ann", "Bob"], "public": ["Ann", "Bob", "Cat"]}[view]
    seen = []

    def look(app):
        for by in (By.CAR, By.PERSON):
            app.board.by = by
            seen.append(app.export_screenshot())
        return str(app.query_one("#effect", Static).render())

    assert driven(app, "down", "v", "v", "x", "enter", look=look) == "For reading only."
    assert app.board.given is None
    assert f"made&#160;for&#160;{view}" in seen[0]
    for name in (*hidden, "leave", "LEAVE", "REST", "annual"):
        assert all(name not in each for each in seen)
