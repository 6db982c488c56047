"""Giving a sender's file back with every doubtful cell marked and asked about."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl.utils import quote_sheetname

from inputs._whole_files import write_whole
from inputs.intake._marks import asking, finding
from inputs.intake.cells import Cell, Source
from inputs.intake.doubts import Doubt
from inputs.intake.marking._copy import copied
from inputs.intake.marking._list import Line
from inputs.intake.marking._workbook import MarkedWorkbook, can_be_marked, ending_of
from inputs.intake.office.package import Package
from inputs.intake.opening._format import Format, format_of
from inputs.intake.opening._spots import spot_of
from inputs.reading import BadInputs
from rostering.domain import Fault, Place

__all__ = ["mark", "mark_findings"]

MOST_COMMENTS = 2_000
"""So many doubts are asked about in comments: Excel is slow to open more."""


def mark(path: Path, source: Source, doubts: Sequence[Doubt], out: Path) -> Path:
    """Write the sender's workbook with its doubtful cells coloured and asked about.

    Everything else in it stays as it is. A sheet Doubts is put behind the others: it
    lists every doubt, with a column for the sender's answers. A file that is no .xlsx
    or .xlsm comes back as a new workbook of all its values.

    Args:
        path: The sender's file.
        source: The same, opened.
        doubts: What is doubtful in it; what is doubtful in others is passed over.
        out: Where to write.

    Returns:
        What was written: `out`, but ending in .xlsm for a workbook with macros.

    Raises:
        BadInputs: There is such a file, or the sender's has changed since.
        OSError: It cannot be written.
    """
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != source.mark:
        found = "a file that has changed since it was read"
        raise _refusal(path, found, "the import to be run once more")
    package, names = _package(content, source)
    out = out.with_suffix(ending_of(package))
    if out.exists():
        raise _refusal(out, "a file that is there already", "a name that is free")
    own = [doubt for doubt in doubts if doubt.place.file == source.file]
    lines = [_line(n, doubt, source, names) for n, doubt in enumerate(own, 1)]
    marked = _marked(package, source, names, list(zip(own, lines, strict=True)))
    draft = out.with_name(f".{out.name}.part")
    draft.write_bytes(marked)
    draft.replace(out)
    return out


def mark_findings(
    path: Path, source: Source, said: Mapping[Place, str], out: Path
) -> Path:
    """Write a rota's workbook with some cells coloured and remarked on.

    What an earlier audit marked and this one does not is as it was before. Everything
    else stays as it is; a file that is no .xlsx or .xlsm becomes a new workbook.

    Args:
        path: The workbook.
        source: The same, opened.
        said: What to write beside which cells.
        out: Where to write; the workbook itself to mark it where it lies.

    Returns:
        What was written: `out`, but ending in .xlsm for a workbook with macros.

    Raises:
        BadInputs: The workbook has changed since it was opened.
        OSError: It cannot be written.
    """
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != source.mark:
        found = "a file that has changed since it was read"
        raise _refusal(path, found, "the audit to be run once more")
    package, names = _package(content, source)
    workbook = MarkedWorkbook(package)
    for sheet in source.sheets:
        own = {p.cell: finding(s) for p, s in said.items() if p.sheet == sheet.name}
        workbook.mark_sheet(names[sheet.name], sheet, own)
    written = out.with_suffix(ending_of(package))
    write_whole(written, workbook.packed())
    return written


def _package(content: bytes, source: Source) -> tuple[Package, Mapping[str, str]]:
    """What is to be marked, and its sheets' names by those of the source."""
    if format_of(content) is Format.XLSX:
        package = Package.of(content)
        if can_be_marked(package):
            return package, {sheet.name: sheet.name for sheet in source.sheets}
    content, names = copied(source)
    return Package.of(content), names


def _marked(
    package: Package,
    source: Source,
    names: Mapping[str, str],
    asked: Sequence[tuple[Doubt, Line]],
) -> bytes:
    beside: defaultdict[str, defaultdict[str, list[str]]]
    beside = defaultdict(lambda: defaultdict(list))
    for doubt, line in asked:
        if line.is_there:
            said = beside[doubt.place.sheet][doubt.place.cell]
            if line.number <= MOST_COMMENTS:
                said.append(asking(line.number, line.found, line.wanted, line.likely))
    workbook = MarkedWorkbook(package)
    for sheet in source.sheets:
        if sheet.name in beside or source.lists:
            texts = {cell: "\n".join(s) for cell, s in beside[sheet.name].items()}
            workbook.mark_sheet(names[sheet.name], sheet, texts)
    workbook.list_doubts([line for _, line in asked], source.lists)
    return workbook.packed()


def _line(number: int, doubt: Doubt, source: Source, names: Mapping[str, str]) -> Line:
    cell = _cell_at(source, doubt.place)
    sheet = names.get(doubt.place.sheet, doubt.place.sheet)
    return Line(
        number,
        f"{quote_sheetname(sheet)}!{doubt.place.cell}" if cell else sheet,
        is_there=cell is not None,
        found=doubt.found,
        wanted=doubt.wanted,
        likely=doubt.likely,
        answer=source.answers.get(doubt.place, ""),
        text=cell.text if cell else "",
        colour=cell.fill if cell else "",
    )


def _cell_at(source: Source, place: Place) -> Cell | None:
    """The cell there; None for a sheet as a whole or a place that is not there."""
    for sheet in source.sheets:
        if sheet.name == place.sheet and (spot := spot_of(place.cell)):
            return sheet.at(*spot)
    return None


def _refusal(path: Path, found: str, wanted: str) -> BadInputs:
    return BadInputs((Fault(Place(path.name, "", ""), found, wanted),))
