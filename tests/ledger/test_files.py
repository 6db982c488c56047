"""The file of a ledger: older and newer forms, other programs' files, and leftovers."""

import sqlite3

import pytest

from rostering.ledger import (
    Ledger,
    NewerLedger,
    NoLedger,
    NotALedger,
    ledger_path,
    waiting,
)
from rostering.ledger.file import writing
from rostering.ledger.schema import MARK, STEPS, is_current, migrate
from tests.ledger.drafts import draft

NEXT = (*STEPS, ("ALTER TABLE entries ADD COLUMN more TEXT",))


def opened(ledger):
    return sqlite3.connect(ledger.path, isolation_level=None)


def test_a_ledger_writes_ahead_so_that_others_may_read(ledger):
    ledger.publish(draft(), after=None)
    database = opened(ledger)
    assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert database.execute("PRAGMA application_id").fetchone() == (MARK,)
    assert database.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    database.close()


def test_one_may_read_while_another_writes(ledger):
    ledger.publish(draft(), after=None)
    database = opened(ledger)
    database.execute("BEGIN IMMEDIATE")
    assert [version.number for version in ledger.versions()] == [1]
    database.execute("ROLLBACK")
    database.close()


@pytest.mark.parametrize("content", [b"id,name\n1,Ann\n" * 100, b"\0" * 5_000, b"x"])
def test_a_file_that_is_no_database_is_no_ledger(book, content):
    ledger_path(book).write_bytes(content)
    with pytest.raises(NotALedger, match="not a ledger that rota wrote") as refusal:
        Ledger.beside(book).versions()
    assert "put back a copy" in refusal.value.advice
    with pytest.raises(NotALedger):
        Ledger.beside(book, create=True)
    assert ledger_path(book).read_bytes() == content


def test_the_database_of_another_program_is_no_ledger(book):
    database = sqlite3.connect(ledger_path(book))
    database.execute("CREATE TABLE tracks (name TEXT)")
    database.close()
    before = ledger_path(book).read_bytes()
    with pytest.raises(NotALedger):
        Ledger.beside(book, create=True)
    assert ledger_path(book).read_bytes() == before


def test_an_empty_file_is_a_ledger_that_was_never_begun(book):
    ledger_path(book).touch()
    with pytest.raises(NoLedger):
        Ledger.beside(book).versions()
    assert Ledger.beside(book, create=True).publish(draft(), after=None).number == 1


def test_a_folder_in_its_place_is_told(book):
    ledger_path(book).mkdir()
    with pytest.raises(Exception, match="cannot be opened or written to"):
        Ledger.beside(book, create=True)


def test_a_newer_ledger_is_left_alone(ledger):
    ledger.publish(draft(), after=None)
    database = opened(ledger)
    database.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    database.close()
    for deed in (ledger.versions, lambda: ledger.note("asked", {}, author="Kim")):
        with pytest.raises(NewerLedger, match="a newer rota than this one"):
            deed()


def test_an_older_ledger_is_brought_to_the_form_of_today_and_a_copy_kept(ledger, book):
    ledger.publish(draft(), after=None)
    database = opened(ledger)
    migrate(database, ledger.path, NEXT)
    assert is_current(database, ledger.path, NEXT)
    assert database.execute("SELECT more FROM entries").fetchall() == [(None,)]
    database.close()
    (copy,) = book.glob("ledger form 1 *.sqlite")
    kept = Ledger(copy, book)
    assert kept.flaws() == ()
    assert [version.number for version in kept.versions()] == [1]


def test_a_step_that_fails_changes_nothing(ledger):
    ledger.publish(draft(), after=None)
    database = opened(ledger)
    with pytest.raises(sqlite3.OperationalError):
        migrate(database, ledger.path, (*NEXT, ("CREATE NONSENSE",)))
    database.close()
    assert ledger.flaws() == ()


def test_bringing_up_to_date_twice_is_once(ledger):
    database = opened(ledger)
    migrate(database, ledger.path, NEXT)
    migrate(database, ledger.path, NEXT)
    assert is_current(database, ledger.path, NEXT)
    database.close()


def test_a_book_is_read_with_its_ledger_in_the_folder(ledger, book):
    import inputs
    from tests.inputs.books import small_book, write_csv

    ledger.publish(draft(), after=None)
    write_csv(book, small_book())
    for name in ("ledger.sqlite-wal", "ledger.sqlite-shm", "ledger form 1 x.sqlite"):
        (book / name).touch()
    reading = inputs.read(book)
    assert all(name.endswith(".csv") for name in reading.files)
    assert [f for f in reading.warnings if "ledger" in f.place.file] == []


def test_whoever_waits_for_another_program_is_told_at_once(ledger, monkeypatch):
    monkeypatch.setattr(waiting, "AT_ONCE", 0.01)
    path = ledger.path
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    told = []

    def tell(*words):
        told.append(words)
        other.execute("ROLLBACK")

    with waiting.told_of_waits(tell), writing(path) as database:
        assert database.in_transaction
    other.close()
    assert told == [(path, waiting.PATIENCE)]


def test_whoever_need_not_wait_is_told_nothing(ledger):
    told = []
    with waiting.told_of_waits(lambda *words: told.append(words)):
        for _ in range(3):
            with writing(ledger.path):
                pass
    assert told == []
