"""The tables of a ledger, and the steps from every older form to this one."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rostering.ledger.refusals import NewerLedger, NotALedger

MARK = 0x726F7461
"""The application id of a ledger's file: `rota`."""

Step = tuple[str, ...]

_ONLY_GROWS = """
CREATE TRIGGER {table}_{deed} BEFORE {deed} ON {table}
BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END
"""

STEPS: tuple[Step, ...] = (
    (
        """
        CREATE TABLE entries (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            body TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL UNIQUE
        ) STRICT
        """,
        """
        CREATE TABLE contents (
            sha256 TEXT PRIMARY KEY,
            packed BLOB NOT NULL,
            packed_sha256 TEXT NOT NULL
        ) STRICT
        """,
        *(
            _ONLY_GROWS.format(table=table, deed=deed)
            for table in ("entries", "contents")
            for deed in ("UPDATE", "DELETE")
        ),
    ),
)
"""What leads from each form of the file to the next; never changed, only added to."""


def is_blank(database: sqlite3.Connection) -> bool:
    """Whether nothing was ever written to the file."""
    (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return _form(database) == (0, 0) and tables == 0


def is_current(
    database: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS
) -> bool:
    """Whether the file has the form that this rota writes.

    Raises:
        NotALedger: It is the file of another program.
        NewerLedger: A later rota wrote it.
    """
    mark, form = _form(database)
    if mark != MARK and not is_blank(database):
        raise NotALedger(path)
    if form > len(steps):
        raise NewerLedger(path)
    return form == len(steps)


def is_as_made(database: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> bool:
    """Whether the tables are those that the steps make, and nothing was added."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for statement in (text for step in steps for text in step):
            fresh.execute(statement)
        return _tables(fresh) == _tables(database)
    finally:
        fresh.close()


def migrate(
    database: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS
) -> None:
    """Bring the file to the form of today, whole or not at all.

    A copy of what stood in it is kept beside it.
    """
    if not is_blank(database):
        _keep_copy(database, path)
    database.execute("BEGIN EXCLUSIVE")
    try:
        if not is_current(database, path, steps):
            _, form = _form(database)
            for statement in (text for step in steps[form:] for text in step):
                database.execute(statement)
            database.execute(f"PRAGMA application_id = {MARK}")
            database.execute(f"PRAGMA user_version = {len(steps)}")
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise


def _form(database: sqlite3.Connection) -> tuple[int, int]:
    """Whose file it is, and in which form."""
    (mark,) = database.execute("PRAGMA application_id").fetchone()
    (form,) = database.execute("PRAGMA user_version").fetchone()
    return mark, form


def _tables(database: sqlite3.Connection) -> list[tuple[str, ...]]:
    """Every table, index and trigger, with the words that made it."""
    found = database.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    return sorted((kind, name, of, sql or "") for kind, name, of, sql in found)


def _keep_copy(database: sqlite3.Connection, path: Path) -> None:
    """Copy the ledger to a file of its own, named by its form and the moment."""
    _, form = _form(database)
    moment = datetime.now(UTC).strftime("%Y-%m-%d %H%M%S")
    copy = path.with_name(f"{path.stem} form {form} {moment}{path.suffix}")
    with sqlite3.connect(copy) as target:
        database.backup(target)
    target.close()
