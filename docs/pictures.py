"""The pictures of the README, made anew by `make pictures`.

The terminal is drawn from the days in week.csv; a test sees that it is up to date. The
board shows the same days with the book of Kent. The page, the workbook and one person's
sheet are of a rota that was built before, as Chromium, LibreOffice and Poppler draw
them: python -m docs.pictures FOLDER.
"""

import asyncio
import re
import shutil
import subprocess
import sys
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from rich.console import Console

from docs.readme import KENT, LATER, WEEK
from rostering.cli.board import board_of
from rostering.report.console.cars import cars_shown
from rostering.report.console.gaps import gap_table
from rostering.report.known import Known
from rostering.report.since import since
from rostering.saved.lines import State
from rostering.saved.reading import read_rota

HERE = Path(__file__).parent / "pictures"
TERMINAL = HERE / "terminal.svg"
BOARD = HERE / "board.svg"
WIDE, BOARD_WIDE = 176, 160
LINES = 26
TOLD_ON = date(2027, 1, 4)
SCREEN = {"width": 1200, "height": 760}
DOTS = 60
"""An inch, of what is printed."""
_LETTERS_FROM_ELSEWHERE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""A picture fetches nothing."""


def terminal() -> str:
    """Four days of a rota, changed since kent@1, with the reasons of what is open."""
    before, lines = (read_rota(path).lines for path in (WEEK, LATER))
    changed = since("kent@1", before, lines, {line.day for line in lines})
    console = Console(
        file=StringIO(), record=True, width=WIDE, color_system="truecolor"
    )
    missed = gap_table([line for line in lines if line.state is State.OPEN])
    for part in (*cars_shown(lines, WIDE, Known(since=changed)), missed):
        console.print(part)
    drawn = console.export_svg(title="rota show", unique_id="rota")
    return _LETTERS_FROM_ELSEWHERE.sub("", drawn)


def board() -> str:
    """The same days on the board, with somebody tried in an open place."""
    return _LETTERS_FROM_ELSEWHERE.sub("", asyncio.run(_board()))


async def _board() -> str:
    app = board_of(WEEK, TOLD_ON, KENT)
    app.title = "rota board"
    async with app.run_test(size=(BOARD_WIDE, LINES)) as pilot:
        for key in ("right", "right", "enter", "enter"):
            await app.workers.wait_for_complete()
            await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        return app.export_screenshot()


def page(rota: Path) -> None:
    """The page as a browser shows it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        looked = browser.new_page(viewport=SCREEN)
        looked.goto((rota / "rota.html").resolve().as_uri())
        looked.evaluate("document.getElementById('rota').scrollIntoView()")
        looked.screenshot(path=HERE / "page.png")
        browser.close()


def workbook(rota: Path) -> None:
    """The first sheet of the workbook as an office program prints it."""
    with TemporaryDirectory() as folder:
        office = ["soffice", f"-env:UserInstallation=file://{folder}/profile"]
        convert = ["--headless", "--convert-to", "pdf", "--outdir", folder]
        _run(*office, *convert, rota / "rota.xlsx")
        _first_page(Path(folder, "rota.pdf"), "workbook")


def sheet(rota: Path) -> None:
    """The sheet of whoever comes first among the paramedics."""
    lines = read_rota(rota).lines
    person = min(x.person for x in lines if x.is_named and x.role == "paramedic")
    with TemporaryDirectory() as folder:
        _run("rota", "sheets", rota, "--person", person, "--out", folder)
        (made,) = Path(folder).rglob("*.pdf")
        _first_page(made, "sheet")


def _first_page(file: Path, name: str) -> None:
    _run("pdftoppm", "-r", DOTS, "-png", "-singlefile", file, HERE / name)


def _run(*words: object) -> None:
    subprocess.run([*map(str, words)], check=True, capture_output=True)


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    TERMINAL.write_text(terminal(), encoding="utf-8")
    BOARD.write_text(board(), encoding="utf-8")
    for draw in (page, workbook, sheet):
        draw(Path(sys.argv[1]))
