"""The files of a book, read whole: their tables, and what marks each file's content."""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from inputs._cells import Table
from inputs._csv_file import read_csv
from inputs._faults import Faults
from inputs._safety import OTHER_SHEETS, WORKBOOK
from inputs._workbook import read_workbook
from rostering.domain import Place

READ = frozenset({".xlsx", ".csv"})
_A_BOOK = f"{WORKBOOK}, or a folder of .xlsx and .csv files"


@dataclass
class Files:
    """Everything that stands in a book's files."""

    tables: list[Table] = field(default_factory=list)
    hashes: dict[str, str] = field(default_factory=dict)
    """The SHA-256 of each file by its name."""


def read_files(path: Path, headers: Collection[str], faults: Faults) -> Files:
    """Read the book's files; `headers` are the names that columns may have."""
    files = Files()
    for file in _files_of(path, faults):
        try:
            content = file.read_bytes()
        except OSError as refusal:
            found = f"a file that cannot be opened ({refusal.strerror})"
            faults.error(Place(file.name, "", ""), found, "a file that can be read")
            continue
        files.hashes[file.name] = hashlib.sha256(content).hexdigest()
        if file.suffix.lower() == ".csv":
            files.tables += read_csv(file.name, content, headers, faults)
        else:
            files.tables += read_workbook(file.name, content, faults)
    return files


def _files_of(path: Path, faults: Faults) -> list[Path]:
    place = Place(path.name or str(path), "", "")
    if path.is_dir():
        files = list(_files_in(path, faults))
        if not files:
            faults.error(place, "a folder without .xlsx or .csv files", _A_BOOK)
        return files
    if not path.exists():
        faults.error(place, "no such file or folder", _A_BOOK)
    elif path.suffix.lower() not in READ:
        faults.error(place, f"a {path.suffix or 'nameless'} file", _A_BOOK)
    else:
        return [path]
    return []


def _files_in(folder: Path, faults: Faults) -> Iterator[Path]:
    """The folder's files that are read; a spreadsheet of another kind is a fault."""
    for file in sorted(folder.iterdir()):
        ending = file.suffix.lower()
        if file.name.startswith((".", "~$")):
            continue
        if ending in READ and file.is_file():
            yield file
        elif ending in READ | OTHER_SHEETS:
            kind = "folder" if file.is_dir() else f"{ending} file"
            wanted = f"the same saved as {WORKBOOK}, or nothing"
            faults.error(Place(file.name, "", ""), f"a {kind}", wanted)
