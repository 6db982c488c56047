"""Old Excel workbooks (.xls), of which python-calamine reads the values."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from io import BytesIO

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from inputs._cells import BROKEN, CellValue, Spoilt
from inputs.intake.cells import Sheet, Source
from inputs.intake.opening._answers import with_answers
from inputs.intake.opening._biff import Extras, LockedError, extras_in
from inputs.intake.opening._format import UNLOCKED, Refused
from inputs.intake.opening._grid import Grid
from inputs.intake.opening._limits import MOST_AREA, MOST_CELLS, too_many_cells
from inputs.intake.opening._remarks import Remarks
from inputs.intake.opening._spots import Merged
from inputs.intake.opening._strings import Found, Text
from inputs.intake.opening._values import as_day, whole_if_whole

_UNSEEN = (
    "a workbook of which values are read, but no colours and comments",
    "the same saved as .xlsx, if any of these say something",
)
_DAY_NOUGHT = datetime.fromisoformat("1899-12-31")
_FIRST_REAL_DAY = datetime.fromisoformat("1900-03-01")
"""Earlier moments are times that run over midnight, and no dates."""


def open_old(name: str, mark: str, content: bytes) -> Source:
    """Open a workbook of the old kind.

    Raises:
        Refused: It is locked, or holds far too much.
        Exception: It is damaged.
    """
    remarks = Remarks(name)
    remarks.add(*_UNSEEN)
    try:
        extras = extras_in(content)
    except LockedError:
        raise Refused("a file locked by a password", UNLOCKED) from None
    if any(more.height * more.width > MOST_AREA for more in extras):
        raise Refused(*too_many_cells())
    with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
        sheets = tuple(_sheets(name, book, extras, remarks))
    return with_answers(Source(name, mark, sheets, remarks.faults), {})


def _sheets(
    name: str, book: CalamineWorkbook, extras: Sequence[Extras], remarks: Remarks
) -> Iterator[Sheet]:
    count = 0
    both = zip(book.sheets_metadata, extras, strict=True)
    for index, (about, more) in enumerate(both):
        if about.typ is not SheetTypeEnum.WorkSheet:
            remarks.of_chart(about.name)
            continue
        hidden = more.hidden_rows, more.hidden_columns
        grid = Grid(name, about.name, remarks, *hidden)
        for spot, error in more.errors.items():
            grid.put(spot, Found(Spoilt(error, BROKEN)))
        _fill(grid, book.get_sheet_by_index(index))
        count += len(grid.cells)
        if count > MOST_CELLS:
            raise Refused(*too_many_cells())
        yield grid.sheet(is_hidden=about.visible is not SheetVisibleEnum.Visible)


def _fill(grid: Grid, sheet: CalamineSheet) -> None:
    _, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.iter_rows(), 1):
        for column, value in enumerate(values, left + 1):
            if value != "":
                grid.put((row, column), _found(value))
    for (top, first), (bottom, last) in sheet.merged_cell_ranges or ():
        grid.merged.append(Merged(top + 1, first + 1, bottom + 1, last + 1))
    grid.spread()


def _found(value: CellValue) -> Found:
    if isinstance(value, str):
        return Text([(value, None)]).found()
    if isinstance(value, float):
        return Found(whole_if_whole(value))
    if isinstance(value, datetime) and value < _FIRST_REAL_DAY:
        return Found(value - _DAY_NOUGHT)
    if isinstance(value, datetime | time | timedelta):
        return Found(as_day(value))
    return Found(value)
