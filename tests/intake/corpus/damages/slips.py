"""Slips that nobody could see through, and words for which there are others."""

from datetime import date, timedelta

from tests.intake.corpus.cast import CAST
from tests.intake.corpus.clean import Sheet
from tests.intake.corpus.damages.registry import Stage, damage, transposed
from tests.intake.corpus.drawing import Fact, Fate, Ink, Line

_ALIASES = {
    "AL": ("A/L", "A.L.", "al", "HOL", "LEAVE", "Ann Leave"),
    "SICK": ("SK", "Sick", "S I C K", "GONE SICK"),
    "STL": ("Study", "STL"),
    "RD": ("REST", "R/D", "Off", "rd"),
    "Annual Leave": ("A/L", "ANNUAL LEAVE", "Holiday", "annual"),
    "Sickness": ("Sick", "SICKNESS", "Sick leave"),
    "JR-01": ("JR01", "JR 01", "jr-01"),
}
_SYNONYMS = {
    "Absence Start Date": ("Start Date", "First day of absence", "Date from"),
    "Absence End Date": ("End Date", "Last day", "Date to"),
    "Employee Number": ("Employee No.", "Emp No", "Payroll Number"),
    "Absence Category": ("Absence Type", "Type of absence", "Category of Absence"),
    "Collar No": ("Collar Number", "Shoulder No", "Collar"),
    "Finish": ("End", "Finish Time", "End Time"),
    "Start": ("Start Time", "From time"),
    "Surname": ("Last name", "Family Name"),
    "Forename": ("First name", "Given Name"),
    "Officer": ("Name", "Officer name"),
    "Available from": ("From", "Start"),
    "Available to": ("To", "Until"),
}
_NEEDED = (
    "Absence Start Date",
    "Absence End Date",
    "Date",
    "Finish",
    "Collar No",
    "Employee Number",
    "Start",
)
"""Headings without which a list cannot be read."""
_LASTS = "Absence End Date", "End Date", "To"
_FIRSTS = "Absence Start Date", "Start Date", "From"
_NUMBERS = "Employee Number", "Assignment Number", "Assignment No.", "Payroll No"


@damage("other words")
def _aliases(sheet: Sheet) -> None:
    for line in sheet.body:
        for ink in line.inks:
            others = _ALIASES.get(str(ink.value)) if ink else None
            if ink is not None and others:
                ink.value = sheet.random.choice(others)


@damage("other headings", Stage.HEADS)
def _synonyms(sheet: Sheet) -> None:
    for ink in sheet.head.inks:
        others = _SYNONYMS.get(str(ink.value)) if ink else None
        if ink is not None and others:
            ink.value = sheet.random.choice(others)


@damage("a heading misspelt", Stage.HEADS)
def _misspelt(sheet: Sheet) -> None:
    heads = [ink for ink in sheet.head.inks if ink and str(ink.value) in _NEEDED]
    if heads:
        ink = sheet.random.choice(heads)
        ink.value = transposed(str(ink.value))
        _may_wait(sheet, ink)


@damage("a heading lacking", Stage.HEADS)
def _headless(sheet: Sheet) -> None:
    heads = [ink for ink in sheet.head.inks if ink and str(ink.value) in _NEEDED]
    if heads and not sheet.is_grid:
        ink = sheet.random.choice(heads)
        ink.value = None
        _may_wait(sheet, ink)


@damage("an hour lacking", Stage.HEADS)
def _hourless(sheet: Sheet) -> None:
    hours = [ink for ink in sheet.head.inks if ink and ":" in str(ink.value)]
    if hours:
        sheet.random.choice(hours).value = None
        for ink in hours:
            _may_wait(sheet, ink)


@damage("first and last swapped")
def _swapped(sheet: Sheet) -> None:
    first, last = sheet.column(*_FIRSTS), sheet.column(*_LASTS)
    if first is None or last is None or sheet.is_grid:
        return
    for line in sheet.rows:
        one, other = line.inks[first], line.inks[last]
        fact = sheet.fact_of(line)
        if one and other and fact and fact.values["from"] != fact.values["to"]:
            one.value, other.value = other.value, one.value
            fact.fate, fact.about = Fate.DOUBT, "date"
            _let_others_wait(sheet)
            return


@damage("somebody else's number")
def _other_number(sheet: Sheet) -> None:
    at = sheet.column(*_NUMBERS, "Collar No", "Collar")
    if at is None or sheet.is_grid or not sheet.rows:
        return
    line = sheet.random.choice(sheet.rows)
    fact, ink = sheet.fact_of(line), line.inks[at]
    if fact is None or ink is None or sheet.column("Name", "Officer", "Staff") is None:
        return
    true = next(one for one in CAST if one.id == fact.values["person"])
    others = [
        one for one in CAST if one.role == true.role and true.surname not in one.surname
    ]
    ink.value = sheet.random.choice(others).id
    fact.fate, fact.about = Fate.DOUBT, "person"


@damage("day and month swapped")
def _turned(sheet: Sheet) -> None:
    """In a list with weekdays: the date that stands there is on another weekday."""
    first, label = sheet.column(*_FIRSTS), sheet.column("Day")
    if first is None or label is None:
        return
    for line in sheet.rows:
        ink, fact = line.inks[first], sheet.fact_of(line)
        day = ink.value if ink else None
        if type(day) is not date or day.day > 12 or ink is None or fact is None:
            continue
        turned = date(day.year, day.day, day.month)
        if turned.weekday() != day.weekday():
            ink.value = turned
            fact.fate, fact.about = Fate.DOUBT, "date"
            _let_others_wait(sheet)
            return


@damage("a line of words", Stage.LINES)
def _words(sheet: Sheet) -> None:
    line = sheet.random.choice(sheet.body)
    ink = Ink("*** from here on as agreed with the federation ***")
    at = sheet.page.lines.index(line)
    sheet.page.lines.insert(at, Line([ink]))
    sheet.drawing.facts.append(Fact([ink], Fate.STRAY))


@damage("another sheet", Stage.LINES)
def _another_sheet(sheet: Sheet) -> None:
    page = sheet.drawing.page("Lists")
    for words in (("Codes",), ("AL", "Annual leave"), ("SICK", "Sickness")):
        page.add(*words)


@damage("a day longer")
def _longer(sheet: Sheet) -> None:
    at = sheet.column(*_LASTS)
    if at is None or sheet.is_grid:
        return
    for line in sheet.rows:
        ink, fact = line.inks[at], sheet.fact_of(line)
        if ink and fact and type(ink.value) is date:
            ink.value = later = ink.value + timedelta(days=1)
            fact.values["to"] = later


def _let_others_wait(sheet: Sheet) -> None:
    """One weekday that disagrees may put the order of all dates in doubt."""
    if sheet.column("Day") is not None:
        for fact in sheet.drawing.facts:
            if fact.fate is Fate.ROW:
                fact.fate = Fate.EITHER


def _may_wait(sheet: Sheet, head: Ink) -> None:
    """Let every row wait for an answer about a heading."""
    for fact in sheet.drawing.facts:
        fact.inks.append(head)
        if fact.fate is Fate.ROW:
            fact.fate = Fate.EITHER
