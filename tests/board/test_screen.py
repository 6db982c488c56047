"""The board as its user works it: keys pressed, and what is seen then."""

import asyncio
import re
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input, OptionList, Static

from rostering.board.desk import Board
from rostering.board.desk.keeping import Keeping
from rostering.board.desk.sheet import By
from rostering.board.screen import BoardApp
from rostering.board.screen.dialogues import Confirmed, Told
from rostering.board.screen.grid import Grid
from rostering.board.screen.harmless import Harmless
from rostering.domain import Rota
from rostering.report.writing import Written
from rostering.saved.lines import lines_of
from tests.board.conftest import DRAWING, board_of, on_car

SMALL, LARGE = (80, 24), (200, 50)


class Driver:
    """A board on a screen that nobody sees."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    async def press(self, *keys):
        """Press some keys, and wait until everything is worked out and drawn."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self):
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def click(self, offset):
        await self.pilot.click(Grid, offset=offset)
        await self.settle()

    def text(self, name):
        shown = self.app.query_one(f"#{name}", Static).content
        parts = shown.parts if isinstance(shown, Harmless) else (shown,)
        return "\n".join(str(part) for part in parts)

    @property
    def who(self):
        """The answers, as they are read."""
        options = self.app.query_one(OptionList).options
        return [option.prompt.parts[0].plain for option in options]

    @property
    def said(self):
        """What is notified."""
        return " ".join(each.message for each in self.app._notifications)

    @property
    def dialogue(self):
        """All that the dialogue on top says."""
        return re.sub(r"\s+", " ", self.app.export_screenshot())


def driven(board, script, *, keeping=None, size=SMALL, notes=()):
    """Run a script against a board, and give back how the program ended."""

    async def run():
        app = BoardApp(board, "drawn", keeping, notes)
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            await script(driver)
        return app

    return asyncio.run(run())


@pytest.fixture
def kept():
    """A place to keep rotas, and what was kept there."""
    written = []

    def write(rota, told):
        written.append((rota, told))
        return Written((), Path("here/previous"))

    return Keeping(Path("here"), write), written


def test_the_first_place_is_picked_and_answered(board):
    async def script(driver):
        assert "drawn" in driver.text("title")
        assert driver.text("cell").startswith("Mon 4 Jan 2027, J1 late")
        assert driver.who[0].startswith("✓ Bob  free")
        assert driver.who[1].startswith("✗ Ann\n  LEAVE-01 on leave Mon 4 Jan 2027")

    driven(board, script)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_keys_go_about_the_grid(board, size):
    async def script(driver):
        await driver.press("right", "down")
        assert driver.text("cell") == "Tue 5 Jan 2027, J1 late 15:00–01:00\no: Sam"
        await driver.press("up", "end")
        assert driver.text("cell").startswith("Sun 10 Jan 2027")
        await driver.press("home", "g")
        assert driver.text("cell").startswith("Mon 4 Jan 2027")
        await driver.press("v")
        assert board.by is By.PERSON

    driven(board, script, size=size)


def test_the_mouse_picks_a_cell(board):
    async def script(driver):
        await driver.click((4 + 18 + 2, 3))
        assert driver.text("cell").startswith("Tue 5 Jan 2027")
        await driver.click((0, 0))
        assert driver.text("cell").startswith("Tue 5 Jan 2027")

    driven(board, script, size=LARGE)


def test_somebody_is_found_by_name_and_again(board):
    async def script(driver):
        await driver.press("slash", "s", "a", "m", "enter")
        assert driver.text("cell").endswith(
            "Tue 5 Jan 2027, J1 late 15:00–01:00\no: Sam"
        )
        await driver.press("n")
        assert driver.text("cell").startswith("Wed 6 Jan 2027")
        driver.app.query_one("#find", Input).value = ""
        await driver.press("slash", "z", "enter")
        assert "Nobody is here whose name has 'z' in it." in driver.said

    driven(board, script)


def test_a_try_is_audited_and_undone(board):
    async def script(driver):
        await driver.press("enter", "enter")
        assert on_car(board, 1) == {"p Bob"}
        assert "not kept yet" in driver.text("title")
        assert "Breaks CREW-01" in driver.text("effect")
        await driver.press("u")
        assert on_car(board, 1) == set()
        assert driver.text("effect") == "Nothing is tried."
        assert "not kept yet" not in driver.text("title")
        await driver.press("u")
        assert "Nothing is tried." in driver.said
        await driver.press("r")
        assert on_car(board, 1) == {"p Bob"}

    driven(board, script)


def test_taking_out_marking_and_moving(board):
    async def script(driver):
        await driver.press("right", "m")
        assert board.marked is not None
        await driver.press("left", "s")
        assert on_car(board, 1) == {"p Bob"}
        await driver.press("x", "x")
        assert on_car(board, 1) == set()
        assert "Nobody is there." in driver.said

    driven(board, script)


