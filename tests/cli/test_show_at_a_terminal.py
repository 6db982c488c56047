"""`rota show` at a terminal: colours, and a pager for what is long."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROTA = (sys.executable, "-m", "rostering")
PAGER = "#!/bin/sh\necho paged > paged.txt\ncat\n"


def at_a_terminal(*words, lines=24, **more):
    """What is seen on a screen of 100 columns and so many lines."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("NO_COLOR", "FORCE_COLOR", "MANPAGER")
    }
    environment |= {"TERM": "xterm", "COLUMNS": "100", "LINES": str(lines), **more}
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*ROTA, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as process:
        os.close(theirs)
        said = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert process.returncode == 0, said
    return said.decode()


def _read(end):
    try:
        return os.read(end, 65536)
    except OSError:
        # Linux says so when nobody is left at the other end.
        return b""


@pytest.fixture
def pager(folder):
    """A pager that leaves a note when it is asked."""
    path = folder / "pager"
    path.write_text(PAGER)
    path.chmod(0o755)
    return str(path)


def test_what_is_longer_than_the_screen_goes_through_the_pager(built, pager):
    said = at_a_terminal("show", built, lines=10, PAGER=pager)
    assert Path("paged.txt").exists()
    assert "Cat Fox" in said
    assert "\x1b[" in said


def test_what_fits_does_not(built, pager):
    said = at_a_terminal("show", built, lines=100, PAGER=pager)
    assert not Path("paged.txt").exists()
    assert "Cat Fox" in said


def test_no_color_leaves_the_shapes(built, pager):
    said = at_a_terminal("show", built, lines=100, PAGER=pager, NO_COLOR="1")
    assert "□ not crewed" in said
    # Bold and dim are no colours.
    assert not any(f"\x1b[{code}" in said for code in ("3", "1;3", "4", "7;3", "9"))


def test_a_pipe_is_never_paged(built, pager):
    words = [*ROTA, "show", built]
    environment = {**os.environ, "PAGER": pager, "LINES": "5", "FORCE_COLOR": ""}
    run = subprocess.run(words, capture_output=True, check=True, env=environment)
    assert b"\x1b" not in run.stdout
    assert not Path("paged.txt").exists()
