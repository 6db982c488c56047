"""Commands that wait for another program say so at once."""

import sqlite3
from threading import Timer

from rostering.ledger import waiting
from rostering.saved.beside import ledger_path
from tests.cli.test_publish import edit, others_on_monday


def test_a_publication_that_waits_says_why(built, book, publish, folder, monkeypatch):
    publish(built)
    edit("rota/rota.csv", others_on_monday)
    monkeypatch.setattr(waiting, "AT_ONCE", 0.05)
    path = ledger_path(folder / book)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = Timer(1, other.execute, ("ROLLBACK",))
    release.start()
    result = publish(built)
    release.join()
    other.close()
    assert f"Another program is writing to {path.name}" in result.stderr
    assert "up to 20 s" in result.stderr