def test_all_that_the_tries_do_is_told_on_a_page(board):
    async def script(driver):
        await driver.press("e")
        assert "Nothing is tried." in driver.said
        await driver.press("right", "x", "e")
        assert isinstance(driver.app.screen, Told)
        await driver.press("escape", "question_mark")
        assert isinstance(driver.app.screen, Told)
        await driver.press("escape")
        assert not isinstance(driver.app.screen, Told)

    driven(board, script)


def test_what_is_kept_is_the_rota_that_is_seen(board, kept):
    keeping, written = kept

    async def script(driver):
        await driver.press("enter", "enter", "down", "enter", "enter", "k")
        assert isinstance(driver.app.screen, Confirmed)
        assert "no breach" in driver.dialogue.replace("&#160;", " ")
        await driver.press("n")
        assert written == []
        await driver.press("k", "y")
        assert "Kept in here; the rota before it is in here/previous." in driver.said
        assert "not kept yet" not in driver.text("title")
        await driver.press("q")

    app = driven(board, script, keeping=keeping)
    ((rota, told),) = written
    assert rota.fills == board.tries.rota.fills
    assert told["news"] == board.tries.words
    assert not app.is_running


def test_what_breaks_a_rule_is_named_before_it_is_kept(board, kept):
    keeping, written = kept

    async def script(driver):
        await driver.press("right", "x", "k")
        said = driver.dialogue.replace("&#160;", " ")
        assert "Keep it although it breaks what must hold?" in said
        assert "CREW-01" in said
        await driver.press("y")

    driven(board, script, keeping=keeping)
    assert len(written) == 1


def test_where_nothing_can_be_written_it_is_told_and_nothing_is_lost(board):
    def refuse(rota, told):
        raise PermissionError(13, "Permission denied")

    async def script(driver):
        await driver.press("right", "x", "k", "y")
        assert "here cannot be written to (Permission denied)." in driver.said
        assert board.has_unkept

    driven(board, script, keeping=Keeping(Path("here"), refuse))


def test_while_it_is_written_it_is_not_written_again(board):
    began, go_on, written = Event(), Event(), []

    def write(rota, told):
        began.set()
        assert go_on.wait(60)
        written.append(rota)
        return Written((), None)

    async def script(driver):
        await driver.press("right", "x", "k")
        await driver.pilot.press("y")
        assert began.wait(60)
        await driver.pilot.press("k")
        assert "It is being written." in driver.said
        assert "writing …" in driver.text("title")
        await driver.pilot.press("q")
        assert driver.app.is_running
        go_on.set()
        await driver.settle()
        assert "Kept in here." in driver.said

    driven(board, script, keeping=Keeping(Path("here"), write))
    assert len(written) == 1


def test_there_must_be_something_to_keep_and_somewhere(board, kept):
    async def nothing(driver):
        await driver.press("k")
        assert "Nothing is tried that is not kept." in driver.said

    async def nowhere(driver):
        await driver.press("right", "x", "k")
        assert "--out FOLDER" in driver.said

    driven(board, nothing, keeping=kept[0])
    driven(board, nowhere)


def test_leaving_with_something_unkept_is_asked_about(board):
    async def stay(driver):
        await driver.press("right", "x", "q")
        assert isinstance(driver.app.screen, Confirmed)
        await driver.press("n")
        assert driver.app.is_running
        await driver.press("q", "y")

    async def leave(driver):
        board.undo()
        await driver.press("q")

    assert driven(board, stay).return_code == 0
    assert driven(board, leave).return_code == 0


def test_notes_are_told_at_the_start(board):
    async def script(driver):
        assert "2 doubts about this rota" in driver.said

    driven(board, script, notes=["2 doubts about this rota"])


def test_a_name_that_would_command_the_terminal_is_harmless():
    harm = "\x1b[2J\x9b31m\u202e\x07[red]&<b>"
    board = board_of(DRAWING)
    people = tuple(
        replace(person, name=f"{person.name}{harm}") for person in board.problem.people
    )
    problem = replace(board.problem, people=people)
    rota = Rota(problem, board.given.rota.fills)
    board = Board(lines_of(rota), replace(board.given, rota=rota))
    seen = []

    def look(driver):
        seen.append(driver.app.export_screenshot())

    async def script(driver):
        look(driver)
        await driver.press("right", "down", "m", "left", "up", "s")
        look(driver)
        await driver.press("right", "x")
        look(driver)
        await driver.press("e")
        look(driver)
        await driver.press("escape", "v")
        look(driver)
        await driver.press("q")
        look(driver)

    driven(board, script, size=LARGE)
    assert all("[red]" in each for each in seen)
    for sign in ("\x1b", "\x9b", "\u202e", "\x07"):
        assert all(sign not in each for each in seen)
