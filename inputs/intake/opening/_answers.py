"""What a file that was sent back marked answers, and what it looked like before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from inputs.intake._marks import HEADERS, MARK_COLOUR, SHEET
from inputs.intake.cells import Cell, Sheet, Source
from inputs.intake.opening._remarks import Remarks
from inputs.intake.opening._spots import spot_of
from rostering.domain import Fault, Place

_OUR_COLOURS = frozenset({MARK_COLOUR, "FF99CC"})
"""The second is what LibreOffice makes of the first."""
_SEARCHED = 10
"""How many rows may stand above the list of doubts."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One row of the list of doubts."""

    number: int
    address: str
    answer: Cell
    text: str
    """What the cell held when it was asked about."""
    colour: str


def with_answers(source: Source, asked: Mapping[int, Place]) -> Source:
    """The source without our list of doubts and our colour, and what was answered.

    Args:
        source: A file as it stands.
        asked: Where comments of ours stand, by the number in them; rows may have
            been put in or taken out since they were written.
    """
    listed = [sheet for sheet in source.sheets if _header_row(sheet)]
    rows = [row for sheet in listed for row in _rows(sheet)]
    sheets = {s.name: s for s in source.sheets if s not in listed}
    remarks = Remarks(source.file)
    answers: dict[Place, str] = {}
    colours: dict[Place, str] = {}
    for row in rows:
        place = _place(source.file, row.address)
        cell = _cell_at(sheets, place)
        if row.number in asked and not (cell and cell.is_spread):
            # The comment went along with its cell if rows were put in above it.
            place = asked[row.number]
            cell = _cell_at(sheets, place)
        is_same = cell is not None and cell.text == row.text
        if cell is not None and cell.fill in _OUR_COLOURS:
            colours[place] = row.colour
        if is_same and row.answer.text:
            answers[place] = row.answer.text
        elif row.answer.text:
            remarks.of_late_answer(row.answer, row.address)
    return replace(
        source,
        sheets=tuple(_unmarked(sheet, colours) for sheet in sheets.values()),
        remarks=(*_of_others(source, listed), *remarks.faults),
        lists=tuple(sheet.name for sheet in listed),
        answers=answers,
    )


def _of_others(source: Source, listed: list[Sheet]) -> Iterator[Fault]:
    """What was remarked, but not on our own sheets."""
    names = {sheet.name for sheet in listed}
    return (fault for fault in source.remarks if fault.place.sheet not in names)


def _header_row(sheet: Sheet) -> int:
    """Where the headings of our list stand; 0 for a sheet that is none of ours."""
    if not sheet.name.startswith(SHEET):
        return 0
    for row in range(1, _SEARCHED + 1):
        if all(sheet.at(row, n).text == head for n, head in enumerate(HEADERS, 1)):
            return row
    return 0


def _rows(sheet: Sheet) -> Iterator[_Asked]:
    for row in range(_header_row(sheet) + 1, sheet.height + 1):
        cells = {head: sheet.at(row, n) for n, head in enumerate(HEADERS, 1)}
        number = cells["no"].value
        if isinstance(number, int):
            yield _Asked(
                number,
                cells["cell"].text,
                cells["your answer"],
                cells["text"].text,
                cells["colour"].text,
            )


def _place(file: str, address: str) -> Place:
    sheet, _, cell = address.rpartition("!")
    return Place(file, sheet.strip("'").replace("''", "'"), cell)


def _cell_at(sheets: Mapping[str, Sheet], place: Place) -> Cell | None:
    """The cell there; None for a sheet or an address that is not there."""
    sheet = sheets.get(place.sheet)
    spot = spot_of(place.cell)
    return sheet.at(*spot) if sheet and spot else None


def _unmarked(sheet: Sheet, colours: Mapping[Place, str]) -> Sheet:
    """The sheet with the sender's own colours where we could not see them."""
    marked = {
        spot: cell
        for spot, cell in sheet.cells.items()
        if cell.fill == MARK_COLOUR or cell.place in colours
    }
    if not marked:
        return sheet
    restored = {s: replace(c, fill=colours.get(c.place, "")) for s, c in marked.items()}
    kept = {
        spot: cell
        for spot, cell in (dict(sheet.cells) | restored).items()
        if not cell.is_blank or cell.note
    }
    return replace(sheet, cells=kept)
