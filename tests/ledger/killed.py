"""Publishes small rotas until it is killed, again and again, and looks what is left.

Run by itself: `python -m tests.ledger.killed FOLDER KILLS SEED`. Every round is a fork
of this process, so that it begins at once.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from rostering.ledger import Ledger, ledger_path
from tests.ledger.drafts import draft

ROUNDS = 20
"""How often one ledger is written to and killed before a new one is begun."""
LONGEST = 0.05
"""Seconds until the kill, at most: a few versions."""


def publish_for_ever(book, told):
    """Publish one version after another, and tell of each that was accepted."""
    ledger = Ledger.beside(book, create=True)
    while True:
        last = len(ledger.versions())
        ledger.note("asked", {"before": last + 1}, author="Kim")
        version = ledger.publish(draft(f"P{last + 1}"), after=last)
        os.write(told, f"{version.number}\n".encode())


def killed_while_publishing(book, seconds):
    """The number of the last version that was accepted before the kill."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        publish_for_ever(book, told)
    os.close(told)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(heard) as pipe:
        numbers = pipe.read().split()
    return int(numbers[-1]) if numbers else 0


def look(book, accepted):
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


def main(folder, kills, seed):
    """Kill as often, and tell how many versions came through."""
    moments = random.Random(seed)
    versions = known = 0
    for kill in range(kills):
        book = Path(folder, f"book{kill // ROUNDS}")
        if kill % ROUNDS == 0:
            book.mkdir()
            known = 0
        accepted = killed_while_publishing(book, moments.uniform(0, LONGEST))
        left = look(book, max(accepted, known))
        versions += left - known
        known = left
    sys.stdout.write(f"{kills} kills, {versions} versions, none lost\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
