"""Killed processes, rivals, full disks and closed folders lose nothing."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from rostering.ledger import Ledger
from tests.ledger.drafts import draft

KILLS = int(os.environ.get("ROTA_KILLS", "40"))
"""How often a process is killed; a thousand take some minutes."""
HERE = Path(__file__).parents[2]
unix = pytest.mark.skipif(not hasattr(os, "fork"), reason="it forks")


@pytest.fixture
def quick_folder(tmp_path):
    """A folder in memory, where the system has such."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


def run(*words, code=0):
    """Run Python in a process of its own; the answer is what it says."""
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        capture_output=True,
        text=True,
        cwd=HERE,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done.stdout.strip()


@unix
@pytest.mark.timeout(3_000)
@pytest.mark.parametrize(
    ("deed", "kills"),
    [("publishing", KILLS), ("exporting", KILLS), ("repairing", -(-KILLS // 6))],
)
def test_a_process_killed_at_any_moment_loses_nothing(quick_folder, deed, kills):
    said = run("-m", "tests.ledger.killed", deed, quick_folder, kills, 7)
    assert said.startswith(f"{kills} kills, ")
    # A repair takes so long that on a busy machine none may have come through.
    assert deed == "repairing" or ", 0 rotas" not in said


@unix
def test_two_who_publish_at_once_lose_nothing(quick_folder):
    book = quick_folder / "kent"
    book.mkdir()
    run("-m", "tests.ledger.rivals", book, 3, 6)
    ledger = Ledger.beside(book)
    versions = ledger.versions()
    assert [version.number for version in versions] == list(range(1, 19))
    names = {v.saved().lines[0].person for v in versions}
    assert names == {f"P{one}-{number}" for one in range(3) for number in range(6)}
    by = Counter(str(note.facts["by"]) for note in ledger.notes("asked"))
    assert by == {"P0": 6, "P1": 6, "P2": 6}
    assert ledger.flaws() == ()


FULL = """
import random, resource, sys
from pathlib import Path
from rostering.ledger import Ledger, Refusal
from tests.ledger.drafts import draft
ledger = Ledger.beside(Path(sys.argv[1]))
room = ledger.path.stat().st_size + 40_000
resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
try:
    large = random.Random(1).randbytes(500_000)
    ledger.publish(draft("Bob", files={"large.xlsx": large}), after=1)
except Refusal as refusal:
    print(refusal, refusal.advice)
"""


@unix
def test_a_full_disk_is_told_and_leaves_the_ledger_as_it_was(ledger, book):
    ledger.publish(draft(), after=None)
    said = run("-c", FULL, book)
    assert "the disk is full or failing" in said
    assert "Make room on the disk" in said
    assert [version.number for version in ledger.versions()] == [1]
    assert ledger.flaws() == ()
    assert ledger.publish(draft("Bob"), after=1).number == 2


CLOSED = """
import os, sys
from pathlib import Path
from rostering.ledger import Ledger, Refusal
from tests.ledger.drafts import draft
later = draft("Bob")
if os.getuid() == 0:
    os.setuid(65_534)
book = Path(sys.argv[1])
try:
    ledger = Ledger.beside(book, create=sys.argv[2] == "create")
    print([version.reason for version in ledger.versions()])
    ledger.publish(later, after=1)
except Refusal as refusal:
    print(refusal, refusal.advice)
"""


@pytest.fixture
def closed(quick_folder):
    """A book in a folder that can be read by everybody, and written by nobody."""
    quick_folder.chmod(0o755)
    book = quick_folder / "kent"
    book.mkdir()
    yield book
    book.chmod(0o755)


@unix
def test_a_folder_that_cannot_be_written_still_shows_what_was_published(closed):
    Ledger.beside(closed, create=True).publish(draft(), after=None)
    closed.chmod(0o555)
    said = run("-c", CLOSED, closed, "open")
    assert said.startswith("['first']")
    assert "cannot be opened or written to" in said
    assert "See that you may write in its folder" in said


@unix
def test_where_no_ledger_can_be_made_that_is_told(closed):
    closed.chmod(0o555)
    assert "cannot be opened or written to" in run("-c", CLOSED, closed, "create")
    assert list(closed.iterdir()) == []
