"""The entries of a ledger: each carries the hash of the one before it."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

BEGINNING = "0" * 64
"""What stands for the hash before the first entry."""

Facts = Mapping[str, object]


@dataclass(frozen=True)
class Entry:
    """One entry, as it stands in the ledger."""

    position: int
    kind: str
    body: str
    """Its facts as canonical JSON."""
    previous: str
    hash: str

    @cached_property
    def facts(self) -> Facts:
        """What it says."""
        facts = json.loads(self.body)
        assert isinstance(facts, dict)
        return facts


def canonical(facts: object) -> str:
    """The one text that stands for the facts, whoever writes them.

    Raises:
        TypeError: They are more than text, numbers, lists and tables by name.
        ValueError: A number among them is none.
    """
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), allow_nan=False)


def hash_of(position: int, kind: str, body: str, previous: str) -> str:
    """The SHA-256 of an entry and of all before it."""
    return sha256(canonical([position, kind, body, previous]).encode())


def sha256(content: bytes) -> str:
    """The SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def append(database: sqlite3.Connection, kind: str, facts: Facts) -> Entry:
    """Add an entry at the end."""
    last = database.execute(
        "SELECT position, hash FROM entries ORDER BY position DESC LIMIT 1"
    ).fetchone()
    position, previous = last or (0, BEGINNING)
    body = canonical(facts)
    made = hash_of(position + 1, kind, body, previous)
    entry = Entry(position + 1, kind, body, previous, made)
    database.execute(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?)",
        (entry.position, kind, body, previous, made),
    )
    return entry


def entries(database: sqlite3.Connection, *kinds: str) -> tuple[Entry, ...]:
    """The entries of these kinds, or all, oldest first."""
    wanted = f"WHERE kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    rows = database.execute(
        f"SELECT position, kind, body, previous, hash FROM entries {wanted} "
        "ORDER BY position",
        kinds,
    )
    return tuple(Entry(*row) for row in rows)
