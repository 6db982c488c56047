"""Writing an import into a book, and taking the last one back."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from inputs import template
from inputs._whole_files import write_all
from inputs.beside import WAITING, folder_of
from inputs.intake.changes import Changes, Sent
from inputs.intake.memory.keeping import dumped
from inputs.intake.memory.recipes import FILE as RECIPES
from inputs.intake.memory.recipes import document_of as recipe_document
from inputs.intake.memory.recipes import recipes_of
from inputs.intake.memory.waiting import Waiting, waiting, waiting_with
from inputs.intake.memory.waiting import document_of as waiting_document
from inputs.intake.writing.before import FOLDER as BEFORE
from inputs.intake.writing.before import (
    Contents,
    home_of,
    kept_of,
    mark_of,
    putting_back,
)
from inputs.intake.writing.csv_file import edited_csv
from inputs.intake.writing.edits import SheetEdit, edits_of
from inputs.intake.writing.workbook import edited_workbook
from inputs.reading import BadInputs
from rostering.domain import Fault, Place

_AS_USUAL = "the same workbook, opened in Excel and saved"
_LOCKS = ("~${}", ".~lock.{}#")
"""What Excel and LibreOffice put beside a file that they have open."""


def write(changes: Changes) -> tuple[Path, ...]:
    """Write what an import changes, its recipes and its open doubts: all or nothing.

    What stood before is kept until the next import, so that `undo` can put it back.

    Returns:
        The files of the book that were written.

    Raises:
        BadInputs: The book has changed since, is open in Excel, or cannot be edited.
        OSError: It cannot be written.
    """
    book = changes.standing.path
    home = home_of(book)
    files = {
        home / name: _edited(home / name, edits, changes)
        for name, edits in edits_of(changes).items()
    }
    _check_closed(files)
    memory = _memory(book, changes.sent)
    contents: Contents = {}
    if files:
        contents |= kept_of(book, files, memory)
    folder = folder_of(book)
    contents |= files
    contents |= {folder / name: content for name, content in memory.items()}
    for path in contents:
        path.parent.mkdir(parents=True, exist_ok=True)
    write_all(contents)
    return tuple(files)


def undo(book: Path) -> tuple[Path, ...]:
    """Put back what stood before the last import that changed the book.

    Returns:
        The files of the book that are as they were.

    Raises:
        BadInputs: There was none, its files were changed since, or are open in Excel.
        OSError: They cannot be written.
    """
    contents = putting_back(book)
    files = [path for path in contents if path.parent == home_of(book)]
    _check_closed(files)
    write_all(contents)
    folder = folder_of(book)
    for emptied in (folder / BEFORE, folder):
        with suppress(OSError):  # It holds something still.
            emptied.rmdir()
    return tuple(files)


def _edited(path: Path, edits: Mapping[str, SheetEdit], changes: Changes) -> bytes:
    """The file's content with the edits of its sheets."""
    place = Place(path.name, "", "")
    if not path.exists():
        content = template.headed([edit.form for edit in edits.values()])
        edits = {title: edit.there() for title, edit in edits.items()}
    else:
        content = path.read_bytes()
        if mark_of(content) != changes.standing.hashes.get(path.name):
            found = "a file that has changed since it was read"
            raise BadInputs((Fault(place, found, "the import to be run once more"),))
    try:
        if path.suffix.lower() == ".csv":
            return edited_csv(content, next(iter(edits.values())))
        return edited_workbook(content, edits)
    except (BadZipFile, ExpatError, KeyError, ValueError):
        found = "a workbook that is written in an unusual way"
        raise BadInputs((Fault(place, found, _AS_USUAL),)) from None


def _memory(book: Path, sent: Iterable[Sent]) -> dict[str, bytes | None]:
    """The recipes and the open doubts, with those of the import; None for none."""
    recipes = {recipe.name: recipe for recipe in recipes_of(book)}
    recipes |= {each.recipe.name: each.recipe for each in sent}
    now = [Waiting(s.recipe.name, s.recipe.file, s.doubts) for s in sent]
    left = waiting_with(waiting(book), now)
    return {
        RECIPES: dumped(recipe_document(recipes.values())),
        WAITING: dumped(waiting_document(left)) if left else None,
    }


def _check_closed(paths: Iterable[Path]) -> None:
    """Refuse to write files that somebody has open.

    Raises:
        BadInputs: There are such.
    """
    open_files = [
        path
        for path in paths
        if any(path.with_name(lock.format(path.name)).exists() for lock in _LOCKS)
    ]
    found = "a file that is open in Excel or LibreOffice"
    wanted = "the file closed; then the same command again"
    if open_files:
        raise BadInputs(
            tuple(Fault(Place(path.name, "", ""), found, wanted) for path in open_files)
        )
