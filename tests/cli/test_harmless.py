"""A book full of what would harm, through every command that tells of a rota."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from rostering.saved.comma import to_csv
from rostering.saved.lines import State
from rostering.saved.reading import read_rota
from tests.cli.books import falls
from tests.inputs.books import more, write_csv
from tests.report.hostile import HOSTILE, NASTY
from tests.report.inspected import COMMANDS, KINDS, look_through

ALL_OF_THEM = "".join(NASTY)
BETWEEN = re.compile(r"[\W_]")
"""What may part a list of codes, or a code from what is beside it."""
NAMES = {
    *("North", "A", "T", "H", "Ann Lee", "=Bob Day", "Cat Fox"),
    *("grievance", "Plough Monday"),
}
CODES = {"F-1", "day", "falls", "P1", "P2", "X1"}


def book(text):
    """The small book with the text before every name, note and code."""
    sheets = falls()
    sheets["Pairs"] = [["first", "second", "kind", "reason"]]
    more(sheets, "Pairs", "P1 | X1 | avoid | grievance")
    sheets["Bank holidays"] = [["date", "name"]]
    more(sheets, "Bank holidays", "05/01/2027 | Plough Monday")
    said = text.encode(errors="replace").decode().replace("\0", "")
    code = BETWEEN.sub("", said)[:40]
    return {
        name: [
            rows[0],
            *([_dressed(cell, said, code) for cell in row] for row in rows[1:]),
        ]
        for name, rows in sheets.items()
    }


def _dressed(cell, said, code):
    if cell in CODES:
        return f"{code}{cell}"
    return f"{said}{cell}" if cell in NAMES else cell


def changed(folder):
    """Another rota: whoever is on the first shift is taken off it."""
    shutil.copytree("rota", folder)
    lines = read_rota(Path("rota")).lines
    nobody = {"person": "", "name": "", "role": "", "state": State.OPEN}
    first = lines[0].shift_id
    other = [replace(x, **nobody) if x.shift_id == first else x for x in lines]
    Path(folder, "rota.csv").write_bytes(to_csv(other))
    return next(line for line in lines if line.shift_id == first)


class Given:
    """The commands that were given, and that none of them did harm."""

    def __init__(self, rota):
        self._rota = rota

    def __call__(self, *words):
        result = self._rota(*words)
        assert not result.exception or isinstance(result.exception, SystemExit)
        assert not COMMANDS.search(result.output)
        return result.exit_code


@pytest.fixture
def anew(folder):
    """An empty folder each time."""

    def clear():
        for path in folder.iterdir():
            shutil.rmtree(path)

    return clear


def test_no_command_and_no_file_does_harm(folder, rota, anew):
    run = Given(rota)

    @settings(max_examples=2)
    @example(ALL_OF_THEM)
    @given(HOSTILE)
    def harmless(text):
        anew()
        write_csv(folder / "book", book(text))
        assert run("build", "book", "--from", "2027-01-04", "--weeks", 1) == 0
        for how in ("car", "person", "week", "day"):
            assert run("show", "rota", "--by", how) == 0
        for command in ("gaps", "audit", "report"):
            assert run(command, "rota") == 0
        line = changed("other")
        assert run("show", "rota", "--person", line.person) == 0
        assert run("why", "rota", line.person, line.day) == 0
        assert run("why", "other", line.person, line.day) == 0
        assert run("diff", "rota", "other") == 0
        assert run("compare", "rota", "other") == 0
        assert run("messages", "rota", "other", "--out", "messages") == 0
        for command in ("calendar", "sheets"):
            assert run(command, "rota") == 0
        for view in ("lead", "public"):
            assert run("share", "rota", "--view", view, "--out", view) == 0
        written = [path for path in folder.rglob("*") if path.suffix in KINDS]
        assert {path.suffix for path in written} == set(KINDS)
        for path in written:
            if "book" not in path.parts:
                look_through(path)

    harmless()


def test_a_rota_that_others_wrote_does_no_harm_either(built, rota):
    run = Given(rota)
    file = Path(built, "rota.json")
    told = file.read_text().replace("Cat Fox", r"\u001b[2J\ud83d\u202eAnn\nEND:VEVENT")
    file.write_text(told)
    assert "ud83d" in told
    assert run("show", file) == 0
    for command in ("calendar", "sheets"):
        assert run(command, file) == 0
    made = [path for kind in ("ics", "pdf") for path in file.parent.rglob(f"*.{kind}")]
    assert made
    for path in made:
        look_through(path)
