"""Putting several finished files in their places: all of them, even after a kill.

A list of what is to go where is written before the first file moves. Whoever comes
upon the list later, to read or to write, moves what is left and takes it away.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from inputs._whole_files import settle, write_whole

LIST = ".rota-being-written"
"""The file that tells what is still to be moved in a folder."""


def place_together(folder: Path, drafts: Mapping[str, Path]) -> None:
    """Put each draft in the place of its name.

    Raises:
        OSError: One cannot be put there; the drafts that are left are taken away.
    """
    moves = {
        name: {"draft": draft.name, "over": _mark(folder / name)}
        for name, draft in drafts.items()
    }
    write_whole(folder / LIST, json.dumps(moves).encode())
    try:
        _move(folder, moves)
    except OSError:
        _forget(folder, moves)
        raise
    _forget(folder, moves)


def finish(folder: Path) -> None:
    """Move what a killed process has left to be moved; mostly there is nothing.

    A file that was changed since is left as it is.
    """
    if not (folder / LIST).exists():
        return
    with suppress(OSError, ValueError, KeyError, TypeError):
        moves = json.loads((folder / LIST).read_bytes())
        _move(folder, moves)
        _forget(folder, moves)


def _move(folder: Path, moves: Mapping[str, Mapping[str, str]]) -> None:
    for name, move in moves.items():
        if _mark(folder / name) == move["over"]:
            # Gone where another process has come upon the list and moved it.
            with suppress(FileNotFoundError):
                (folder / move["draft"]).replace(folder / name)
    settle(folder)


def _forget(folder: Path, moves: Mapping[str, Mapping[str, str]]) -> None:
    (folder / LIST).unlink(missing_ok=True)
    for move in moves.values():
        (folder / move["draft"]).unlink(missing_ok=True)


def _mark(file: Path) -> str:
    """The SHA-256 of the file; empty where there is none."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
