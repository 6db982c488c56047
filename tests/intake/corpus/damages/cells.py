"""Values spelt otherwise, and values that are wrong."""

from datetime import date, time

from tests.intake.corpus.clean import Sheet
from tests.intake.corpus.damages.registry import damage, transposed
from tests.intake.corpus.drawing import Fate, Line
from tests.intake.corpus.hands import CLOCKS, DATES

_FIRST_DATES = "Absence Start Date", "Start Date", "From", "Date"
_NAMES = "Name", "Officer", "Staff", "Surname", "Last Name"


@damage("stray spaces")
def _spaces(sheet: Sheet) -> None:
    for line in sheet.page.lines:
        for ink in line.inks:
            if ink is not None and isinstance(ink.value, str):
                space = sheet.random.choice((" ", "\u00a0", "\u2009", "\u200b"))
                ink.value = space + ink.value.replace(" ", space + " ") + space


@damage("capitals")
def _capitals(sheet: Sheet) -> None:
    for line in (sheet.head, *sheet.body):
        for ink in line.inks:
            if ink is not None and isinstance(ink.value, str):
                ink.value = ink.value.upper()


@damage("dates respelt")
def _dates(sheet: Sheet) -> None:
    styles = [style for style in DATES if style != "american"]
    for line in sheet.body:
        for ink in line.inks:
            if ink is not None and type(ink.value) is date:
                drawn = DATES[sheet.random.choice(styles)](ink.value)
                ink.value, ink.number_format = drawn.value, drawn.number_format


@damage("times respelt")
def _times(sheet: Sheet) -> None:
    for line in sheet.body:
        for ink in line.inks:
            if ink is not None and type(ink.value) is time:
                drawn = CLOCKS[sheet.random.choice(list(CLOCKS))](ink.value)
                ink.value, ink.number_format = drawn.value, drawn.number_format


@damage("ticks respelt")
def _ticks(sheet: Sheet) -> None:
    for line in sheet.body:
        for ink in line.inks:
            if ink is not None and ink.value == "Y":
                ink.value = sheet.random.choice(("y", "Yes", 1, "✓", "A", True))


@damage("zeros lost")
def _zeros(sheet: Sheet) -> None:
    for line in sheet.body:
        for ink in line.inks:
            is_number = ink and isinstance(ink.value, str) and ink.value.isdigit()
            if ink is not None and is_number and len(str(ink.value)) >= 5:
                ink.value = int(str(ink.value))


@damage("a day that is none")
def _no_day(sheet: Sheet) -> None:
    _spoil(
        sheet, _FIRST_DATES, ("31/02/2027", "TBC", "32/01/2027", "#REF!", "?"), "date"
    )


@damage("a day that is lacking")
def _blank_day(sheet: Sheet) -> None:
    _spoil(sheet, _FIRST_DATES, (None,), "date")


@damage("a kind that is none")
def _no_kind(sheet: Sheet) -> None:
    words = "Zorb", "Q7X", "#N/A"
    heads = "Absence Category", "Absence Type", "Abstraction", "Unavailability Type"
    _spoil(sheet, heads, words, "code")


@damage("somebody unknown")
def _nobody(sheet: Sheet) -> None:
    heads = "Employee Number", "Assignment Number", "Assignment No.", "Payroll No"
    heads = *heads, "Collar No", "Collar"
    at = sheet.column(*heads)
    if at is not None and not sheet.is_grid and sheet.rows:
        line = sheet.random.choice(sheet.rows)
        for name in (*_NAMES, "First Name", "Forename"):
            if (column := sheet.column(name)) is not None:
                line.inks[column].value = "Quillfeather"
        _spoil_line(sheet, line, at, 99887766, "person")


@damage("a slip in a name")
def _slip(sheet: Sheet) -> None:
    at = sheet.column(*_NAMES)
    if at is None or sheet.is_grid or not sheet.rows:
        return
    line = sheet.random.choice(sheet.rows)
    fact, ink = sheet.fact_of(line), line.inks[at]
    if fact is not None and ink is not None:
        ink.value = transposed(str(ink.value))
        fact.fate = Fate.EITHER


@damage("numbers as text")
def _as_text(sheet: Sheet) -> None:
    for line in (sheet.head, *sheet.body):
        for ink in line.inks:
            is_number = ink and type(ink.value) in (int, float)
            if ink is not None and is_number:
                ink.value = (
                    f"{ink.value:g}" if type(ink.value) is float else str(ink.value)
                )


def _spoil(
    sheet: Sheet, headers: tuple[str, ...], values: tuple[str | None, ...], about: str
) -> None:
    """Put something wrong into one cell under one of the headers."""
    at = sheet.column(*headers)
    if at is not None and not sheet.is_grid and sheet.rows:
        line = sheet.random.choice(sheet.rows)
        _spoil_line(sheet, line, at, sheet.random.choice(values), about)


def _spoil_line(
    sheet: Sheet, line: Line, at: int, value: str | int | None, about: str
) -> None:
    fact, ink = sheet.fact_of(line), line.inks[at]
    if fact is not None and ink is not None:
        ink.value, ink.number_format = value, ""
        fact.fate, fact.about = Fate.DOUBT, about
