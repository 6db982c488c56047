"""Whatever is altered in a ledger is found."""

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.domain import Signatory
from rostering.ledger import Ledger, NotALedger, Refusal, Signature
from rostering.ledger.schema import STEPS
from tests.ledger.drafts import AT, draft

CELLS = [
    ("entries", "position"),
    ("entries", "kind"),
    ("entries", "body"),
    ("entries", "previous"),
    ("entries", "hash"),
    ("contents", "sha256"),
    ("contents", "packed"),
    ("contents", "packed_sha256"),
]
TRIGGERS = [text for step in STEPS for text in step if "TRIGGER" in text]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A ledger with something of everything."""
    book = tmp_path_factory.mktemp("whole") / "kent"
    book.mkdir()
    ledger = Ledger.beside(book, create=True)
    ledger.publish(draft(signatories=(Signatory("trust"),)), after=None)
    ledger.sign(1, Signature("trust", "Tam", AT))
    ledger.note("worked", {"person": "Ann", "minutes": 30}, author="Kim", at=AT)
    ledger.publish(draft("Bob", files={"other.csv": b"id,name\n1,Bob\n"}), after=1)
    return ledger


@pytest.fixture
def copy(whole, ledger):
    """The same ledger, to be altered."""
    ledger.path.write_bytes(whole.path.read_bytes())
    return ledger


def tamper(ledger, *statements):
    """Alter a ledger in spite of its triggers, and leave no other trace."""
    database = sqlite3.connect(ledger.path, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("BEGIN")
    names = [name for (name,) in database.execute(_NAMES)]
    for name in names:
        database.execute(f"DROP TRIGGER {name}")
    for statement, values in statements:
        database.execute(statement, values)
    for text in TRIGGERS:
        database.execute(text)
    database.execute("COMMIT")
    database.close()


_NAMES = "SELECT name FROM sqlite_master WHERE type = 'trigger'"


def is_found(ledger):
    """Whether the check finds something, or the ledger cannot even be read."""
    try:
        return bool(ledger.flaws())
    except Refusal:
        return True


def told(ledger):
    """All that a ledger tells."""
    versions = [(v, v.rota, v.document) for v in ledger.versions()]
    files = [ledger.content(mark) for v, *_ in versions for mark in v.inputs.values()]
    return versions, files, ledger.notes("worked"), ledger.entries()


def test_a_ledger_as_it_was_written_has_no_flaw(whole, ledger):
    assert whole.flaws() == ()
    assert ledger.flaws() == ()


def test_tampering_without_a_change_leaves_no_flaw(copy):
    tamper(copy)
    assert copy.flaws() == ()


@pytest.mark.parametrize("deed", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["entries", "contents"])
def test_the_file_itself_lets_nothing_be_changed(copy, table, deed):
    column = {"entries": "body", "contents": "packed"}[table]
    database = sqlite3.connect(copy.path)
    with pytest.raises(sqlite3.IntegrityError, match="a ledger only grows"):
        database.execute(deed.format(table, column, column))
    database.close()


@settings(max_examples=120)
@given(
    cell=st.sampled_from(CELLS),
    row=st.integers(0, 5),
    byte=st.integers(0, 10_000),
    flip=st.integers(1, 255),
)
def test_every_altered_byte_of_every_row_is_found(whole, cell, row, byte, flip):
    with TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder, "ledger.sqlite"), whole.book)
        ledger.path.write_bytes(whole.path.read_bytes())
        _alter(ledger, cell, row, byte, flip)
        assert is_found(ledger)


def _alter(ledger, cell, row, *change):
    """Alter one byte of one cell."""
    table, column = cell
    database = sqlite3.connect(ledger.path)
    rows = database.execute(
        f"SELECT rowid, CAST({column} AS BLOB), typeof({column}) FROM {table}"
    ).fetchall()
    database.close()
    rowid, content, kind = rows[row % len(rows)]
    byte, flip = change
    value = int(content) + 9 * flip if kind == "integer" else bytearray(content)
    if kind != "integer":
        value[byte % len(value)] ^= flip
    cast = "CAST(? AS TEXT)" if kind == "text" else "?"
    statement = f"UPDATE {table} SET {column} = {cast} WHERE rowid = {rowid}"
    tamper(ledger, (statement, (value,)))


@settings(max_examples=200)
@given(byte=st.integers(0, 10**6), flip=st.integers(1, 255))
def test_a_byte_altered_in_the_file_is_found_or_alters_nothing(whole, byte, flip):
    altered = bytearray(whole.path.read_bytes())
    altered[byte % len(altered)] ^= flip
    with TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder, "ledger.sqlite"), whole.book)
        ledger.path.write_bytes(altered)
        assert is_found(ledger) or told(ledger) == told(whole)


@pytest.mark.parametrize("position", [1, 2, 3, 4])
def test_an_entry_that_is_gone_is_found(copy, position):
    tamper(copy, ("DELETE FROM entries WHERE position = ?", (position,)))
    said = "taken off its end" if position == 4 else f"Entry {position} is gone"
    assert any(said in flaw for flaw in copy.flaws())


def test_versions_taken_off_without_a_trace_in_the_counts_leave_their_files(copy):
    tamper(
        copy,
        ("DELETE FROM entries WHERE position = ?", (4,)),
        ("UPDATE sqlite_sequence SET seq = ?", (3,)),
    )
    (flaw,) = copy.flaws()
    assert "keeps a file of which no entry tells" in flaw


def test_a_file_that_is_gone_is_found_and_named(copy):
    mark = copy.version(2).inputs["other.csv"]
    tamper(copy, ("DELETE FROM contents WHERE sha256 = ?", (mark,)))
    assert copy.flaws() == ("other.csv of version 2 is gone or altered.",)
    with pytest.raises(NotALedger):
        copy.content(mark)


def test_an_entry_put_in_later_is_found(copy):
    entry = (5, "worked", "{}", copy.entries()[-1].hash, "0" * 64)
    tamper(copy, ("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", entry))
    assert copy.flaws() == ("Entry 5 was altered.",)


def test_a_ledger_without_its_triggers_is_found(copy):
    database = sqlite3.connect(copy.path)
    database.execute("DROP TRIGGER entries_UPDATE")
    database.close()
    assert copy.flaws() == ("Its tables are not as rota made them.",)


def test_a_table_that_was_added_is_found(copy):
    database = sqlite3.connect(copy.path)
    database.execute("CREATE TABLE more (name TEXT)")
    database.close()
    assert copy.flaws() == ("Its tables are not as rota made them.",)
