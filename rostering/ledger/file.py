"""Opening a ledger's file: one connection for each look, and for each deed."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rostering.ledger.drives import is_shared
from rostering.ledger.refusals import NoLedger, NotALedger, in_sentences
from rostering.ledger.schema import is_blank, is_current, migrate
from rostering.ledger.waiting import PATIENCE, perhaps_waiting


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The ledger at one moment, whatever others write meanwhile.

    Raises:
        Refusal: It is not there, not a ledger, or cannot be read.
    """
    with in_sentences(path), _opened(path) as database:
        _make_current(database, path, create=False)
        database.execute("BEGIN")
        yield database


@contextmanager
def writing(path: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    """The ledger for one deed, which is done whole or not at all.

    Nobody else writes meanwhile; at the end what was written is on the disk.

    Raises:
        Refusal: It is not there, not a ledger, or cannot be written.
    """
    with in_sentences(path), _opened(path, create=create) as database:
        _make_current(database, path, create=create)
        _choose_journal(database, path)
        with perhaps_waiting(path):
            database.execute("BEGIN IMMEDIATE")
        try:
            yield database
            database.execute("COMMIT")
        except BaseException:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise


@contextmanager
def _opened(path: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    if not path.exists() and not create:
        raise NoLedger(path)
    database = _connected(path, "mode=rwc" if create else "mode=rw")
    try:
        try:
            with perhaps_waiting(path):
                database.execute("PRAGMA schema_version")
        except sqlite3.OperationalError:
            if create or _has_more_beside(path):
                raise
            database.close()
            # A folder that is closed to us: no one else is writing there.
            database = _connected(path, "immutable=1")
        database.execute("PRAGMA synchronous = FULL")
        yield database
    finally:
        database.close()


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
    )


def _make_current(database: sqlite3.Connection, path: Path, *, create: bool) -> None:
    """Have the ledger in the form of today; one that is empty, only to create it."""
    if is_blank(database):
        # It may have been begun since; what is blank and has a size was cut short.
        if path.stat().st_size and is_blank(database):
            raise NotALedger(path)
        if not create and is_blank(database):
            raise NoLedger(path)
    if not is_current(database, path):
        migrate(database, path)


def _choose_journal(database: sqlite3.Connection, path: Path) -> None:
    """Let others read while we write, where the drive is able to."""
    mode = "DELETE" if is_shared(path) else "WAL"
    with suppress(sqlite3.OperationalError):
        database.execute(f"PRAGMA journal_mode = {mode}")


def _has_more_beside(path: Path) -> bool:
    """Whether a part of the ledger still stands in a file of its own."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0
