"""What stood in a book before the last import, kept so that it can be put back."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from inputs.beside import folder_of
from inputs.intake.memory.keeping import Json, damaged, dumped, load
from inputs.reading import BadInputs
from rostering.domain import Fault, Place

FOLDER = "before"
FILE = "before.json"

Contents = dict[Path, bytes | None]
"""What is to stand in files; None for files that are not to be there."""


def mark_of(content: bytes) -> str:
    """The SHA-256 by which a file's content is known again."""
    return hashlib.sha256(content).hexdigest()


def home_of(book: Path) -> Path:
    """The folder in which the book's files lie."""
    return book if book.is_dir() else book.parent


def kept_of(book: Path, files: Mapping[Path, bytes], memory: Iterable[str]) -> Contents:
    """The files by which an import can be taken back.

    Args:
        book: The book.
        files: What the import writes into the book.
        memory: Names of files in the folder `imports` that it changes as well.
    """
    folder = folder_of(book) / FOLDER
    contents: Contents = dict.fromkeys(_files_in(folder))
    made = {}
    for path, content in files.items():
        made[path.name] = {"stood": path.exists(), "mark": mark_of(content)}
        if path.exists():
            contents[folder / path.name] = path.read_bytes()
    remembered = {name: load(folder_of(book) / name) or None for name in memory}
    contents[folder / FILE] = dumped({"made": made, "remembered": remembered})
    return contents


def putting_back(book: Path) -> Contents:
    """The files to write so that the last import is as if it had never been.

    Raises:
        BadInputs: There was none, or somebody has changed since what it wrote.
    """
    folder = folder_of(book) / FOLDER
    held = load(folder / FILE)
    place = Place(book.name, "", "")
    if not held:
        nothing = "no import that could be taken back"
        raise BadInputs((Fault(place, nothing, "a book into which one was written"),))
    try:
        return _earlier(book, folder, held)
    except (AttributeError, KeyError, TypeError):
        raise damaged(folder / FILE) from None


def _earlier(book: Path, folder: Path, held: Json) -> Contents:
    contents: Contents = {}
    faults = []
    for name, made in held["made"].items():
        path, copy = home_of(book) / name, folder / name
        before = copy.read_bytes() if made["stood"] else None
        now = path.read_bytes() if path.exists() else None
        if now != before and (now is None or mark_of(now) != made["mark"]):
            found = "a file that was changed after the import"
            wanted = f"the file as the import left it; as it was before it is {copy}"
            faults.append(Fault(Place(name, "", ""), found, wanted))
        contents[path] = before
    if faults:
        raise BadInputs(tuple(faults))
    for name, remembered in held["remembered"].items():
        contents[folder.parent / name] = dumped(remembered) if remembered else None
    return contents | dict.fromkeys(_files_in(folder))


def _files_in(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []
