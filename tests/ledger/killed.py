"""Publishes, writes or repairs small rotas until it is killed, and looks what is left.

Run by itself: `python -m tests.ledger.killed DEED FOLDER KILLS SEED`, the deed being
publishing, exporting or repairing. Every round is a fork of this process, so that it
begins at once.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from typer.testing import CliRunner

from rostering.cli import app
from rostering.ledger import Ledger, ledger_path
from rostering.report.files import NAMES, write_together
from rostering.saved.reading import read_rota
from rostering.saved.together import finish
from tests.cli.books import falls
from tests.inputs.books import write_csv
from tests.ledger.drafts import draft

ROUNDS = 20
"""How often one folder is written to and killed before a new one is begun."""
LONGEST = {"publishing": 0.05, "exporting": 0.05, "repairing": 3.0}
"""Seconds until the kill, at most: a few rotas."""


def publish_for_ever(book, told):
    """Publish one version after another, and tell of each that was accepted."""
    ledger = Ledger.beside(book, create=True)
    while True:
        last = len(ledger.versions())
        ledger.note("asked", {"before": last + 1}, author="Kim")
        version = ledger.publish(draft(f"P{last + 1}"), after=last)
        os.write(told, f"{version.number}\n".encode())


def export_for_ever(folder, told):
    """Write one rota after another over the one before."""
    number = _exported(folder)
    while True:
        number += 1
        content = f"{number} ".encode() * 20_000
        write_together(folder, dict.fromkeys(NAMES, content))
        os.write(told, f"{number}\n".encode())


def repair_for_ever(folder, told):
    """Write the repair of one day's absence over that of another's."""
    number = 0
    while True:
        number += 1
        _repair(folder, number)
        os.write(told, f"{number}\n".encode())


def _repair(folder, number):
    day = f"2027-01-0{4 + number % 2}"
    words = ["repair", folder / "rota", "--absent", "Cat Fox", "--from", day]
    words += ["--today", "2027-01-03", "--pick", 1, "--out", folder / "mended"]
    _told(*words)


def _told(*words):
    result = CliRunner().invoke(app, list(map(str, words)))
    assert result.exit_code == 0, result.output


def ready_to_repair(folder):
    """Build the small rota that is to be repaired, and repair it once."""
    write_csv(folder / "book", falls())
    begin = ["--from", "2027-01-04", "--weeks", 1, "--out", folder / "rota"]
    _told("build", folder / "book", *begin)
    _repair(folder, 0)


def repaired(folder, accepted):
    """See that the files of the repair are whole, and all of one absence."""
    mended = folder / "mended"
    finish(mended)
    files = [mended / name for name in ("rota.csv", "rota.json", "rota.xlsx")]
    crews = [
        sorted((line.day, line.post, line.person) for line in read_rota(file).lines)
        for file in files
    ]
    assert crews[0] == crews[1] == crews[2]
    days = {day.day for day, _, person in crews[0] if person == "X1"}
    assert len(days & {4, 5}) == 1
    return accepted


def published(book, accepted):
    """See that the ledger is whole and has every version that was accepted."""
    if not ledger_path(book).exists():
        assert accepted == 0
        return 0
    ledger = Ledger.beside(book, create=True)
    assert ledger.flaws() == ()
    versions = ledger.versions()
    numbers = [version.number for version in versions]
    assert numbers == list(range(1, len(numbers) + 1))
    assert accepted <= len(numbers)
    for version in versions:
        expected = draft(f"P{version.number}")
        assert (version.rota, version.document) == (expected.rota, expected.document)
        assert version.inputs == expected.inputs
    return len(numbers)


def exported(folder, accepted):
    """See that the four files are of one rota, the last accepted or the next."""
    finish(folder)
    number = _exported(folder)
    expected = {f"{number} ".encode() * 20_000} if number else set()
    assert {p.read_bytes() for p in folder.glob("rota.*")} == expected
    assert accepted <= number <= accepted + 1
    return number


def _exported(folder):
    file = folder / NAMES[0]
    return int(file.read_bytes().split(maxsplit=1)[0]) if file.exists() else 0


DEEDS = {
    "publishing": (publish_for_ever, published),
    "exporting": (export_for_ever, exported),
    "repairing": (repair_for_ever, repaired),
}


def killed(deed, folder, seconds):
    """The number of the last rota that was done before the kill."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        deed(folder, told)
    os.close(told)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(heard) as pipe:
        numbers = pipe.read().split()
    return int(numbers[-1]) if numbers else 0


def main(deed, place, kills, seed):
    """Kill as often, and tell how many rotas came through."""
    begin, look = DEEDS[deed]
    moments = random.Random(seed)
    rotas = known = 0
    for kill in range(kills):
        folder = Path(place, f"{deed}{kill // ROUNDS}")
        if kill % ROUNDS == 0:
            folder.mkdir()
            known = 0
            if deed == "repairing":
                ready_to_repair(folder)
        accepted = killed(begin, folder, moments.uniform(0, LONGEST[deed]))
        left = look(folder, max(accepted, known))
        rotas += left - known
        known = left
    sys.stdout.write(f"{kills} kills, {rotas} rotas, none lost\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
