"""What sheets suffer: each damage leaves the truth be, or says what of it fell."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from itertools import takewhile

from tests.intake.corpus.clean import Sheet
from tests.intake.corpus.drawing import Fate, Ink, Line, inked
from tests.intake.corpus.hands import CLOCKS, DATES

Damage = Callable[[Sheet], None]
DAMAGES: dict[str, Damage] = {}
_STAGES: dict[str, int] = {}
_COLUMNS, _CELLS, _LINES, _FORMAT = range(4)
"""The order in which damages are done, so that each finds what it needs."""
_FIRST_DATES = "Absence Start Date", "Start Date", "From", "Date"
_NAMES = "Name", "Officer", "Staff", "Surname", "Last Name"
_TEXTS = ("csv", "utf-8", ","), ("csv", "cp1252", ";"), ("tsv", "utf-16", "\t")


def suffer(sheet: Sheet, damages: Iterable[str]) -> None:
    """Do each damage to the sheet."""
    for name in sorted(damages, key=lambda name: (_STAGES[name], name)):
        DAMAGES[name](sheet)


def damage(name: str, stage: int = _CELLS) -> Callable[[Damage], Damage]:
    """Enter a damage by its name."""

    def enter(done: Damage) -> Damage:
        DAMAGES[name] = done
        _STAGES[name] = stage
        return done

    return enter


@damage("titles above", _LINES)
def _titles(sheet: Sheet) -> None:
    at = sheet.page.lines.index(sheet.head)
    titles = inked("Kent Joint Response Unit", "Printed on 18/12/2026 14:02")
    sheet.page.lines[at:at] = [*(Line([ink]) for ink in titles), Line()]
    sheet.drawing.passed(*titles)


@damage("totals below", _LINES)
def _totals(sheet: Sheet) -> None:
    width = len(sheet.head.inks)
    inks = inked("Total", *[None] * (width - 2), 12)
    sheet.page.lines.append(
        Line([ink if ink.value is not None else None for ink in inks])
    )
    signed = sheet.page.add("Signed: R. Desk")
    sheet.drawing.passed(inks[0], inks[-1], *signed)


@damage("blank rows", _LINES)
def _blank_rows(sheet: Sheet) -> None:
    for line in sheet.random.sample(sheet.body, min(2, len(sheet.body))):
        sheet.page.lines.insert(sheet.page.lines.index(line), Line())


@damage("first columns blank", _LINES)
def _indent(sheet: Sheet) -> None:
    for line in sheet.page.lines:
        line.inks.insert(0, None)
    sheet.page.hidden_columns = {at + 1 for at in sheet.page.hidden_columns}


@damage("columns in another order", _COLUMNS)
def _shuffle(sheet: Sheet) -> None:
    if sheet.is_grid:
        return
    order = list(range(len(sheet.head.inks)))
    sheet.random.shuffle(order)
    for line in (sheet.head, *sheet.body):
        line.inks += [None] * (len(order) - len(line.inks))
        line.inks[:] = [line.inks[at] for at in order]


@damage("heading again", _LINES)
def _heading_again(sheet: Sheet) -> None:
    line = sheet.random.choice(sheet.body)
    again = [
        Ink(ink.value, number_format=ink.number_format) if ink else None
        for ink in sheet.head.inks
    ]
    sheet.page.lines.insert(sheet.page.lines.index(line), Line(again))


@damage("hidden", _LINES)
def _hidden(sheet: Sheet) -> None:
    for line in sheet.random.sample(sheet.body, min(3, len(sheet.body))):
        line.is_hidden = True
    sheet.page.hidden_columns.add(sheet.random.randrange(1, 8))


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


@damage("zeros lost")
def _zeros(sheet: Sheet) -> None:
    for line in sheet.body:
        for ink in line.inks:
            is_number = ink and isinstance(ink.value, str) and ink.value.isdigit()
            if ink is not None and is_number and len(str(ink.value)) >= 5:
                ink.value = int(str(ink.value))


@damage("columns of no use", _COLUMNS)
def _columns(sheet: Sheet) -> None:
    if sheet.is_grid:
        return
    sheet.head.inks += inked("Line Manager", "Cost Centre", "Comments")
    for turn, line in enumerate(sheet.body):
        line.inks += inked("R. Desk", 41200 + turn, "see e-mail")


@damage("private columns", _COLUMNS)
def _private(sheet: Sheet) -> None:
    if sheet.is_grid:
        return
    sheet.head.inks += inked("NI Number", "Date of Birth", "Home Address")
    for turn, line in enumerate(sheet.body):
        line.inks += inked(f"QQ1234{turn:02}C", date(1980, 5, 1), "1 Orchard Way")


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
        text = str(ink.value)
        ink.value = text[:2] + text[3:4] + text[2:3] + text[4:]
        fact.fate = Fate.EITHER


@damage("a row twice", _LINES)
def _twice(sheet: Sheet) -> None:
    if sheet.is_grid or not sheet.rows:
        return
    line = sheet.random.choice(sheet.rows)
    again = Line(
        [ink and Ink(ink.value, number_format=ink.number_format) for ink in line.inks]
    )
    sheet.page.lines.insert(sheet.page.lines.index(line) + 1, again)
    sheet.body.append(again)
    fact = sheet.fact_of(line)
    if fact is not None:
        fact.fate = Fate.EITHER
        fact.inks += [ink for ink in again.inks if ink is not None]


@damage("bars of leave", _LINES)
def _bars(sheet: Sheet) -> None:
    if sheet.drawing.kind != "leave" or not sheet.is_grid:
        return
    for fact in sheet.drawing.facts:
        code = fact.inks[0].value
        days = list(takewhile(lambda ink: ink.value == code, fact.inks))
        if len(days) > 1 and fact.sheet == "Leave" and sheet.random.random() < 0.7:
            _merge(sheet, days)


def _merge(sheet: Sheet, days: list[Ink]) -> None:
    line = next(line for line in sheet.body if days[0] in line.inks)
    at = line.inks.index(days[0])
    days[0].across = len(days)
    line.inks[at + 1 : at + len(days)] = [None] * (len(days) - 1)


@damage("numbers as text")
def _as_text(sheet: Sheet) -> None:
    for line in (sheet.head, *sheet.body):
        for ink in line.inks:
            is_number = ink and type(ink.value) in (int, float)
            if ink is not None and is_number:
                ink.value = (
                    f"{ink.value:g}" if type(ink.value) is float else str(ink.value)
                )


@damage("as plain text", _FORMAT)
def _plain(sheet: Sheet) -> None:
    ending, sheet.drawing.encoding, sheet.drawing.delimiter = sheet.random.choice(
        _TEXTS
    )
    _rename(sheet, ending)


@damage("as an old workbook", _FORMAT)
def _old(sheet: Sheet) -> None:
    _rename(sheet, "xls")


@damage("as an open document", _FORMAT)
def _open(sheet: Sheet) -> None:
    _rename(sheet, "ods")


def _rename(sheet: Sheet, ending: str) -> None:
    """Save the sheet as something else, unless that would lose what it says."""
    inks = [ink for line in sheet.page.lines for ink in line.inks if ink is not None]
    is_text = ending in ("csv", "tsv")
    if any(ink.across > 1 or _is_fraction(ink) for ink in inks) and is_text:
        return
    if not any(type(ink.value) is datetime for ink in inks):
        stem = sheet.drawing.file.rsplit(".", 1)[0]
        sheet.drawing.file = f"{stem}.{ending}"


def _is_fraction(ink: Ink) -> bool:
    """Whether it is a time of day as a part of one."""
    return isinstance(ink.value, float) and ink.value < 1


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
