"""A book as plain rows, before it is a folder of workbooks."""

from collections.abc import Iterator, Mapping
from datetime import date, time

from openpyxl.utils import get_column_letter

Cell = str | int | float | date | time | None
Row = Mapping[str, Cell]
HandRow = tuple[str, str, Row]
"""A row with the workbook and the sheet in which it is written."""

COLUMNS = {
    "Units": "callsign, area, districts, base, force, trust, priority, from, to",
    "Cover": "unit, days, turn, start, end, crew, from, to, priority",
    "Crews": "crew, post, roles, least, wanted, most, skills",
    "People": "id, name, role, employer, units, team, weekly hours, overtime, status, "
    "opt-out from, opt-out to, main job start, main job end, from, to, "
    "unsocial scheme, band",
    "Skills": "role, skill, posts, valid months, warn days",
    "Training": "person, skill, from, expires",
    "Courses": "course, skill, date, start, end, places, roles, booked",
    "Teams": "team, district, anchor, pattern, least on duty",
    "Leave": "person, kind, from, to, start, end, status",
    "Availability": "person, date, from, to",
    "Requests": "person, want, from, to, unit, weight",
    "Pairs": "first, second, kind, from, to, reason",
    "Off road": "unit, from, to, reason",
    "Pins": "person, unit, date, pin",
    "History": "person, date, start, end, unit, post, kind",
    "Rules": "code, on, mode, tier, weight, applies to, parameter, value, source",
    "Bank holidays": "date, name",
}
"""The sheets and their columns, in the order in which people keep them."""


class Book:
    """The rows of every sheet of every workbook."""

    def __init__(self) -> None:
        self.sheets: dict[tuple[str, str], list[Row]] = {}
        """Rows by workbook and sheet, in the order in which they are written."""

    def add(self, file: str, sheet: str, **cells: Cell) -> None:
        """Add a row of these cells."""
        self.add_row(file, sheet, row_of(**cells))

    def add_row(self, file: str, sheet: str, row: Row) -> None:
        """Add a row whose columns are named as the sheet names them."""
        self.sheets.setdefault((file, sheet), []).append(row)

    @property
    def files(self) -> tuple[str, ...]:
        """The workbooks, in order of first use."""
        return tuple(dict.fromkeys(file for file, _ in self.sheets))

    def of_file(self, file: str) -> Iterator[tuple[str, list[Row]]]:
        """The sheets of one workbook."""
        return (
            (sheet, rows) for (name, sheet), rows in self.sheets.items() if name == file
        )

    def rows(self, sheet: str) -> Iterator[Row]:
        """The rows of every sheet of this name, wherever it stands."""
        for (_, name), rows in self.sheets.items():
            if name == sheet:
                yield from rows

    def in_one_file(self, file: str) -> "Book":
        """The same rows in one workbook."""
        whole = Book()
        for (_, sheet), rows in self.sheets.items():
            for row in rows:
                whole.add_row(file, sheet, row)
        whole.sort()
        return whole

    def sort(self) -> None:
        """Put every list that people keep by person or by date in that order."""
        for (_, sheet), rows in self.sheets.items():
            order = _ORDER.get(sheet)
            if order:
                rows.sort(key=lambda row: [str(row.get(column)) for column in order])

    def addresses(self, sheet: str, column: str, **match: Cell) -> Iterator[str]:
        """Where the cells of a column stand whose rows hold the given values."""
        wanted = row_of(**match).items()
        for (file, name), rows in self.sheets.items():
            if name != sheet:
                continue
            letter = get_column_letter(columns_of(name, rows).index(column) + 1)
            for number, row in enumerate(rows, 2):
                if wanted <= row.items():
                    yield f"[{file}.xlsx]{sheet}!{letter}{number}"


def row_of(**cells: Cell) -> Row:
    """A row by column; an underscore stands for a space or the hyphen of opt-out."""
    return {_column(name): cell for name, cell in cells.items()}


def hand_row(file: str, sheet: str, **cells: Cell) -> HandRow:
    """A row of these cells, with its workbook and sheet."""
    return file, sheet, row_of(**cells)


def columns_of(sheet: str, rows: list[Row]) -> list[str]:
    """The sheet's own columns, then those that only its rows have."""
    usual = COLUMNS[sheet].split(", ")
    used = dict.fromkeys(column for row in rows for column in row)
    return [*usual, *(column for column in used if column not in usual)]


def _column(name: str) -> str:
    return name.rstrip("_").replace("opt_out", "opt-out").replace("_", " ")


_ORDER = {
    "Leave": ("from", "person"),
    "Courses": ("date", "course"),
    "Availability": ("date", "person"),
    "Requests": ("from", "person"),
    "History": ("date", "person"),
    "Training": ("person", "skill", "from"),
}
