"""rota.xlsx read back: the sheet by car is the truth, however it was edited."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from inputs import BadInputs
from inputs.intake.cells import Sheet, Source
from rostering.domain import Fault, Place, Severity
from rostering.saved.by_car import by_car
from rostering.saved.crewings import CrewReading
from rostering.saved.lines import COLUMNS, RotaLine
from rostering.saved.named import Names
from rostering.saved.records import Record, line_of
from rostering.saved.sheets import ABOUT, BUILT, CARS, ID, NAME, PEOPLE, ROLE


@dataclass(frozen=True)
class WorkbookRota:
    """What a workbook says of a rota."""

    records: tuple[Record, ...]
    built: tuple[RotaLine, ...]
    """The lines as they were written, by which edits are known."""
    document: Mapping[str, object]
    faults: tuple[Fault, ...]
    """What is read, and worth a look."""


def is_rota(source: Source) -> bool:
    """Whether the file is a rota.xlsx that was written by us, edited or not."""
    return _sheet(source, BUILT) is not None and by_car(source) is not None


def read_workbook(source: Source) -> WorkbookRota:
    """Read back what was edited.

    Raises:
        BadInputs: It is no such workbook, or a cell in it cannot be understood.
    """
    cars, built = by_car(source), _sheet(source, BUILT)
    if cars is None or built is None:
        found = "a workbook that is no rota of ours"
        wanted = f"rota.xlsx with its sheet {CARS}, or the book after --book"
        raise BadInputs((Fault(Place(source.file, "", ""), found, wanted),))
    lines = _built_lines(built)
    reading = CrewReading(cars, lines, _names(source, lines))
    records = tuple(reading.records())
    if any(fault.severity is Severity.ERROR for fault in reading.faults):
        raise BadInputs(tuple(reading.faults))
    document = _document(_sheet(source, ABOUT))
    return WorkbookRota(records, lines, document, tuple(reading.faults))


def _sheet(source: Source, name: str) -> Sheet | None:
    named = (sheet for sheet in source.sheets if sheet.name == name)
    return next(named, None)


def _records(sheet: Sheet, *heads: str) -> Iterator[Record]:
    """The texts below the row that has all of these headings."""
    columns: dict[int, str] = {}
    for row in sheet.rows():
        if columns:
            told = {columns[n]: cell for n, cell in enumerate(row) if n in columns}
            yield Record(
                {head: cell.original or cell.text for head, cell in told.items()},
                {head: cell.place for head, cell in told.items()},
            )
        elif set(heads) <= {cell.text for cell in row}:
            columns = {n: cell.text for n, cell in enumerate(row) if cell.text}


def _built_lines(sheet: Sheet) -> tuple[RotaLine, ...]:
    faults: list[Fault] = []
    lines = [line_of(record, faults) for record in _records(sheet, *COLUMNS)]
    if faults:
        raise BadInputs(tuple(faults))
    return tuple(line for line in lines if line is not None)


def _names(source: Source, lines: Iterable[RotaLine]) -> Names:
    """Everybody whom the sheet by person lists, and whoever is on the rota."""
    names, roles = dict[str, str](), dict[str, str]()
    for line in lines:
        if line.person:
            names[line.person], roles[line.person] = line.name, line.role
    sheet = _sheet(source, PEOPLE)
    for record in () if sheet is None else _records(sheet, NAME, ROLE, ID):
        id, name = record.text(ID), record.text(NAME)
        if id and name:
            names.setdefault(id, name)
            roles.setdefault(id, record.text(ROLE))
    return Names(names, roles)


def _document(sheet: Sheet | None) -> Mapping[str, object]:
    """What is known of the rota as a whole; nothing where the sheet is damaged."""
    rows = () if sheet is None else sheet.rows()
    try:
        return {row[0].text: json.loads(row[1].original or row[1].text) for row in rows}
    except (IndexError, ValueError):
        return {}
