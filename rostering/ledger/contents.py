"""The files that a ledger keeps: each content once, packed, known by its SHA-256."""

import sqlite3
import zlib

from rostering.ledger.chain import sha256


class Damaged(Exception):
    """A content is gone, or is not what was kept."""


def keep(database: sqlite3.Connection, content: bytes) -> str:
    """Keep a content, and tell the SHA-256 by which it is found."""
    mark = sha256(content)
    packed = zlib.compress(content, level=9)
    database.execute(
        "INSERT INTO contents VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (mark, packed, sha256(packed)),
    )
    return mark


def kept(database: sqlite3.Connection, mark: str) -> bytes:
    """The content of this SHA-256.

    Raises:
        Damaged: It is gone or altered.
    """
    row = database.execute(
        "SELECT packed, packed_sha256 FROM contents WHERE sha256 = ?", (mark,)
    ).fetchone()
    if row is None:
        raise Damaged(mark)
    packed, packed_mark = row
    if sha256(packed) != packed_mark:
        raise Damaged(mark)
    try:
        content = zlib.decompress(packed)
    except zlib.error:
        raise Damaged(mark) from None
    if sha256(content) != mark:
        raise Damaged(mark)
    return content


def marks(database: sqlite3.Connection) -> frozenset[str]:
    """The SHA-256 of everything kept."""
    return frozenset(
        mark for (mark,) in database.execute("SELECT sha256 FROM contents")
    )
