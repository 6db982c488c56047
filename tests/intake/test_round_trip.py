"""Files of every kind go into a book, change nothing a second time, and come out."""

import json
import shutil

import pytest

from inputs.intake import ImportKind, survey
from inputs.intake.changes.working_out import changes
from inputs.intake.writing import undo, write
from tests.inputs.books import faults_in
from tests.intake.test_corpus import BOOK, FOLDER

FILES = sorted(
    path.name for path in FOLDER.iterdir() if path.suffix in (".xlsx", ".csv")
)


def contents(book):
    return {path.name: path.read_bytes() for path in book.iterdir() if path.is_file()}


@pytest.mark.parametrize("name", FILES[::4])
def test_a_file_goes_in_once_and_comes_out_whole(tmp_path, name):
    book = tmp_path / "book"
    shutil.copytree(BOOK, book)
    before = contents(book)
    truth = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    kind = ImportKind(truth["kind"])
    first = survey([FOLDER / name], book, kind=kind, say=truth["say"])
    found = changes(book, first.files)
    write(found)
    assert [fault for fault in faults_in(book) if fault.severity == "error"] == []

    # The answers were kept, so that nobody needs to give them again.
    second = survey([FOLDER / name], book, kind=kind)
    again = changes(book, second.files)
    assert again.is_empty
    assert len(again.same) == len(found.added) + len(found.same)
    assert again.kept == ()

    if not found.is_empty:
        undo(book)
    assert contents(book) == before
