"""The sheet that says what the workbook is, how it is read and how it is edited."""

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

import rostering
from rostering.report.built import BuiltRota
from rostering.report.veil import shared_words
from rostering.report.workbook.cells import (
    HEAD,
    HEAD_FILL,
    put,
    set_widths,
)
from rostering.report.workbook.printing import days_in_words, make_printable
from rostering.saved.sheets import CARS, PEOPLE

_EDITING = (
    f"Change who works on the sheet {CARS}: choose a name from a cell's list, type "
    "one, clear it, or write two, each on a line of its own, where the car takes two.",
    "A name that is struck through counts as taken off; a turn that is struck through "
    "takes off its whole crew.",
    "Rows may be sorted and hidden, rows and columns put in, dates shown in another "
    "way. Keep the heading rows, the dates and the turns.",
    "Of two people with one name the id tells: it stands behind the name. An id alone "
    "will do.",
    f"The sheet {PEOPLE} is made from the sheet {CARS} and is locked, so that no "
    "change is lost there. The other sheets tell of the rota as it was built.",
    "To see what the changes break: rota audit, with the path of this workbook. To "
    "have the cells marked: rota audit --mark.",
)
_READING = (
    "open: nobody is there, and the car cannot go out. The sheet Gaps says why.",
    "spare: a further place that may stay empty.",
    "A shaded row is a weekend; a line above a row begins a week. A shift stands on "
    "the date on which it starts.",
)


def add_notes(sheet: Worksheet, built: BuiltRota) -> None:
    """Write what somebody needs who was only sent this workbook."""
    set_widths(sheet, [100])
    row = 1
    for title, sentences in _sections(built):
        head = put(sheet, row, 1, title)
        head.font, head.fill = HEAD, HEAD_FILL
        for sentence in sentences:
            row += 1
            put(sheet, row, 1, sentence)
        row += 2
    above = days_in_words(built.rota.problem.period)
    make_printable(sheet, above, head_rows=1, freeze="A2")


def _sections(built: BuiltRota) -> Iterator[tuple[str, tuple[str, ...]]]:
    days = days_in_words(built.rota.problem.period)
    crewed = f"{built.crewed.total()} of {built.wanted.total()} shifts are crewed."
    by = f"Made by rota {rostering.__version__}"
    if built.view:
        yield "This rota", (f"{days}.", crewed, f"{by}.", shared_words(built))
        yield "How it is read", _READING[1:]
        return
    made = f"{by} from the book {built.book.name}."
    yield "This rota", (f"{days}.", crewed, made, *built.notes)
    yield "How it is read", _READING
    yield "How it is edited", _EDITING
