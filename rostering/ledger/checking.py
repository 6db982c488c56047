"""Finding every alteration of a ledger: what it holds is checked against its hashes."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from rostering.ledger.chain import BEGINNING, Entry, entries, hash_of
from rostering.ledger.contents import Damaged, kept, marks
from rostering.ledger.file import reading
from rostering.ledger.schema import is_as_made
from rostering.ledger.version import SIGNATURE, VERSION


def flaws(path: Path) -> tuple[str, ...]:
    """A sentence for each thing in the ledger that is not as it was written.

    Raises:
        Refusal: It is so damaged that it cannot be read at all.
    """
    with reading(path) as database:
        held = entries(database)
        return tuple(
            dict.fromkeys(
                [
                    *_of_file(database, held),
                    *_of_chain(held),
                    *_of_facts(held),
                    *_of_contents(database, held),
                ]
            )
        )


def _of_file(database: sqlite3.Connection, held: Sequence[Entry]) -> Iterator[str]:
    """What is wrong with the file, whatever it holds."""
    (said,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        yield "The file is damaged."
    if not is_as_made(database):
        yield "Its tables are not as rota made them."
    known = database.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
    last = held[-1].position if held else 0
    if known != ([("entries", last)] if held else []):
        yield f"Entries were taken off its end, after entry {last}."


def _of_chain(held: Sequence[Entry]) -> Iterator[str]:
    """Entries that are gone or altered."""
    previous = BEGINNING
    for position, entry in enumerate(held, 1):
        if entry.position != position:
            yield f"Entry {position} is gone."
            return
        made = hash_of(position, entry.kind, entry.body, entry.previous)
        if entry.previous != previous or entry.hash != made:
            yield f"Entry {position} was altered."
        previous = entry.hash


def _of_facts(held: Sequence[Entry]) -> Iterator[str]:
    """Versions out of order, and signatures on something else."""
    hashes: dict[object, object] = {}
    for entry in held:
        try:
            number = entry.facts.get("number")
            if entry.kind == VERSION:
                hashes[number] = entry.hash
                is_sound = number == len(hashes)
            else:
                signed = hashes.get(number), entry.facts.get("version")
                is_sound = entry.kind != SIGNATURE or signed[0] == signed[1] is not None
        except (ValueError, AssertionError):
            is_sound = False
        if not is_sound:
            yield f"Entry {entry.position} was altered."


def _of_contents(database: sqlite3.Connection, held: Sequence[Entry]) -> Iterator[str]:
    """Files that are gone or altered, and those of which no entry tells."""
    told: dict[str, str] = {}
    for entry in held:
        told |= _contents_of(entry)
    for mark in sorted(marks(database) | told.keys()):
        try:
            kept(database, mark)
        except Damaged:
            yield f"{told.get(mark, 'A file')} is gone or altered."
            continue
        if mark not in told:
            yield "It keeps a file of which no entry tells: entries were taken off."


def _contents_of(entry: Entry) -> dict[str, str]:
    """What a version keeps: each SHA-256, and what it is of."""
    if entry.kind != VERSION:
        return {}
    try:
        facts = entry.facts
        inputs = facts["inputs"]
        assert isinstance(inputs, dict)
        number = facts["number"]
        files = {str(mark): str(name) for name, mark in inputs.items()}
        own = {str(facts["rota"]): "rota.csv", str(facts["document"]): "rota.json"}
    except (ValueError, KeyError, AssertionError):
        return {}
    return {mark: f"{name} of version {number}" for mark, name in (files | own).items()}
