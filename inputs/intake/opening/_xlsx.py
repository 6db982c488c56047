"""An Excel workbook, opened from its parts: every cell with its looks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from inputs.intake.cells import Sheet, Source
from inputs.intake.office.package import Package
from inputs.intake.opening._answers import with_answers
from inputs.intake.opening._format import Refused
from inputs.intake.opening._limits import MOST_CELLS, MOST_SHEETS, too_many_cells
from inputs.intake.opening._looks import looks_of
from inputs.intake.opening._notes import notes_of
from inputs.intake.opening._remarks import Remarks
from inputs.intake.opening._sheet import SheetMaker
from inputs.intake.opening._sheet_part import read_sheet_part
from inputs.intake.opening._strings import texts_in
from inputs.intake.opening._values import ValueReader

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ON = ("1", "true")


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One sheet as the workbook lists it."""

    name: str
    part: str
    kind: str
    """worksheet, chartsheet or dialogsheet."""
    is_hidden: bool


def open_xlsx(name: str, mark: str, content: bytes) -> Source:
    """Open a workbook.

    Raises:
        Refused: It holds far too much.
        Exception: It is damaged: the XML parser raises almost anything then.
    """
    package = Package.of(content)
    workbook = workbook_part(package)
    root = package.tree(workbook)
    counts_from_1904 = _counts_from_1904(root)
    shared = package.target(workbook, "sharedStrings")
    texts = texts_in(package.parts[shared]) if shared else []
    reader = ValueReader(texts, counts_from_1904=counts_from_1904)
    maker = SheetMaker(name, looks_of(package, workbook), reader, Remarks(name))
    sheets = tuple(_sheets(package, workbook, maker))
    maker.remarks.of_workbook(package, root, counts_from_1904=counts_from_1904)
    source = Source(
        name,
        mark,
        sheets,
        maker.remarks.faults,
        counts_from_1904=counts_from_1904,
        saved=_saved(package),
    )
    return with_answers(source, maker.asked)


def workbook_part(package: Package) -> str:
    """The part that lists the sheets.

    Raises:
        KeyError: There is none.
    """
    part = package.target("", "officeDocument")
    if not part:
        raise KeyError("xl/workbook.xml")
    return part


def entries_of(package: Package, workbook: str) -> Iterator[SheetEntry]:
    """The workbook's sheets in their order."""
    relations = {relation.id: relation for relation in package.relations(workbook)}
    for element in package.tree(workbook).iterfind("{*}sheets/{*}sheet"):
        links = [value for key, value in element.items() if key.endswith("}id")]
        relation = relations[links[0]]
        is_hidden = element.get("state", "visible") != "visible"
        yield SheetEntry(
            element.get("name", ""), relation.target, relation.kind, is_hidden
        )


def _sheets(package: Package, workbook: str, maker: SheetMaker) -> Iterator[Sheet]:
    entries = list(entries_of(package, workbook))
    if len(entries) > MOST_SHEETS:
        raise Refused(f"a workbook of {len(entries)} sheets", f"at most {MOST_SHEETS}")
    count = 0
    for entry in entries:
        if entry.kind != "worksheet":
            maker.remarks.of_chart(entry.name)
            continue
        part = read_sheet_part(package.parts[entry.part], maker.looks)
        notes = notes_of(package, entry.part)
        sheet = maker.sheet(entry.name, part, notes, is_hidden=entry.is_hidden)
        count += len(sheet.cells)
        if count > MOST_CELLS:
            raise Refused(*too_many_cells())
        yield sheet


def _counts_from_1904(root: "Element") -> bool:
    properties = root.find("{*}workbookPr")
    return properties is not None and properties.get("date1904") in _ON


def _saved(package: Package) -> datetime | None:
    part = package.target("", "core-properties")
    if not part:
        return None
    said = package.tree(part).findtext("{http://purl.org/dc/terms/}modified")
    try:
        return datetime.fromisoformat(said or "")
    except ValueError:
        return None
