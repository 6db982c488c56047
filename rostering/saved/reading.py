"""A rota read back from its folder, its rota.csv, its rota.json or its rota.xlsx."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inputs import BadInputs
from rostering.domain import Fault, Place, Severity
from rostering.saved.comma import from_csv
from rostering.saved.lines import COLUMNS, RotaLine
from rostering.saved.records import Record, column_letters, line_of
from rostering.saved.together import finish

_A_ROTA = "a folder that `rota build` wrote, or its rota.csv, rota.json or rota.xlsx"
WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_SOON = 10.0
"""Within so many seconds of each other all files of a rota are written."""
_NEEDED = tuple(column for column in COLUMNS if column not in ("name", "reason"))


@dataclass(frozen=True)
class SavedRota:
    """The lines of a rota, the cells where they stand, and what is known of them."""

    path: Path
    lines: tuple[RotaLine, ...]
    records: tuple[Record, ...]
    document: Mapping[str, object]
    """What rota.json says of it; empty where there is none."""
    built: tuple[RotaLine, ...] = ()
    """For rota.xlsx its lines as it was written; what differs was edited."""
    faults: tuple[Fault, ...] = ()
    """What is read, and worth a look."""
    written: datetime | None = None
    """When it was written, where that is not the time of its file."""

    @property
    def is_workbook(self) -> bool:
        """Whether its cells are those of a workbook."""
        return self.path.suffix.lower() in WORKBOOKS


def read_rota(path: Path) -> SavedRota:
    """Read a rota by itself, without its book.

    Raises:
        BadInputs: Something in it cannot be understood.
    """
    file = _file_of(path)
    if file.suffix.lower() in WORKBOOKS:
        return _of_workbook(file)
    try:
        content = file.read_bytes()
    except OSError as refusal:
        found = f"a file that cannot be opened ({refusal.strerror})"
        raise BadInputs((_of_file(file, found, "a file that can be read"),)) from None
    if file.suffix.lower() == ".json":
        return rota_of(file, _document(file, content))
    beside = file.with_suffix(".json")
    document = beside.read_bytes() if beside.is_file() else None
    saved = rota_in(file, content, document)
    return replace(saved, faults=tuple(_passed_over(file))) if path.is_dir() else saved


def _passed_over(file: Path) -> Iterator[Fault]:
    """A warning where somebody seems to have edited the workbook, which is not read."""
    workbook = file.with_suffix(".xlsx")
    if not workbook.is_file():
        return
    if workbook.stat().st_mtime > file.stat().st_mtime + _SOON:
        place = Place(workbook.name, "", "")
        found = f"a workbook that was saved later than {file.name}"
        wanted = f"{workbook} to be named, if what was edited in it is to count"
        yield Fault(place, found, wanted, severity=Severity.WARNING)


def _of_workbook(file: Path) -> SavedRota:
    """The rota as the sheet by car has it now."""
    from inputs.intake.opening import open_source
    from rostering.saved.workbook import read_workbook

    read = read_workbook(open_source(file))
    saved = _saved(file, read.document, read.records)
    return replace(saved, built=read.built, faults=read.faults)


def rota_of(file: Path, document: Mapping[str, object]) -> SavedRota:
    """The rota as rota.json has it.

    Raises:
        BadInputs: Something in it cannot be understood.
    """
    return _saved(file, document, _records_of_json(file, document))


def rota_in(file: Path, rows: bytes, document: bytes | None) -> SavedRota:
    """The rota of which rota.csv has the rows; rota.json is the document, if any.

    Raises:
        BadInputs: Something in it cannot be understood.
    """
    known = {} if document is None else _document(file.with_suffix(".json"), document)
    return _saved(file, known, _records_of_csv(file, rows))


def _saved(
    file: Path, document: Mapping[str, object], records: tuple[Record, ...]
) -> SavedRota:
    """The rota that the records tell."""
    faults: list[Fault] = []
    lines = [line_of(record, faults) for record in records]
    if faults:
        raise BadInputs(tuple(faults))
    understood = tuple(line for line in lines if line is not None)
    return SavedRota(file, understood, records, document)


def _file_of(path: Path) -> Path:
    """The file meant; in a folder the CSV file, which people edit, comes first."""
    finish(path if path.is_dir() else path.parent)
    if path.is_dir():
        for name in ("rota.csv", "rota.json"):
            if (path / name).is_file():
                return path / name
        raise BadInputs((_of_file(path, "a folder without rota.csv", _A_ROTA),))
    if not path.exists():
        raise BadInputs((_of_file(path, "no such file or folder", _A_ROTA),))
    if path.suffix.lower() not in (".csv", ".json", *WORKBOOKS):
        found = f"a {path.suffix or 'nameless'} file"
        raise BadInputs((_of_file(path, found, _A_ROTA),))
    return path


def _of_file(path: Path, found: str, wanted: str) -> Fault:
    return Fault(Place(path.name or str(path), "", ""), found, wanted)


def _document(file: Path, content: bytes) -> Mapping[str, object]:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or not isinstance(document.get("rows"), list):
        found = "something else than a saved rota"
        raise BadInputs((_of_file(file, found, "rota.json as `rota build` wrote it"),))
    return document


def _records_of_json(file: Path, document: Mapping[str, object]) -> tuple[Record, ...]:
    rows = document["rows"]
    assert isinstance(rows, list)
    return tuple(
        Record(
            {str(name): str(value) for name, value in row.items()},
            {column: Place(file.name, "rows", f"{column} {n}") for column in COLUMNS},
        )
        for n, row in enumerate(rows, 1)
        if isinstance(row, dict)
    )


def _records_of_csv(file: Path, content: bytes) -> tuple[Record, ...]:
    try:
        headers, rows = from_csv(content)
    except ValueError:
        found = "a file that is no text" if content else "an empty file"
        raise BadInputs((_of_file(file, found, _A_ROTA),)) from None
    missing = [column for column in _NEEDED if column not in headers]
    if missing:
        place = Place(file.name, file.stem, "A1")
        found = ", ".join(headers)[:60] or "no column names"
        wanted = f"the columns {', '.join(missing)} too"
        raise BadInputs((Fault(place, found, wanted),))
    name, sheet = file.name, file.stem
    letters = {header: column_letters(n) for n, header in enumerate(headers, 1)}
    return tuple(
        Record(row, {h: Place(name, sheet, f"{x}{n}") for h, x in letters.items()})
        for n, row in enumerate(rows, 2)
        if any(value.strip() for value in row.values())
    )
