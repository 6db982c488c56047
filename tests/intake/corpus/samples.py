"""The sample files of examples/imports: what the people of the Kent book are sent."""

from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook

from tests.intake.corpus.cast import Person
from tests.intake.corpus.drawing import Drawing, Ink
from tests.intake.corpus.events import DAY, leave
from tests.intake.corpus.grids import Grid, bar, legend, month
from tests.intake.corpus.hands import Hand
from tests.intake.corpus.lists import titled
from tests.intake.corpus.systems import ESR_ORACLE
from tests.intake.corpus.writing import write

EXAMPLES = Path(__file__).parents[3] / "examples"
_FEBRUARY = month(2027, 2)
_TURNS = ["E", "E", "L", "L", "N", "N", "RD", "RD", "RD", "RD"]
_SKILLS = "personal safety", "first aid"
_YELLOW, _GREEN = "FFFF00", "92D050"


def make_samples(folder: Path) -> None:
    """Write every sample into the folder."""
    for draw in (_absence, _chart, _offers, _training):
        write(draw(), folder)


def _people(file: str) -> list[Person]:
    """The people of one file of the Kent book."""
    sheet = load_workbook(EXAMPLES / "kent" / file)["People"]
    header, *lines = sheet.iter_rows(values_only=True)
    people = []
    for line in lines:
        row = dict(zip(header, map(str, line), strict=True))
        forename, surname = row["name"].split(" ", 1)
        terms = row["role"], row["units"], row["team"]
        people.append(Person(row["id"], forename, surname, *terms))
    return people


def _team() -> list[Person]:
    """One police team."""
    return [one for one in _people("police.xlsx") if one.team == "Medway B"]


def _expiry(one: Person, skill: str) -> date:
    """Until when the Kent book says that somebody holds a skill."""
    sheet = load_workbook(EXAMPLES / "kent" / "police.xlsx")["Training"]
    lines = sheet.iter_rows(values_only=True)
    ends = [line[3] for line in lines if line[:2] == (one.id, skill)]
    assert isinstance(ends[-1], datetime)
    return ends[-1].date()


def _absence() -> Drawing:
    """ESR's export: an end that never comes, a reason that is nobody's business."""
    drawing = Drawing("esr-absence.csv", "", "leave", encoding="cp1252")
    page = drawing.page()
    titled(page, "Absence report;Trust 888", "Printed on 18-DEC-2026 by ESR BI")
    people = _people("trust.xlsx")
    events = [
        leave(people[0], "annual", date(2027, 1, 18), date(2027, 1, 22)),
        leave(people[2], "study", date(2027, 1, 27), date(2027, 1, 27)),
        leave(people[4], "sick", date(2027, 2, 1), None),
        leave(people[5], "court", date(2027, 2, 9), date(2027, 2, 10)),
    ]
    page.add(*ESR_ORACLE.columns, "Level 1 Reason", "NI Number")
    for turn, event in enumerate(events):
        ESR_ORACLE.write_row(page, event, Hand(dates="oracle"))
        page.lines[-1].inks += [Ink("S98 Other"), Ink(f"QQ12345{turn}C")]
    page.add("PM4999", "Zebedee", "Quentin", "Annual Leave", "05-FEB-2027", "TBC")
    return drawing


def _chart() -> Drawing:
    """A wall-chart of one team: bars, colours, a key, and a code with two meanings."""
    drawing = Drawing("wall-chart.xlsx", "", "leave")
    page = drawing.page("Feb 27")
    team = _team()
    grid = Grid(team, _FEBRUARY, Hand(names="ranked"))
    for one, first, days in ((team[0], 8, 5), (team[1], 15, 7)):
        ink = bar(days, "A/L", fill=_YELLOW)
        for step in range(days):
            grid.put(one, date(2027, 2, first + step), ink)
    grid.put(team[2], date(2027, 2, 9), Ink(fill=_GREEN))
    grid.put(team[2], date(2027, 2, 16), Ink("LD"))
    grid.put(team[3], date(2027, 2, 22), Ink("CRT", note="Maidstone, 10:00"))
    grid.put(team[3], date(2027, 2, 24), Ink("AL?"))
    grid.fill({day: _TURNS[day.day % 10] for day in _FEBRUARY})
    page.add(bar(29, "MEDWAY B - FEBRUARY 2027"))
    grid.letters(page)
    grid.head(page, "numbers")
    grid.draw(page)
    page.add("On leave", *(day.day % 3 for day in _FEBRUARY))
    page.add()
    legend(page, {}, {_YELLOW: "Annual leave", _GREEN: "Training"})
    return drawing


def _offers() -> Drawing:
    """What Special Constables have answered: yes, no, times, and words."""
    drawing = Drawing("specials-january.xlsx", "", "availability")
    page = drawing.page("January")
    nights = [
        date(2027, 1, 8) + DAY * (7 * week + step)
        for week in (0, 1, 2, 3)
        for step in (0, 1)
    ]
    people = _people("specials.xlsx")[10:20]
    grid = Grid(people, nights, Hand(names="ranked"))
    answers = "Y", "N", "18-02", None, "1800x0000", "Y", "until 0000"
    for turn, one in enumerate(people):
        for step, night in enumerate(nights):
            grid.put(one, night, Ink(answers[(3 * turn + step) % len(answers)]))
    grid.put(people[4], nights[2], Ink("if no football"))
    titled(page, "SC availability - JRU Medway", gap=False)
    grid.head(page, "true")
    grid.draw(page)
    return drawing


def _training() -> Drawing:
    """A matrix of expiries, one of which is a booking and none at all."""
    drawing = Drawing("police-training.xlsx", "", "training")
    page = drawing.page("Medway")
    titled(page, "PPST and first aid, Medway LPT")
    page.add("Collar No", "Name", "Personal safety", "First aid")
    for turn, one in enumerate(_team()):
        safety, aid = (_expiry(one, skill) for skill in _SKILLS)
        told = "Booked 12/3" if turn == 1 else safety
        aid = aid + DAY * 365 if turn == 2 else aid
        page.add(one.digits, one.name, told, f"{aid:%d/%m/%Y}")
    return drawing
